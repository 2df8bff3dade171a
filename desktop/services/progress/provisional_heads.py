"""Provisional heads whose last day nears: by then a head has to be elected and recognised."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind, Way
from desktop.services.elections.clauses import clause_view
from desktop.services.elections.time_left import DueTask, day_left
from desktop.services.office.workplace import Workplace
from desktop.services.places.provisional import months_clause
from desktop.services.progress.deadlines import AHEAD, DueView


def provisional_heads_due(workplace: Workplace, session: Session, today: date) -> tuple[DueView, ...]:
    """List the last days of provisional heads in the days ahead and those that were missed, earliest first.

    Who was followed by a recognised head needs no reminder, nor does a hamlet that has ended.
    """
    serving = (
        select(Post)
        .join(Unit, Post.unit_id == Unit.id)
        .where(
            Post.kind == PostKind.HAMLET_HEAD,
            Post.way == Way.PROVISIONAL,
            Post.until <= today + AHEAD,
            Post.ends_on.is_(None),
            or_(Post.name.is_not(None), Post.person_id.is_not(None)),
            Unit.ends_on.is_(None),
        )
        .order_by(Post.until, Unit.code)
    )
    return tuple(
        _due(workplace, post, post.unit, post.until, today)
        for post in session.scalars(serving)
        if post.until is not None and post.unit is not None
    )


def _due(workplace: Workplace, post: Post, unit: Unit, until: date, today: date) -> DueView:
    left = day_left(until, None, today)
    clause = None if post.paper_on is None else months_clause(workplace, post.paper_on)
    return DueView(
        day=until,
        task=DueTask.PROVISIONAL,
        left=left.left,
        facts={"hamlet": f"{unit.kind} {unit.name}", "hamlets": 1, **left.facts},
        kind="wrong" if until < today else "attention",
        key=DueTask.PROVISIONAL,
        clause=None if clause is None else clause_view(clause),
    )
