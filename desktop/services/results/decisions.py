"""What the authority decides about results: the elected are accepted, some refused, or it is held again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Count
from desktop.models.elections import ContestKind, Round
from desktop.models.results import (
    DecidedCount,
    DecidedPerson,
    DecidingBody,
    Decision,
    DecisionResult,
)
from desktop.models.store.session import writing
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.elections.electing import electing_body
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.planning import ElectionView, view_of
from desktop.services.office.signing import signature_of
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.places.heads import Plain, take_office
from desktop.vietnamese.text import tidy

# Who decides, and what accepting the elected is called. Source: rules.md §2 and §3.
_ANSWERS = {
    ContestKind.HAMLET_HEAD: (DecidingBody.PEOPLES_COMMITTEE, DecisionResult.RECOGNISED),
    ContestKind.BRANCH_CONGRESS: (DecidingBody.PARTY_COMMITTEE, DecisionResult.APPROVED),
}


@dataclass(frozen=True, slots=True)
class RefusedPost:
    """An elected person whom the decision does not accept in the post of one vote, and why.

    Attributes:
        vote: the vote's code.
        name: as counted.
    """

    vote: str
    name: str
    reason: str


def recognise(workplace: Workplace, code: str, number: str, decided_on: date) -> ElectionView:
    """Record the decision that recognises the elected of one vote; they take office only from it.

    Raises:
        StepRefused, RequestRefused: as ``accept`` does.
    """
    return accept(workplace, [code], number, decided_on)


def accept(
    workplace: Workplace,
    codes: Sequence[str],
    number: str,
    decided_on: date,
    refused: Sequence[RefusedPost] = (),
) -> ElectionView:
    """Record one decision that accepts who was elected in one vote or several, but for the posts it refuses.

    A vote with a refused post is to be held again for it.

    Returns:
        The first of the votes.

    Raises:
        StepRefused: a count is not finalised.
        RequestRefused: ``recognition.nobody`` when a count elected nobody; ``recognition.number`` for a
            number that is empty or taken; ``recognition.other_election`` for votes of several elections;
            ``recognition.not_elected`` and ``recognition.reason`` for a refused post; ``W602`` where the
            hamlet's chain keeps the gate shut.

    Source: Decree 59/2023/NĐ-CP (rules.md §2, recognition); rules.md §3 (approval: one post may be refused).
    """
    with writing(workplace.database) as session:
        votes = [vote_of(session, code) for code in codes]
        why = {(vote_of(session, post.vote).id, post.name): tidy(post.reason) for post in refused}
        for vote in votes:
            partly = any(vote.id == refused_in for refused_in, _ in why)
            vote.state = state_of(vote).order_again() if partly else state_of(vote).recognise()
            if vote.election.contest_kind is ContestKind.HAMLET_HEAD:
                # Loaded by the first that asks: a start shows how far votes are, and knows no chain.
                from desktop.services.chain.gates import Gate, demand_of_head  # noqa: PLC0415

                demand_of_head(workplace, session, Gate.ELECTED_AND_SIGNED, vote.election)
        decision = one_decision(session, votes)
        decision.reason = None
        record_decision(
            workplace, session, decision, _ANSWERS[decision.election.contest_kind][1], number, decided_on
        )
        for vote in votes:
            accept_elected(workplace, session, decision, vote, why)
        for _, name in why:
            raise RequestRefused("recognition.not_elected", where=name)
        session.flush()
        workplace.note(session, "result.recognise", decision, "number", "decided_on", "people")
        return view_of(votes[0])


def order_again(workplace: Workplace, code: str, number: str, decided_on: date, reason: str) -> ElectionView:
    """Record the decision that a vote is held again, and why.

    Raises:
        StepRefused: the count is not finalised.
        RequestRefused: ``recognition.number`` for a number that is empty or taken; ``recognition.reason``.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        vote.state = state_of(vote).order_again()
        if not tidy(reason):
            raise RequestRefused("recognition.reason", where=code)
        decision = began(session, vote)
        decision.reason = tidy(reason)
        record_decision(workplace, session, decision, DecisionResult.HELD_AGAIN, number, decided_on)
        workplace.note(session, "result.order_again", decision, "number", "decided_on", "reason")
        return view_of(vote)


