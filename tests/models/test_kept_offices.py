"""Offices of released schemas, kept as they were made: the program opens them and finds what they held."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from alembic.config import Config
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from desktop.bootstrap import open_office
from desktop.errors import StorageRefused
from desktop.exchange.facts_record import facts_document
from desktop.exchange.outcome_record import typed_outcome
from desktop.models.audit import AuditEntry, Head, hash_at
from desktop.models.base import Base
from desktop.models.counting import Count
from desktop.models.elections import Election
from desktop.models.office import Mode, Office
from desktop.models.people import ImportRow
from desktop.models.store import schema, upgrade
from desktop.models.store.engine import encrypted_engine
from desktop.models.store.integrity import check
from desktop.models.store.revisions import newest_revision
from desktop.models.store.schema import revision_of
from desktop.models.store.session import reading, writing
from desktop.models.triggers import APPEND_ONLY
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import decide, sealed_document
from desktop.services.counting.finalised import record_of
from desktop.services.counting.thresholds import deciding_threshold
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.lookup import held_vote, statute_for
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.hamlet_head.before.wall_sheet import wall_sheet_of
from desktop.services.today.board import board
from desktop.wording import refusal_sentence
from tests.models.kept.known import PASSPHRASE, SCHEMA, as_it_was_kept, facts_of, read_known, rows_by_table
from tests.models.kept.make_office import make_kept_office
from tests.models.revisions import bring_to, statements

FILES = ("office.db", "office.json")
KEPT = sorted(
    path for path in (Path(__file__).parent / "kept").iterdir() if re.fullmatch(r"\d{4}", path.name)
)

# A revision that comes next and fails when it has changed a table and its rows.
FAILING = """
from alembic import op

revision = "9999"
down_revision = "{newest}"

def upgrade():
    op.execute("ALTER TABLE people RENAME COLUMN ethnic TO ethnic_group")
    op.execute("UPDATE people SET name = 'Ai đó'")
    op.execute("{last}")
"""


@pytest.fixture(params=KEPT, ids=lambda path: path.name)
def kept(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    """Copy a kept office to where a user's would stand."""
    made = tmp_path / "xa-mau"
    made.mkdir()
    for name in FILES:
        shutil.copyfile(kept / name, made / name)
    return made


@pytest.fixture
def office(folder: Path) -> Iterator[Workplace]:
    """Open a kept office as a user does, which brings it to the newest schema."""
    opened = open_office(folder, PASSPHRASE)
    yield opened
    opened.database.close()


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_an_office_is_kept() -> None:
    assert KEPT
    assert all({path.name for path in folder.iterdir()} >= {*FILES, SCHEMA} for folder in KEPT)


def test_it_was_kept_at_its_revision_with_a_row_in_every_table(kept: Path, folder: Path) -> None:
    with as_it_was_kept(folder) as connection:
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        rows = rows_by_table(connection)
    assert revision == kept.name
    assert rows == read_known(kept)["rows"]
    assert [table for table, number in rows.items() if not number] == []


def test_a_revision_makes_the_schema_that_it_made_when_it_was_released(
    kept: Path, folder: Path, tmp_path: Path
) -> None:
    released = (kept / SCHEMA).read_text(encoding="utf-8").removesuffix(";\n").split(";\n")
    with as_it_was_kept(folder) as connection:
        assert statements(connection) == released
    engine = encrypted_engine(tmp_path / "new.db", b"k" * 32)
    bring_to(engine, kept.name)
    with engine.connect() as connection:
        assert statements(connection) == released
    engine.dispose()


def test_it_opens_whole_at_the_newest_schema(kept: Path, office: Workplace) -> None:
    assert revision_of(office.database.engine) == newest_revision()
    found = check(office.database)
    assert found.problems == ()
    # What stood final in it is taken over by one more entry.
    with reading(office.database) as session:
        assert session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)).all()[-1] == (
            "office.take_over"
        )
    assert found.head is not None
    assert found.head.sequence == read_known(kept)["audit"]["sequence"] + 1


def test_the_program_finds_what_the_office_held(kept: Path, office: Workplace) -> None:
    known = read_known(kept)
    del known["rows"]
    kept_head = Head(**known.pop("audit"))
    with reading(office.database) as session:
        found = facts_of(session)
        del found["audit"]
        assert found == known
        assert hash_at(session, kept_head.sequence) == kept_head.hash


