"""A count as its page shows it: the paper form, who typed it, where it differs, what it decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from desktop.errors import FactsRefused, Problem
from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.elections import Round
from desktop.models.store.session import reading
from desktop.rules.agreement import differences
from desktop.rules.shares import percent_text
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.counting.count_drafts import InvalidReason, draft_of, reasons_of
from desktop.services.counting.deciding import decided
from desktop.services.counting.entries import entries_of, next_revision, typed_fields
from desktop.services.counting.explanations import explanations_of
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.findings import FindingView, explained_findings, findings_of_entries
from desktop.services.counting.stock import stocks_of
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.electorate import frozen_electorate
from desktop.services.elections.lookup import frozen_statute, state_of, vote_of
from desktop.services.elections.naming import addressed, candidate_names
from desktop.services.office.operators import OperatorView
from desktop.services.office.workplace import Workplace

S = VoteState
_COUNTED = (S.FINALISED, S.RECOGNISED, S.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class EntryMade:
    """An entry that was made: by whom and when."""

    number: int
    operator: OperatorView
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Share:
    """A candidate's votes out of the base; ``percent`` as it is printed, empty where nothing was counted."""

    name: str
    votes: int | None
    percent: str
    passes: bool


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What an agreed count decides.

    Attributes:
        base: of every share: the electorate, in ``base_kind`` (``households`` or ``voters``).
        needed: the smallest number of votes that elects; of those present where there was no quorum.
        next: ``recognition`` or ``hold_again``.
        clause: the one that decided.
        next_clause: the one that says what follows.
        hold_again_by: last day for holding it again, where the statute counts days.
    """

    outcome: str
    elected: tuple[str, ...]
    shares: tuple[Share, ...]
    present: int
    base: int
    base_kind: str
    needed: int
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
    reopened_because: str | None = None
    made: Made | None = None
    missing: str | None = None


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
        state, current = state_of(vote), vote
        count = latest_count(session, vote) if state in _COUNTED else None
        revision = count.revision if count else next_revision(session, current)
        entries = entries_of(session, current, revision)
        shown = [dict(entry.typed) for entry in entries] if _is_open(state) else []
        printed = [s.printed for s in stocks_of(session, current) if s.printed is not None]
        draft = None if count else draft_of(session, current)
        found = differences(shown[0], shown[1]) if len(shown) == 2 else ()
        outcome, findings, missing = _decision(session, vote, count)
        if state is S.DIFFERENT:
            findings = findings_of_entries(session, vote, entries)
        record = record_of(count) if count else None
        return CountingView(
            code=code,
            state=state,
            ballot=current.ballot.value,
            fields=typed_fields(current),
            candidates=named_candidates(current),
            electorate=frozen_electorate(session, vote.election).size,
            printed=sum(printed) if printed else None,
            revision=revision,
            entries=tuple(
                EntryMade(e.number, OperatorView(e.operator.id, e.operator.name), e.made_at) for e in entries
            ),
            figures=tuple(shown),
            differing=tuple(problem.fields[0] for problem in found if problem.code == "W001"),
            swapped=any(problem.code == "W207" for problem in found),
            findings=findings,
            outcome=outcome,
            invalid_reasons=reasons_of(draft) if record is None else _recorded_reasons(record),
            reopened_because=draft.reopened_because if draft else record.reason if record else None,
            made=_made(count, record) if count and record else None,
            missing=missing,
        )


def named_candidates(current: Round) -> tuple[str, ...]:
    """Name the candidates of a round with the word before their names, in the order of the ballot."""
    named = zip(current.candidacies, candidate_names(current), strict=True)
    return tuple(addressed(candidacy.candidate.person, name) for candidacy, name in named)


def _is_open(state: VoteState) -> bool:
    return state in (S.DIFFERENT, S.AGREED, *_COUNTED)


def _decision(
    session: Session, vote: Round, count: Count | None
) -> tuple[OutcomeView | None, tuple[FindingView, ...], str | None]:
    """Return outcome and findings of an agreed or finalised count; else the field that prevents them."""
    current, statute = vote, frozen_statute(vote.election)
    if count is not None:
        record = record_of(count)
        lines = explanations_of(session, current, count.revision)
        problems = [Problem(p["code"], tuple(p["fields"])) for p in record.outcome["problems"]]
        explained = [Problem(line.code, tuple(line.fields)) for line in lines]
        problems += [problem for problem in explained if problem not in problems]
        return (
            _outcome(vote, statute, record.facts, record.outcome),
            explained_findings(problems, lines),
            None,
        )
    return _agreed_decision(session, vote, statute)


def _agreed_decision(
    session: Session, vote: Round, statute: Statute
) -> tuple[OutcomeView | None, tuple[FindingView, ...], str | None]:
    if state_of(vote) is not S.AGREED:
        return None, (), None
    try:
        outcome, problems = decided(session, vote)
    except FactsRefused as refusal:
        return None, (), refusal.where
    facts = {
        "electorate": outcome.facts.entitled,
        "electorate_kind": outcome.facts.electorate_kind,
        "present": outcome.facts.present,
        "candidates": [{"name": c.name, "votes": c.votes} for c in outcome.facts.candidates],
    }
    document = {"outcome": outcome.outcome, "elected": list(outcome.elected), "next": outcome.next}
    lines = explanations_of(session, vote, next_revision(session, vote))
    return _outcome(vote, statute, facts, document), explained_findings(problems, lines), None


def _outcome(
    vote: Round, statute: Statute, facts: Mapping[str, object], decision: Mapping[str, object]
) -> OutcomeView:
    elected = statute.clause("elected")
    no_quorum = decision["outcome"] == "no_quorum"
    deciding = statute.clause("quorum") if no_quorum else elected
    following = statute.find("recognition" if decision["next"] == "recognition" else "held_again")
    base, present = _number(facts["electorate"]), _number(facts["present"])
    again = following if following is not None and following.key == "held_again" else None
    candidates = facts["candidates"]
    names = decision["elected"]
    return OutcomeView(
        outcome=str(decision["outcome"]),
        elected=tuple(names) if isinstance(names, list) else (),
        shares=tuple(
            Share(
                addressed(candidacy.candidate.person, counted["name"]),
                counted.get("votes"),
                percent_text(counted["votes"], base) if counted.get("votes") is not None and base > 0 else "",
                elected.passed_by(counted.get("votes") or 0, base),
            )
            for candidacy, counted in zip(
                vote.candidacies,
                candidates if isinstance(candidates, list) else (),
                strict=True,
            )
        ),
        present=present,
        base=base,
        base_kind=str(facts.get("electorate_kind") or "households"),
        needed=deciding.needed_of(base),
        next=str(decision["next"]),
        clause=clause_view(deciding),
        next_clause=clause_view(following) if following else None,
        hold_again_by=vote.election.held_on + timedelta(days=again.whole())
        if again is not None and again.unit == "days"
        else None,
    )


def _recorded_reasons(record: CountRecord) -> tuple[InvalidReason, ...]:
    return tuple(InvalidReason(reason.reason, reason.count) for reason in record.invalid_reasons)


def _made(count: Count, record: CountRecord) -> Made:
    return Made(count.revision, count.finalised_at, count.sha256, count.single_operator, record.reason)


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value
