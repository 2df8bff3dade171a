"""What the commune decides about a result, and the next round where it is held again."""

from __future__ import annotations

from datetime import date

from desktop.errors import RequestRefused
from desktop.models.elections import Election, Round, Vote
from desktop.models.recognitions import Recognition
from desktop.models.session import writing
from desktop.services.counting import latest_count, record_of
from desktop.services.elections import ElectionView, view_of
from desktop.services.lookup import contest_of, election_of, round_of, state_of
from desktop.services.workplace import Workplace


def recognise(workplace: Workplace, code: str, number: str, decided_on: date) -> ElectionView:
    """Record the decision that recognises the elected head; the head takes office only from it.

    Raises:
        StepRefused: the count is not finalised.
        RequestRefused: ``recognition.nobody`` when the count elected nobody.

    Source: Decree 59/2023/NĐ-CP (rules.md §2, recognition).
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).recognise()
        current = round_of(election)
        count = latest_count(session, current)
        elected = record_of(count).outcome["elected"]
        winner = next((c.candidate for c in current.candidacies if c.candidate.printed_name in elected), None)
        if winner is None:
            raise RequestRefused("recognition.nobody", where=code)
        decision = Recognition(
            contest=contest_of(election),
            count=count,
            recorded_at=workplace.clock(),
            decided_on=decided_on,
            number=number,
            recognised=True,
            candidate=winner,
        )
        session.add(decision)
        session.flush()
        workplace.note(session, "result.recognise", decision, "number", "decided_on", "candidate")
        return view_of(election)


def order_again(workplace: Workplace, code: str, number: str, decided_on: date, reason: str) -> ElectionView:
    """Record the decision that the election is held again, and why.

    Raises:
        StepRefused: the count is not finalised.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).order_again()
        decision = Recognition(
            contest=contest_of(election),
            count=latest_count(session, round_of(election)),
            recorded_at=workplace.clock(),
            decided_on=decided_on,
            number=number,
            recognised=False,
            reason=reason,
        )
        session.add(decision)
        session.flush()
        workplace.note(session, "result.order_again", decision, "number", "decided_on", "reason")
        return view_of(election)


def begin_round(workplace: Workplace, code: str) -> ElectionView:
    """Begin the next round: the seats left are derived from the one before, the roll stays frozen.

    Raises:
        StepRefused: nobody ordered the election held again.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).begin_round()
        before = round_of(election)
        following = _next_round(election, before, record_of(latest_count(session, before)).outcome)
        session.add(following)
        session.flush()
        workplace.note(session, "round.begin", following, "number", "seats", "parent")
        return view_of(election)


def _next_round(election: Election, before: Round, outcome: dict[str, object]) -> Round:
    # A result that elected somebody and was not recognised is voted on again whole.
    seats_left = outcome["seats_left"]
    return Round(
        contest=contest_of(election),
        parent=before,
        number=before.number + 1,
        vote=Vote.AGAIN,
        attempt=before.attempt + 1,
        ballot=before.ballot,
        seats=seats_left if isinstance(seats_left, int) and seats_left > 0 else before.seats,
    )
