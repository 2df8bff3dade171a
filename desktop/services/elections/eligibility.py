"""Whether everybody on a candidate list may stand by the statute."""

from __future__ import annotations

from collections.abc import Collection

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Election
from desktop.rules.eligibility import Aspirant, aspirants_who_may_not
from desktop.services.elections.lookup import day_of, round_of, statute_for
from desktop.services.office.workplace import Workplace


def candidate_problems(
    workplace: Workplace, election: Election, heads: Collection[int]
) -> tuple[Problem, ...]:
    """List what the statute has against the candidates of the round, in the order of the ballot.

    Args:
        workplace: the open office.
        election: whose round it is.
        heads: keys of the people in whose names the hamlet's households stand.
    """
    people = [candidacy.candidate.person for candidacy in round_of(election).candidacies]
    aspirants = [Aspirant(person.birth, listed=person.id in heads) for person in people]
    age = statute_for(workplace, election).find("age_min")
    return aspirants_who_may_not(aspirants, day_of(election), age)


def demand_old_enough(workplace: Workplace, election: Election) -> None:
    """Refuse candidates who are too young by a clause that was read in the official text.

    Raises:
        RequestRefused: ``candidates.age``.
    """
    if any(problem.code == "E503" for problem in candidate_problems(workplace, election, ())):
        raise RequestRefused("candidates.age", where=election.code)