def test_every_row_can_be_read_by_todays_classes(kept: Path, office: Workplace) -> None:
    known = read_known(kept)["rows"]
    with reading(office.database) as session:
        read = {
            mapper.local_table.name: len(session.scalars(select(mapper.class_)).all())
            for mapper in Base.registry.mappers
        }
        # What posts a batch made, a later revision has found out from its other rows.
        posts = select(ImportRow).where(ImportRow.record_kind == "Post")
        read["audit_entries"] -= 0 if "audit_seals" in known else 1
        read["import_rows"] -= 0 if "posts" in known else len(session.scalars(posts).all())
    assert {table: number for table, number in read.items() if table in known} == {
        table: number for table, number in known.items() if table in read
    }


def test_it_is_an_invented_office_for_training(office: Workplace) -> None:
    with reading(office.database) as session:
        own = session.scalars(select(Office)).one()
        assert own.mode is Mode.TRAINING
        assert "DỮ LIỆU TẬP HUẤN" in own.name


def test_its_rows_still_stay(kept: Path, office: Workplace) -> None:
    # A table of a later schema has no row here that could be changed.
    tables = set(APPEND_ONLY) & set(read_known(kept)["rows"])
    assert len(tables) >= 9
    for table, sql in product(sorted(tables), ("UPDATE {} SET rowid = rowid", "DELETE FROM {}")):
        with pytest.raises(IntegrityError, match="stay as they are"), writing(office.database) as session:
            session.execute(text(sql.format(table)))


def test_its_frozen_roll_still_stays(office: Workplace) -> None:
    for sql in (
        "UPDATE roll_entries SET representative = 'Người khác'",
        "DELETE FROM roll_entries",
        "UPDATE rolls SET frozen_at = NULL",
    ):
        with pytest.raises(IntegrityError, match="frozen"), writing(office.database) as session:
            session.execute(text(sql))


def test_its_elections_stand_by_the_statute_that_was_frozen_into_them(office: Workplace) -> None:
    counted = 0
    with reading(office.database) as session:
        for election in session.scalars(select(Election).where(Election.statute_bytes.is_not(None))):
            assert hashlib.sha256(election.statute_bytes or b"").hexdigest() == election.statute_sha256
            statute = statute_for(office, election)
            assert statute.clause("quorum").checked == "unread", "as it was marked then"
            vote = held_vote(election)
            assert candidates_view(office, election.code).rules
            assert "làm việc" in " ".join(
                each.mark for each in wall_sheet_of(session, vote, statute).milestones
            )
            for count in session.scalars(select(Count).where(Count.round_id == vote.id)):
                record = record_of(count)
                again = decide(read_facts(facts_document(record.facts), Library([statute]), sealed=True))
                assert typed_outcome(sealed_document(again)) == record.outcome
                assert deciding_threshold(statute, record.facts, record.outcome).clause.key
                counted += 1
    assert counted
    assert board(office).rows


@pytest.mark.parametrize(
    ("last", "code"),
    [
        ("UPDATE people SET later = 1", "storage.upgrade"),
        # Seen only when every revision is through.
        ("UPDATE households SET head_id = 0", "storage.damaged"),
    ],
    ids=["statement", "reference"],
)
def test_an_upgrade_that_fails_midway_leaves_the_files_as_they_were(
    folder: Path, tmp_path: Path, last: str, code: str
) -> None:
    before = held(folder)
    config = _and_then(tmp_path / "versions", FAILING.format(newest=newest_revision(), last=last))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "history", lambda: config)
        patch.setattr(schema, "newest_revision", lambda: "9999")
        with pytest.raises(StorageRefused) as refused:
            open_office(folder, PASSPHRASE)
    assert refused.value.code == code
    assert "{" not in refusal_sentence(refused.value)
    assert held(folder) == before
    opened = open_office(folder, PASSPHRASE)
    assert check(opened.database).problems == ()
    opened.database.close()


def _and_then(versions: Path, revision: str) -> Config:
    """Return the program's history with one revision more."""
    versions.mkdir()
    (versions / "9999_fails.py").write_text(revision, encoding="utf-8")
    config = upgrade.history()
    own = f"{config.get_main_option('script_location')}/versions"
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", os.pathsep.join([own, str(versions)]))
    return config


def test_todays_program_makes_an_office_to_keep(tmp_path: Path) -> None:
    make_kept_office(tmp_path / "xa-mau")
    with as_it_was_kept(tmp_path / "xa-mau") as connection:
        rows = rows_by_table(connection)
    assert [table for table, number in rows.items() if not number] == []
    assert set(rows) == set(Base.metadata.tables)
