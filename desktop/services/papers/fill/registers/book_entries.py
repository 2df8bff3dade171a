"""The books whose lines are written down, as papers: what each column of a line says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy.orm import Session

from desktop.models.party import Book, BookEntry, Organisation
from desktop.services.papers.fill.registers.cells import day_cell, joined, partial_cell
from desktop.services.party.books import entries_in, holder_of
from desktop.vietnamese.identity_number import mask

WRITTEN = frozenset(book.value for book in Book)
"""Kinds of books that are written down."""
_OF_THE_BRANCH = "Tập thể chi bộ"


def written_lines(
    session: Session, book: Book, branch: Organisation | None, since: date, until: date
) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each line of a book in a period, of a branch or of all."""
    for entry in entries_in(session, book, branch, since, until):
        yield _CELLS[book](entry)


def _card_received(entry: BookEntry) -> tuple[str, ...]:
    """A card's number is the citizen number: the book too shows its last three digits alone."""
    card = entry.member.card if entry.member is not None else None
    number = mask(card) if card else ""
    return (*_who(entry), number, day_cell(entry.happens_on), entry.party or "", _paper(entry), "")


def _file_received(entry: BookEntry) -> tuple[str, ...]:
    count = _number(entry.amount)
    return (
        *_who(entry),
        day_cell(entry.happens_on),
        entry.party or "",
        count,
        _paper(entry),
        entry.note or "",
    )


def _file_lent(entry: BookEntry) -> tuple[str, ...]:
    days = day_cell(entry.until), day_cell(entry.back_on)
    return (*_who(entry), day_cell(entry.happens_on), entry.party or "", entry.subject or "", *days, "")


def _badge(entry: BookEntry) -> tuple[str, ...]:
    member = entry.member
    admitted = partial_cell(member.admitted if member is not None else None)
    years = f"{entry.amount} năm" if entry.amount else ""
    given = _paper(entry), day_cell(entry.happens_on)
    return (*_who(entry), admitted, years, entry.subject or "", *given, entry.note or "")


def _reward(entry: BookEntry) -> tuple[str, ...]:
    said = entry.subject or "", entry.party or "", _paper(entry), entry.note or ""
    return (*_who(entry), day_cell(entry.happens_on), *said)


def _resolution(entry: BookEntry) -> tuple[str, ...]:
    votes = f"{entry.amount}/{entry.out_of}" if entry.amount is not None and entry.out_of is not None else ""
    name = entry.branch.name
    return (
        day_cell(entry.happens_on),
        entry.number or "",
        name,
        entry.subject or "",
        votes,
        entry.note or "",
    )


_CELLS: dict[Book, Callable[[BookEntry], tuple[str, ...]]] = {
    Book.CARDS_RECEIVED: _card_received,
    Book.FILES_RECEIVED: _file_received,
    Book.FILES_LENT: _file_lent,
    Book.BADGES: _badge,
    Book.REWARDS: _reward,
    Book.RESOLUTIONS: _resolution,
}


def _who(entry: BookEntry) -> tuple[str, str, str]:
    birth = entry.member.person.birth if entry.member is not None else None
    return holder_of(entry) or _OF_THE_BRANCH, partial_cell(birth), entry.branch.name


def _paper(entry: BookEntry) -> str:
    return joined(entry.number, day_cell(entry.paper_on))


def _number(count: int | None) -> str:
    return str(count) if count is not None else ""
