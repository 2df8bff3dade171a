"""Clauses of the law as the screen shows them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.rules.statute import Clause


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as the clerk sees it: one sentence, where it stands, and who compared it (``read`` …)."""

    key: str
    explanation: str
    article: str
    checked: str


def clause_view(clause: Clause) -> ClauseView:
    """Return a clause as a value for the screen."""
    return ClauseView(clause.key, clause.explanation, clause.article, clause.checked)
