"""The vote that follows where a result is to be held again, and its day."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from desktop.exchange.outcome_record import Outcome
from desktop.exchange.records import CountRecord
from desktop.models.elections import Candidacy, Round, Vote
from desktop.models.store.session import writing
from desktop.rules.timeline import held_again_deadline
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.elections.lookup import frozen_statute, state_of, vote_of
from desktop.services.elections.planning import ElectionView, view_of
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.results.decisions import decision_of, open_posts


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
        following = _next_round(vote, record.outcome, day, open_posts(session, vote))
        following.state = begun
        session.add(following)
        if following.vote is Vote.RUN_OFF:
            _list_tied(following, record)
        session.flush()
        workplace.note(session, "round.begin", following, "number", "seats", "parent", "held_on")
        return view_of(following)


def day_of_next_round(workplace: Workplace, session: Session, vote: Round) -> date:
    """Return the day that the decision names, else the statute's last day, else a Sunday that can be kept.

    The decree leaves the day to the commune; the Sunday then is the first before which the lists can still be
    put up in time. A clerk may change the day until ballots are printed.

    Source: rules.md §2 (held again within 15 days; the commune decides; posted 7 days before).
    """
    written = decision_of(session, latest_count(session, vote))
    if written is not None and written.again_on is not None:
        return written.again_on
    statute, today = frozen_statute(vote.election), workplace.today()
    last = held_again_deadline(statute, vote.election.held_on, working_days(session, today))
    if last is not None:
        return last.day
    posting = statute.find("posting_before")
    earliest = today + timedelta(days=posting.whole() if posting else 1)
    return earliest + timedelta(days=6 - earliest.weekday())


def _next_round(before: Round, outcome: Outcome, held_on: date, seats: int) -> Round:
    return Round(
        election=before.election,
        contest=before.contest,
        parent=before,
        number=max(vote.number for vote in before.election.rounds) + 1,
        vote=Vote.RUN_OFF if outcome.next == "run_off" else Vote.AGAIN,
        attempt=before.attempt + 1,
        ballot=before.ballot,
        held_on=held_on,
        opening=before.opening,
        seats=seats,
    )


def _list_tied(following: Round, record: CountRecord) -> None:
    before = following.parent.candidacies if following.parent else []
    named = zip(names_as_counted(record), before, strict=True)
    tied = [candidacy.candidate for name, candidacy in named if name in record.outcome.run_off]
    for position, candidate in enumerate(tied, 1):
        following.candidacies.append(Candidacy(round=following, candidate=candidate, position=position))
    following.state = VoteState(following.state).list_candidates()
