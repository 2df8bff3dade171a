"""What counting minutes say: of a finalised count everything, before the meeting what is known."""

from __future__ import annotations

from datetime import datetime, time

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.facts_record import VoteFacts, counted
from desktop.exchange.outcome_record import Outcome
from desktop.exchange.records import CountRecord
from desktop.models.elections import Election, Round, Vote
from desktop.printing.counting.facts import (
    CandidateVotes,
    CountingMinutes,
    CountOutcome,
    Explanation,
    FailedMeeting,
    OutcomeKind,
    Replacement,
    Threshold,
)
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.count.sentences import than
from desktop.printing.setting.people import Person
from desktop.rules.facts import counted_in_meeting
from desktop.rules.outcome import higher_wins
from desktop.rules.statute import Clause, Statute
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.thresholds import deciding_threshold
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, frozen_statute, statute_for, term_of
from desktop.services.elections.naming import birth_year_of, candidate_names, title_of
from desktop.services.office.workplace import Workplace, local
from desktop.services.papers.fill.digest import digest_of
from desktop.services.papers.fill.hamlet_head.clusters import cluster_decision, clusters_as_counted
from desktop.services.papers.fill.heads import (
    committee_of,
    electors_word,
    form_label,
    issuer_lines,
    no_tens_of,
    place_of,
    witnesses_of,
)


def minutes_facts(session: Session, vote: Round, record: CountRecord, sha256: str) -> CountingMinutes:
    """Return what the counting minutes of a finalised count say, figures from its record alone.

    Raises:
        RequestRefused: ``officials.committee`` or ``officials.witnesses``: nobody is named.
    """
    election = vote.election
    facts, unit = record.facts, election.unit
    committee, witnesses = committee_of(vote), witnesses_of(election)
    by_meeting = counted_in_meeting(frozen_statute(election), vote.ballot)
    if not committee and not by_meeting:
        raise RequestRefused("officials.committee", where=election.code)
    if len(witnesses) != 2:
        raise RequestRefused("officials.witnesses", where=election.code)
    opened, closed = _hours(vote, record)
    unused, replaced = counted(facts.unused), sum(stock.replaced for stock in record.stock)
    reasons = ", ".join(f"{r.reason} ({r.count:02d} phiếu)" for r in record.invalid_reasons)
    return CountingMinutes(
        form_label=_form_label(frozen_statute(election), vote),
        issuer_lines=issuer_lines(session, election, unit.kind),
        place=place_of(session, election),
        date=record.date,
        opening=opened,
        closing=closed,
        venue=election.venue or f"{unit.kind.lower()} {unit.name}",
        hamlet_kind=unit.kind.lower(),
        hamlet_name=unit.name,
        post=vote.contest.post,
        term=term_of(election),
        vote=vote.ballot.value,
        handed_out=vote.vote is Vote.HAND_OUT,
        electors=electors_word(session, election),
        failed=failed_meeting(session, vote),
        other_opinions=record.other_opinions or None,
        committee=() if by_meeting else committee,
        witnesses=(witnesses[0], witnesses[1]),
        electorate=facts.entitled,
        present=_present(facts),
        issued=counted(facts.issued),
        returned=counted(facts.returned),
        valid=counted(facts.valid),
        invalid=counted(facts.invalid),
        printed=counted(facts.printed),
        unused=None if unused is None else unused - replaced,
        replaced=replaced if record.stock else None,
        invalid_reasons=reasons or None,
        candidates=tuple(
            CandidateVotes(
                title=title_of(candidacy.candidate.person),
                name=candidate.name,
                birth_year=birth_year_of(candidacy.candidate.person),
                votes=counted(candidate.votes),
                against=counted(candidate.against),
                abstain=counted(candidate.abstain),
            )
            for candidacy, candidate in zip(vote.candidacies, facts.candidates, strict=True)
        ),
        outcome=_outcome(vote.election, record),
        explanations=tuple(Explanation(code=e.code, text=e.text, by=e.by) for e in record.explanations),
        replacement=_replacement(record),
        entered_by_one=record.single_operator,
        digest=digest_of(session, record, sha256),
        clusters=clusters_as_counted(vote, facts),
        cluster_decision=cluster_decision(election),
        no_tens=no_tens_of(session),
    )


