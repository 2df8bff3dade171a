"""The count: two entries by two operators, what does not fit, and the finalised bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Problem, RequestRefused, StorageRefused
from desktop.exchange import records
from desktop.models.counting import BallotStock, Count, Explanation, OutcomeRecord
from desktop.models.elections import Campaign, Contest, Election, Round
from desktop.models.session import reading, writing
from desktop.rules.election_state import ElectionState
from desktop.rules.eligibility import officials_who_stand
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import Outcome, decide, outcome_document
from desktop.rules.reconciliation import BoxStock, needs_explanation, reconcile_boxes
from desktop.services.backups import BackupView, back_up_after_count
from desktop.services.entries import entries_of, next_revision
from desktop.services.lookup import contest_of, election_of, round_of, state_of, statute_of
from desktop.services.rolls import changes_since_frozen, electorate_of
from desktop.services.workplace import Workplace, own_office
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class InvalidReason:
    """How many ballots were invalid for one reason."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Review:
    """An agreed count before it is finalised: what it would decide, and what has to be explained."""

    outcome: str
    elected: tuple[str, ...]
    problems: tuple[Problem, ...]
    unexplained: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class CountView:
    """A finalised count: its bytes' SHA-256 in hex, what it decided, and what became of the backup."""

    election: str
    round: int
    revision: int
    sha256: str
    outcome: str
    elected: tuple[str, ...]
    next: str
    backup: BackupView | StorageRefused | None = None


def review(workplace: Workplace, code: str) -> Review:
    """Decide an agreed count without finalising it, and list what still has to be explained.

    Raises:
        StepRefused: the two entries do not agree yet; no outcome is shown before that.
    """
    with reading(workplace.database) as session:
        election = election_of(session, code)
        state_of(election).demand("review", ElectionState.AGREED)
        outcome, problems = _decided(session, election)
        unexplained = _unexplained(session, election, problems)
        return Review(outcome.outcome, outcome.elected, problems, unexplained)


def explain(workplace: Workplace, code: str, problem: Problem, text: str, by: str) -> None:
    """Add a signed line that explains a problem; the minutes print it.

    Raises:
        StepRefused: the count is not agreed yet, or finalised already.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        state_of(election).demand("explain", ElectionState.AGREED)
        current = round_of(election)
        explanation = Explanation(
            round=current,
            revision=next_revision(session, current),
            code=problem.code,
            fields=list(problem.fields),
            text=tidy(text),
            by=tidy(by),
            made_at=workplace.clock(),
        )
        session.add(explanation)
        session.flush()
        workplace.note(session, "count.explain", explanation, *problem.fields)


def finalise(
    workplace: Workplace,
    code: str,
    *,
    invalid_reasons: Sequence[InvalidReason] = (),
    reason: str | None = None,
) -> CountView:
    """Make the bytes of an agreed count, once; they are printed from and sent as they are.

    Args:
        workplace: the open office.
        code: the election's.
        invalid_reasons: ballots by reason; their sum is the invalid ballots.
        reason: why the count was reopened, for revision 2 and later.

    Raises:
        StepRefused: the two entries do not agree.
        RequestRefused: ``count.unexplained`` naming the codes; ``count.invalid_reasons`` when the sum is
            another; ``count.reason`` for a later revision without one.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).finalise()
        outcome, problems = _decided(session, election)
        missing = _unexplained(session, election, problems)
        if missing:
            raise RequestRefused("count.unexplained", where=", ".join(p.code for p in missing))
        invalid = outcome.facts.invalid or 0
        if invalid_reasons and sum(reason.count for reason in invalid_reasons) != invalid:
            raise RequestRefused("count.invalid_reasons", where=code)
        count = _count(workplace, session, election, outcome, invalid_reasons, reason)
        session.add(
            OutcomeRecord(
                count=count,
                outcome=outcome.outcome,
                elected=list(outcome.elected),
                clauses=[{"key": c.key, "article": c.article, "checked": c.checked} for c in outcome.clauses],
                final=outcome.final,
            )
        )
        round_of(election).closed_at = workplace.clock()
        session.flush()
        workplace.note(session, "count.finalise", count, "content", "outcome")
        view = _view(election, count, outcome.next)
    return replace(view, backup=back_up_after_count(workplace))


