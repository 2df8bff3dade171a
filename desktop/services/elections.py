"""An election from its plan to its candidate list, and the people who run it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import (
    Ballot,
    Campaign,
    Candidacy,
    Contest,
    ContestKind,
    Election,
    ElectionKind,
    Official,
    OfficialRole,
    Round,
    Title,
    Vote,
)
from desktop.models.people import Person, Sex
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.rules.ballot_order import Nominee, ballot_order
from desktop.rules.election_state import ElectionState
from desktop.services.lookup import contest_of, day_of, election_of, round_of, state_of, statute_for
from desktop.services.nominations import Nomination, candidate_for, forget_withdrawn, nominated
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy

_DECIDED = (ElectionState.FINALISED, ElectionState.RECOGNISED, ElectionState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is decided before an election: which hamlet, when, where, for which term, in which form.

    ``opening`` is the hour for which the meeting is planned; None while it is not known.
    """

    campaign: str
    campaign_name: str
    hamlet: str
    held_on: date
    term_from: date
    term_to: date
    venue: str
    ballot: str = "strike"
    opening: time | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """Somebody who runs the election: a role, how papers address and name them."""

    role: str
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class ElectionView:
    """An election as it stands: code, unit, statute, state, and the candidates in the order of the ballot."""

    code: str
    unit: str
    held_on: date
    statute: str
    state: str
    round: int
    candidates: tuple[str, ...]


def plan_election(workplace: Workplace, plan: Plan) -> ElectionView:
    """Open an election for a hamlet, under the statute in force on its day.

    Raises:
        RequestRefused: ``unknown.unit``; ``election.term`` for a term that ends before it begins;
            ``election.exists`` when the hamlet elects on that day already.
        StatuteRefused: no statute is in force on the day.
    """
    with writing(workplace.database) as session:
        return view_of(write_plan(workplace, session, plan))


def write_plan(workplace: Workplace, session: Session, plan: Plan) -> Election:
    """Open an election inside the caller's transaction.

    Raises:
        RequestRefused, StatuteRefused: as ``plan_election``.
    """
    if plan.term_to <= plan.term_from:
        raise RequestRefused("election.term", where=plan.hamlet)
    unit = unit_on(session, plan.hamlet, plan.held_on)
    code = f"{plan.hamlet}-{plan.held_on:%Y%m%d}"
    if session.scalar(select(Election.id).where(Election.code == code)):
        raise RequestRefused("election.exists", where=code)
    election = Election(
        code=code,
        campaign=_campaign(session, plan),
        unit=unit,
        kind=ElectionKind.REGULAR,
        held_on=plan.held_on,
        statute=workplace.statutes.in_force(ContestKind.HAMLET_HEAD, plan.held_on).id,
        term_from=plan.term_from,
        term_to=plan.term_to,
        state=ElectionState.DRAFT,
        venue=tidy(plan.venue),
    )
    contest = Contest(election=election, kind=ContestKind.HAMLET_HEAD, post=head_of(unit))
    first = Round(
        contest=contest,
        number=1,
        vote=Vote.FIRST,
        attempt=1,
        ballot=Ballot(plan.ballot),
        seats=1,
        opening=plan.opening,
    )
    session.add_all([election, contest, first])
    session.flush()
    workplace.note(session, "election.plan", election, "held_on", "opening", "statute", "venue")
    return election


def list_candidates(workplace: Workplace, code: str, nominations: Sequence[Nomination]) -> ElectionView:
    """Fix the candidate list of the round that is being held, in the order of the ballot.

    Raises:
        StepRefused: ballots are printed already.
        RequestRefused: ``candidates.count`` for fewer than the statute asks, ``candidates.unknown`` or
            ``candidates.ambiguous`` for a name that is nobody's or several people's in the hamlet,
            ``candidates.twice`` for somebody named two times; of a newcomer ``candidates.name`` and
            ``candidates.birth``.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).list_candidates()
        contest = contest_of(election)
        people = [nominated(session, contest, nomination) for nomination in nominations]
        if len({person.id for person in people}) < len(people):
            raise RequestRefused("candidates.twice", where=code)
        _check_number(workplace, election, len(people))
        _write_list(session, round_of(election), people)
        workplace.note(session, "candidates.list", election, "candidates", "state")
        return view_of(election)


def withdraw_candidates(workplace: Workplace, code: str) -> ElectionView:
    """Take everybody off the candidate list of the round that is being held.

    Raises:
        StepRefused: nobody is listed, or ballots are printed already.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).withdraw_candidates()
        _write_list(session, round_of(election), [])
        workplace.note(session, "candidates.withdraw", election, "candidates", "state")
        return view_of(election)