def blank_facts(workplace: Workplace, session: Session, vote: Round) -> BlankMinutes:
    """Return what is known of the counting minutes before the meeting."""
    election = vote.election
    unit = election.unit
    statute = statute_for(workplace, election)
    electorate = electorate_of(session, election).frozen
    return BlankMinutes(
        form_label=_form_label(statute, vote),
        issuer_lines=issuer_lines(session, election, unit.kind),
        place=place_of(session, election),
        date=day_of(vote),
        venue=election.venue,
        hamlet_kind=unit.kind.lower(),
        hamlet_name=unit.name,
        post=vote.contest.post,
        term=term_of(election),
        vote=vote.ballot.value,
        handed_out=vote.vote is Vote.HAND_OUT,
        electors=electors_word(session, election),
        failed=failed_meeting(session, vote),
        electorate=electorate,
        committee=() if counted_in_meeting(statute, vote.ballot) else committee_of(vote),
        witnesses=witnesses_of(election),
        candidates=tuple(
            Person(title=title_of(candidacy.candidate.person), name=name)
            for candidacy, name in zip(vote.candidacies, candidate_names(vote), strict=True)
        ),
        threshold=None
        if higher_wins(statute, vote.vote)
        else than(_threshold(statute.clause("elected"), electorate or 0)),
        no_tens=no_tens_of(session),
    )


def failed_meeting(session: Session, vote: Round) -> FailedMeeting | None:
    """Return the meeting that too few attended, after which slips were handed out; None of any other vote."""
    if vote.vote is not Vote.HAND_OUT or vote.parent is None:
        return None
    record = record_of(latest_count(session, vote.parent))
    return FailedMeeting(date=record.date, present=_present(record.facts), electorate=record.facts.entitled)


def _hours(vote: Round, record: CountRecord) -> tuple[time, time]:
    """Return when the count began and was finalised; slips are counted from the hour by which they are in."""
    closed = local(record.finalised)
    opened = local(vote.opened_at) if vote.opened_at else closed
    if vote.vote is Vote.HAND_OUT:
        collected = datetime.combine(record.date, vote.opening or closed.time(), closed.tzinfo)
        opened = min(collected, closed)
    return opened.time().replace(second=0, microsecond=0), closed.time().replace(second=0, microsecond=0)


def _form_label(statute: Statute, vote: Round) -> str:
    return form_label(statute, "04" if vote.vote is Vote.HAND_OUT else "02")


def _outcome(election: Election, record: CountRecord) -> CountOutcome:
    outcome = record.outcome
    decided = deciding_threshold(frozen_statute(election), record.facts, outcome)
    return CountOutcome(
        kind=_kind(outcome),
        threshold=None if decided.needed is None else _threshold(decided.clause, decided.base.value),
        elected=outcome.elected,
        seats_left=outcome.seats_left,
        tied=outcome.tied,
    )


def _present(facts: VoteFacts) -> int:
    # A household is reached by the slip that it was handed.
    return counted(facts.issued if facts.vote == "hand_out" else facts.present) or 0


def _kind(outcome: Outcome) -> OutcomeKind:
    match outcome.outcome:
        case "elected" | "held_again" | "no_quorum" | "run_off" as kind:
            return kind
        case other:  # of a congress alone; a hamlet's minutes have no words for it
            raise ValueError(other)


def _threshold(clause: Clause, base: int) -> Threshold:
    share = clause.fraction()
    return Threshold(
        fraction=f"{share.numerator}/{share.denominator}",
        comparison="at_least" if clause.comparison == "at_least" else "more_than",
        base=base,
        needed=clause.needed_of(base),
        article=clause.cited,
    )


def _replacement(record: CountRecord) -> Replacement | None:
    if record.revision == 1:
        return None
    kind = "cuộc họp" if record.facts.ballot == "hands" else "kiểm phiếu"
    earlier = f"biên bản {kind} lần {record.revision - 1:02d} lập ngày {record.date:%d/%m/%Y}"
    return Replacement(revision=record.revision, paper=earlier, reason=record.reason or "")
