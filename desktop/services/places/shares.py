"""A hamlet split or dissolved: its households go to hamlets that are made of it, or to others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import Household, Voter, is_on_the_list
from desktop.models.places import HamletFacts, Unit, UnitEvent
from desktop.models.store.session import writing
from desktop.services.lists.batches import Batch
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.gathered import go_along
from desktop.services.places.heads import posts_go_along
from desktop.services.places.importing import next_code
from desktop.services.places.lookup import facts_of, unit_on
from desktop.services.places.names import checked_name
from desktop.services.places.succession import (
    DIFFICULT,
    DISSOLVE,
    NO_DECISION,
    SPLIT,
    Decision,
    by_decision,
    change_batch,
    check_day,
    check_free,
)

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Share:
    """What becomes of a part of a hamlet.

    Attributes:
        kind, name: of the hamlet that is made of it; one that keeps the old name keeps the code.
        households: keys of the households that go there, and below zero of the voters without one.
    """

    kind: str
    name: str
    households: tuple[int, ...]


def split(
    workplace: Workplace,
    code: str,
    shares: Sequence[Share],
    on: date,
    decision: Decision = NO_DECISION,
) -> int:
    """Make several hamlets of one from a day on, and return the batch that takes it back.

    The old one ends the day before; every household that lives there goes to one of the new ones.

    Raises:
        RequestRefused: ``hamlet.split`` for fewer than two; ``hamlet.shares`` where a household goes nowhere,
            to two, or doesn't live there; ``hamlet.share_empty`` where all go to one; ``hamlet.name``,
            ``hamlet.day``, or ``hamlet.under_way`` while it elects.
    """
    if len(shares) < _FEWEST:
        raise RequestRefused("hamlet.split")
    with writing(workplace.database) as session:
        today = workplace.today()
        unit, homes, batch = _begun(workplace, session, SPLIT, code, on)
        if sorted(key for share in shares for key in share.households) != sorted(homes):
            raise RequestRefused("hamlet.shares", where=f"{unit.kind} {unit.name}")
        facts = facts_of(session, [unit]).get(unit.id)
        parts = []
        for share in shares:
            kind, name = checked_name(session, today, share.kind, share.name, unit)
            if homes and not share.households:
                raise RequestRefused("hamlet.share_empty", where=f"{kind} {name}")
            same = (kind.casefold(), name.casefold()) == (unit.kind.casefold(), unit.name.casefold())
            made = Unit(
                code=unit.code if same else next_code(session, own_unit(session)),
                level=unit.level,
                kind=kind,
                name=name,
                starts_on=on,
                parent=own_unit(session),
                predecessors=[unit],
            )
            batch.make(made)
            session.flush()
            parts.append(made)
            for key in share.households:
                batch.change(homes[key], {"hamlet_id": made.id})
            if facts is not None:
                kept = {field: getattr(facts, field) for field in DIFFICULT}
                batch.make(HamletFacts(unit=made, **kept))
            by_decision(batch, made, UnitEvent.MADE, decision)
            workplace.note(session, "unit.succeed", made, "code", "kind", "name", "predecessors")
        go_along(batch, [unit], parts, on)
        posts_go_along(batch, [unit], None, on)
        return batch.end().batch


def dissolve(
    workplace: Workplace,
    code: str,
    homes_of: Mapping[str, Sequence[int]],
    on: date,
    decision: Decision = NO_DECISION,
) -> int:
    """End a hamlet whose households go to hamlets that there are, and return the batch that takes it back.

    Args:
        workplace: the open office.
        code: the hamlet's.
        homes_of: by the code of each hamlet that takes some, the keys of the households, and below zero of
            the voters without one.
        on: the first day on which it is no more.
        decision: by which it is so.

    Raises:
        RequestRefused: ``hamlet.shares`` where a household goes nowhere, to two, or doesn't live there;
            ``hamlet.day``; ``hamlet.under_way`` while it, or one that takes households, elects.
    """
    with writing(workplace.database) as session:
        unit, homes, batch = _begun(workplace, session, DISSOLVE, code, on)
        if sorted(key for keys in homes_of.values() for key in keys) != sorted(homes):
            raise RequestRefused("hamlet.shares", where=f"{unit.kind} {unit.name}")
        for taker, keys in homes_of.items():
            if taker == unit.code:
                raise RequestRefused("hamlet.shares", where=f"{unit.kind} {unit.name}")
            other = unit_on(session, taker, on)
            check_free(session, other)
            for key in keys:
                batch.change(homes[key], {"hamlet_id": other.id})
            other.predecessors.append(unit)
            workplace.note(session, "unit.succeed", other, "predecessors")
        go_along(batch, [unit], [], on)
        posts_go_along(batch, [unit], None, on)
        by_decision(batch, unit, UnitEvent.ENDED, decision)
        workplace.note(session, "unit.end", unit, "ends_on")
        return batch.end().batch


def _begun(
    workplace: Workplace, session: Session, change: str, code: str, on: date
) -> tuple[Unit, dict[int, Household | Voter], Batch]:
    """End a hamlet, and return it, who lives there by the keys of households and voters, and the batch."""
    unit = unit_on(session, code, workplace.today())
    last = on - timedelta(days=1)
    check_free(session, unit)
    check_day(unit, last, workplace.today())
    living = select(Household).where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
    homes: dict[int, Household | Voter] = {home.id: home for home in session.scalars(living)}
    alone = select(Voter).where(Voter.hamlet_id == unit.id, *is_on_the_list())
    homes |= {-voter.id: voter for voter in session.scalars(alone)}
    batch = change_batch(workplace, session, change, f"{unit.kind} {unit.name}")
    batch.change(unit, {"ends_on": last})
    return unit, homes, batch
