"""What comes due for members and branches: probation, exemptions, stays, moves, the list beside the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.models.party import Ending, Member, Membership, Organisation, Standing, StandingKind
from desktop.models.store.session import reading
from desktop.rules.member_terms import MemberTerms
from desktop.rules.standing import probation_over
from desktop.rules.timeline import WorkingDays
from desktop.services.office.sides import for_party
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import BRANCHES, lives_on
from desktop.services.party.reconciliations import last_reconciliations
from desktop.services.party.standing import days_of, terms_on

AHEAD = 30
"""Days before which something that comes due is told."""


class DueKind(StrEnum):
    """What is due."""

    PROBATION = "probation"
    DECISION = "decision"
    VOTE_AGAIN = "vote_again"
    EXEMPT = "exempt"
    ELSEWHERE = "elsewhere"
    HERE = "here"
    SHOWN = "shown"
    MOVED = "moved"
    RECONCILE = "reconcile"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due.

    Attributes:
        kind: what it is.
        day: by when; None for what was never done.
        late: the day is over.
        branch, branch_name: of whom.
        member, name: who; None and empty for what concerns the whole branch.
        place: where to, of a move or a stay.
    """

    kind: DueKind
    day: date | None
    late: bool
    branch: str
    branch_name: str
    member: int | None = None
    name: str = ""
    place: str = ""


@for_party
def dues(workplace: Workplace, on: date | None = None, ahead: int = AHEAD) -> tuple[Due, ...]:
    """Return what is late on a day or comes due in so many days after it, the earliest first.

    Args:
        workplace: the open office.
        on: the day; today where left out.
        ahead: how many days to look ahead.
    """
    day = on or workplace.today()
    terms = terms_on(workplace, day)
    with reading(workplace.database) as session:
        working = working_days(session, day)
        found = [
            *_of_members(session, day, terms, working),
            *_of_moves(session, day, terms, working),
            *_of_branches(session, day, terms),
        ]
    last = day + timedelta(days=ahead)
    shown = [due for due in found if due.day is None or due.day <= last]
    return tuple(sorted(shown, key=lambda due: (due.day or date.min, due.branch_name, due.name)))


def _of_members(session: Session, day: date, terms: MemberTerms, working: WorkingDays) -> Iterator[Due]:
    held = (
        select(Membership)
        .where(*lives_on(Membership, day))
        .options(
            joinedload(Membership.branch),
            joinedload(Membership.member).options(joinedload(Member.person), selectinload(Member.standings)),
        )
    )
    for each in session.scalars(held):
        for kind, due, place in _due_of(each, day, terms, working):
            yield Due(
                kind,
                due,
                due < day,
                each.branch.code,
                each.branch.name,
                each.member_id,
                each.member.person.name,
                place,
            )


def _due_of(
    held: Membership, day: date, terms: MemberTerms, working: WorkingDays
) -> Iterator[tuple[DueKind, date, str]]:
    member = held.member
    over = probation_over(days_of(member), terms.probation)
    proposed = member.proposed_on
    if over is not None and proposed is None:
        yield DueKind.PROBATION, over, ""
    elif over is not None and proposed is not None:
        again = terms.voted_again_from(proposed, working)
        if again < day:
            yield DueKind.VOTE_AGAIN, again, ""
        else:
            yield DueKind.DECISION, terms.decided_by(proposed, working), ""
    ends = {StandingKind.EXEMPT: DueKind.EXEMPT, StandingKind.ELSEWHERE: DueKind.ELSEWHERE}
    for each in member.standings:
        if each.ends_on is None:
            continue
        if each.kind in ends and each.starts_on <= day <= each.ends_on:
            yield ends[each.kind], each.ends_on, each.place or ""
    stay = max((each for each in member.standings if each.kind is StandingKind.HERE), key=_end, default=None)
    if stay is None or stay.ends_on is None or stay.starts_on > day:
        return
    # Who came anew after the stay belongs here.
    if held.starts_on is None or held.starts_on <= stay.ends_on:
        yield DueKind.HERE, stay.ends_on, stay.place or ""


def _end(standing: Standing) -> date:
    return standing.ends_on or date.max


def _of_moves(session: Session, day: date, terms: MemberTerms, working: WorkingDays) -> Iterator[Due]:
    going = (
        select(Membership)
        .where(
            Membership.ending == Ending.MOVED,
            Membership.arrived_on.is_(None),
            Membership.paper_on.is_not(None),
            Membership.ends_on <= day,
        )
        .options(joinedload(Membership.branch), joinedload(Membership.member).joinedload(Member.person))
    )
    for each in session.scalars(going):
        if each.paper_on is None:
            continue
        moved = terms.moved_by(each.paper_on, working)
        late = moved < day
        due = moved if late else terms.paper_shown_by(each.paper_on, working)
        yield Due(
            DueKind.MOVED if late else DueKind.SHOWN,
            due,
            due < day,
            each.branch.code,
            each.branch.name,
            each.member_id,
            each.member.person.name,
            each.destination or "",
        )


def _of_branches(session: Session, day: date, terms: MemberTerms) -> Iterator[Due]:
    done = last_reconciliations(session, day)
    filled = select(Membership.branch_id).where(*lives_on(Membership, day))
    branches = select(Organisation).where(
        Organisation.kind.in_(BRANCHES), *lives_on(Organisation, day), Organisation.id.in_(filled)
    )
    for branch in session.scalars(branches):
        last = done.get(branch.id)
        due = None if last is None else terms.reconciled_by(last)
        yield Due(DueKind.RECONCILE, due, due is not None and due < day, branch.code, branch.name)
