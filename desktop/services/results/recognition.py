"""What the commune decides about a result, and the next round where it is held again."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.outcome_record import Outcome
from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.elections import Candidacy, Round, Vote
from desktop.models.recognitions import Recognition
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.planning import ElectionView, view_of
from desktop.services.office.workplace import Workplace
from desktop.services.results.round_days import day_of_next_round
from desktop.vietnamese.text import tidy


def recognise(workplace: Workplace, code: str, number: str, decided_on: date) -> ElectionView:
    """Record the decision that recognises the elected head; the head takes office only from it.

    Raises:
        StepRefused: the count is not finalised.
        RequestRefused: ``recognition.nobody`` when the count elected nobody; ``recognition.number`` for a
            number that is empty or taken.

    Source: Decree 59/2023/NĐ-CP (rules.md §2, recognition).
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).recognise()
        count = latest_count(session, vote)
        record = record_of(count)
        named = zip(names_as_counted(record), vote.candidacies, strict=True)
        elected = record.outcome.elected
        winner = next((candidacy.candidate for name, candidacy in named if name in elected), None)
        if winner is None:
            raise RequestRefused("recognition.nobody", where=code)
        decision = Recognition(
            contest=vote.contest,
            count=count,
            recorded_at=workplace.clock(),
            decided_on=decided_on,
            number=_new_number(session, vote, number),
            recognised=True,
            candidate=winner,
        )
        session.add(decision)
        session.flush()
        workplace.note(session, "result.recognise", decision, "number", "decided_on", "candidate")
        return view_of(vote)


def order_again(workplace: Workplace, code: str, number: str, decided_on: date, reason: str) -> ElectionView:
    """Record the decision that the election is held again, and why.

    Raises:
        StepRefused: the count is not finalised.
        RequestRefused: ``recognition.number`` for a number that is empty or taken; ``recognition.reason``.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).order_again()
        if not tidy(reason):
            raise RequestRefused("recognition.reason", where=code)
        decision = Recognition(
            contest=vote.contest,
            count=latest_count(session, vote),
            recorded_at=workplace.clock(),
            decided_on=decided_on,
            number=_new_number(session, vote, number),
            recognised=False,
            reason=tidy(reason),
        )
        session.add(decision)
        session.flush()
        workplace.note(session, "result.order_again", decision, "number", "decided_on", "reason")
        return view_of(vote)


def begin_round(workplace: Workplace, code: str) -> ElectionView:
    """Begin the vote that follows from the outcome: seats and day are derived, the roll stays frozen.

    A run-off begins with its list: only those who tied stand in it. Source: commands.md (``next``).

    Raises:
        StepRefused: nobody ordered the election held again.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        begun = state_of(vote).begin_round()
        day = day_of_next_round(workplace, session, vote)
        record = record_of(latest_count(session, vote))
        following = _next_round(vote, record.outcome, day)
        following.state = begun
        session.add(following)
        if following.vote is Vote.RUN_OFF:
            _list_tied(following, record)
        session.flush()
        workplace.note(session, "round.begin", following, "number", "seats", "parent", "held_on")
        return view_of(following)


def decision_of(session: Session, count: Count) -> Recognition | None:
    """Return what was decided on a finalised count, if anything was."""
    return session.scalars(select(Recognition).where(Recognition.count_id == count.id)).one_or_none()


def _new_number(session: Session, vote: Round, number: str) -> str:
    taken = select(Recognition.number).where(Recognition.contest_id == vote.contest.id)
    if not tidy(number) or tidy(number) in session.scalars(taken):
        raise RequestRefused("recognition.number", where=vote.election.code)
    return tidy(number)


def _next_round(before: Round, outcome: Outcome, held_on: date) -> Round:
    return Round(
        election=before.election,
        contest=before.contest,
        parent=before,
        number=before.number + 1,
        vote=Vote.RUN_OFF if outcome.next == "run_off" else Vote.AGAIN,
        attempt=before.attempt + 1,
        ballot=before.ballot,
        held_on=held_on,
        opening=before.opening,
        # A result that elected somebody and was not recognised is voted on again whole.
        seats=outcome.seats_left or before.seats,
    )


def _list_tied(following: Round, record: CountRecord) -> None:
    before = following.parent.candidacies if following.parent else []
    named = zip(names_as_counted(record), before, strict=True)
    tied = [candidacy.candidate for name, candidacy in named if name in record.outcome.run_off]
    for position, candidate in enumerate(tied, 1):
        following.candidacies.append(Candidacy(round=following, candidate=candidate, position=position))
    following.state = VoteState(following.state).list_candidates()
