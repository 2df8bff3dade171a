"""Provisional heads whose last day nears: by then a head has to be elected and recognised."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Election
from desktop.models.places import HamletFacts, Unit
from desktop.models.results import Decision, DecisionResult
from desktop.services.elections.clauses import clause_view
from desktop.services.elections.time_left import DueTask, day_left
from desktop.services.office.workplace import Workplace
from desktop.services.places.provisional import months_clause
from desktop.services.progress.deadlines import AHEAD, DueView


def provisional_heads_due(workplace: Workplace, session: Session, today: date) -> tuple[DueView, ...]:
    """List the last days of provisional heads in the days ahead and those that were missed, earliest first.

    A hamlet whose head was recognised since needs no reminder, nor does one that has ended.
    """
    serving = (
        select(HamletFacts)
        .join(Unit, HamletFacts.unit_id == Unit.id)
        .where(
            HamletFacts.provisional_until <= today + AHEAD,
            HamletFacts.provisional_head.is_not(None),
            Unit.ends_on.is_(None),
        )
        .order_by(HamletFacts.provisional_until, Unit.code)
    )
    return tuple(
        _due(workplace, facts, facts.provisional_until, today)
        for facts in session.scalars(serving)
        if facts.provisional_until is not None and not _followed(session, facts)
    )


def _followed(session: Session, facts: HamletFacts) -> bool:
    recognised = (
        select(Decision.id)
        .join(Election, Decision.election_id == Election.id)
        .where(
            Election.unit_id == facts.unit_id,
            Decision.result == DecisionResult.RECOGNISED,
            Decision.decided_on >= (facts.provisional_from or date.min),
        )
    )
    return session.scalar(recognised.limit(1)) is not None


def _due(workplace: Workplace, facts: HamletFacts, until: date, today: date) -> DueView:
    left = day_left(until, None, today)
    clause = None if facts.provisional_from is None else months_clause(workplace, facts.provisional_from)
    return DueView(
        day=until,
        task=DueTask.PROVISIONAL,
        left=left.left,
        facts={"hamlet": f"{facts.unit.kind} {facts.unit.name}", "hamlets": 1, **left.facts},
        kind="wrong" if until < today else "attention",
        key=DueTask.PROVISIONAL,
        clause=None if clause is None else clause_view(clause),
    )