def appoint(workplace: Workplace, code: str, appointments: Sequence[Appointment]) -> None:
    """Name the election team, the counting committee and the witnesses, until the count is finalised.

    Raises:
        StepRefused: the count is finalised, and its minutes name those who signed them.
        RequestRefused: ``officials.committee`` or ``officials.witnesses`` for a number the statute does not
            allow.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        state_of(election).demand("appoint", *(state for state in ElectionState if state not in _DECIDED))
        _check_officials(workplace, election, appointments)
        write_officials(workplace, session, election, appointments)


def write_officials(
    workplace: Workplace, session: Session, election: Election, appointments: Sequence[Appointment]
) -> None:
    """Write down who runs the election, in place of whoever stood there before.

    Whoever keeps a role keeps the telephone number that was written down.
    """
    phones = {(official.role, official.name): official.phone for official in election.officials}
    for official in list(election.officials):
        session.delete(official)
    election.officials.clear()
    session.flush()
    for position, appointment in enumerate(appointments, 1):
        role, name = OfficialRole(appointment.role), tidy(appointment.name)
        session.add(
            Official(
                election=election,
                role=role,
                position=position,
                name=name,
                title=appointment.title,
                phone=phones.get((role, name)),
            )
        )
    session.flush()
    workplace.note(session, "officials.appoint", election, "officials")


def election(workplace: Workplace, code: str) -> ElectionView:
    """Return an election as it stands."""
    with reading(workplace.database) as session:
        return view_of(election_of(session, code))


def view_of(found: Election) -> ElectionView:
    """Return an election as a value."""
    current = round_of(found)
    return ElectionView(
        code=found.code,
        unit=f"{found.unit.kind} {found.unit.name}",
        held_on=day_of(found),
        statute=found.statute,
        state=found.state,
        round=current.number,
        candidates=tuple(candidacy.candidate.printed_name for candidacy in current.candidacies),
    )


def head_of(unit: Unit) -> str:
    """Return the word for the head of a unit: ``Trưởng thôn``, of a tổ dân phố ``Tổ trưởng tổ dân phố``."""
    kind = unit.kind.lower()
    return f"Tổ trưởng {kind}" if kind.startswith("tổ") else f"Trưởng {kind}"


def nominee_of(person: Person) -> Nominee:
    """Return a person as the rules on ballots see them."""
    return Nominee(
        name=person.name,
        title=title_of(person),
        birth=person.birth,
    )


def title_of(person: Person) -> Literal["Ông", "Bà", ""]:
    """Return the word before a person's name, empty where the sex is not known: nobody is to guess it."""
    if person.sex is None:
        return ""
    return Title.MRS.value if person.sex is Sex.FEMALE else Title.MR.value


def addressed(person: Person, name: str) -> str:
    """Name a person as papers do: with the word before the name where it is known."""
    return f"{title_of(person)} {name}".strip()


def _campaign(session: Session, plan: Plan) -> Campaign:
    found = session.scalars(select(Campaign).where(Campaign.code == plan.campaign)).one_or_none()
    return found or Campaign(code=plan.campaign, name=plan.campaign_name, election_day=plan.held_on)


def _write_list(session: Session, current: Round, people: Sequence[Person]) -> None:
    for candidacy in list(current.candidacies):
        session.delete(candidacy)
    current.candidacies.clear()
    session.flush()
    for position, index in enumerate(ballot_order([nominee_of(person) for person in people]), 1):
        candidate = candidate_for(current.contest, people[index])
        session.add(Candidacy(round=current, candidate=candidate, position=position))
    session.flush()
    forget_withdrawn(session, current.contest)


def _check_number(workplace: Workplace, election: Election, number: int) -> None:
    statute = statute_for(workplace, election)
    least, most = statute.clause("candidates_min"), statute.find("candidates_max")
    if number < least.whole() or (most is not None and number > most.whole()):
        raise RequestRefused("candidates.count", where=election.code)


def _check_officials(workplace: Workplace, election: Election, appointments: Sequence[Appointment]) -> None:
    statute = statute_for(workplace, election)
    roles = [appointment.role for appointment in appointments]
    committee = roles.count("counting_head") + roles.count("counting_member")
    least, most = statute.find("counting_committee_min"), statute.find("counting_committee_max")
    wrong = (least is not None and committee < least.whole()) or (
        most is not None and committee > most.whole()
    )
    if wrong or roles.count("counting_head") != 1:
        raise RequestRefused("officials.committee", where=election.code)
    witnesses = statute.find("witnesses")
    if witnesses is not None and roles.count("witness") != witnesses.whole():
        raise RequestRefused("officials.witnesses", where=election.code)