def decision_of(session: Session, count: Count) -> Decision | None:
    """Return the decision on a count, with a result or in preparation, if its result came in."""
    answers = select(Decision).join(DecidedCount).where(DecidedCount.count_id == count.id)
    return session.scalars(answers).one_or_none()


def decision_made(session: Session, count: Count) -> Decision | None:
    """Return the decision that was recorded on a count, if one was."""
    found = decision_of(session, count)
    return found if found and found.result else None


def began(session: Session, vote: Round) -> Decision:
    """Return the decision on the newest count of a vote; begin it where nothing is written of it yet."""
    count = latest_count(session, vote)
    found = decision_of(session, count)
    if found is None:
        found = Decision(election=vote.election, body=_ANSWERS[vote.election.contest_kind][0])
        session.add_all([found, DecidedCount(decision=found, count=count)])
    return found


def open_posts(session: Session, vote: Round) -> int:
    """Return how many posts of a vote the decision on it leaves for the next vote to fill."""
    count = latest_count(session, vote)
    decision, left = decision_of(session, count), record_of(count).outcome.seats_left
    if decision is None or decision.result is DecisionResult.HELD_AGAIN:
        # A result that elected somebody and was not accepted is voted on again whole.
        return left or vote.seats
    ours = [said for said in decision.people if said.candidate.contest_id == vote.contest_id]
    return left + sum(not said.accepted for said in ours)


def one_decision(session: Session, votes: Sequence[Round]) -> Decision:
    """Return the one decision on the newest counts of several votes, which answers them all from now on."""
    decision = began(session, votes[0])
    for vote in votes[1:]:
        if vote.election is not decision.election:
            raise RequestRefused("recognition.other_election", where=vote.election.code)
        other = began(session, vote)
        if other is decision:
            continue
        decision.received_on = decision.received_on or other.received_on
        for answered in list(other.counts):
            answered.decision = decision
        session.flush()
        session.delete(other)
    return decision


def record_decision(
    workplace: Workplace,
    session: Session,
    decision: Decision,
    result: DecisionResult,
    number: str,
    decided_on: date,
) -> None:
    """Give a decision its number, its day and what it says.

    Who signs is the office's own for the People's Committee; who signs for the Party's is said by its caller.

    Raises:
        RequestRefused: ``recognition.number``.
    """
    session.flush()
    taken = select(Decision.number).where(
        Decision.election_id == decision.election_id, Decision.result.is_not(None)
    )
    if not tidy(number) or tidy(number) in session.scalars(taken):
        raise RequestRefused("recognition.number", where=electing_body(session, decision.election).name)
    decision.number, decision.decided_on = tidy(number), decided_on
    decision.result, decision.recorded_at = result, workplace.clock()
    if decision.body is DecidingBody.PARTY_COMMITTEE:
        session.flush()
        return
    # Who holds the posts changes; a decision stays signed by whoever signed it.
    signature = signature_of(own_office(session).settings, by_deputy=decision.by_deputy)
    decision.by_deputy, decision.signer = signature.by_deputy, signature.name
    session.flush()


def accept_elected(
    workplace: Workplace,
    session: Session,
    decision: Decision,
    vote: Round,
    why: dict[tuple[int, str], str],
) -> None:
    """Put down what the decision says of each of the elected of a vote; take the refused out of ``why``.

    A head of a hamlet who is accepted takes office.
    """
    record = record_of(latest_count(session, vote))
    named = zip(names_as_counted(record), vote.candidacies, strict=True)
    elected = [(name, candidacy.candidate) for name, candidacy in named if name in record.outcome.elected]
    if not elected:
        raise RequestRefused("recognition.nobody", where=vote.election.code)
    for name, candidate in elected:
        reason = why.pop((vote.id, name), None)
        if reason == "":
            raise RequestRefused("recognition.reason", where=vote.election.code)
        session.add(
            DecidedPerson(decision=decision, candidate=candidate, accepted=reason is None, reason=reason)
        )
        made = decision.recorded()
        if reason is None and vote.election.contest_kind is ContestKind.HAMLET_HEAD and made is not None:
            election = vote.election
            post = take_office(
                Plain(session),
                election.unit,
                candidate.person,
                made.decided_on,
                made.number,
                election.term_to,
            )
            session.flush()
            workplace.note(session, "post.begin", post, "person", "starts_on", "paper")
