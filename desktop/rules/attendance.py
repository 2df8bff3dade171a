"""Who attends a congress of a branch: who votes, whether enough came, and the base as a row of deductions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.standing import Standing
from desktop.rules.statute import Clause, Statute


class Presence(StrEnum):
    """Where a member is when a vote is held.

    ``excused`` is only who is away throughout the congress, for a reason that the convening committee
    accepted; whoever leaves before a vote is ``absent`` and weighs on its base.
    """

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member on the roll of a congress, as it stands at one vote.

    Attributes:
        key: by which the caller knows the member.
        official: whether probation was over on the day, whatever else the member is.
        standing: on the day of the congress.
        presence: at this vote.
    """

    key: int
    official: bool
    standing: Standing
    presence: Presence

    @property
    def is_here_for_a_time(self) -> bool:
        """Tell whether the member belongs to another branch, and votes there."""
        return self.standing is Standing.HERE

    @property
    def votes(self) -> bool:
        """Tell whether the member votes: official, of this branch, with no seat taken away, and come.

        Source: 294-QĐ/TW 6.3.2.b and 9.3.2; 06-HD/TW 14.2 (rules.md §3, who votes).
        """
        may = self.standing in (Standing.OFFICIAL, Standing.EXEMPT, Standing.ELSEWHERE)
        return self.official and may and self.presence is Presence.PRESENT


@dataclass(frozen=True, slots=True)
class Deduction:
    """Official members who don't weigh on the base, for one reason; ``members`` are their keys."""

    reason: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Whether enough came, counted in one of the two ways that the law's letter leaves open.

    Attributes:
        present: of those convened.
        convened: the whole, in members.
        needed: the smallest number that is enough.
        met: whether it is reached.
    """

    present: int
    convened: int
    needed: int
    met: bool


@dataclass(frozen=True, slots=True)
class Attendance:
    """What one vote's attendance comes to, in members.

    Attributes:
        convened: official members convened, before any deduction.
        deductions: in the statute's order; one with nobody in it stands there too.
        base: the number that shares are taken of.
        voting: who votes now.
        quorum: of official members, which decides.
        quorum_of_all: with members on probation, who are convened too; None where it comes to the same.
    """

    convened: int
    deductions: tuple[Deduction, ...]
    base: int
    voting: int
    quorum: Shortfall
    quorum_of_all: Shortfall | None


def attendance(statute: Statute, attendees: Iterable[Attendee]) -> Attendance:
    """Add up the attendance at one vote.

    Exempted members and those who are temporarily elsewhere weigh on the base only if they come; suspended,
    charged and detained ones have no seat in it; nor has who is away throughout for an accepted reason.
    Whoever is away without one, or left, weighs on it.

    Raises:
        StatuteRefused: the statute has no clause on quorum or deductions.

    Source: Party Statute 11.6; 294-QĐ/TW 9.3.2; 06-HD/TW 14.2 (rules.md §3; congress.md §3).
    """
    of_branch = [each for each in attendees if not each.is_here_for_a_time]
    official = [each for each in of_branch if each.official]
    held: dict[str, list[int]] = {reason: [] for reason in statute.clause("deductions").words()}
    for each in official:
        reason = deduction_of(each)
        if reason in held:
            held[reason].append(each.key)
    deductions = tuple(Deduction(reason, tuple(members)) for reason, members in held.items())
    quorum = statute.clause("quorum")
    of_official = _shortfall(quorum, official)
    of_all = _shortfall(quorum, of_branch)
    return Attendance(
        convened=len(official),
        deductions=deductions,
        base=len(official) - sum(len(each.members) for each in deductions),
        voting=sum(each.votes for each in official),
        quorum=of_official,
        quorum_of_all=of_all if len(of_branch) > len(official) else None,
    )


def deduction_of(attendee: Attendee) -> str | None:
    """Return for which reason a member of the branch doesn't weigh on the base; None for one who does.

    Source: rules.md §3 (base for "elected"); the words are those of the clause ``deductions``.
    """
    match attendee.standing:
        case Standing.SUSPENDED:
            return "suspended"
        case Standing.CHARGED:
            return "detained"
        case Standing.ELSEWHERE if attendee.presence is not Presence.PRESENT:
            return "moved_out"
        case Standing.EXEMPT if attendee.presence is not Presence.PRESENT:
            return "exempt_absent"
        case Standing.OFFICIAL if attendee.presence is Presence.EXCUSED:
            return "excused"
    return None


def _shortfall(clause: Clause, convened: list[Attendee]) -> Shortfall:
    # Who is suspended, charged or detained is counted among those convened, by the letter, and can't attend.
    barred = (Standing.SUSPENDED, Standing.CHARGED)
    present = sum(each.presence is Presence.PRESENT and each.standing not in barred for each in convened)
    whole = len(convened)
    return Shortfall(present, whole, clause.needed_of(whole), clause.passed_by(present, whole))
