"""Counts, papers, packages and the log stay as they are; a frozen roll stays as it was frozen."""

import hashlib

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from desktop.models.counting import Count
from desktop.models.papers import Paper
from desktop.models.rolls import Roll
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from desktop.models.triggers import APPEND_ONLY
from tests.models import records

KEPT = ("audit_entries", "audit_seals", "counts", "outcomes", "tally_keys", "papers", "attachments")


@pytest.fixture
def held(database: Database) -> Database:
    with writing(database) as session:
        records.whole_election(session)
    return database


def _rows(database: Database, table: str) -> list[object]:
    with reading(database) as session:
        return list(session.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608 - a table of the test


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {table} SET rowid = rowid",
        "DELETE FROM {table}",
        "REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_a_kept_row_cannot_be_changed_deleted_or_replaced(held: Database, table: str, sql: str) -> None:
    before = _rows(held, table)
    with pytest.raises(IntegrityError, match="stay as they are"), writing(held) as session:
        session.execute(text(sql.format(table=table)))
    assert _rows(held, table) == before


def test_a_count_cannot_be_pushed_out_by_another_with_its_revision(held: Database) -> None:
    sql = (
        "INSERT OR REPLACE INTO counts SELECT id + 100, round_id, revision, finalised_at, single_operator,"
        " reason, replaced_sha256, x'00', sha256 FROM counts"
    )
    with pytest.raises(IntegrityError, match="stay as they are"), writing(held) as session:
        session.execute(text(sql))


def test_packages_and_receipts_stay_too() -> None:
    packages = {"sealed_packages", "receipts_in", "receipts_out", "taken_records"}
    assert set(KEPT) | packages | {"settled_forks", "packages_set_aside", "chain_overrides"} == set(
        APPEND_ONLY
    )


def test_a_locked_count_by_ballot_takes_no_more_keys(held: Database) -> None:
    more = (
        "INSERT INTO tally_keys (log_id, position, at, kind, candidate)"
        " SELECT log_id, max(position) + 1, at, kind, candidate FROM tally_keys"
    )
    with writing(held) as session:
        session.execute(text(more))
        session.execute(text(f"UPDATE tally_logs SET locked_at = begun_at, sha256 = '{'0' * 64}'"))  # noqa: S608 - zeros
    for sql in (more, "UPDATE tally_logs SET attempt = 2", "DELETE FROM tally_logs"):
        with pytest.raises(IntegrityError, match="locked"), writing(held) as session:
            session.execute(text(sql))
    assert len(_rows(held, "tally_keys")) == 2


def test_kept_bytes_carry_their_digest(held: Database) -> None:
    with reading(held) as session:
        made, printed = session.scalars(select(Count)).one(), session.scalars(select(Paper)).one()
        assert (made.content, made.sha256) == (
            records.COUNT_BYTES,
            hashlib.sha256(records.COUNT_BYTES).hexdigest(),
        )
        assert printed.sha256 == hashlib.sha256(records.PAPER_BYTES).hexdigest()


def test_a_reopened_count_needs_a_reason_and_names_what_it_replaces(held: Database) -> None:
    with pytest.raises(IntegrityError), writing(held) as session:
        session.add(records.count(records.only_round(session), revision=2))
    with writing(held) as session:
        first = session.scalars(select(Count)).one()
        session.add(records.count(first.round, revision=2, reason="cộng lại", replaced_sha256=first.sha256))
    assert len(_rows(held, "counts")) == 2


INSERT_LATE = (
    "INSERT INTO roll_entries (roll_id, number, person_id, representative, supplement, added_at)"
    " SELECT roll_id, 99, 1, 'Người khác', 0, added_at FROM roll_entries LIMIT 1"
)


def _freeze(database: Database) -> None:
    with writing(database) as session:
        session.scalars(select(Roll)).one().frozen_at = records.NOW


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE roll_entries SET representative = 'Người khác'",
        "UPDATE roll_entries SET number = number + 10",
        "DELETE FROM roll_entries",
        "DELETE FROM rolls",
        "UPDATE rolls SET frozen_at = NULL",
        INSERT_LATE,
    ],
)
def test_a_frozen_roll_stays(held: Database, sql: str) -> None:
    _freeze(held)
    before = _rows(held, "roll_entries") + _rows(held, "rolls")
    with pytest.raises(IntegrityError, match="frozen"), writing(held) as session:
        session.execute(text(sql))
    assert _rows(held, "roll_entries") + _rows(held, "rolls") == before


def test_a_frozen_roll_takes_numbered_supplements(held: Database) -> None:
    _freeze(held)
    with writing(held) as session:
        frozen = session.scalars(select(Roll)).one()
        session.add(records.roll_line(frozen, 3, supplement=1, reason="hộ mới tách"))
    with reading(held) as session:
        lines = session.scalars(select(Roll)).one().entries
        assert [(line.number, line.supplement) for line in lines] == [(1, 0), (2, 0), (3, 1)]


def test_a_supplement_needs_a_reason(held: Database) -> None:
    with pytest.raises(IntegrityError), writing(held) as session:
        session.add(records.roll_line(session.scalars(select(Roll)).one(), 3, supplement=1))


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO households (hamlet_id, head_id) SELECT hamlet_id, 999 FROM households LIMIT 1",
        "UPDATE households SET hamlet_id = 999",
        "DELETE FROM people",
        "DELETE FROM units",
    ],
)
def test_nothing_may_refer_to_what_is_not_there(held: Database, sql: str) -> None:
    tables = ("households", "people", "units")
    before = [_rows(held, table) for table in tables]
    with reading(held), pytest.raises(IntegrityError, match="FOREIGN KEY"), writing(held) as session:
        session.execute(text(sql))
    assert [_rows(held, table) for table in tables] == before
