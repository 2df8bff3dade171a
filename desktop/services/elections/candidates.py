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


def put_on_list(workplace: Workplace, code: str, nomination: Nomination) -> int:
    """Put one more person on the candidate list, and leave the others on it as they are.

    Returns:
        The key of the person.

    Raises:
        StepRefused, RequestRefused: as ``list_candidates`` does.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _refuse_fixed_list(vote)
        vote.state = state_of(vote).list_candidates()
        person = nominated(session, vote.contest, nomination)
        listed = [candidacy.candidate.person for candidacy in vote.candidacies]
        if person in listed:
            raise RequestRefused("candidates.twice", where=code)
        _check_number(workplace, vote.election, len(listed) + 1)
        _write_list(session, vote, [*listed, person])
        workplace.note(session, "candidates.list", vote.election, "candidates", "state")
        return person.id


def take_off_list(workplace: Workplace, code: str, person: int) -> None:
    """Take one person off the candidate list; who isn't on it stays off it.

    Raises:
        StepRefused: ballots are printed already.
        RequestRefused: ``candidates.run_off`` or ``candidates.hand_out``; ``candidates.count`` for fewer than
            the statute asks.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        _refuse_fixed_list(vote)
        listed = [candidacy.candidate.person for candidacy in vote.candidacies]
        left = [other for other in listed if other.id != person]
        if len(left) == len(listed):
            return
        if left:
            vote.state = state_of(vote).list_candidates()
            _check_number(workplace, vote.election, len(left))
        else:
            vote.state = state_of(vote).withdraw_candidates()
        _write_list(session, vote, left)
        action = "candidates.list" if left else "candidates.withdraw"
        workplace.note(session, action, vote.election, "candidates", "state")


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
