"""The candidate list of the round that is being held."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Candidacy, Election, Round
from desktop.models.people import Person
from desktop.models.store.session import writing
from desktop.rules.ballot_order import ballot_order
from desktop.services.elections.lookup import state_of, statute_for, vote_of
from desktop.services.elections.naming import nominee_of
from desktop.services.elections.nominations import Nomination, candidate_for, forget_withdrawn, nominated
from desktop.services.elections.phases import LIST_STAYS
from desktop.services.elections.planning import ElectionView, view_of
from desktop.services.office.workplace import Workplace


def list_candidates(workplace: Workplace, code: str, nominations: Sequence[Nomination]) -> ElectionView:
    """Fix the candidate list of the round that is being held, in the order of the ballot.

    Raises:
        StepRefused: ballots are printed already.
        RequestRefused: ``candidates.run_off`` where only those who tied stand, ``candidates.hand_out`` where
            the list of the meeting stays; ``candidates.count`` for fewer
            than the statute asks, ``candidates.unknown`` or ``candidates.ambiguous`` for a name that is
            nobody's or several people's in the hamlet, ``candidates.twice`` for somebody named two times; of
            a newcomer ``candidates.name`` and ``candidates.birth``.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _refuse_fixed_list(vote)
        vote.state = state_of(vote).list_candidates()
        contest = vote.contest
        people = [nominated(session, contest, nomination) for nomination in nominations]
        if len({person.id for person in people}) < len(people):
            raise RequestRefused("candidates.twice", where=code)
        _check_number(workplace, vote.election, len(people))
        _write_list(session, vote, people)
        workplace.note(session, "candidates.list", vote.election, "candidates", "state")
        return view_of(vote)


def withdraw_candidates(workplace: Workplace, code: str) -> ElectionView:
    """Take everybody off the candidate list of the round that is being held.

    Raises:
        StepRefused: nobody is listed, or ballots are printed already.
        RequestRefused: ``candidates.run_off`` or ``candidates.hand_out``.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _refuse_fixed_list(vote)
        vote.state = state_of(vote).withdraw_candidates()
        _write_list(session, vote, [])
        workplace.note(session, "candidates.withdraw", vote.election, "candidates", "state")
        return view_of(vote)


def _refuse_fixed_list(vote: Round) -> None:
    if vote.vote in LIST_STAYS:
        raise RequestRefused(f"candidates.{vote.vote}", where=vote.election.code)


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
