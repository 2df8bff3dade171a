"""The provisional head of a hamlet: who serves until a head is elected, by which decision, and until when."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack, cast

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind, ProvisionalReason, Way
from desktop.models.store.session import writing
from desktop.rules.statute import Clause
from desktop.rules.timeline import months_after
from desktop.services.office.workplace import Workplace
from desktop.services.places.heads import Writer, holder_named, provisional_heads_of
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy


class Provisional(TypedDict, total=False):
    """What is written of a provisional head; what is not named stays."""

    provisional_head: str | None
    provisional_why: str | None
    provisional_number: str | None
    provisional_from: date | None
    provisional_until: date | None


PROVISIONAL = tuple(Provisional.__annotations__)
"""What is written of a hamlet's provisional head."""


def state_provisional(workplace: Workplace, code: str, **written: Unpack[Provisional]) -> None:
    """Write down parts of who serves as a hamlet's head until one is elected; None takes a part back.

    With the day of the decision and no last day, the last one that the law of that day allows is written too.

    Raises:
        RequestRefused: ``unknown.unit``; ``hamlet.provisional_days`` for a last day that is not after the
            decision's; ``hamlet.provisional_until`` for one that is later than the law of that day allows.

    Source: Decree 59/2023/NĐ-CP art. 9.3, Decree 185/2026/NĐ-CP art. 4.2 (rules.md §2, provisional head).
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        post = provisional_heads_of(session, [unit]).get(unit.id)
        if post is None:
            post = Post(kind=PostKind.HAMLET_HEAD, unit=unit, way=Way.PROVISIONAL)
            session.add(post)
        for field, value in written.items():
            _write(session, unit, post, field, value)
        begins = post.paper_on
        latest = None if begins is None else last_day_allowed(workplace, begins)
        if "provisional_from" in written and "provisional_until" not in written:
            post.until = latest
        _check(unit.name, begins, post.until, latest)
        session.flush()
        workplace.note(session, "hamlet.provisional", post, *written)
        if not any((post.holder, post.why, post.paper_number, post.paper_on, post.until)):
            session.delete(post)


def serve_on(workplace: Workplace, writer: Writer, unit: Unit, head: Post, on: date) -> None:
    """Let the head of an old hamlet serve in the new one from its first day on, until a head is elected.

    The number and the day of the decision are written when there is one; from its day the last one is counted
    anew.
    """
    writer.make(
        Post(
            kind=PostKind.HAMLET_HEAD,
            unit=unit,
            person=head.person,
            name=head.name,
            way=Way.PROVISIONAL,
            why=ProvisionalReason.MADE_ANEW,
            starts_on=on,
            until=last_day_allowed(workplace, on),
        )
    )


def last_day_allowed(workplace: Workplace, decided_on: date) -> date | None:
    """Return until when somebody may serve who was named on a day; None where the law sets no months."""
    clause = months_clause(workplace, decided_on)
    return None if clause is None else months_after(decided_on, clause.whole())


def months_clause(workplace: Workplace, decided_on: date) -> Clause | None:
    """Return the clause on how long a provisional head serves, as it stood on a day.

    Raises:
        StatuteRefused: no statute is in force on the day.
    """
    return workplace.statutes.in_force("hamlet_head", decided_on).as_of(decided_on).find(_MONTHS)


_MONTHS = "provisional_head_max"


def _write(session: Session, unit: Unit, post: Post, field: str, value: object) -> None:
    if field == "provisional_head":
        for name, kept in holder_named(session, unit, None if value is None else str(value)).items():
            setattr(post, name, kept)
    elif field == "provisional_why":
        post.why = None if value is None else ProvisionalReason(str(value))
    elif field == "provisional_from":
        post.starts_on = post.paper_on = cast("date | None", value)
    elif field == "provisional_until":
        post.until = cast("date | None", value)
    else:
        post.paper_number = tidy(str(value or "")) or None


def _check(hamlet: str, begins: date | None, until: date | None, latest: date | None) -> None:
    if until is None or begins is None:
        return
    if until <= begins:
        raise RequestRefused("hamlet.provisional_days", where=hamlet)
    if latest is not None and until > latest:
        raise RequestRefused("hamlet.provisional_until", where=f"{latest:%d/%m/%Y}")
