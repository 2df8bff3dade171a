"""The people who work here: who, on which side, whether a PIN is theirs, a new PIN, who no longer types."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import PackageRefused, RequestRefused, StorageRefused
from desktop.models.counting import Operator
from desktop.models.store.pins import TRAINING_PIN_COST, hash_pin, pin_matches
from desktop.models.store.sealing import made_anew
from desktop.models.store.session import reading, writing
from desktop.services.office.keys import unlock
from desktop.services.office.sides import Side, narrowed, sees, sides_of
from desktop.services.office.workplace import Workplace, is_training, own_office
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.text import tidy

_FREE_TRIES = 3
_FIRST_DELAY = timedelta(seconds=15)
_LONGEST_DELAY = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class OperatorView:
    """Somebody who works here, by key, name and side of the work; ``retired`` who no longer does."""

    id: int
    name: str
    retired: bool = False
    side: Side = Side.BOTH


def operators(workplace: Workplace, *, retired: bool = False) -> tuple[OperatorView, ...]:
    """Return everybody who types counts, in Vietnamese order; with ``retired`` also who no longer does."""
    with reading(workplace.database) as session:
        found = [each for each in session.scalars(select(Operator)) if retired or each.retired_at is None]
        return tuple(
            OperatorView(each.id, each.name, each.retired_at is not None, each.side)
            for each in sorted(found, key=lambda o: (o.retired_at is not None, name_sort_key(o.name)))
        )


def check_pin(workplace: Workplace, operator: int, pin: str) -> None:
    """Refuse a PIN that isn't the operator's; slow on purpose, and slower after wrong tries.

    Wrong tries are counted for good: closing the window forgives none.

    Raises:
        RequestRefused: ``operator.unknown`` for another's PIN or a retired operator; ``operator.wait`` while
            the time after wrong tries runs.
    """
    now = workplace.clock()
    with reading(workplace.database) as session:
        found = session.get(Operator, operator)
        if found is None or found.retired_at is not None:
            raise RequestRefused("operator.unknown")
        left = _delay(found) - (now - (found.wrong_pin_at or now))
        # A clock that was put back must not lock anybody out for longer than the delay itself.
        if timedelta(0) < left <= _delay(found):
            raise RequestRefused("operator.wait", seconds=max(round(left.total_seconds()), 1))
        right, tried = pin_matches(found.pin_hash, pin), found.wrong_pins
    if not right or tried:
        _count(workplace, operator, now, right=right)
    if not right:
        raise RequestRefused("operator.unknown")


def operator_of(session: Session, operator: int) -> Operator:
    """Return an operator whose PIN was checked."""
    return session.get_one(Operator, operator)


def register_operator(workplace: Workplace, name: str, pin: str) -> int:
    """Register somebody who types counts; the PIN is kept as an Argon2 hash only.

    Raises:
        RequestRefused: ``operator.exists``, or ``operator.pin`` for one shorter than four signs.
    """
    _check_length(pin)
    with writing(workplace.database) as session:
        if session.scalar(select(Operator.id).where(Operator.name == tidy(name))):
            raise RequestRefused("operator.exists")
        # Nobody opens the other side by adding somebody.
        operator = Operator(name=tidy(name), pin_hash=_hashed(session, tidy(name), pin), side=workplace.side)
        session.add(operator)
        session.flush()
        workplace.note(session, "operator.register", operator, "name", "pin_hash")
        return operator.id


def reset_pin(workplace: Workplace, operator: int, pin: str, passphrase: str) -> None:
    """Give an operator who forgot the PIN a new one, by the office's passphrase.

    Raises:
        RequestRefused: ``operator.pin`` for one shorter than four signs, ``operator.unknown``.
        StorageRefused: ``storage.passphrase``.
    """
    _check_length(pin)
    _check_passphrase(workplace, passphrase)
    with writing(workplace.database) as session:
        found = _found(session, operator)
        # Whoever swapped the PIN before: from here on the new one holds, and the entry of the log says so.
        made_anew(session, found, "operator_pins")
        found.pin_hash, found.wrong_pins, found.wrong_pin_at = _hashed(session, found.name, pin), 0, None
        session.flush()
        workplace.note(session, "operator.reset_pin", found, "pin_hash")


def retire_operator(workplace: Workplace, operator: int, *, retired: bool = True) -> None:
    """Let an operator type no longer, or again; what was typed stays under the name.

    Raises:
        RequestRefused: ``operator.unknown``; ``side.nobody`` as ``set_side``.
    """
    with writing(workplace.database) as session:
        found = _found(session, operator)
        found.retired_at = workplace.clock() if retired else None
        session.flush()
        if own_office(session).settings.asks_operator:
            _check_sides(session)
        workplace.note(session, "operator.retire" if retired else "operator.return", found, "retired_at")


def asks_operator(workplace: Workplace) -> bool:
    """Tell whether the window asks who works at it when it opens."""
    with reading(workplace.database) as session:
        return own_office(session).settings.asks_operator


def set_asks_operator(workplace: Workplace, passphrase: str, *, on: bool) -> None:
    """Let the window ask who works at it when it opens, or no longer, by the office's passphrase.

    Raises:
        RequestRefused: ``side.nobody`` where it is asked and nobody could do one of the sides.
        StorageRefused: ``storage.passphrase``.
    """
    _check_passphrase(workplace, passphrase)
    with writing(workplace.database) as session:
        if on:
            _check_sides(session)
        office = own_office(session)
        office.settings = msgspec.structs.replace(office.settings, asks_operator=on)
        workplace.note(session, "office.set", office, "asks_operator")


def set_side(workplace: Workplace, operator: int, side: Side, passphrase: str) -> None:
    """Say which side of the work an operator does, by the office's passphrase.

    Raises:
        RequestRefused: ``operator.unknown``; ``side.nobody`` where the window asks and nobody would be left
            for one of the sides; ``side.office`` in an office that does one side alone.
        StorageRefused: ``storage.passphrase``.
    """
    _check_passphrase(workplace, passphrase)
    with writing(workplace.database) as session:
        if own_office(session).settings.side is not Side.BOTH:
            raise RequestRefused("side.office")
        found = _found(session, operator)
        found.side = side
        session.flush()
        if own_office(session).settings.asks_operator:
            _check_sides(session)
        workplace.note(session, "operator.side", found, "side")


def sign_in(workplace: Workplace, operator: int, pin: str) -> Workplace:
    """Return the workplace of an operator whose PIN is right: who acts, and on which side.

    Raises:
        RequestRefused: as ``check_pin``.
    """
    check_pin(workplace, operator, pin)
    with reading(workplace.database) as session:
        side = narrowed(own_office(session).settings.side, operator_of(session, operator).side)
    return replace(workplace, actor=f"operator:{operator}", side=side)


def acting_name(workplace: Workplace) -> str:
    """Return the name of who works at the window; empty where nobody signed in there."""
    key = workplace.actor.removeprefix("operator:")
    if not key.isdecimal():
        return ""
    with reading(workplace.database) as session:
        return _found(session, int(key)).name


def _check_sides(session: Session) -> None:
    own = own_office(session).settings.side
    held = session.scalars(select(Operator.side).where(Operator.retired_at.is_(None)))
    doing = [narrowed(own, side) for side in held]
    if not all(any(sees(side, needed) for side in doing) for needed in sides_of(own)):
        raise RequestRefused("side.nobody")


def _check_passphrase(workplace: Workplace, passphrase: str) -> None:
    try:
        unlock(workplace, passphrase)
    except PackageRefused as refusal:
        if refusal.code == "keys.passphrase":
            raise StorageRefused("storage.passphrase") from None
        raise


def _delay(found: Operator) -> timedelta:
    over = found.wrong_pins - _FREE_TRIES
    if over < 0:
        return timedelta(0)
    return min(_FIRST_DELAY * (1 << min(over, 10)), _LONGEST_DELAY)


def _count(workplace: Workplace, operator: int, now: datetime, *, right: bool) -> None:
    with writing(workplace.database) as session:
        found = _found(session, operator)
        found.wrong_pins = 0 if right else found.wrong_pins + 1
        found.wrong_pin_at = None if right else now
        session.flush()
        workplace.note(session, "operator.right_pin" if right else "operator.wrong_pin", found, "wrong_pins")


def _found(session: Session, operator: int) -> Operator:
    found = session.get(Operator, operator)
    if found is None:
        raise RequestRefused("operator.unknown")
    return found


def _check_length(pin: str) -> None:
    if len(pin) < 4:
        raise RequestRefused("operator.pin")


def _hashed(session: Session, name: str, pin: str) -> str:
    if not is_training(session):
        return hash_pin(pin)
    # The log seals it, and what is made anew from the same seed has to end in the same chain.
    return hash_pin(pin, TRAINING_PIN_COST, hashlib.sha256(name.encode()).digest()[:16])
