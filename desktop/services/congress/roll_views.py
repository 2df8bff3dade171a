"""The roll of a congress line by line, and the staircase from those convened down to the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from desktop.models.congress import Attendee, Congress
from desktop.models.party import Member
from desktop.models.store.session import reading
from desktop.rules import attendance as rules
from desktop.rules.attendance import Presence, Shortfall
from desktop.rules.standing import Standing
from desktop.rules.statute import Statute
from desktop.services.congress.lookup import found_congress
from desktop.services.congress.roll import register_roll
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.congress_roll import attendees_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class RollLine:
    """A member on the roll.

    Attributes:
        member: the key.
        official: whether probation was over on the day, whatever the standing is besides.
        paper: by which the standing is what it is.
        presence: None while nobody called the name.
    """

    member: int
    number: int
    name: str
    birth: str
    admitted: str
    official_on: str
    official: bool
    standing: Standing
    paper: str
    told_on: date | None = None
    presence: Presence | None = None
    reason: str = ""
    accepted_by: str = ""


@dataclass(frozen=True, slots=True)
class Stair:
    """A step of the staircase: those taken off for one reason, each with the paper or the reason."""

    reason: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Staircase:
    """The base from those convened down, in members.

    Attributes:
        convened: official members.
        steps: in the statute's order, empty ones too.
        base: of which shares are taken.
        voting: who is there and votes.
        needed: the smallest number of votes that elects.
        quorum: of official members; ``quorum_of_all`` with those on probation, where that differs;
            ``quorum_share`` what the statute asks for of either.
        elected: the clause on being elected.
    """

    convened: int
    steps: tuple[Stair, ...]
    base: int
    voting: int
    needed: int
    quorum: Shortfall
    quorum_of_all: Shortfall | None
    quorum_share: Fraction
    elected: ClauseView


@for_party
def roll_lines(workplace: Workplace, code: str) -> tuple[RollLine, ...]:
    """Return the roll of a congress: as it was reported, before that as the register has it.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        return lines_of(session, found_congress(session, code))


def lines_of(session: Session, congress: Congress) -> tuple[RollLine, ...]:
    """Return the roll of a congress line by line, with everybody where they are now."""
    held = {each.member_id: each for each in attendees_of(session, congress)}
    if congress.reported_at is not None:
        return tuple(
            _line(each.member, each.number, each.official, Standing(each.standing), each.paper or "", each)
            for each in held.values()
        )
    return tuple(
        _line(each.member, number, each.official, each.standing, each.paper, held.get(each.member.id))
        for number, each in enumerate(register_roll(session, congress), 1)
    )


def staircase(statute: Statute, lines: Sequence[RollLine]) -> Staircase:
    """Add up a roll by the statute; whose name nobody called yet is taken for absent.

    Source: congress.md §3.
    """
    counted = rules.attendance(
        statute,
        (
            rules.Attendee(line.member, line.official, line.standing, line.presence or Presence.ABSENT)
            for line in lines
        ),
    )
    by_member = {line.member: line for line in lines}
    elected = statute.clause("elected")
    return Staircase(
        convened=counted.convened,
        steps=tuple(
            Stair(
                each.reason,
                tuple(
                    (by_member[key].name, by_member[key].paper or by_member[key].reason)
                    for key in each.members
                ),
            )
            for each in counted.deductions
        ),
        base=counted.base,
        voting=counted.voting,
        needed=elected.needed_of(counted.base),
        quorum=counted.quorum,
        quorum_of_all=counted.quorum_of_all,
        quorum_share=statute.clause("quorum").fraction(),
        elected=clause_view(elected),
    )


def _line(
    member: Member, number: int, official: bool, standing: Standing, paper: str, held: Attendee | None
) -> RollLine:
    known = RollLine(
        member=member.id,
        number=number,
        name=held.name if held else member.person.name,
        birth=member.person.birth.text() if member.person.birth else "",
        admitted=member.admitted.text() if member.admitted else "",
        official_on=member.official.text() if member.official else "",
        official=official,
        standing=standing,
        paper=paper,
    )
    if held is None:
        return known
    return replace(
        known,
        told_on=held.told_on,
        presence=held.presence,
        reason=held.reason or "",
        accepted_by=held.accepted_by or "",
    )
