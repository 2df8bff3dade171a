"""A count as its page shows it: the paper form, who typed it, where it differs, what it decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from sqlalchemy.orm import Session

from desktop.errors import FactsRefused, Problem
from desktop.exchange.facts_record import VoteFacts, counted
from desktop.exchange.outcome_record import Outcome, typed_outcome
from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.elections import Round, Vote
from desktop.models.store.session import reading
from desktop.rules.agreement import differences
from desktop.rules.base import base_kind
from desktop.rules.invalid_ballots import invalid_clause, invalid_reasons
from desktop.rules.outcome import sealed_document
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.counting.cluster_figures import first_missing, with_sums
from desktop.services.counting.count_drafts import InvalidReason, draft_of, reason_lines_of, reasons_of
from desktop.services.counting.deciding import decided, facts_of, members_at
from desktop.services.counting.entries import entries_of, next_revision, typed_fields
from desktop.services.counting.explanations import explanations_of
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.findings import FindingView, explained_findings, findings_of_entries
from desktop.services.counting.stock import stocks_of
from desktop.services.counting.tally_logs import logs_of, tally_of
from desktop.services.counting.tally_reasons import reasons_differ
from desktop.services.counting.thresholds import deciding_threshold
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electorate import frozen_electorate
from desktop.services.elections.lookup import frozen_statute, state_of, vote_of
from desktop.services.elections.naming import addressed_in, candidate_names
from desktop.services.office.operators import OperatorView
from desktop.services.office.sides import for_its_side
from desktop.services.office.workplace import Workplace

S = VoteState
_COUNTED = (S.FINALISED, S.RECOGNISED, S.TO_HOLD_AGAIN)
# The clause that says what follows, where it isn't the one on holding it again.
_FOLLOWING = {
    "recognition": "recognition",
    "approval": "approval",
    "run_off": "tie",
    "superior_appoints": "appointment",
}


@dataclass(frozen=True, slots=True)
class EntryMade:
    """An entry that was made: by whom and when."""

    number: int
    operator: OperatorView
    made_at: datetime


@dataclass(frozen=True, slots=True)
class TallyMade:
    """A count ballot by ballot: whose, of which cluster, and how far it is.

    Attributes:
        log: its key.
        cluster: name of the cluster; empty where all meet as one.
        attempt: how often its operator read this box, from 1.
        read: ballots read so far; None once it is locked, until the other count is made too.
        locked_at: None while it goes on.
        unlike_box: why another number was read than the box held; empty where it wasn't.
    """

    log: int
    operator: OperatorView
    cluster: str
    attempt: int
    read: int | None
    locked_at: datetime | None
    unlike_box: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """A candidate's votes out of the base; ``percent`` as it is printed, empty where nothing was counted."""

    name: str
    votes: int | None
    base: int
    percent: str
    elected: bool


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What an agreed count decides.

    Attributes:
        present: None where slips were handed to households.
        base: in people, of the threshold that decided: of those present where there was no quorum.
        base_kind: who they are: ``households``, ``voters``, ``convened``, ``convened_less_deductions`` or
            ``present``.
        needed: the smallest number that passes it; None in a run-off, which the higher number wins.
        share: of the base, that has to be passed; the whole number is ``needed``.
        at_least: the share itself passes.
        tied: who has equal votes past the threshold, as they are addressed.
        next: as in :class:`~desktop.rules.outcome.Outcome`.
        clause: the one that decided.
        next_clause: the one that says what follows.
        hold_again_by: last day for holding it again, where the statute counts days.
    """

    outcome: str
    elected: tuple[str, ...]
    shares: tuple[ShareView, ...]
    present: int | None
    base: int
    base_kind: str
    needed: int | None
    share: Fraction | None
    at_least: bool
    tied: tuple[str, ...]
    next: str
    clause: ClauseView
    next_clause: ClauseView | None
    hold_again_by: date | None


@dataclass(frozen=True, slots=True)
class Made:
    """A finalised count: which revision, when, and why it replaced the one before."""

    revision: int
    finalised_at: datetime
    sha256: str
    single_operator: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class CountingView:
    """The counting step of an election.

    Attributes:
        fields: of the paper form, in its order.
        candidates: with ``Ông`` or ``Bà``, in the order of the ballot.
        printed: ballots printed; None where hands are counted.
        revision: that is counted, or was finalised last.
        entries: those made, the first first.
        figures: of each entry, only once both are made or one person works alone.
        differing: fields in which two entries differ.
        findings: once both entries are made; while they differ those of each.
        outcome: only once the entries agree.
        invalid_reasons, reopened_because: as written so far.
        reason_lines: the lines of invalid ballots by reason as they stand, empty ones among them.
        listed_reasons: words of ``invalid.…`` for the reasons that the statute lists for such a ballot.
        reasons_clause: that lists them; None where none does.
        handed_out: slips were handed to the households, who may have written other opinions on them.
        other_opinions: as written so far; empty where nothing is.
        clusters: name and households of each in which the vote is held; figures are typed by cluster, and
            those of the whole are their sums.
        voters: whether all voters elect, and not one representative of each household.
        base: of a vote of a congress, the members that shares are taken of; None where a hamlet votes.
        seats: how many are elected.
        tallies: counts ballot by ballot of this revision, in the order in which they were begun.
        reasons_differ: the entries agree, and their counts ballot by ballot give other reasons for invalid
            ballots, of which nobody wrote down yet which hold.
    """

    code: str
    state: str
    ballot: str
    fields: tuple[str, ...]
    candidates: tuple[str, ...]
    electorate: int
    printed: int | None
    revision: int
    entries: tuple[EntryMade, ...]
    figures: tuple[Mapping[str, int | None], ...] = ()
    differing: tuple[str, ...] = ()
    swapped: bool = False
    findings: tuple[FindingView, ...] = ()
    outcome: OutcomeView | None = None
    invalid_reasons: tuple[InvalidReason, ...] = ()
    reason_lines: tuple[InvalidReason, ...] = ()
    listed_reasons: tuple[str, ...] = ()
    reasons_clause: ClauseView | None = None
    reopened_because: str | None = None
    handed_out: bool = False
    voters: bool = False
    base: int | None = None
    seats: int = 1
    other_opinions: str = ""
    made: Made | None = None
    missing: str | None = None
    clusters: tuple[tuple[str, int], ...] = ()
    tallies: tuple[TallyMade, ...] = ()
    reasons_differ: bool = False


@for_its_side
def counting_view(workplace: Workplace, code: str) -> CountingView | None:
    """Return the counting step of an election; None before its ballots are printed.

    Figures of an entry are in it only once the second is made, the outcome only once both agree.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        if vote.election.statute_bytes is None:
            return None
        state = state_of(vote)
        count = latest_count(session, vote) if state in _COUNTED else None
        revision = count.revision if count else next_revision(session, vote)
        entries = entries_of(session, vote, revision)
        shown = [dict(entry.typed) for entry in entries] if _is_open(state) else []
        printed = [s.printed for s in stocks_of(session, vote) if s.printed is not None]
        draft = None if count else draft_of(session, vote)
        found = differences(shown[0], shown[1]) if len(shown) == 2 else ()
        outcome, findings, missing = _decision(session, vote, count)
        if state is S.DIFFERENT:
            findings = findings_of_entries(session, vote, entries)
        record, statute = record_of(count) if count else None, frozen_statute(vote.election)
        listing = invalid_clause(statute)
        members = members_at(session, vote)
        electorate = frozen_electorate(session, vote.election)
        return CountingView(
            code=code,
            state=state,
            ballot=vote.ballot.value,
            fields=typed_fields(vote),
            candidates=named_candidates(vote),
            electorate=electorate.size,
            voters=electorate.of_voters,
            base=members.base if members else None,
            seats=vote.seats,
            printed=sum(printed) if printed else None,
            revision=revision,
            entries=tuple(
                EntryMade(e.number, OperatorView(e.operator.id, e.operator.name), e.made_at) for e in entries
            ),
            figures=tuple(with_sums(vote, figures) for figures in shown),
            differing=tuple(problem.fields[0] for problem in found if problem.code == "W001"),
            swapped=any(problem.code == "W207" for problem in found),
            findings=findings,
            outcome=outcome,
            invalid_reasons=reasons_of(draft) if record is None else _recorded_reasons(record),
            reason_lines=reason_lines_of(draft),
            listed_reasons=_listed_reasons(vote, statute),
            reasons_clause=clause_view(listing) if listing else None,
            reopened_because=draft.reopened_because if draft else record.reason if record else None,
            handed_out=vote.vote is Vote.HAND_OUT,
            other_opinions=(record.other_opinions if record else draft.other_opinions if draft else "") or "",
            made=_made(count, record) if count and record else None,
            missing=missing,
            clusters=tuple((one.name, one.households or 0) for one in clusters_of(vote)),
            tallies=_tallies(session, vote, revision, shown=_is_open(state)),
            reasons_differ=state is S.AGREED and not reasons_of(draft) and reasons_differ(session, vote),
        )


