"""The threshold that decided a count: its clause, the base it is of, and the smallest number that passes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.exchange.facts_record import VoteFacts, facts_document
from desktop.exchange.outcome_record import Outcome
from desktop.rules.base import Base, base_of
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import higher_wins
from desktop.rules.statute import Clause, Statute


@dataclass(frozen=True, slots=True)
class DecidingThreshold:
    """The clause that decided, its base in people, and the smallest number that passes.

    ``needed`` is None in a run-off that knows no threshold: there the higher number wins.
    """

    clause: Clause
    base: Base
    needed: int | None


def deciding_threshold(statute: Statute, facts: VoteFacts, outcome: Outcome) -> DecidingThreshold:
    """Return the threshold of those present where too few came, else that of being elected, if there is one.

    Args:
        statute: that was frozen into the election.
        facts: of its count.
        outcome: that the rules decided from them; its base is that of being elected.

    Source: rules.md §2 and §3 (the quorum has a base of its own).
    """
    if outcome.outcome == "no_quorum":
        clause = statute.clause("quorum")
        base = base_of(read_facts(facts_document(facts), Library([statute]), sealed=True), clause)
    else:
        waived = higher_wins(statute, facts.vote)
        clause = statute.clause("tie" if waived else "elected")
        base = Base(outcome.base.name, outcome.base.value)
        if waived:
            return DecidingThreshold(clause, base, None)
    return DecidingThreshold(clause, base, clause.needed_of(base.value))
