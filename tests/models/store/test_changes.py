"""What was written is reported by its kinds of data, once it is committed."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.models.base import Base
from desktop.models.counting import EntryDraft, Operator
from desktop.models.elections import Candidacy, Round
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.store.changes import Kind, collecting
from desktop.models.store.opened import Database
from desktop.models.store.recording import kind_of
from desktop.models.store.session import reading, writing
from tests.models import records


@pytest.fixture
def held(database: Database) -> Database:
    with writing(database) as session:
        session.add(records.whole_election(session))
    return database


def add_a_hamlet(session: Session) -> None:
    session.add(records.hamlet("Khe Mười", "06859-T09"))


def rename_a_person(session: Session) -> None:
    session.scalars(select(Person)).first().name = "Lò Thị Ơn Mới"  # type: ignore[union-attr] # one is there


def set_what_it_is(session: Session) -> None:
    unit = session.scalars(select(Unit)).first()
    unit.name = unit.name  # type: ignore[union-attr] # one is there


def take_down_a_list(session: Session) -> None:
    session.execute(delete(Candidacy))


def change_in_bulk(session: Session) -> None:
    session.execute(update(Operator).values(name="Người khác"))


def write_a_draft(session: Session) -> None:
    vote, operator = session.scalars(select(Round)).one(), session.scalars(select(Operator)).one()
    session.add(EntryDraft(round=vote, operator=operator, revision=1, typed={}, saved_at=records.NOW))


@pytest.mark.parametrize(
    ("write", "kinds"),
    [
        (add_a_hamlet, {Kind.PLACES}),
        (rename_a_person, {Kind.PEOPLE}),
        (set_what_it_is, set()),
        (take_down_a_list, {Kind.ELECTIONS}),
        (change_in_bulk, {Kind.OPERATORS}),
        (write_a_draft, set()),
    ],
)
def test_a_transaction_reports_the_nouns_it_wrote(
    held: Database, write: Callable[[Session], None], kinds: set[Kind]
) -> None:
    found: set[Kind] = set()
    with collecting(found), writing(held) as session:
        write(session)
    assert found == kinds


def add_twice(held: Database) -> None:
    with writing(held) as session:
        add_a_hamlet(session)
        session.flush()
        add_a_hamlet(session)


def test_what_is_rolled_back_was_not_changed(held: Database) -> None:
    found: set[Kind] = set()
    with collecting(found):
        with pytest.raises(IntegrityError):
            add_twice(held)
        with reading(held) as session:
            session.scalars(select(Unit)).all()
    assert found == set()


def test_nothing_is_reported_before_it_is_committed(held: Database) -> None:
    found: set[Kind] = set()
    with collecting(found):
        with writing(held) as session:
            add_a_hamlet(session)
            session.flush()
            assert found == set()
        assert found == {Kind.PLACES}


def test_what_another_thread_writes_is_not_collected_here(held: Database) -> None:
    def work() -> None:
        with writing(held) as session:
            add_a_hamlet(session)

    found: set[Kind] = set()
    with collecting(found):
        other = threading.Thread(target=work)
        other.start()
        other.join()
    assert found == set()


def test_every_table_is_of_a_kind_or_shown_on_no_page() -> None:
    quiet = {
        mapper.local_table.name
        for mapper in Base.registry.mappers
        if kind_of(mapper) is None  # type: ignore[attr-defined] # all are tables
    }
    assert quiet == {"entry_drafts", "tally_keys", "audit_entries", "audit_seals"}