def named_candidates(current: Round) -> tuple[str, ...]:
    """Name the candidates of a round with the word before their names, in the order of the ballot."""
    named = zip(current.candidacies, candidate_names(current), strict=True)
    return tuple(addressed_in(current, candidacy.candidate.person, name) for candidacy, name in named)


def _tallies(session: Session, vote: Round, revision: int, *, shown: bool) -> tuple[TallyMade, ...]:
    names = [one.name for one in clusters_of(vote)]
    return tuple(
        TallyMade(
            log=log.id,
            operator=OperatorView(log.operator.id, log.operator.name),
            cluster=names[log.cluster - 1] if log.cluster else "",
            attempt=log.attempt,
            read=len(tally_of(session, log).ballots) if shown or log.locked_at is None else None,
            locked_at=log.locked_at,
            unlike_box=log.unlike_box or "",
        )
        for log in logs_of(session, vote, revision)
    )


def _is_open(state: VoteState) -> bool:
    return state in (S.DIFFERENT, S.AGREED, *_COUNTED)


def _decision(
    session: Session, vote: Round, count: Count | None
) -> tuple[OutcomeView | None, tuple[FindingView, ...], str | None]:
    """Return outcome and findings of an agreed or finalised count; else the field that prevents them."""
    statute = frozen_statute(vote.election)
    if count is None:
        return _agreed_decision(session, vote, statute)
    record = record_of(count)
    lines = explanations_of(session, vote, count.revision)
    problems = [Problem(found.code, found.fields) for found in record.outcome.problems]
    explained = [Problem(line.code, tuple(line.fields)) for line in lines]
    problems += [problem for problem in explained if problem not in problems]
    view = _outcome(vote, statute, record.facts, record.outcome)
    return view, explained_findings(problems, lines), None


