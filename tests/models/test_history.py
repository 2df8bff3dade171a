"""A revision stands for itself: it imports nothing that changes, and a table can be changed after each."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from desktop.models.store.engine import encrypted_engine, writer
from desktop.models.store.newest_schema import NEWEST, spelled
from desktop.models.store.opened import Database
from tests.models.newest import walked
from tests.models.revisions import FILES, REVISIONS, bring_to, statements, tables

# A revision runs for as long as offices of its time are opened; what it imports of ours says something else
# by then. It is written in these two libraries, locked by hash, and the language keeps its own. What loads a
# module by its name would go round this test.
ALLOWED = (sys.stdlib_module_names | {"alembic", "sqlalchemy"}) - {"importlib", "pkgutil", "runpy"}

_WAITS = re.compile(r"^CREATE TRIGGER \w+ \w+ UPDATE OF (.+?) ON (\w+)")

FOLDED = {
    "Lý Văn Tỵ": "li van ti",
    "Nguyễn Thúy Quý": "nguyen thuy qui",
    "ĐẶNG Thị Ơn": "dang thi on",
    "Hoa\u0300 Mỹ Khuya": "hoa mi khuya",
    " Lò\u00a0Thị\u200b  Ơn": "lo thi on",
    "Ý Y-Blih Niê": "y y-blih nie",
}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = encrypted_engine(tmp_path / "office.db", b"k" * 32)
    yield made
    made.dispose()


def imported(source: str) -> set[str]:
    """Return the first part of every module that a source imports, wherever it does; a dot for its own."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0] if not node.level else ".")
        elif isinstance(node, ast.Name) and node.id == "__import__":
            found.add(node.id)
    return found


def waited_for(engine: Engine) -> set[tuple[str, str]]:
    """Return the columns whose change a trigger waits for though their table has none of that name.

    SQLite says nothing of those, ever.
    """
    with engine.connect() as connection:
        found = [_WAITS.search(statement) for statement in statements(connection)]
        named = {(match[2], column) for match in found if match for column in match[1].split(", ")}
        columns = "SELECT name FROM pragma_table_info(:name)"
        return {
            (table, column)
            for table, column in named
            if column not in connection.scalars(text(columns), {"name": table}).all()
        }


def change_a_table(engine: Engine) -> None:
    """Rename a table and roll it back; SQLite reads every trigger again then, of whatever table."""
    with writer(engine).connect() as connection:
        with connection.begin():
            table = tables(connection)[0]
        with connection.begin() as transaction:
            connection.execute(text(f'ALTER TABLE "{table}" RENAME TO "{table}_renamed"'))
            transaction.rollback()


@pytest.mark.parametrize("path", FILES, ids=REVISIONS)
def test_a_revision_imports_nothing_that_may_change(path: Path) -> None:
    assert imported(path.read_text(encoding="utf-8")) <= ALLOWED


@pytest.mark.parametrize(
    "source",
    [
        "from desktop.models import triggers",
        "def upgrade():\n    import desktop.vietnamese.text",
        "from . import helper",
        "from importlib import import_module",
        "__import__('desktop')",
    ],
)
def test_whatever_way_something_of_ours_is_imported_it_is_seen(source: str) -> None:
    assert not imported(source) <= ALLOWED


def test_a_new_office_is_made_by_what_the_history_makes(tmp_path: Path) -> None:
    assert NEWEST.read_text(encoding="utf-8") == walked(tmp_path), "make docs"


def test_what_it_is_made_by_is_what_stands_in_it(database: Database) -> None:
    with database.engine.connect() as connection:
        assert NEWEST.read_text(encoding="utf-8") == spelled(connection)


def test_tables_can_be_changed_at_every_revision(engine: Engine) -> None:
    for revision in REVISIONS:
        bring_to(engine, revision)
        change_a_table(engine)
        assert waited_for(engine) == set()


def test_a_trigger_that_names_a_later_column_is_found(engine: Engine) -> None:
    early = "CREATE TRIGGER early BEFORE UPDATE ON officials WHEN NEW.phone = '' BEGIN SELECT 1; END"
    bring_to(engine, "0002")
    with writer(engine).begin() as connection:
        connection.execute(text(early))
    with pytest.raises(OperationalError, match="error in trigger early"):
        change_a_table(engine)


def test_a_trigger_that_waits_for_a_later_column_is_found(engine: Engine) -> None:
    bring_to(engine, "0002")
    with writer(engine).begin() as connection:
        connection.execute(
            text("CREATE TRIGGER early BEFORE UPDATE OF name, phone ON officials BEGIN SELECT 1; END")
        )
    assert waited_for(engine) == {("officials", "phone")}


def test_names_are_folded_for_ever_as_they_were_at_their_revision(engine: Engine) -> None:
    bring_to(engine, "0009")
    with writer(engine).begin() as connection:
        for name in FOLDED:
            added = text("INSERT INTO people (name, folded, sort_key) VALUES (:name, '', x'01')")
            connection.execute(added, {"name": name})
    bring_to(engine, "0010")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, folded FROM people")).all()
        found = connection.execute(text("SELECT rowid FROM people_search WHERE people_search MATCH '\"q\"*'"))
        assert dict(rows) == FOLDED
        assert found.scalars().all() == [2]
