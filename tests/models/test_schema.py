"""The schema that migrations build is the one that the classes say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Column, Engine, MetaData, Numeric, Table, create_mock_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateTable

from desktop.errors import StorageRefused
from desktop.models import migrations
from desktop.models.elections import Election
from desktop.models.metadata import NOUNS, metadata
from desktop.models.people_search import is_search_table
from desktop.models.results import Decision
from desktop.models.store.database import open_
from desktop.models.store.engine import encrypted_engine, writer
from desktop.models.store.opened import Database
from desktop.models.store.revisions import newest_revision
from desktop.models.store.schema import migrate, revision_of
from desktop.models.store.session import writing
from desktop.models.triggers import expected_triggers
from tests.models import records


def _tables(engine: Engine) -> dict[str, set[str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'alembic%'"
    with engine.connect() as connection:
        rows = connection.execute(text(query)).all()
    return {name: _parts(sql) for name, sql in rows if not is_search_table(name)}


def _parts(sql: str) -> set[str]:
    """Name what a table is made of, in no order: a column that was added stands after the constraints."""
    # A table that was made anew bears its name in quotes.
    head, _, rest = sql.replace('"', "").partition("(")
    body, _, options = rest.rpartition(")")
    parts, depth = [""], 0
    for letter in body:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return {re.sub(r"\s+", " ", part).strip() for part in (head, *parts, options)}


def test_the_newest_revision_is_the_one_head_of_the_history(database: Database) -> None:
    history = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert history.get_heads() == [newest_revision()]
    assert revision_of(database.engine) == newest_revision()


def test_the_migrated_schema_is_what_the_classes_say(database: Database) -> None:
    with database.engine.connect() as connection:
        options = {
            "compare_type": True,
            "include_name": lambda name, kind, _: kind != "table" or not is_search_table(name),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_every_check_and_type_of_the_classes_is_in_the_migrated_tables(
    database: Database, tmp_path: Path
) -> None:
    plain = encrypted_engine(tmp_path / "plain.db", b"k" * 32)
    with writer(plain).begin() as connection:
        metadata.create_all(connection)
    expected = _tables(plain)
    plain.dispose()
    assert _tables(database.engine) == expected


def test_every_table_is_strict_and_belongs_to_a_noun(database: Database) -> None:
    assert len(NOUNS) == 20
    query = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict"
    with database.engine.connect() as connection:
        loose = set(connection.execute(text(query)).scalars())
    assert loose == {"alembic_version", "sqlite_schema"}


def test_no_trigger_is_missing_after_the_migrations(database: Database) -> None:
    with database.engine.connect() as connection:
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars()
        assert set(found) == expected_triggers()


def test_the_tables_can_be_written_out_for_the_receiving_offices_database() -> None:
    for table in metadata.sorted_tables:
        ddl = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        unique = {column.name for rule in table.constraints for column in getattr(rule, "columns", ())}
        # PostgreSQL cannot compare JSON, so nothing may be unique by it.
        assert not [
            column for column in table.columns if isinstance(column.type, JSON) and column.name in unique
        ]
        assert "CREATE TABLE" in ddl


def test_a_type_that_strict_tables_do_not_take_fails_loudly(database: Database) -> None:
    table = Table("t", MetaData(), Column("share", Numeric()), sqlite_strict=True)
    with pytest.raises(OperationalError, match="unknown datatype"), writing(database) as session:
        session.execute(CreateTable(table))


def test_a_second_migration_changes_nothing(database: Database) -> None:
    before = _tables(database.engine)
    migrate(database.engine, "commune")
    assert _tables(database.engine) == before


def test_data_of_a_newer_program_is_refused_and_kept(database: Database) -> None:
    with writing(database) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StorageRefused) as refused:
        open_(database.folder, records.PASSPHRASE)
    assert refused.value.code == "storage.newer"
    assert refused.value.where == "commune"


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("uq_decisions_election_id_number", "result IS NOT NULL"),
        ("uq_elections_unit_id_held_on", "contest_kind = 'hamlet_head'"),
    ],
)
def test_postgresql_too_asks_uniqueness_of_some_rows_only(name: str, where: str) -> None:
    said: list[str] = []
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda what, *_, **__: said.append(str(what.compile(dialect=engine.dialect)))
    )
    metadata.create_all(engine, tables=[Decision.__table__, Election.__table__], checkfirst=False)
    [index] = [one for one in said if name in one]
    assert index.endswith(f"WHERE {where}")


def test_a_start_loads_no_dialect_but_its_own() -> None:
    code = "import sys, desktop.models.metadata as _; print('sqlalchemy.dialects.postgresql' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.strip() == "False"
