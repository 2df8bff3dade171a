"""The outcome of one vote by its statute: who is elected, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import Problem
from desktop.rules.base import Base, base_of, quorum_met
from desktop.rules.facts import CandidateFacts, Facts, hand_out_is_allowed
from desktop.rules.reconciliation import is_error, reconcile
from desktop.rules.shares import percent_text
from desktop.rules.statute import Clause, Statute


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one vote decided.

    Attributes:
        outcome: ``no_quorum``, ``void``, ``run_off``, ``held_again`` or ``elected``.
        elected: who passed, most votes first, equal votes in the order given.
        run_off: those tied for the last seat, in the order given.
        seats_left: seats that this vote did not fill.
        next: ``recognition``, ``approval``, ``hold_again``, ``run_off``, ``congress_decides`` or
            ``superior_appoints``.
        also: what the law allows besides: ``hand_out`` after a meeting that too few attended, or nothing.
        quorum: whether enough took part; ``None`` where no quorum is asked.
        base: the whole that each share is taken of, in people.
        problems: what does not fit in the figures.
        clauses: those that were applied.
    """

    facts: Facts
    outcome: str
    elected: tuple[str, ...]
    run_off: tuple[str, ...]
    seats_left: int
    next: str
    also: tuple[str, ...]
    quorum: bool | None
    base: Base
    problems: tuple[Problem, ...]
    clauses: tuple[Clause, ...]

    @property
    def final(self) -> bool:
        """Tell whether no error stands in the way of the minutes."""
        return not any(is_error(problem) for problem in self.problems)


def decide(facts: Facts) -> Outcome:
    """Decide one vote by its statute; figures with errors are decided too, and are not final.

    Source: rules.md §2 to §4; commands.md (``decide``).
    """
    elected_clause = facts.statute.clause("elected")
    base = base_of(facts, elected_clause)
    quorum = quorum_met(facts)
    void = _is_void(facts)
    winners: list[CandidateFacts] = []
    tied: list[CandidateFacts] = []
    if quorum is not False and not void:
        winners, tied = _seated(facts, _passing(facts, elected_clause, base.value))
    runs_off = bool(tied) and facts.statute.clause("tie").value == "run_off"
    if quorum is False:
        outcome = "no_quorum"
    elif void:
        outcome = "void"
    elif runs_off:
        outcome = "run_off"
    else:
        outcome = "elected" if len(winners) >= facts.seats else "held_again"
    following = _next(facts, outcome)
    applied = {
        "void": outcome == "void",
        "tie": bool(tied),
        "held_again": outcome == "held_again",
        "appointment": following == "superior_appoints",
    }
    return Outcome(
        facts=facts,
        outcome=outcome,
        elected=tuple(candidate.name for candidate in winners),
        run_off=tuple(candidate.name for candidate in tied) if runs_off else (),
        seats_left=facts.seats - len(winners),
        next=following,
        also=("hand_out",) if outcome == "no_quorum" and hand_out_is_allowed(facts.statute) else (),
        quorum=quorum,
        base=base,
        problems=reconcile(facts),
        clauses=(
            *(() if quorum is None else (facts.statute.clause("quorum"),)),
            elected_clause,
            *(facts.statute.clause(key) for key, was in applied.items() if was),
        ),
    )


def higher_wins(statute: Statute, vote: str) -> bool:
    """Tell whether a vote needs no threshold: the higher number wins between those who tied.

    Only a statute that knows run-offs can waive its threshold. Source: commands.md (``run_off``).
    """
    return vote == "run_off" and statute.clause("tie").value == "run_off"


def outcome_document(outcome: Outcome) -> dict[str, object]:
    """Write an outcome as the JSON document that ``hom-phieu decide`` prints.

    Source: commands.md (``decide``).
    """
    base = outcome.base
    return {
        "outcome": outcome.outcome,
        "elected": list(outcome.elected),
        "run_off": list(outcome.run_off),
        "seats_left": outcome.seats_left,
        "next": outcome.next,
        "also": list(outcome.also),
        "final": outcome.final,
        "quorum": outcome.quorum,
        "base": {"name": base.name, "value": base.value},
        "problems": [{"code": p.code, "fields": list(p.fields)} for p in outcome.problems],
        "shares": [
            {
                "name": candidate.name,
                "numerator": candidate.votes,
                "denominator": base.value,
                "percent": None
                if candidate.votes is None or base.value <= 0
                else percent_text(candidate.votes, base.value),
            }
            for candidate in outcome.facts.candidates
        ],
        "clauses": [
            {"key": clause.key, "article": clause.article, "checked": clause.checked}
            for clause in outcome.clauses
        ],
    }


def sealed_document(outcome: Outcome) -> dict[str, object]:
    """Write an outcome as it stands in a finalised count: as it is printed, without ``also``.

    A count's bytes are made once and decided again for ever, by the office's own statute and by that of who
    takes it in. What the law allows besides is no part of what a count decided, and counts that were
    finalised before it was told know no such key.
    """
    return {key: value for key, value in outcome_document(outcome).items() if key != "also"}


def _is_void(facts: Facts) -> bool:
    if facts.statute.find("void") is None or facts.issued is None or facts.returned is None:
        return False
    return facts.returned > facts.issued


def _passing(facts: Facts, elected: Clause, base: int) -> list[CandidateFacts]:
    counted = [candidate for candidate in facts.candidates if candidate.votes is not None]
    if higher_wins(facts.statute, facts.vote):
        return counted
    return [candidate for candidate in counted if elected.passed_by(candidate.votes or 0, base)]


def _seated(facts: Facts, passing: list[CandidateFacts]) -> tuple[list[CandidateFacts], list[CandidateFacts]]:
    ranked = sorted(passing, key=lambda candidate: -(candidate.votes or 0))
    if len(ranked) <= facts.seats:
        return ranked, []
    last = ranked[facts.seats - 1].votes
    if ranked[facts.seats].votes != last:
        return ranked[: facts.seats], []
    above = [candidate for candidate in ranked if (candidate.votes or 0) > (last or 0)]
    return above, [candidate for candidate in ranked if candidate.votes == last]


def _next(facts: Facts, outcome: str) -> str:
    if outcome == "elected":
        return "approval" if facts.is_congress else "recognition"
    if outcome == "run_off":
        return "congress_decides" if facts.vote == "run_off" else "run_off"
    if outcome != "held_again" or facts.post is None:
        return "hold_again"
    if facts.post == "secretary":
        appointment = facts.statute.find("appointment")
        appointed = appointment is not None and facts.attempt >= appointment.whole()
        return "superior_appoints" if appointed else "hold_again"
    # Whether a committee, a deputy or delegates are voted on again, a statute may leave to the congress.
    decides = facts.statute.clause("held_again").value == "congress_decides"
    return "congress_decides" if decides else "hold_again"
