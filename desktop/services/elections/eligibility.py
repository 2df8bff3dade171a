"""Whether everybody on a candidate list may stand by the statute."""

from __future__ import annotations

from collections.abc import Collection

from desktop.errors import Problem, RequestRefused
from desktop.models.elections import Round
from desktop.rules.eligibility import Aspirant, aspirants_who_may_not
from desktop.services.elections.lookup import day_of, statute_for
from desktop.services.office.workplace import Workplace


def candidate_problems(workplace: Workplace, vote: Round, heads: Collection[int]) -> tuple[Problem, ...]:
    """List what the statute has against the candidates of the round, in the order of the ballot.

    Args:
        workplace: the open office.
        vote: for which they stand.
        heads: keys of the people in whose names the hamlet's households stand.
    """
    people = [candidacy.candidate.person for candidacy in vote.candidacies]
    aspirants = [Aspirant(person.birth, listed=person.id in heads) for person in people]
    age = statute_for(workplace, vote.election).find("age_min")
    return aspirants_who_may_not(aspirants, day_of(vote), age)


def demand_old_enough(workplace: Workplace, vote: Round) -> None:
    """Refuse candidates who are too young by a clause that was read in the official text.

    Raises:
        RequestRefused: ``candidates.age``.
    """
    if any(problem.code == "E503" for problem in candidate_problems(workplace, vote, ())):
        raise RequestRefused("candidates.age", where=vote.election.code)
