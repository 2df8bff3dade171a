"""The audit log chains its entries, names things, and shows where it was changed."""

import dataclasses
import datetime as dt
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from desktop.models.audit import BEFORE_THE_FIRST, AuditEntry, Event, Head, _hash, append, head, verify_chain
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from tests.models import records


@pytest.fixture
def logged(database: Database) -> Database:
    with writing(database) as session:
        for number in range(1, 6):
            append(session, records.event(number))
    return database


def _tamper(database: Database, sql: str) -> None:
    """Change the log as somebody could who owns the file: without the triggers."""
    with writing(database) as session:
        for verb in ("update", "delete", "replace"):
            session.execute(text(f"DROP TRIGGER audit_entries_no_{verb}"))
        session.execute(text(sql))


def test_an_empty_log_has_a_head_of_zeros(database: Database) -> None:
    with reading(database) as session:
        assert head(session) == Head(0, BEFORE_THE_FIRST)
        assert verify_chain(session).broken_at is None


def test_entries_chain_and_the_head_is_the_last(logged: Database) -> None:
    with reading(logged) as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
        assert [entry.sequence for entry in entries] == [1, 2, 3, 4, 5]
        assert [entry.previous for entry in entries] == [
            BEFORE_THE_FIRST,
            *(entry.hash for entry in entries[:-1]),
        ]
        chain = verify_chain(session)
        assert chain.head == head(session) == Head(5, entries[-1].hash)


def test_a_stranger_can_compute_a_hash_from_the_canonical_text(database: Database) -> None:
    hanoi = dt.timezone(dt.timedelta(hours=7))
    told = Event(
        at=dt.datetime(2024, 12, 8, 8, 30, tzinfo=hanoi),
        actor="operator:2",
        action="household.change",
        record_kind="household",
        record_id=17,
        fields=("members", "head"),
    )
    with writing(database) as session:
        found = append(session, told)
    canonical = json.dumps(
        [
            1,
            "2024-12-08T01:30:00.000000Z",
            "operator:2",
            "household.change",
            "household",
            "17",
            ["head", "members"],
            "0" * 64,
        ],
        separators=(",", ":"),
    )
    assert found == Head(1, hashlib.sha256(canonical.encode()).hexdigest())


@pytest.mark.parametrize(
    ("sql", "broken_at"),
    [
        ("UPDATE audit_entries SET action = 'other' WHERE sequence = 3", 3),
        ("UPDATE audit_entries SET at = '2024-12-09 00:00:00.000000' WHERE sequence = 2", 2),
        ("UPDATE audit_entries SET fields = '[\"votes\"]' WHERE sequence = 1", 1),
        ("DELETE FROM audit_entries WHERE sequence = 4", 5),
        ("DELETE FROM audit_entries WHERE sequence = 1", 2),
        ("UPDATE audit_entries SET sequence = 9 WHERE sequence = 5", 9),
    ],
)
def test_a_changed_log_is_shown_where_it_breaks(logged: Database, sql: str, broken_at: int) -> None:
    _tamper(logged, sql)
    with reading(logged) as session:
        assert verify_chain(session).broken_at == broken_at


def test_a_log_cut_short_is_known_by_the_head_kept_elsewhere(logged: Database) -> None:
    with reading(logged) as session:
        kept = head(session)
    _tamper(logged, "DELETE FROM audit_entries WHERE sequence = 5")
    with reading(logged) as session:
        assert verify_chain(session).head != kept


@pytest.mark.parametrize("field", ["actor", "action", "record_kind", "record_id"])
def test_a_persons_name_cannot_get_into_the_log(database: Database, field: str) -> None:
    told = dataclasses.replace(records.event(), **{field: "Lò Thị Ơn"})
    with pytest.raises(ValueError, match="never values"), writing(database) as session:
        append(session, told)


def test_values_among_the_fields_are_refused(database: Database) -> None:
    told = dataclasses.replace(records.event(), fields=("votes", "Lò Thị Ơn: 61"))
    with pytest.raises(ValueError, match="never values"), writing(database) as session:
        append(session, told)


def test_an_event_without_a_zone_is_refused(database: Database) -> None:
    told = dataclasses.replace(records.event(), at=records.NOW.replace(tzinfo=None))
    with pytest.raises(ValueError, match="zone"), writing(database) as session:
        append(session, told)


def test_an_entry_goes_with_the_work_it_tells_of(database: Database) -> None:
    def breaks_off() -> None:
        with writing(database) as session:
            session.add(records.person())
            append(session, records.event())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breaks_off()
    with reading(database) as session:
        assert head(session).sequence == 0
        assert session.scalar(text("SELECT count(*) FROM people")) == 0


@given(st.datetimes(min_value=dt.datetime(1900, 1, 1), timezones=st.timezones()))  # noqa: DTZ001 - Hypothesis adds the zone
def test_the_hash_does_not_depend_on_the_zone_a_clock_shows(moment: dt.datetime) -> None:
    def entry(at: dt.datetime) -> AuditEntry:
        return AuditEntry(
            sequence=1,
            at=at,
            actor="program",
            action="a",
            record_kind="b",
            record_id="1",
            fields=[],
            previous=BEFORE_THE_FIRST,
            hash="",
        )

    assert _hash(entry(moment)) == _hash(entry(moment.astimezone(dt.UTC)))
