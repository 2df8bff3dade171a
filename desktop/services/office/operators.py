"""The people who type counts: who they are, and whether a PIN is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Operator
from desktop.models.store.pins import PIN_COST, TRAINING_PIN_COST, hash_pin, pin_matches
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import Workplace, is_training
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.text import tidy


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


def register_operator(workplace: Workplace, name: str, pin: str) -> int:
    """Register somebody who types counts; the PIN is kept as an Argon2 hash only.

    Raises:
        RequestRefused: ``operator.exists``, or ``operator.pin`` for one shorter than four signs.
    """
    if len(pin) < 4:
        raise RequestRefused("operator.pin")
    with writing(workplace.database) as session:
        if session.scalar(select(Operator.id).where(Operator.name == tidy(name))):
            raise RequestRefused("operator.exists")
        operator = Operator(
            name=tidy(name), pin_hash=hash_pin(pin, TRAINING_PIN_COST if is_training(session) else PIN_COST)
        )
        session.add(operator)
        session.flush()
        workplace.note(session, "operator.register", operator, "name", "pin_hash")
        return operator.id
