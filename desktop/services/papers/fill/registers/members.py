"""The registers of members as papers: the roster in 14 columns, and the books of a period beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.models.party import (
    Beginning,
    Book,
    Ending,
    HomeContact,
    Member,
    Membership,
    Organisation,
    OrganisationKind,
    Reconciliation,
    StandingKind,
)
from desktop.models.party import Standing as StandingRecord
from desktop.printing.registers.book import BookKind, BookLine, MemberBook
from desktop.printing.registers.roster import Gone, MemberRoster, RosterLine
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.wording import short_day_text
from desktop.rules.member_terms import MemberTerms
from desktop.rules.standing import probation_over
from desktop.rules.timeline import WorkingDays
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace, own_office, own_unit
from desktop.services.papers.fill.registers.book_entries import WRITTEN, written_lines
from desktop.services.papers.fill.registers.cells import day_cell, joined, partial_cell
from desktop.services.party.order import in_list_order
from desktop.services.party.standing import days_of, terms_on
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.theory_levels import theory_word

_ROSTER_LABEL = "Mẫu tham khảo theo Mẫu 7-HSĐV"
_BOOK_LABEL = "Mẫu tham khảo"
_GONE: dict[Ending | None, Gone] = {
    None: "",
    Ending.MOVED: "moved",
    Ending.WITHIN: "moved",
    Ending.DIED: "died",
    Ending.STRUCK_OFF: "left",
    Ending.EXPELLED: "left",
    Ending.RESIGNED: "left",
}
_LEFT = {
    Ending.STRUCK_OFF: "Xóa tên",
    Ending.EXPELLED: "Khai trừ",
    Ending.RESIGNED: "Xin ra khỏi Đảng",
}


@dataclass(frozen=True, slots=True)
class Span:
    """The period of a register: its first and its last day."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Tell whether a day is in it."""
        return day is not None and self.since <= day <= self.until


def roster_of(session: Session, branch: Organisation, span: Span) -> MemberRoster:
    """Return the roster of a branch at the end of a period; who left in the period keeps the row."""
    held = [
        each
        for each in _memberships(session, branch, span)
        if each.ends_on is None or each.ends_on > span.until or span.holds(each.ends_on)
    ]
    last = session.scalars(
        select(Reconciliation.held_on)
        .where(Reconciliation.branch_id == branch.id, Reconciliation.held_on <= span.until)
        .order_by(Reconciliation.held_on.desc())
    ).first()
    lines = tuple(
        _roster_line(each, each.member.list_number or number, span.until)
        for number, each in enumerate(in_list_order(held), 1)
    )
    return MemberRoster(
        form_label=_ROSTER_LABEL,
        issuer_lines=issuers_of(session, branch),
        dated=dated_on(session, span.until),
        reconciled_on=last,
        lines=lines,
    )


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
        found = in_list_order(_memberships(session, branch, span))
        lines = _once(cells for held in found for cells in books[kind](held))
    return MemberBook(
        form_label=_BOOK_LABEL,
        kind=kind,
        issuer_lines=issuers_of(session, branch),
        dated=dated_on(session, span.until),
        since=span.since,
        until=span.until,
        lines=tuple(BookLine(cells=cells) for cells in lines),
    )


def _memberships(session: Session, branch: Organisation | None, span: Span) -> list[Membership]:
    """Return who was in a branch, or in any, at some time of a period."""
    found = (
        select(Membership)
        .where(
            or_(Membership.starts_on.is_(None), Membership.starts_on <= span.until),
            or_(Membership.ends_on.is_(None), Membership.ends_on >= span.since),
        )
        .options(
            joinedload(Membership.branch),
            joinedload(Membership.member).options(joinedload(Member.person), selectinload(Member.standings)),
        )
    )
    if branch is not None:
        found = found.where(Membership.branch_id == branch.id)
    return list(session.scalars(found))


def _once(lines: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield each line once: who was in two branches of the period stands in the book of both."""
    yield from dict.fromkeys(lines)


def _roster_line(held: Membership, number: int, on: date) -> RosterLine:
    member, person = held.member, held.member.person
    gone = _GONE[held.ending] if held.ends_on is not None and held.ends_on <= on else ""
    went = _with_day(held.ends_on, held.destination)
    came = _with_day(held.starts_on, held.origin)
    return RosterLine(
        number=number,
        name=person.name,
        birth_name=member.birth_name or "",
        sex=sex_word(person.sex) if person.sex else "",
        ethnic=person.ethnic or "",
        religion=member.religion or "",
        home=member.home or "",
        schooling=member.schooling or "",
        theory=theory_word(member.theory) if member.theory else "",
        qualification=member.qualification or "",
        languages=member.languages or "",
        before=member.occupation_before or "",
        now=member.occupation or "",
        admitted=partial_cell(member.admitted),
        official=partial_cell(member.official),
        card=mask(member.card) if member.card else "",
        curriculum=member.curriculum or "",
        badge=member.badge or "",
        service=member.service or "",
        moved_out=went if gone == "moved" else "",
        moved_in=came if held.beginning in (Beginning.MOVED_IN, Beginning.WITHIN) else "",
        died=went if gone == "died" else "",
        left=f"{_LEFT[held.ending]} {went}" if gone == "left" and held.ending in _LEFT else "",
        note=_noted(member, on),
        gone=gone,
    )


def _noted(member: Member, on: date) -> str:
    """Say what differs on the day, the post, and what was noted."""
    words = {
        StandingKind.EXEMPT: "Miễn sinh hoạt",
        StandingKind.ELSEWHERE: "Tạm thời ở nơi khác",
        StandingKind.HERE: "Sinh hoạt tạm thời ở đây",
        StandingKind.SUSPENDED: "Đình chỉ sinh hoạt",
        StandingKind.CHARGED: "Bị khởi tố, tạm giam",
    }
    told = [
        joined(words[each.kind], each.place, each.paper_number, f"từ {short_day_text(each.starts_on)}")
        for each in member.standings
        if each.starts_on <= on and (each.ends_on is None or each.ends_on >= on)
    ]
    return joined(member.post, *told, member.note, between="; ")


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
    if held.ending in _LEFT and span.holds(held.ends_on):
        yield (
            *_who(held),
            partial_cell(held.member.admitted),
            day_cell(held.ends_on),
            _LEFT[held.ending],
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


def issuers_of(session: Session, branch: Organisation | None) -> tuple[str, ...]:
    """Return who issues a register: the commune's party body, and the branch where it is one's."""
    committee = session.scalars(
        select(Organisation).where(
            Organisation.kind == OrganisationKind.COMMITTEE, Organisation.ends_on.is_(None)
        )
    ).first()
    unit = own_unit(session)
    superior = committee.name if committee is not None else f"Đảng bộ {unit.kind} {unit.name}"
    return (superior.upper(),) if branch is None else (superior.upper(), branch.name.upper())


def dated_on(session: Session, on: date) -> DateLine:
    """Return place and date of a register."""
    return DateLine.on(own_office(session).settings.place or own_unit(session).name, on)


def _with_day(day: date | None, words: str | None) -> str:
    return joined(day_cell(day), words, between=" ")