def _agreed_decision(
    session: Session, vote: Round, statute: Statute
) -> tuple[OutcomeView | None, tuple[FindingView, ...], str | None]:
    if state_of(vote) is not S.AGREED:
        return None, (), None
    try:
        outcome, problems = decided(session, vote)
    except FactsRefused as refusal:
        typed = entries_of(session, vote, next_revision(session, vote))[0].typed
        return None, (), first_missing(vote, typed, refusal.where or "")
    lines = explanations_of(session, vote, next_revision(session, vote))
    view = _outcome(vote, statute, facts_of(session, vote), typed_outcome(sealed_document(outcome)))
    return view, explained_findings(problems, lines), None


def _outcome(vote: Round, statute: Statute, facts: VoteFacts, outcome: Outcome) -> OutcomeView:
    threshold = deciding_threshold(statute, facts, outcome)
    following = statute.find(_FOLLOWING.get(outcome.next, "held_again"))
    again = following if following is not None and following.key == "held_again" else None
    called = {
        share.name: addressed_in(vote, candidacy.candidate.person, share.name)
        for candidacy, share in zip(vote.candidacies, outcome.shares, strict=True)
    }
    return OutcomeView(
        outcome=outcome.outcome,
        elected=outcome.elected,
        shares=tuple(
            ShareView(
                called[share.name],
                share.numerator,
                share.denominator,
                share.percent or "",
                share.name in outcome.elected,
            )
            for share in outcome.shares
        ),
        present=counted(facts.present),
        base=threshold.base.value,
        base_kind=base_kind(threshold.base.name),
        needed=threshold.needed,
        share=None if threshold.needed is None else threshold.clause.fraction(),
        at_least=threshold.clause.comparison == "at_least",
        tied=tuple(called[name] for name in outcome.tied),
        next=outcome.next,
        clause=clause_view(threshold.clause),
        next_clause=clause_view(following) if following else None,
        hold_again_by=vote.election.held_on + timedelta(days=again.whole())
        if again is not None and again.unit == "days"
        else None,
    )


def _recorded_reasons(record: CountRecord) -> tuple[InvalidReason, ...]:
    return tuple(InvalidReason(reason.reason, reason.count) for reason in record.invalid_reasons)


def _made(count: Count, record: CountRecord) -> Made:
    return Made(count.revision, count.finalised_at, count.sha256, count.single_operator, record.reason)


def _listed_reasons(vote: Round, statute: Statute) -> tuple[str, ...]:
    reasons = invalid_reasons(statute, vote.ballot, seats=vote.seats, candidates=len(vote.candidacies))
    return tuple(f"{vote.ballot.value}.{reason}" for reason in reasons)
