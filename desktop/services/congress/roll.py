"""The roll of a congress: drawn from the register until the report is read, who was told, who is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import RequestRefused
from desktop.models.congress import Attendee, Congress, VotePresence
from desktop.models.elections import Round
from desktop.models.party import Member, Membership
from desktop.models.party import Standing as StandingRecord
from desktop.models.store.session import writing
from desktop.rules.attendance import Presence
from desktop.rules.standing import Standing, standing_on
from desktop.services.chain.gates import Gate, demand_of_congress
from desktop.services.congress.lookup import congress_vote, found_congress
from desktop.services.elections.congress_roll import attendees_of
from desktop.services.elections.lookup import state_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.clock_guard import TOLERANCE
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local
from desktop.services.party.branches import lives_on
from desktop.services.party.order import in_list_order
from desktop.services.party.standing import days_of, periods_of
from desktop.vietnamese.text import tidy
from desktop.wording import words

__all__ = [
    "Convened",
    "Presence",
    "all_present",
    "correct_presence",
    "keep_presences",
    "members_on",
    "official_convened",
    "read_report",
    "record_presence",
    "record_told",
    "register_roll",
    "settle_roll",
    "some_names",
    "take_back_report",
    "tell_all",
]

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Convened:
    """A member as the register shows them on the day of the congress.

    Attributes:
        official: whether probation was over, whatever the standing is besides.
        paper: by which the standing is what it is; empty where it follows from days.
    """

    member: Member
    official: bool
    standing: Standing
    paper: str


def register_roll(session: Session, congress: Congress) -> list[Convened]:
    """Return the members of the branch on the day of the congress, in the order of the register.

    Whoever's standing nobody knows is convened too, and counts as not official until the register says so.
    """
    return members_on(session, congress.branch_id, congress.election.held_on)


def members_on(session: Session, branch: int, day: date) -> list[Convened]:
    """Return the members of a branch, by its key, on a day, as ``register_roll`` does."""
    held = (
        select(Membership)
        .where(Membership.branch_id == branch, *lives_on(Membership, day))
        .options(
            joinedload(Membership.member).options(joinedload(Member.person), selectinload(Member.standings))
        )
    )
    found = []
    for each in in_list_order(session.scalars(held).unique()):
        days, periods = days_of(each.member), periods_of(each.member)
        standing = standing_on(day, days, periods)
        held_now = (
            one for one in each.member.standings if Standing(one.kind) is standing and _holds(one, day)
        )
        paper = next((_paper(one) for one in held_now), "")
        official = days.official is not None and days.official.latest() <= day
        found.append(Convened(each.member, official, standing, paper))
    return found


def official_convened(session: Session, congress: Congress) -> int:
    """Return how many official members of its own a branch has on the day of its congress."""
    if congress.reported_at is not None:
        lines = attendees_of(session, congress)
        return sum(each.official and each.standing != Standing.HERE for each in lines)
    return sum(
        each.official and each.standing is not Standing.HERE for each in register_roll(session, congress)
    )


def settle_roll(session: Session, congress: Congress) -> Sequence[Attendee]:
    """Bring the roll to what the register says, unless the report was read, and return its lines.

    What was written down of a member stays with the member.
    """
    if congress.reported_at is not None:
        return attendees_of(session, congress)
    convened = register_roll(session, congress)
    held = {each.member_id: each for each in attendees_of(session, congress)}
    wanted = {each.member.id for each in convened}
    for key, line in held.items():
        if key not in wanted:
            session.delete(line)
    # Numbers are made anew from above those in use, since no two may ever bear one.
    free = count(max((line.number for line in held.values()), default=0) + len(convened) + 1)
    for line in held.values():
        line.number = next(free)
    session.flush()
    for number, each in enumerate(convened, 1):
        known = held.get(each.member.id)
        if known is None:
            session.add(
                Attendee(
                    congress=congress,
                    member=each.member,
                    number=number,
                    name=each.member.person.name,
                    official=each.official,
                    standing=each.standing.value,
                    paper=each.paper or None,
                )
            )
        else:
            known.number, known.name, known.official = number, each.member.person.name, each.official
            known.standing, known.paper = each.standing.value, each.paper or None
    session.flush()
    return attendees_of(session, congress)


@for_party
def record_told(workplace: Workplace, code: str, member: int, told_on: date | None) -> None:
    """Write down when a member was told of the congress; None takes it back.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.member`` for somebody who isn't on the roll;
            ``congress.told`` for a day after the congress.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if told_on is not None and told_on > congress.election.held_on:
            raise RequestRefused("congress.told", where=f"{told_on:%d/%m/%Y}")
        line = _line(settle_roll(session, congress), member)
        line.told_on = told_on
        session.flush()
        workplace.note(session, "congress.told", line, "told_on")


