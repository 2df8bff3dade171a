"""The books of a period beside the roster of members, as their papers have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import (
    Beginning,
    Book,
    Ending,
    HomeContact,
    Membership,
    Organisation,
    Reconciliation,
    StandingKind,
)
from desktop.models.party import Standing as StandingRecord
from desktop.printing.registers.book import BookKind, BookLine, MemberBook
from desktop.rules.member_terms import MemberTerms
from desktop.rules.standing import probation_over
from desktop.rules.timeline import WorkingDays
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.registers.book_entries import WRITTEN, written_lines
from desktop.services.papers.fill.registers.cells import day_cell, joined, partial_cell
from desktop.services.papers.fill.registers.headings import dated_on, issuers_of
from desktop.services.papers.fill.registers.memberships import LEFT, Span, memberships_in
from desktop.services.party.order import in_list_order
from desktop.services.party.standing import days_of, terms_on
from desktop.vietnamese.identity_number import mask

_LABEL = "Mẫu tham khảo"


def book_of(
    workplace: Workplace, session: Session, kind: BookKind, branch: Organisation | None, span: Span
) -> MemberBook:
    """Return a book of a period, of a branch or with None of all of them."""
    terms, working = terms_on(workplace, span.until), working_days(session, span.until)
    if kind in WRITTEN:
        lines = written_lines(session, Book(kind), branch, span.since, span.until)
    elif kind == "home":
        lines = _home(session, branch, span)
    elif kind == "reconciliations":
        lines = _reconciliations(session, branch, span, terms)
    else:
        books: dict[BookKind, Callable[[Membership], Iterable[tuple[str, ...]]]] = {
            "probationary": lambda held: _probationary(held, span, terms),
            "left": lambda held: _left(held, span),
            "died": lambda held: _died(held, span),
            "cards": lambda held: _cards(held, span),
            "moves": lambda held: _moves(held, span, terms, working),
            "exempt": lambda held: _exempt(held, span),
        }
        found = in_list_order(memberships_in(session, branch, span))
        lines = _once(cells for held in found for cells in books[kind](held))
    return MemberBook(
        form_label=_LABEL,
        kind=kind,
        issuer_lines=issuers_of(session, branch),
        dated=dated_on(session, span.until),
        since=span.since,
        until=span.until,
        lines=tuple(BookLine(cells=cells) for cells in lines),
    )


def _once(lines: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield each line once: who was in two branches of the period stands in the book of both."""
    yield from dict.fromkeys(lines)


def _probationary(held: Membership, span: Span, terms: MemberTerms) -> Iterator[tuple[str, ...]]:
    member = held.member
    if member.admitted is None or member.admitted.earliest() > span.until:
        return
    if member.official is not None and member.official.latest() < span.since:
        return
    over = probation_over(days_of(member), terms.probation)
    yield (
        *_who(held),
        partial_cell(member.admitted),
        day_cell(over),
        day_cell(member.proposed_on),
        partial_cell(member.official),
        member.note or "",
    )


def _left(held: Membership, span: Span) -> Iterator[tuple[str, ...]]:
    if held.ending in LEFT and span.holds(held.ends_on):
        yield (
            *_who(held),
            partial_cell(held.member.admitted),
            day_cell(held.ends_on),
            LEFT[held.ending],
            joined(held.paper_number, day_cell(held.paper_on)),
            held.destination or "",
        )


def _died(held: Membership, span: Span) -> Iterator[tuple[str, ...]]:
    if held.ending is Ending.DIED and span.holds(held.ends_on):
        member = held.member
        days = partial_cell(member.admitted), partial_cell(member.official), day_cell(held.ends_on)
        yield (*_who(held), *days, held.destination or "")


def _cards(held: Membership, span: Span) -> Iterator[tuple[str, ...]]:
    """A card's number is the citizen number: the book too shows its last three digits alone."""
    member = held.member
    if member.card and (member.card_on is None or span.holds(member.card_on)):
        days = partial_cell(member.admitted), partial_cell(member.official)
        yield (*_who(held), *days, mask(member.card), day_cell(member.card_on), "", "")


def _moves(
    held: Membership, span: Span, terms: MemberTerms, working: WorkingDays
) -> Iterator[tuple[str, ...]]:
    name, birth, branch = _who(held)
    if held.beginning is Beginning.MOVED_IN and span.holds(held.starts_on):
        paper = joined(held.entry_number, day_cell(held.entry_on), between=" ")
        yield name, birth, "Đến", day_cell(held.starts_on), held.origin or "", branch, paper, "", "", ""
    if held.ending in (Ending.MOVED, Ending.WITHIN) and span.holds(held.ends_on):
        paper = joined(held.paper_number, day_cell(held.paper_on), between=" ")
        due = held.paper_on if held.ending is Ending.MOVED else None
        yield (
            name,
            birth,
            "Đi",
            day_cell(held.ends_on),
            branch,
            held.destination or "",
            paper,
            day_cell(terms.paper_shown_by(due, working)) if due else "",
            day_cell(terms.moved_by(due, working)) if due else "",
            day_cell(held.arrived_on),
        )


def _exempt(held: Membership, span: Span) -> Iterator[tuple[str, ...]]:
    for each in held.member.standings:
        if each.kind is StandingKind.EXEMPT and _overlaps(each, span):
            yield (
                *_who(held),
                each.reason or "",
                day_cell(each.starts_on),
                day_cell(each.ends_on),
                joined(each.paper_number, day_cell(each.paper_on)),
            )


def _home(session: Session, branch: Organisation | None, span: Span) -> Iterator[tuple[str, ...]]:
    found = (
        select(HomeContact)
        .where(
            or_(HomeContact.starts_on.is_(None), HomeContact.starts_on <= span.until),
            or_(HomeContact.ends_on.is_(None), HomeContact.ends_on >= span.since),
        )
        .options(joinedload(HomeContact.person), joinedload(HomeContact.branch))
        .order_by(HomeContact.starts_on, HomeContact.id)
    )
    if branch is not None:
        found = found.where(HomeContact.branch_id == branch.id)
    for each in session.scalars(found):
        yield (
            each.person.name,
            partial_cell(each.person.birth),
            each.workplace,
            each.branch.name,
            day_cell(each.starts_on),
            day_cell(each.ends_on),
            joined(each.paper_number, day_cell(each.paper_on)),
        )


def _reconciliations(
    session: Session, branch: Organisation | None, span: Span, terms: MemberTerms
) -> Iterator[tuple[str, ...]]:
    found = (
        select(Reconciliation)
        .where(Reconciliation.held_on.between(span.since, span.until))
        .options(joinedload(Reconciliation.branch))
        .order_by(Reconciliation.held_on, Reconciliation.id)
    )
    if branch is not None:
        found = found.where(Reconciliation.branch_id == branch.id)
    for each in session.scalars(found):
        yield (
            day_cell(each.held_on),
            each.branch.name,
            each.done_by,
            str(each.listed),
            str(each.files),
            each.differences or "",
            day_cell(terms.reconciled_by(each.held_on)),
        )


def _who(held: Membership) -> tuple[str, str, str]:
    person = held.member.person
    return person.name, partial_cell(person.birth), held.branch.name


def _overlaps(standing: StandingRecord, span: Span) -> bool:
    return standing.starts_on <= span.until and (standing.ends_on is None or standing.ends_on >= span.since)
