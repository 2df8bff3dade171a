"""Members of a branch as they are seen: who is in it on a day, and one of them through time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import RequestRefused
from desktop.models.party import Beginning, Ending, Member, Membership, StandingKind
from desktop.models.party import Standing as StandingRecord
from desktop.models.posts import PostKind
from desktop.models.store.session import reading
from desktop.rules.member_terms import MemberTerms
from desktop.rules.standing import Standing, Trouble, probation_over
from desktop.rules.timeline import WorkingDays
from desktop.services.office.sides import for_party
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on, lives_on
from desktop.services.party.post_views import posts_held
from desktop.services.party.standing import days_of, probation_months, seen_on, terms_on
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.theory_levels import theory_word

DATE_FIELDS = ("admitted", "official")


TEXT_FIELDS = (
    "card",
    "home",
    "post",
    "note",
    "birth_name",
    "religion",
    "schooling",
    "qualification",
    "languages",
    "occupation",
    "occupation_before",
    "curriculum",
    "badge",
    "service",
)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in a list, as of a day; days are ``dd/mm/yyyy`` as far as they are known.

    Attributes:
        until: the day on which probation, or the stored standing, is over; None where that isn't known.
        since: from when a stored standing holds.
        place: where a member temporarily is, or comes from.
        troubles: what wants a person.
        sex: the word; empty where it isn't known.
        age: in whole years on the day, by the year alone where no more is known.
        theory: the word of the level.
        post: what the branch's list says of it.
        held: posts that are held on the day, each with its own word where its kind has none.
    """

    id: int
    name: str
    birth: str
    admitted: str
    post: str
    standing: Standing
    until: date | None = None
    since: date | None = None
    place: str = ""
    troubles: tuple[Trouble, ...] = ()
    sex: str = ""
    ethnic: str = ""
    age: int | None = None
    theory: str = ""
    list_number: int | None = None
    held: tuple[tuple[PostKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A stored standing of the past, of today, or to come.

    Attributes:
        fits: whether a temporary stay is as long as the law allows; None where that isn't asked.
    """

    id: int
    kind: Standing
    starts_on: date
    ends_on: date | None
    reason: str
    place: str
    paper: str
    paper_on: date | None = None
    fits: bool | None = None


@dataclass(frozen=True, slots=True)
class TimeInBranch:
    """A time in a branch: how it began and ended, from where and where to, by which papers.

    Attributes:
        shown_by, moved_by: by when the paper of a move that goes on has to be shown, and the move done.
    """

    id: int
    branch: str
    code: str
    starts_on: date | None
    ends_on: date | None
    beginning: Beginning | None
    origin: str
    entry: str
    entry_on: date | None
    ending: Ending | None
    destination: str
    paper: str
    paper_on: date | None
    arrived_on: date | None
    shown_by: date | None = None
    moved_by: date | None = None


@dataclass(frozen=True, slots=True)
class MemberDetail:
    """A member as edited; numbers stand masked beside the full ones, which only the panel shows.

    Attributes:
        branches: the latest first.
        standings: the latest first.
    """

    id: int
    person: int
    line: MemberLine
    name: str
    birth: str
    sex: str
    identity: str = field(repr=False)
    ethnic: str
    admitted: str
    official: str
    card: str = field(repr=False)
    card_masked: str
    home: str
    post: str
    note: str
    proposed_on: date | None
    card_on: date | None
    list_number: int | None
    birth_name: str
    religion: str
    schooling: str
    theory: str
    qualification: str
    languages: str
    occupation: str
    occupation_before: str
    curriculum: str
    badge: str
    service: str
    branches: tuple[TimeInBranch, ...]
    standings: tuple[StandingLine, ...]


@for_party
def member_lines(workplace: Workplace, branch: str, on: date | None = None) -> tuple[MemberLine, ...]:
    """Return the members of a branch on a day, in Vietnamese order.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    day = on or workplace.today()
    months = probation_months(workplace, day)
    with reading(workplace.database) as session:
        found = branch_on(session, branch, day)
        held = (
            select(Membership)
            .where(Membership.branch_id == found.id, *lives_on(Membership, day))
            .options(
                joinedload(Membership.member).options(
                    joinedload(Member.person),
                    selectinload(Member.standings),
                    selectinload(Member.memberships),
                )
            )
        )
        members = [each.member for each in session.scalars(held)]
        posts = posts_held(session, (each.person_id for each in members), day)
        lines = [replace(_line(each, day, months), held=posts.get(each.person_id, ())) for each in members]
    return tuple(sorted(lines, key=lambda line: name_sort_key(line.name)))


@for_party
def member(workplace: Workplace, key: int, on: date | None = None) -> MemberDetail:
    """Return one member as of a day.

    Raises:
        RequestRefused: ``unknown.member``.
    """
    day = on or workplace.today()
    terms = terms_on(workplace, day)
    with reading(workplace.database) as session:
        return _detail(found_member(session, key), day, terms, working_days(session, day))


def found_member(session: Session, key: int) -> Member:
    """Return the member of a key.

    Raises:
        RequestRefused: ``unknown.member``.
    """
    found = session.get(Member, key)
    if found is None:
        raise RequestRefused("unknown.member", where=str(key))
    return found


def _line(found: Member, day: date, months: int) -> MemberLine:
    standing, troubles = seen_on(found, day, months)
    stored = next(
        (
            each
            for each in found.standings
            if Standing(each.kind) is standing
            and each.starts_on <= day
            and (each.ends_on is None or each.ends_on >= day)
        ),
        None,
    )
    until = probation_over(days_of(found), months) if standing is Standing.PROBATIONARY else None
    return MemberLine(
        found.id,
        found.person.name,
        _text(found.person.birth),
        _text(found.admitted),
        found.post or "",
        standing,
        stored.ends_on if stored else until,
        stored.starts_on if stored else None,
        (stored.place or "") if stored else "",
        troubles,
        sex_word(found.person.sex) if found.person.sex else "",
        found.person.ethnic or "",
        _age(found.person.birth, day),
        theory_word(found.theory) if found.theory else "",
        found.list_number,
    )


def _detail(found: Member, day: date, terms: MemberTerms, working: WorkingDays) -> MemberDetail:
    person = found.person
    return MemberDetail(
        id=found.id,
        person=found.person_id,
        line=_line(found, day, terms.probation),
        name=person.name,
        birth=_text(person.birth),
        sex=sex_word(person.sex) if person.sex else "",
        identity=person.identity or "",
        ethnic=person.ethnic or "",
        admitted=_text(found.admitted),
        official=_text(found.official),
        card_masked=mask(found.card) if found.card else "",
        proposed_on=found.proposed_on,
        card_on=found.card_on,
        list_number=found.list_number,
        theory=theory_word(found.theory) if found.theory else "",
        branches=tuple(_time_in(each, terms, working) for each in _latest_first(found.memberships)),
        standings=tuple(
            _standing(each, terms)
            for each in sorted(found.standings, key=lambda each: each.starts_on, reverse=True)
        ),
        **{name: getattr(found, name) or "" for name in TEXT_FIELDS},
    )


def _latest_first(memberships: Iterable[Membership]) -> list[Membership]:
    return sorted(memberships, key=lambda each: (each.starts_on or date.min, each.id), reverse=True)


def _time_in(each: Membership, terms: MemberTerms, working: WorkingDays) -> TimeInBranch:
    going = each.ending is Ending.MOVED and each.arrived_on is None and each.paper_on is not None
    return TimeInBranch(
        each.id,
        each.branch.name,
        each.branch.code,
        each.starts_on,
        each.ends_on,
        each.beginning,
        each.origin or "",
        each.entry_number or "",
        each.entry_on,
        each.ending,
        each.destination or "",
        each.paper_number or "",
        each.paper_on,
        each.arrived_on,
        terms.paper_shown_by(each.paper_on, working) if going and each.paper_on else None,
        terms.moved_by(each.paper_on, working) if going and each.paper_on else None,
    )


def _standing(each: StandingRecord, terms: MemberTerms) -> StandingLine:
    temporary = each.kind in (StandingKind.ELSEWHERE, StandingKind.HERE)
    return StandingLine(
        each.id,
        Standing(each.kind),
        each.starts_on,
        each.ends_on,
        each.reason or "",
        each.place or "",
        each.paper_number or "",
        each.paper_on,
        terms.temporary_fits(each.starts_on, each.ends_on, study=each.study)
        if temporary and each.ends_on is not None
        else None,
    )


def _age(birth: PartialDate | None, day: date) -> int | None:
    if birth is None:
        return None
    born = birth.earliest()
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _text(day: PartialDate | None) -> str:
    return day.text() if day else ""
