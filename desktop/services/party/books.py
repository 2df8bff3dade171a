"""The books whose lines are written down: cards, files that came or are lent, badges, rewards, votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.party import Book, BookEntry, Member, Membership, Organisation
from desktop.models.people import Person
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import found_organisation
from desktop.vietnamese.text import fold, tidy

__all__ = [
    "OF_PEOPLE",
    "Book",
    "EntryLine",
    "NewEntry",
    "entries",
    "give_back",
    "withdraw_entry",
    "write_entry",
]

OF_PEOPLE = frozenset({Book.CARDS_RECEIVED, Book.FILES_RECEIVED, Book.FILES_LENT, Book.BADGES})
"""Books whose lines are of a member; a reward may be a branch's, a resolution is."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line as it is written: on which day, of whom, what, with whom, by which paper.

    ``amount`` is in sheets of a file, years of Party age of a badge, votes for a resolution of ``out_of``.
    """

    happens_on: date
    name: str = ""
    subject: str = ""
    party: str = ""
    number: str = ""
    paper_on: date | None = None
    amount: int | None = None
    out_of: int | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line of a book; ``member`` is a key of the list, None where the list has nobody of the name."""

    id: int
    book: Book
    branch: str
    branch_name: str
    happens_on: date
    member: int | None
    name: str
    subject: str
    party: str
    number: str
    paper_on: date | None
    amount: int | None
    out_of: int | None
    until: date | None
    back_on: date | None
    note: str


@for_party
def entries(
    workplace: Workplace, book: Book, branch: str | None, since: date, until: date
) -> tuple[EntryLine, ...]:
    """Return the lines of a book in a period, of a branch by its code or of all, in the order of days.

    A file that is lent stays in the book until it is back, whatever year it was lent in.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    with reading(workplace.database) as session:
        organisation = found_organisation(session, branch) if branch is not None else None
        return tuple(_line(each) for each in entries_in(session, book, organisation, since, until))


def entries_in(
    session: Session, book: Book, organisation: Organisation | None, since: date, until: date
) -> list[BookEntry]:
    """Return the records of ``entries`` inside the caller's session."""
    found = (
        select(BookEntry)
        .where(BookEntry.book == book, BookEntry.happens_on <= until)
        .options(
            joinedload(BookEntry.branch),
            joinedload(BookEntry.member).joinedload(Member.person),
        )
        .order_by(BookEntry.happens_on, BookEntry.id)
    )
    if organisation is not None:
        found = found.where(BookEntry.branch_id == organisation.id)
    return [each for each in session.scalars(found) if each.happens_on >= since or _is_out(each, since)]


@for_party
def write_entry(workplace: Workplace, book: Book, branch: str, new: NewEntry, key: int | None = None) -> int:
    """Write a line into a book, or with a key write that line anew, and return the key.

    Whoever bears the name in the branch is meant, where that is one person.

    Raises:
        RequestRefused: ``unknown.branch``; ``entry.name``, ``entry.subject`` for what a book can't do
            without; ``entry.day`` for a day to come; ``entry.until`` for a file that would be back before it
            is lent; ``entry.votes`` for more votes than voters; ``entry.unknown``.
    """
    if new.happens_on > workplace.today():
        raise RequestRefused("entry.day")
    if book in OF_PEOPLE and not tidy(new.name):
        raise RequestRefused("entry.name")
    if book not in OF_PEOPLE and not tidy(new.subject):
        raise RequestRefused("entry.subject")
    if new.until is not None and new.until < new.happens_on:
        raise RequestRefused("entry.until")
    if new.out_of is not None and (new.amount or 0) > new.out_of:
        raise RequestRefused("entry.votes")
    with writing(workplace.database) as session:
        organisation = found_organisation(session, branch)
        member = _member_meant(session, new.name, organisation)
        if key is None:
            entry = BookEntry(book=book, branch=organisation, happens_on=new.happens_on)
            session.add(entry)
        else:
            entry = _found(session, key)
            entry.branch, entry.happens_on = organisation, new.happens_on
        entry.member = member
        entry.name = None if member is not None else tidy(new.name) or None
        entry.subject, entry.party = tidy(new.subject) or None, tidy(new.party) or None
        entry.number, entry.paper_on = tidy(new.number) or None, new.paper_on
        entry.amount, entry.out_of, entry.until = new.amount, new.out_of, new.until
        entry.note = tidy(new.note) or None
        session.flush()
        workplace.note(session, "book.write" if key is None else "book.edit", entry, "entry")
        return entry.id


@for_party
def give_back(workplace: Workplace, key: int, day: date) -> None:
    """Note that a file that was lent is back.

    Raises:
        RequestRefused: ``entry.unknown``; ``entry.until`` for a day before it was lent; ``entry.day``.
    """
    if day > workplace.today():
        raise RequestRefused("entry.day")
    with writing(workplace.database) as session:
        entry = _found(session, key)
        if day < entry.happens_on:
            raise RequestRefused("entry.until")
        entry.back_on = day
        session.flush()
        workplace.note(session, "book.back", entry, "back_on")


@for_party
def withdraw_entry(workplace: Workplace, key: int) -> None:
    """Take back a line that was written by mistake.

    Raises:
        RequestRefused: ``entry.unknown``.
    """
    with writing(workplace.database) as session:
        entry = _found(session, key)
        workplace.note(session, "book.withdraw", entry, "entry")
        session.delete(entry)


def holder_of(entry: BookEntry) -> str:
    """Return the name of whom a line is of: of the list, else as it was written; empty for a branch's own."""
    return entry.member.person.name if entry.member is not None else entry.name or ""


def _member_meant(session: Session, name: str, branch: Organisation) -> Member | None:
    """Return the one member of a name who is or was in a branch: a file goes when somebody has left."""
    wanted = fold(name)
    if not wanted:
        return None
    inside = (
        select(Member)
        .join(Membership, Membership.member_id == Member.id)
        .join(Person, Member.person_id == Person.id)
        .where(Membership.branch_id == branch.id, Person.folded == wanted)
        .distinct()
    )
    found = session.scalars(inside).all()
    exact = [each for each in found if each.person.name == tidy(name)]
    alike = exact or found
    return alike[0] if len(alike) == 1 else None


def _found(session: Session, key: int) -> BookEntry:
    found = session.get(BookEntry, key)
    if found is None:
        raise RequestRefused("entry.unknown")
    return found


def _is_out(entry: BookEntry, since: date) -> bool:
    return entry.book is Book.FILES_LENT and (entry.back_on is None or entry.back_on >= since)


def _line(entry: BookEntry) -> EntryLine:
    return EntryLine(
        entry.id,
        entry.book,
        entry.branch.code,
        entry.branch.name,
        entry.happens_on,
        entry.member_id,
        holder_of(entry),
        entry.subject or "",
        entry.party or "",
        entry.number or "",
        entry.paper_on,
        entry.amount,
        entry.out_of,
        entry.until,
        entry.back_on,
        entry.note or "",
    )
