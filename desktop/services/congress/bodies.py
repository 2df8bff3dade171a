"""The bodies of a congress: who chairs it, who writes it down, who counts; members of the branch by name."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Attendee, Congress
from desktop.models.elections import Official, OfficialRole
from desktop.models.store.session import writing
from desktop.rules.attendance import Presence
from desktop.rules.standing import Standing
from desktop.services.congress.lookup import found_congress
from desktop.services.congress.roll import settle_roll
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace

PRESIDIUM = (OfficialRole.PRESIDIUM_HEAD, OfficialRole.PRESIDIUM_MEMBER)
SECRETARIAT = (OfficialRole.MEETING_SECRETARY, OfficialRole.SECRETARIAT_MEMBER)
COUNTING = (OfficialRole.COUNTING_HEAD, OfficialRole.COUNTING_MEMBER)
"""The bodies, each with its head first. A members' congress has no credentials committee (congress.md §4)."""

_BY_OFFICIAL = (*SECRETARIAT, *COUNTING)


@for_party
def choose(workplace: Workplace, code: str, role: str, place: int, member: int | None) -> None:
    """Put a member into a place of a body, or nobody.

    Args:
        workplace: the open office.
        code: the congress's.
        role: an ``OfficialRole`` of a congress.
        place: among those of the role, from 1.
        member: the key; None empties the place.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.closed``; ``congress.member``;
            ``congress.body.official`` for who isn't an official member of the branch in a body that asks for
            it; ``congress.body.twice`` for who is in that body already; ``congress.body.away`` for who
            isn't there; ``congress.body.stands`` for a counter who stands.

    Source: 294-QĐ/TW 12.1 to 12.4 (rules.md §3, bodies).
    """
    choose_all(workplace, code, {(role, place): member})


@for_party
def choose_all(workplace: Workplace, code: str, members: Mapping[tuple[str, int], int | None]) -> None:
    """Put members into several places of bodies, or nobody, all of them or none.

    Args:
        workplace: the open office.
        code: the congress's.
        members: the key of each member, None for nobody, by role and place.

    Raises:
        RequestRefused: as ``choose``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if congress.closed_at is not None:
            raise RequestRefused("congress.closed", where=congress.branch.name)
        election = congress.election
        # Places are emptied first, so that two can change theirs.
        for held in list(election.officials):
            if (held.role.value, held.position) in members:
                election.officials.remove(held)
                session.delete(held)
        session.flush()
        for (role, place), member in members.items():
            if member is None:
                continue
            wanted, line = OfficialRole(role), _member(session, congress, member)
            _check(congress, wanted, line)
            session.add(
                Official(
                    election=election,
                    role=wanted,
                    position=place,
                    name=line.name,
                    title=None,
                    person=line.member.person,
                )
            )
            session.flush()
        workplace.note(session, "congress.bodies", congress, "officials")


def counters_who_stand(congress: Congress, standing: set[int]) -> list[str]:
    """Name the counters who are among those who stand, by the keys of people.

    Source: 294-QĐ/TW 12.4.1 (rules.md §3, bodies).
    """
    return [
        one.name
        for one in congress.election.officials
        if one.role in COUNTING and one.person_id is not None and one.person_id in standing
    ]


def _member(session: Session, congress: Congress, member: int) -> Attendee:
    for line in settle_roll(session, congress):
        if line.member_id == member:
            return line
    raise RequestRefused("congress.member")


def _check(congress: Congress, role: OfficialRole, line: Attendee) -> None:
    body = next(body for body in (PRESIDIUM, SECRETARIAT, COUNTING) if role in body)
    person = line.member.person_id
    if any(one.role in body and one.person_id == person for one in congress.election.officials):
        raise RequestRefused("congress.body.twice", where=line.name)
    barred = (Standing.HERE, Standing.SUSPENDED, Standing.CHARGED)
    if role in _BY_OFFICIAL and (not line.official or line.standing in barred):
        raise RequestRefused("congress.body.official", where=line.name)
    if line.presence in (Presence.ABSENT, Presence.EXCUSED):
        raise RequestRefused("congress.body.away", where=line.name)
    if role in COUNTING and person in _who_stands(congress):
        raise RequestRefused("congress.body.stands", where=line.name)


def _who_stands(congress: Congress) -> set[int]:
    """Return the keys of people on a list that was closed, or who are put up and weren't let go."""
    listed = {
        candidacy.candidate.person_id for vote in congress.election.rounds for candidacy in vote.candidacies
    }
    put_up = {
        one.person_id
        for contest in congress.election.contests
        for one in contest.candidates
        if not (one.withdraws and one.let_go)
    }
    return listed | put_up
