"""The people who run an election: saved while the list is being made, and what is still missing in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import (
    Election,
    Official,
    OfficialRole,
    Round,
    Vote,
)
from desktop.models.store.session import writing
from desktop.rules.facts import counted_in_meeting
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.elections.lookup import state_of, statute_for, vote_of
from desktop.services.elections.phases import BEFORE_RESULT
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

MAY_STAND = (
    OfficialRole.WITNESS,
    OfficialRole.FRONT_BOARD_HEAD,
    OfficialRole.MEETING_SECRETARY,
    OfficialRole.PRESIDIUM_HEAD,
    OfficialRole.PRESIDIUM_MEMBER,
    OfficialRole.SECRETARIAT_MEMBER,
)
"""Roles that somebody may have who stands; no candidate is in a team or a committee."""

_DECIDED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class _Counters:
    """Who counts: the part of the list, its roles, and the clauses that say how many they are."""

    part: str
    head: OfficialRole
    member: OfficialRole
    clause: str


_COUNTING_COMMITTEE = _Counters(
    "counting", OfficialRole.COUNTING_HEAD, OfficialRole.COUNTING_MEMBER, "counting_committee"
)
_HAND_OUT_TEAM = _Counters(
    "hand_out", OfficialRole.HAND_OUT_HEAD, OfficialRole.HAND_OUT_MEMBER, "hand_out_team"
)


@dataclass(frozen=True, slots=True)
class Lack:
    """A part of the list that isn't right yet.

    Attributes:
        part: ``team_head``, ``counting_head``, ``counting``, ``hand_out_head``, ``hand_out`` or ``witness``.
        have: how many are named.
        least, most: how many there must be; ``most`` is None without a bound.
        article: where the number stands, empty where no clause sets it.
    """

    part: str
    have: int
    least: int
    most: int | None
    article: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Somebody who runs the election: a role, how papers address and name them, and their post beside it."""

    role: str
    title: str
    name: str
    post: str = ""


def appoint(workplace: Workplace, code: str, appointments: Sequence[Appointment]) -> None:
    """Name the election team, the counting committee and the witnesses, until the count is finalised.

    Raises:
        StepRefused: the count is finalised, and its minutes name those who signed them.
        RequestRefused: ``officials.committee`` or ``officials.witnesses`` for a number the statute does not
            allow.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("appoint", *(state for state in VoteState if state not in _DECIDED))
        _check_officials(workplace, vote, appointments)
        write_officials(workplace, session, vote.election, appointments)


class Named(TypedDict, total=False):
    """What is changed of a line of the list; what is not named stays."""

    title: str
    name: str
    phone: str | None
    post: str


def record_official(
    workplace: Workplace, code: str, role: str, place: int, **changed: Unpack[Named]
) -> Named:
    """Write down who fills one line of a role as far as it is known, and leave the others as they are.

    The minutes want the list complete. Another name is another person: telephone number and post go with the
    one who stood there. A line without a name is taken away.

    Args:
        workplace: the open office.
        code: the election's.
        role: an ``OfficialRole``.
        place: of the line among those of the role, from 1; some may be empty.
        changed: the fields of ``Named`` that are written.

    Returns:
        The whole line as it stood before; its name is empty where nobody did.

    Raises:
        StepRefused: the count is finalised, and its minutes name those who signed them.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("appoint", *BEFORE_RESULT)
        election, wanted = vote.election, OfficialRole(role)
        line = next((o for o in election.officials if (o.role, o.position) == (wanted, place)), None)
        before = Named(title="", name="", phone=None, post="")
        if line is not None:
            before = Named(title=line.title or "", name=line.name, phone=line.phone, post=line.post or "")
        name = tidy(changed.get("name", before["name"]))
        same = name == before["name"]
        if line is None and not name:
            return before
        if line is not None and not name:
            election.officials.remove(line)
            session.delete(line)
        elif name:
            if line is None:
                line = Official(election=election, role=wanted, position=place, name=name)
                session.add(line)
            line.name, line.title = name, changed.get("title", before["title"])
            line.phone = changed.get("phone", before["phone"] if same else None)
            line.post = tidy(changed.get("post", before["post"] if same else "")) or None
        session.flush()
        workplace.note(session, "officials.appoint", election, "officials")
        return before


