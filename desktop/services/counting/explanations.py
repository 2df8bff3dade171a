"""Signed lines that explain what does not fit in a count, kept for one revision of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Problem
from desktop.models.counting import Explanation
from desktop.models.elections import Round
from desktop.rules.reconciliation import needs_explanation


def explanations_of(session: Session, current: Round, revision: int) -> list[Explanation]:
    """Return the lines of a revision in the order in which they were written."""
    lines = select(Explanation).where(Explanation.round_id == current.id, Explanation.revision == revision)
    return list(session.scalars(lines.order_by(Explanation.id)))


def unexplained(
    session: Session, current: Round, revision: int, problems: Sequence[Problem]
) -> tuple[Problem, ...]:
    """Return the errors and warnings that no line explains yet."""
    explained = {_key(line) for line in explanations_of(session, current, revision)}
    return tuple(p for p in problems if needs_explanation(p) and (p.code, p.fields) not in explained)


def withdraw(session: Session, current: Round, revision: int, fields: Iterable[str]) -> None:
    """Take back every line that speaks of a field whose figure was changed.

    Source: rules.md §4 ("changing the field withdraws it").
    """
    changed = set(fields)
    for line in explanations_of(session, current, revision):
        if changed.intersection(line.fields):
            session.delete(line)
    session.flush()


def _key(line: Explanation) -> tuple[str, tuple[str, ...]]:
    return line.code, tuple(line.fields)
