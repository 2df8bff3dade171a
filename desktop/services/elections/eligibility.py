"""Whether everybody on a candidate list may stand by the statute."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Round
from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.rules.eligibility import HAMLET, Aspirant, aspirants_who_may_not, residence_area
from desktop.services.elections.lookup import day_of, statute_for
from desktop.services.office.workplace import Workplace
from desktop.services.people.residence import lives_there


def candidate_problems(workplace: Workplace, session: Session, vote: Round) -> tuple[Problem, ...]:
    """List what the statute has against the candidates of the round, in the order of the ballot.

    Whoever the list of households shows to live where the statute asks for is listed. Somebody from another
    hamlet was written down anew, so a head of the same name and birth is taken for that person.
    """
    statute, day = statute_for(workplace, vote.election), day_of(vote)
    area = residence_area(statute.find("residence"))
    people = [candidacy.candidate.person for candidacy in vote.candidacies]
    heads = _heads_of(session, vote, area)
    known = {head.id for head in heads}
    births = {(head.folded, head.birth) for head in heads if head.birth is not None}
    aspirants = [
        Aspirant(person.birth, listed=person.id in known or (person.folded, person.birth) in births)
        for person in people
    ]
    return aspirants_who_may_not(aspirants, day, statute.find("age_min"), area)


def demand_old_enough(workplace: Workplace, session: Session, vote: Round) -> None:
    """Refuse candidates who are too young by a clause that was read in the official text.

    Raises:
        RequestRefused: ``candidates.age``.
    """
    if any(problem.code == "E503" for problem in candidate_problems(workplace, session, vote)):
        raise RequestRefused("candidates.age", where=vote.election.code)


def _heads_of(session: Session, vote: Round, area: str) -> list[Person]:
    """Return the heads of the households of the hamlet, or of its commune, on the election's day."""
    unit, day = vote.election.unit, vote.election.held_on
    place = Household.hamlet_id == unit.id if area == HAMLET else Unit.parent_id == unit.parent_id
    return list(
        session.scalars(
            select(Person)
            .join(Household, Household.head_id == Person.id)
            .join(Unit, Household.hamlet_id == Unit.id)
            .where(place, *lives_there(day))
        ).unique()
    )