@for_party
def tell_all(workplace: Workplace, code: str, told_on: date) -> int:
    """Write down that everybody was told of whom it isn't written yet; return how many.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.told`` for a day after the congress.

    Source: 06-HD/TW 14.2 (exempted members and those who are elsewhere are told too).
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if told_on > congress.election.held_on:
            raise RequestRefused("congress.told", where=f"{told_on:%d/%m/%Y}")
        untold = [line for line in settle_roll(session, congress) if line.told_on is None]
        for line in untold:
            line.told_on = told_on
        session.flush()
        workplace.note(session, "congress.told", congress, "told_on")
        return len(untold)


@for_party
def record_presence(
    workplace: Workplace,
    code: str,
    member: int,
    presence: Presence | None,
    *,
    reason: str = "",
    accepted_by: str = "",
    accepted_on: date | None = None,
) -> None:
    """Write down whether a member is there: for every vote whose ballots are given out from now on.

    Args:
        workplace: the open office.
        code: the congress's.
        member: the key.
        presence: None where it isn't known again.
        reason: of an absence; needed of one that the convening committee accepted.
        accepted_by: who accepted the reason.
        accepted_on: when.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.closed``; ``congress.member``; ``congress.excuse``
            for an accepted absence without a reason or without who accepted it, ``congress.excuse_day`` for
            one accepted after the congress; ``congress.barred`` for somebody suspended, charged or detained
            who would be present.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.closed_at is not None:
            raise RequestRefused("congress.closed", where=congress.branch.name)
        line = _line(settle_roll(session, congress), member)
        _check(line, presence, reason, accepted_by)
        if accepted_on is not None and accepted_on > congress.election.held_on:
            raise RequestRefused("congress.excuse_day", where=f"{accepted_on:%d/%m/%Y}")
        line.presence = presence
        line.reason = tidy(reason) or None
        line.accepted_by, line.accepted_on = tidy(accepted_by) or None, accepted_on
        session.flush()
        workplace.note(session, "congress.presence", line, "presence", "reason", "accepted_by")


@for_party
def all_present(workplace: Workplace, code: str) -> int:
    """Write down as present everybody of whom nothing is written yet and who may come; return how many.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.closed``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.closed_at is not None:
            raise RequestRefused("congress.closed", where=congress.branch.name)
        usual = (Standing.OFFICIAL, Standing.PROBATIONARY, Standing.HERE)
        called = [
            line
            for line in settle_roll(session, congress)
            if line.presence is None and Standing(line.standing) in usual
        ]
        for line in called:
            line.presence = Presence.PRESENT
        session.flush()
        workplace.note(session, "congress.presence", congress, "presence")
        return len(called)


@for_party
def read_report(workplace: Workplace, code: str, at: datetime) -> None:
    """Read the report on who attends: from here on nobody comes on the roll or leaves it.

    Who comes later is written down as present, and counts in every vote whose ballots aren't given out yet.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.reported``; ``meeting.future``;
            ``meeting.before_day`` for a moment before the day of the congress; ``congress.uncalled`` naming
            members of whom nobody said whether they are there; ``congress.unknown_standing`` for members
            whose days the register doesn't know; ``W603`` where a hamlet's chain keeps the gate shut.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.reported_at is not None:
            raise RequestRefused("congress.reported", where=congress.branch.name)
        if at > workplace.clock() + TOLERANCE:
            raise RequestRefused("meeting.future", where=f"{local(at):%H:%M %d/%m/%Y}")
        if local(at).date() < congress.election.held_on:
            raise RequestRefused("meeting.before_day", where=f"{congress.election.held_on:%d/%m/%Y}")
        lines = settle_roll(session, congress)
        unknown = [line.name for line in lines if line.standing == Standing.UNKNOWN]
        if unknown:
            raise RequestRefused("congress.unknown_standing", where=some_names(unknown))
        uncalled = [line.name for line in lines if line.presence is None]
        if uncalled:
            raise RequestRefused("congress.uncalled", where=some_names(uncalled))
        demand_of_congress(workplace, session, Gate.RECOGNISED, congress)
        congress.reported_at = at
        congress.opened_at = congress.opened_at or at
        session.flush()
        workplace.note(session, "congress.report", congress, "reported_at", "attendees")


