"""How each election of a campaign stands, computed from single records and never from a typed total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from desktop.errors import FactsRefused
from desktop.models.counting import BallotStock
from desktop.models.elections import Ballot, Campaign, Election, OfficialRole, Round, Vote
from desktop.models.exchange import Intake
from desktop.rules.agreement import differences
from desktop.rules.eligibility import officials_who_stand
from desktop.rules.reconciliation import needs_explanation
from desktop.rules.statute import Statute, thawed
from desktop.rules.timeline import SlipDays
from desktop.rules.vote_state import VoteState
from desktop.services.counting.deciding import Figures, judged
from desktop.services.elections.electorate import Electorate
from desktop.services.elections.lookup import held_vote, slip_days, state_of
from desktop.services.elections.officials import listed_names, missing_officials, team_names
from desktop.services.office.workplace import Workplace
from desktop.services.progress.records import (
    CountFacts,
    PackageFacts,
    Records,
    explained_of,
    records_of,
    roll_problems,
)

_DECIDED = (VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class ElectionProgress:
    """One hamlet's election as its records say it stands.

    Attributes:
        code: the election's; ``hamlet_code`` and ``hamlet`` (kind word and name) its hamlet's.
        held_on: the election's day, from which the statute counts.
        meets_on: the day of the round that is being held; None in a later one that has none yet.
        opening: the hour for which its meeting is planned; None while it is not known.
        electorate: who may vote.
        team_head: name of who heads the election team; None where nobody is named.
        team_phone: the number under which that person is called.
        plan_on: day of the commune's decision on the plan.
        posted: whether the roll and the candidate list of the round are both put up.
        roll_posted_until: the last day on which the roll hangs and objections to it are taken.
        results_by: hour of the day by which results are wanted above.
        team_lacking: how many parts of team, counting committee and witnesses are not as the statute asks.
        conflict: whether somebody of the team or committee is a candidate (E502).
        present: the newest figure of attendance; None before the first.
        handed_out: whether its ballots are slips for households, collected until ``meets_on``.
        slips: the days of those slips; none is known of ballots.
        plan_sent: whether their plan was sent to the commune.
        attended: whether attendance, where there is one, and what became of the ballots are recorded.
        differing: fields in which the two entries differ.
        unexplained: errors and warnings of an agreed count that no line explains.
        reopened: whether a finalised count of this round was reopened and is not finalised again.
        finalised_at: of the round that is being held, ``outcome`` what it decided.
        minutes_printed, minutes_signed: the papers of the newest revision; a decided result was signed.
        received_on: when the commune received the result; None while that isn't recorded.
        package: the newest package since the count: accepted, waiting, refused; None before the first.
        sealed_at: when that package was sealed.
        decision_unsent: whether a decision came after the last package.
    """

    code: str
    hamlet_code: str
    hamlet: str
    held_on: date
    meets_on: date | None
    opening: time | None
    state: VoteState
    round: int
    statute: Statute
    electorate: Electorate
    team_head: str | None
    team_phone: str | None
    plan_on: date | None
    posted: bool
    roll_posted_until: date | None
    results_by: time | None
    team_lacking: int
    conflict: bool
    present: int | None
    handed_out: bool
    slips: SlipDays
    plan_sent: bool
    attended: bool
    differing: int
    unexplained: int
    reopened: bool
    finalised_at: datetime | None
    outcome: str | None
    minutes_printed: bool
    minutes_signed: bool
    received_on: date | None
    package: Intake | None
    sealed_at: datetime | None
    decision_unsent: bool


def campaign_progress(
    workplace: Workplace, session: Session, campaign: Campaign
) -> tuple[ElectionProgress, ...]:
    """Return how the elections of a campaign stand; of each hamlet the one with the latest day."""
    records = records_of(session, campaign)
    newest: dict[int, Election] = {}
    for election in records.elections:
        before = newest.get(election.unit_id)
        if before is None or before.held_on < election.held_on:
            newest[election.unit_id] = election
    votes = [held_vote(election) for election in newest.values()]
    laws = _Laws(workplace)
    unexplained = _unexplained(session, records, votes, laws)
    return tuple(
        _progress(records, vote, laws.of(vote.election), unexplained.get(vote.id, 0)) for vote in votes
    )


def election_progress(workplace: Workplace, session: Session, vote: Round) -> ElectionProgress:
    """Return how far one vote is."""
    records = records_of(session, vote.election.campaign)
    laws = _Laws(workplace)
    unexplained = _unexplained(session, records, [vote], laws)
    return _progress(records, vote, laws.of(vote.election), unexplained.get(vote.id, 0))


class _Laws:
    """Statutes of elections, each read once: many elections have the same bytes frozen into them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._known: dict[tuple[str | None, str, date], Statute] = {}

    def of(self, election: Election) -> Statute:
        key = (election.statute_sha256, election.contest_kind, election.held_on)
        if key not in self._known:
            bytes_, day = election.statute_bytes, election.held_on
            found = (
                thawed(bytes_, election.statute)
                if bytes_ is not None
                else self._workplace.statutes.in_force(election.contest_kind, day)
            )
            self._known[key] = found.as_of(day)
        return self._known[key]


