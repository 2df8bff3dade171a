"""The list of a vote at a congress: how many it may hold, and who comes on it from the floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.statute import Clause, Statute

COMMITTEE, SECRETARY, DEPUTY, DELEGATES = "committee", "secretary", "deputy", "delegates"

_OF_SEVERAL = (COMMITTEE, DELEGATES)


class Origin(StrEnum):
    """Who put a person up: the convening committee, somebody at the congress, or the person."""

    COMMITTEE = "committee"
    FLOOR = "floor"
    SELF = "self"


class ListFault(StrEnum):
    """What is not right in a list, or wants a decision of the congress."""

    NO_BRANCH = "no_branch"
    TOO_SMALL_FOR_COMMITTEE = "too_small_for_committee"
    COMMITTEE_TOO_LARGE = "committee_too_large"
    ONE_SEAT = "one_seat"
    SHORT = "short"
    NO_SURPLUS = "no_surplus"
    OVER_SURPLUS = "over_surplus"
    NOT_CONSENTED = "not_consented"
    NOT_LET_GO = "not_let_go"
    NOT_IN_COMMITTEE = "not_in_committee"


@dataclass(frozen=True, slots=True)
class Nominee:
    """Somebody put up for a post.

    Attributes:
        name: as on the ballot.
        origin: who put the person up.
        consents: hands raised for putting somebody of the floor on the list; None while nobody counted.
        withdraws: whether the person asked to be taken off.
        let_go: whether the congress agreed to that; None while it has not voted.
        in_committee: whether the person was elected to the committee; None where there is none.
    """

    name: str
    origin: Origin = Origin.COMMITTEE
    consents: int | None = None
    withdraws: bool = False
    let_go: bool | None = None
    in_committee: bool | None = None


@dataclass(frozen=True, slots=True)
class ListFinding:
    """A fault of a list.

    Attributes:
        fault: which.
        name: whom it is about; empty where it is the whole list.
        figure: what was found.
        wanted: what there should be, at least or at most.
        clause: that asks for it.
    """

    fault: ListFault
    name: str = ""
    figure: int = 0
    wanted: int = 0
    clause: Clause | None = None


def posts_in_order(statute: Statute, official_members: int) -> tuple[str, ...]:
    """Return what a branch elects, each on a ballot of its own, one after the other.

    A deputy and delegates are elected only where the congress wants them.

    Source: Party Statute 24.4; 294-QĐ/TW 23.2; 190-QĐ/TW 17.8 (rules.md §3; congress.md §5).
    """
    has_committee = statute.clause("committee_from").reached_by(official_members)
    return (COMMITTEE, SECRETARY, DEPUTY, DELEGATES) if has_committee else (SECRETARY, DEPUTY, DELEGATES)


def seat_findings(statute: Statute, post: str, seats: int) -> tuple[ListFinding, ...]:
    """List what is not right in how many are elected to a post.

    Source: 294-QĐ/TW 23.2 (rules.md §3, committee).
    """
    most = statute.clause("committee_max")
    if post == COMMITTEE and seats > most.whole():
        return (ListFinding(ListFault.COMMITTEE_TOO_LARGE, "", seats, most.whole(), most),)
    if post in (SECRETARY, DEPUTY) and seats != 1:
        return (ListFinding(ListFault.ONE_SEAT, "", seats, 1),)
    return ()


def most_on_list(statute: Statute, post: str, seats: int) -> int | None:
    """Return how many a list may hold without opinions being polled; None for a post of one.

    Of a small committee it is one more than the seats, else at most 30 % more, and one where that is none,
    since a surplus there must be.

    Source: 190-QĐ/TW art. 14 (rules.md §3, list).
    """
    if post not in _OF_SEVERAL:
        return None
    clause = _surplus(statute, post, seats)
    if clause.unit == "persons":
        return seats + clause.whole()
    more = clause.fraction() * seats
    return seats + max(more.numerator // more.denominator, 1)


def ballot_of(statute: Statute, seats: int, on_list: int) -> str:
    """Return how a ballot is marked: names struck where there is a surplus, else agree or not."""
    return str(statute.clause("ballot_with_surplus" if on_list > seats else "ballot_without_surplus").value)


def stands(statute: Statute, nominee: Nominee, present: int) -> bool:
    """Tell whether somebody is on the list, once hands were counted.

    Source: 190-QĐ/TW 14.3: over 30 % of those present for who was not put up by the convening committee; who
    was put up is taken off with the congress's consent alone.
    """
    if nominee.withdraws and nominee.let_go:
        return False
    if nominee.origin is Origin.COMMITTEE:
        return True
    return statute.clause("floor_nominee").passed_by(nominee.consents or 0, present)


def list_findings(
    statute: Statute,
    post: str,
    seats: int,
    nominees: Sequence[Nominee],
    *,
    official_members: int,
    present: int,
    polled: bool = False,
) -> tuple[ListFinding, ...]:
    """List what is not right in a list before it is closed.

    Args:
        statute: of the congress, as of its day.
        post: ``committee``, ``secretary``, ``deputy`` or ``delegates``.
        seats: that the congress decided on; for delegates those that the superior gave.
        nominees: everybody put up.
        official_members: of the branch: those convened.
        present: official members who are present and vote.
        polled: whether opinions were polled on a list over the surplus.

    Source: rules.md §3 (list, committee, under 9); congress.md §5.
    """
    found = _of_the_post(statute, post, seats, official_members)
    for each in nominees:
        if each.origin is not Origin.COMMITTEE and not stands(statute, each, present):
            clause = statute.clause("floor_nominee")
            found.append(
                ListFinding(
                    ListFault.NOT_CONSENTED, each.name, each.consents or 0, clause.needed_of(present), clause
                )
            )
        if each.withdraws and not each.let_go:
            found.append(ListFinding(ListFault.NOT_LET_GO, each.name))
        if post in (SECRETARY, DEPUTY) and each.in_committee is False:
            found.append(
                ListFinding(ListFault.NOT_IN_COMMITTEE, each.name, clause=statute.clause("committee_from"))
            )
    return (*found, *_of_the_number(statute, post, seats, _number(statute, nominees, present), polled=polled))


def _number(statute: Statute, nominees: Sequence[Nominee], present: int) -> int:
    return sum(stands(statute, each, present) for each in nominees)


def _of_the_post(statute: Statute, post: str, seats: int, official_members: int) -> list[ListFinding]:
    found = []
    branch, committee = statute.clause("branch_from"), statute.clause("committee_from")
    if not branch.reached_by(official_members):
        found.append(ListFinding(ListFault.NO_BRANCH, "", official_members, branch.whole(), branch))
    if post == COMMITTEE and not committee.reached_by(official_members):
        found.append(
            ListFinding(ListFault.TOO_SMALL_FOR_COMMITTEE, "", official_members, committee.whole(), committee)
        )
    return [*found, *seat_findings(statute, post, seats)]


def _of_the_number(
    statute: Statute, post: str, seats: int, number: int, *, polled: bool
) -> list[ListFinding]:
    if number < seats:
        return [ListFinding(ListFault.SHORT, "", number, seats)]
    most = most_on_list(statute, post, seats)
    if most is None:
        return []
    if number == seats:
        surplus = statute.clause("surplus_max")
        return [ListFinding(ListFault.NO_SURPLUS, "", number, seats + 1, surplus)]
    if number > most and not polled:
        return [ListFinding(ListFault.OVER_SURPLUS, "", number, most, _surplus(statute, post, seats))]
    return []


def _surplus(statute: Statute, post: str, seats: int) -> Clause:
    """Return the clause that limits a list: that of a small committee, in persons, or the usual share."""
    small, to = statute.find("surplus_small"), statute.find("surplus_small_to")
    if post == COMMITTEE and small is not None and to is not None and seats <= to.whole():
        return small
    return statute.clause("surplus_max")
