"""The people who type counts: who they are, and whether a PIN is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Operator
from desktop.models.store.pins import pin_matches
from desktop.models.store.session import reading
from desktop.services.workplace import Workplace
from desktop.vietnamese.collation import name_sort_key


@dataclass(frozen=True, slots=True)
class OperatorView:
    """Somebody who types counts, by key and name."""

    id: int
    name: str


def operators(workplace: Workplace) -> tuple[OperatorView, ...]:
    """Return everybody who types counts, in Vietnamese order."""
    with reading(workplace.database) as session:
        found = session.scalars(select(Operator)).all()
        return tuple(OperatorView(o.id, o.name) for o in sorted(found, key=lambda o: name_sort_key(o.name)))


def identified(session: Session, operator: int, pin: str) -> Operator:
    """Return the operator whose PIN was given; slow on purpose.

    Raises:
        RequestRefused: ``operator.unknown``.
    """
    found = session.get(Operator, operator)
    if found is None or not pin_matches(found.pin_hash, pin):
        raise RequestRefused("operator.unknown")
    return found