def _progress(records: Records, vote: Round, statute: Statute, unexplained: int) -> ElectionProgress:
    election = vote.election
    state = state_of(vote)
    count = records.counts.get(vote.id)
    finalised = count if count and state in (VoteState.FINALISED, *_DECIDED) else None
    entries = records.entries.get((vote.id, (count.revision if count else 0) + 1), [])
    present = records.present.get(vote.id, [])
    stocks = records.stocks.get(vote.id, [])
    head = next((o for o in election.officials if o.role is OfficialRole.TEAM_HEAD), None)
    package = _package(records, finalised)
    decided_at = records.decided_at.get(finalised.id) if finalised else None
    return ElectionProgress(
        code=election.code,
        hamlet_code=election.unit.code,
        hamlet=f"{election.unit.kind} {election.unit.name}",
        held_on=election.held_on,
        meets_on=vote.held_on or (election.held_on if vote.number == 1 else None),
        opening=vote.opening,
        state=state,
        round=vote.number,
        statute=statute,
        electorate=records.electorates.get(election.id, Electorate()),
        team_head=head.name if head else None,
        team_phone=head.phone if head else None,
        plan_on=election.campaign.plan_on,
        posted=election.roll_posted_on is not None and vote.list_posted_on is not None,
        roll_posted_until=election.roll_posted_until,
        results_by=election.campaign.results_by,
        team_lacking=len(missing_officials(statute, vote)),
        conflict=bool(officials_who_stand(team_names(election), listed_names(vote))),
        present=present[-1][1] if present else None,
        handed_out=vote.vote is Vote.HAND_OUT,
        slips=slip_days(vote),
        plan_sent=vote.slips_plan_sent_on is not None,
        attended=(bool(present) or vote.vote is Vote.HAND_OUT) and _handed_out(vote, stocks),
        differing=_differing(state, entries),
        unexplained=unexplained,
        reopened=count is not None and finalised is None,
        finalised_at=finalised.finalised_at if finalised else None,
        outcome=finalised.outcome if finalised else None,
        minutes_printed=finalised is not None and (vote.id, finalised.revision) in records.minutes,
        minutes_signed=state in _DECIDED or (finalised is not None and finalised.id in records.signed),
        received_on=records.received.get(finalised.id) if finalised else None,
        package=(package.answer or Intake.WAITING) if package else None,
        sealed_at=package.sealed_at if package else None,
        decision_unsent=package is not None and decided_at is not None and decided_at > package.sealed_at,
    )


def _handed_out(current: Round, stocks: Sequence[BallotStock]) -> bool:
    return current.ballot is Ballot.HANDS or any(stock.issued is not None for stock in stocks)


def _differing(state: VoteState, entries: Sequence[dict[str, int | None]]) -> int:
    if state is not VoteState.DIFFERENT or len(entries) < 2:
        return 0
    return sum(problem.code == "W001" for problem in differences(entries[0], entries[1]))


def _package(records: Records, count: CountFacts | None) -> PackageFacts | None:
    # A package carries every count that was finalised when it was sealed.
    since = [p for p in records.packages if count and p.sealed_at >= count.finalised_at]
    return since[-1] if since else None


def _unexplained(session: Session, records: Records, votes: Sequence[Round], laws: _Laws) -> dict[int, int]:
    agreed = [vote for vote in votes if state_of(vote) is VoteState.AGREED]
    if not agreed:
        return {}
    changed = roll_problems(session, [vote.election for vote in agreed])
    explained = explained_of(session, [vote.id for vote in agreed])
    found = {}
    for vote in agreed:
        count, election = records.counts.get(vote.id), vote.election
        revision = (count.revision if count else 0) + 1
        figures = Figures(
            vote=vote,
            statute=laws.of(election),
            electorate=records.electorates.get(election.id, Electorate()),
            typed=records.entries[vote.id, revision][0],
            stocks=records.stocks.get(vote.id, []),
            changed=changed.get(election.id, ()),
        )
        found[vote.id] = sum(
            (vote.id, revision, *problem) not in explained for problem in _to_explain(figures)
        )
    return found


def _to_explain(figures: Figures) -> list[tuple[str, tuple[str, ...]]]:
    try:
        _, problems = judged(figures)
    except FactsRefused as refusal:
        # A figure without which nothing can be decided is missing: that is what has to be mended.
        return [(refusal.code, (refusal.where or "",))]
    return [(problem.code, problem.fields) for problem in problems if needs_explanation(problem)]