def reopen(workplace: Workplace, code: str) -> None:
    """Reopen a finalised count: the next revision is entered from the start and needs a reason.

    Raises:
        StepRefused: it is not finalised, or the result is decided upon already.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        election.state = state_of(election).reopen()
        workplace.note(session, "count.reopen", round_of(election), "state")


def latest_count(session: Session, current: Round) -> Count:
    """Return the newest revision of a round's finalised count.

    Raises:
        RequestRefused: ``count.none``.
    """
    found = session.scalars(
        select(Count).where(Count.round_id == current.id).order_by(Count.revision.desc())
    ).first()
    if found is None:
        raise RequestRefused("count.none")
    return found


def counts_of(session: Session, campaign: Campaign) -> list[Count]:
    """Return every finalised count of a campaign, revision by revision, in the order of election codes."""
    counts = (
        select(Count)
        .join(Round, Count.round_id == Round.id)
        .join(Contest, Round.contest_id == Contest.id)
        .join(Election, Contest.election_id == Election.id)
        .where(Election.campaign_id == campaign.id)
        .order_by(Election.code, Round.number, Count.revision)
    )
    return list(session.scalars(counts))


def record_of(count: Count) -> records.CountRecord:
    """Read a finalised count back from its bytes."""
    return msgspec.json.decode(count.content, type=records.CountRecord)


def _facts_document(session: Session, election: Election) -> dict[str, Any]:
    current = round_of(election)
    typed = entries_of(session, current, next_revision(session, current))[0].typed
    document: dict[str, Any] = {
        "statute": election.statute,
        "contest": contest_of(election).kind.value,
        "seats": current.seats,
        "vote": current.vote.value,
        "attempt": current.attempt,
        "ballot": current.ballot.value,
        "electorate": electorate_of(session, election),
    }
    printed = [stock.printed for stock in stocks_of(session, current) if stock.printed is not None]
    if printed and current.ballot != "hands":
        document["printed"] = sum(printed)
    document |= {field: value for field, value in typed.items() if "[" not in field and value is not None}
    document["candidates"] = [
        {"name": name}
        | {
            field.partition("].")[2]: value
            for field, value in typed.items()
            if field.startswith(f"candidates[{index}].") and value is not None
        }
        for index, name in enumerate(candidate_names(current))
    ]
    return document


def candidate_names(current: Round) -> list[str]:
    """Name the candidates of a round as facts do: a namesake with the birth date behind the name."""
    names = [candidacy.candidate.printed_name for candidacy in current.candidacies]
    births = [candidacy.candidate.person.birth for candidacy in current.candidacies]
    return [
        f"{name} ({birth.text()})" if names.count(name) > 1 and birth else name
        for name, birth in zip(names, births, strict=True)
    ]


def stocks_of(session: Session, current: Round) -> list[BallotStock]:
    """Return the ballot stock of a round, box by box."""
    stocks = select(BallotStock).where(BallotStock.round_id == current.id).order_by(BallotStock.id)
    return list(session.scalars(stocks))


def _decided(session: Session, election: Election) -> tuple[Outcome, tuple[Problem, ...]]:
    statute = statute_of(election)
    facts = read_facts(_facts_document(session, election), Library([statute]))
    outcome = decide(facts)
    boxes = [
        BoxStock(s.box, s.printed, s.issued, s.unused, s.replaced, s.collected)
        for s in stocks_of(session, round_of(election))
    ]
    officials = [official.name for official in election.officials if official.role != "witness"]
    return outcome, (
        *outcome.problems,
        *reconcile_boxes(facts, boxes),
        *changes_since_frozen(session, election),
        *officials_who_stand(officials, [candidate.name for candidate in facts.candidates]),
    )


def _unexplained(session: Session, election: Election, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    current = round_of(election)
    revision = next_revision(session, current)
    explained = {
        (explanation.code, tuple(explanation.fields))
        for explanation in session.scalars(
            select(Explanation).where(Explanation.round_id == current.id, Explanation.revision == revision)
        )
    }
    return tuple(p for p in problems if needs_explanation(p) and (p.code, p.fields) not in explained)


def _count(
    workplace: Workplace,
    session: Session,
    election: Election,
    outcome: Outcome,
    invalid_reasons: Sequence[InvalidReason],
    reason: str | None,
) -> Count:
    current = round_of(election)
    revision = next_revision(session, current)
    if revision > 1 and not reason:
        raise RequestRefused("count.reason", where=election.code)
    entries = entries_of(session, current, revision)
    before = latest_count(session, current) if revision > 1 else None
    now = workplace.clock()
    record = records.CountRecord(
        commune=own_office(session).unit_code,
        unit=records.UnitName(code=election.unit.code, name=f"{election.unit.kind} {election.unit.name}"),
        election=election.code,
        campaign=election.campaign.code,
        date=election.held_on,
        contest=contest_of(election).kind.value,
        round=current.number,
        revision=revision,
        replaces=before.sha256 if before else None,
        reason=reason if before else None,
        facts=_facts_document(session, election),
        outcome=outcome_document(outcome),
        stock=tuple(
            records.BoxStock(
                box=stock.box,
                printed=stock.printed,
                issued=stock.issued or 0,
                unused=stock.unused or 0,
                replaced=stock.replaced or 0,
                collected=stock.collected or 0,
            )
            for stock in stocks_of(session, current)
        ),
        invalid_reasons=tuple(records.InvalidReason(reason=r.reason, count=r.count) for r in invalid_reasons),
        explanations=tuple(
            records.Explanation(code=e.code, fields=tuple(e.fields), text=e.text, by=e.by)
            for e in session.scalars(
                select(Explanation)
                .where(Explanation.round_id == current.id, Explanation.revision == revision)
                .order_by(Explanation.id)
            )
        ),
        single_operator=len(entries) == 1,
        finalised=now,
    )
    count = Count(
        round=current,
        revision=revision,
        finalised_at=now,
        single_operator=record.single_operator,
        reason=record.reason,
        replaced_sha256=record.replaces,
        content=records.encode(record),
    )
    session.add(count)
    session.flush()
    return count


def _view(election: Election, count: Count, following: str) -> CountView:
    record = record_of(count)
    return CountView(
        election=election.code,
        round=record.round,
        revision=record.revision,
        sha256=count.sha256,
        outcome=record.outcome["outcome"],
        elected=tuple(record.outcome["elected"]),
        next=following,
    )