@for_party
def take_back_report(workplace: Workplace, code: str) -> None:
    """Take the report back, as long as no ballots were given out.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.voted``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if any(vote.opened_at is not None for vote in congress.election.rounds):
            raise RequestRefused("congress.voted", where=congress.branch.name)
        congress.reported_at = None
        session.flush()
        workplace.note(session, "congress.report", congress, "reported_at")


@for_party
def correct_presence(workplace: Workplace, code: str, member: int, presence: Presence) -> None:
    """Put right where a member was at a vote whose count isn't finalised.

    Args:
        workplace: the open office.
        code: the vote's.
        member: the key.
        presence: at this vote.

    Raises:
        StepRefused: its ballots weren't given out, or its count is finalised.
        RequestRefused: ``unknown.congress``; ``congress.member``; ``congress.barred``, ``congress.excuse``.
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)
        state_of(vote).demand("correct_presence", *IN_MEETING)
        congress = found_congress(session, code)
        line = _line(attendees_of(session, congress), member)
        _check(line, presence, line.reason or "", line.accepted_by or "")
        held = select(VotePresence).where(
            VotePresence.round_id == vote.id, VotePresence.attendee_id == line.id
        )
        kept = session.scalars(held).one()
        kept.presence = presence
        session.flush()
        workplace.note(session, "congress.presence", kept, "presence")


def keep_presences(session: Session, congress: Congress, vote: Round) -> None:
    """Keep with a vote where everybody is now that its ballots are given out."""
    session.add_all(
        VotePresence(round=vote, attendee=line, presence=line.presence or Presence.ABSENT)
        for line in attendees_of(session, congress)
    )
    session.flush()


def some_names(names: Sequence[str]) -> str:
    """Name a few of several people, and how many others there are: a message has room for two lines."""
    few, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return words("party.congress.others", names=few, more=str(more)) if more > 0 else few


def _line(lines: Sequence[Attendee], member: int) -> Attendee:
    for line in lines:
        if line.member_id == member:
            return line
    raise RequestRefused("congress.member")


def _check(line: Attendee, presence: Presence | None, reason: str, accepted_by: str) -> None:
    if presence is Presence.PRESENT and line.standing in (Standing.SUSPENDED, Standing.CHARGED):
        raise RequestRefused("congress.barred", where=line.name)
    if presence is Presence.EXCUSED and not (tidy(reason) and tidy(accepted_by)):
        raise RequestRefused("congress.excuse", where=line.name)


def _holds(standing: StandingRecord, day: date) -> bool:
    return standing.starts_on <= day and (standing.ends_on is None or day <= standing.ends_on)


def _paper(standing: StandingRecord) -> str:
    """Say by which paper a standing is what it is, from when, and where the member is."""
    said = [standing.place or ""]
    if standing.paper_number:
        dated = f" {standing.paper_on:%d/%m/%Y}" if standing.paper_on else ""
        said.append(f"{standing.paper_number}{dated}")
    said.append(words("party.congress.since", day=f"{standing.starts_on:%d/%m/%Y}"))
    return ", ".join(each for each in said if each)
