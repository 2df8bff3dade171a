"""The vote that follows where a result is to be held again, and its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.outcome_record import Outcome
from desktop.models.elections import Ballot, Candidacy, Candidate, Round, Vote
from desktop.models.store.session import writing
from desktop.rules.facts import hand_out_is_allowed
from desktop.rules.statute import Statute
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
        kind = Vote.RUN_OFF if record.outcome.next == "run_off" else Vote.AGAIN
        following = _following(vote, kind, day, open_posts(session, vote))
        following.state = begun
        session.add(following)
        if following.vote is Vote.RUN_OFF:
            named = zip(names_as_counted(record), vote.candidacies, strict=True)
            tied = [candidacy.candidate for name, candidacy in named if name in record.outcome.run_off]
            _list_again(session, following, tied)
        session.flush()
        workplace.note(session, "round.begin", following, "number", "seats", "parent", "held_on")
        return view_of(following)


def begin_hand_out(workplace: Workplace, code: str, collected_on: date, collected_by: time) -> ElectionView:
    """Begin the vote by slips that are handed to the households after a meeting that too few attended.

    It begins with the list of the meeting; a slip has a box for and one against each candidate.

    Args:
        workplace: the open office.
        code: of the vote of that meeting, whose count is finalised.
        collected_on: the last day on which slips are collected.
        collected_by: the hour by which they are.

    Raises:
        StepRefused: the count is not finalised, or decided upon already.
        RequestRefused: ``hand_out.not_allowed`` where enough attended or the statute knows no slips;
            ``hand_out.day`` for a day before the meeting.

    Source: Law on Grassroots Democracy art. 19; rules.md §2 (too few attended).
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        before = state_of(vote).hand_out()
        record = record_of(latest_count(session, vote))
        if not hand_out_follows(frozen_statute(vote.election), record.outcome):
            raise RequestRefused("hand_out.not_allowed", where=vote.election.code)
        if collected_on < record.date:
            raise RequestRefused("hand_out.day", where=f"{collected_on:%d/%m/%Y}")
        vote.state = before
        following = _following(vote, Vote.HAND_OUT, collected_on, vote.seats)
        following.ballot, following.opening = Ballot.AGREE, collected_by
        following.state = before.begin_round()
        session.add(following)
        _list_again(session, following, [candidacy.candidate for candidacy in vote.candidacies])
        session.flush()
        workplace.note(session, "round.hand_out", following, "number", "parent", "held_on", "opening")
        return view_of(following)


def hand_out_follows(statute: Statute, outcome: Outcome) -> bool:
    """Tell whether slips may be handed to the households after a vote."""
    return outcome.outcome == "no_quorum" and hand_out_is_allowed(statute)


def day_of_collecting(workplace: Workplace, statute: Statute) -> date:
    """Return the first day until which slips can be collected when households are told of them today.

    Source: Law on Grassroots Democracy art. 19 (told of two days before the slips come); rules.md §2.
    """
    told = statute.find("hand_out_notice_before")
    return workplace.today() + timedelta(days=(told.whole() if told else 0) + 1)


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


def _following(before: Round, vote: Vote, held_on: date, seats: int) -> Round:
    return Round(
        election=before.election,
        contest=before.contest,
        parent=before,
        number=max(held.number for held in before.election.rounds) + 1,
        vote=vote,
        attempt=before.attempt + 1,
        ballot=before.ballot,
        held_on=held_on,
        opening=before.opening,
        seats=seats,
    )


def _list_again(session: Session, following: Round, candidates: Sequence[Candidate]) -> None:
    """List people who stood before, in the order in which they stood."""
    for position, candidate in enumerate(candidates, 1):
        session.add(Candidacy(round=following, candidate=candidate, position=position))
    following.state = VoteState(following.state).list_candidates()