def may_appoint(vote: Round) -> bool:
    """Tell whether the list may still change."""
    return state_of(vote) in BEFORE_RESULT


def missing_officials(statute: Statute, vote: Round) -> tuple[Lack, ...]:
    """List the parts whose number is not what the statute asks, in the order of the list.

    Slips that were handed to households are counted by the team that handed them out, raised hands by the
    meeting itself where the statute says so.

    Source: rules.md §2 (election team, counting committee of 3 to 5, 2 witnesses; hand-out team of 3 to 5;
    hands counted at once, no counting committee).
    """
    by_meeting = counted_in_meeting(statute, vote.ballot)
    have = Counter(official.role for official in vote.election.officials)
    counted_by = _HAND_OUT_TEAM if vote.vote is Vote.HAND_OUT else _COUNTING_COMMITTEE
    counting = have[counted_by.head] + have[counted_by.member]
    least, most = statute.find(f"{counted_by.clause}_min"), statute.find(f"{counted_by.clause}_max")
    witnesses = statute.find("witnesses")
    found = []
    if have[OfficialRole.TEAM_HEAD] != 1:
        found.append(Lack("team_head", have[OfficialRole.TEAM_HEAD], 1, 1))
    if not by_meeting and have[counted_by.head] != 1:
        found.append(Lack(counted_by.head, have[counted_by.head], 1, 1))
    if not by_meeting and ((least and counting < least.whole()) or (most and counting > most.whole())):
        found.append(
            Lack(
                counted_by.part,
                counting,
                least.whole() if least else 1,
                most.whole() if most else None,
                (least or most or statute.clause("quorum")).article,
            )
        )
    if witnesses is not None and have[OfficialRole.WITNESS] != witnesses.whole():
        count = witnesses.whole()
        found.append(Lack("witness", have[OfficialRole.WITNESS], count, count, witnesses.article))
    return tuple(found)


def counting_roles(vote: Round) -> tuple[OfficialRole, OfficialRole]:
    """Return the roles of who counts a vote, its head first."""
    counted_by = _HAND_OUT_TEAM if vote.vote is Vote.HAND_OUT else _COUNTING_COMMITTEE
    return counted_by.head, counted_by.member


def team_names(election: Election) -> list[str]:
    """Name the teams and the counting committee, in which no candidate may be."""
    return [o.name for o in election.officials if o.role not in MAY_STAND]


def listed_names(current: Round) -> list[str]:
    """Name the candidates of a round in the order of the ballot."""
    return [candidacy.candidate.printed_name for candidacy in current.candidacies]


def write_officials(
    workplace: Workplace, session: Session, election: Election, appointments: Sequence[Appointment]
) -> None:
    """Write down who runs the election, in place of whoever stood there before.

    Whoever keeps a role keeps the telephone number, and the post where none is told, that was written down.
    """
    kept = {
        (official.role, official.name): (official.phone, official.post) for official in election.officials
    }
    for official in list(election.officials):
        session.delete(official)
    election.officials.clear()
    session.flush()
    places: Counter[str] = Counter()
    for appointment in appointments:
        role, name = OfficialRole(appointment.role), tidy(appointment.name)
        places[role] += 1
        phone, post = kept.get((role, name), (None, None))
        session.add(
            Official(
                election=election,
                role=role,
                position=places[role],
                name=name,
                title=appointment.title,
                phone=phone,
                post=tidy(appointment.post) or post,
            )
        )
    session.flush()
    workplace.note(session, "officials.appoint", election, "officials")


def _check_officials(workplace: Workplace, vote: Round, appointments: Sequence[Appointment]) -> None:
    election = vote.election
    statute = statute_for(workplace, election)
    roles = [appointment.role for appointment in appointments]
    committee = roles.count("counting_head") + roles.count("counting_member")
    least, most = statute.find("counting_committee_min"), statute.find("counting_committee_max")
    wrong = (least is not None and committee < least.whole()) or (
        most is not None and committee > most.whole()
    )
    named = committee or not counted_in_meeting(statute, vote.ballot)
    if named and (wrong or roles.count("counting_head") != 1):
        raise RequestRefused("officials.committee", where=election.code)
    witnesses = statute.find("witnesses")
    if witnesses is not None and roles.count("witness") != witnesses.whole():
        raise RequestRefused("officials.witnesses", where=election.code)
