"""The first start: an office for a unit of the shipped list, or the example commune."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry
from desktop.models.office import Settings, Side
from desktop.models.store.session import reading
from desktop.rules.library import Library
from desktop.services.office.folder import holds_office
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.places.unit_list import UnitChoice, units_above
from desktop.services.places.units import NewUnit, add_unit
from desktop.wording import words

SHORTEST_PASSPHRASE = 12
"""Characters of an official office's passphrase: about three words, beyond guessing at Argon2id's price."""

_EXAMPLE = ("data", "commune")


@dataclass(frozen=True, slots=True)
class Start:
    """What was answered at the first start.

    Attributes:
        role: ``commune`` or ``receiving``.
        official: whether its papers will count.
        side: of the work; a commune's Party office may keep a folder of its own, with its own card.
    """

    role: str
    unit: UnitChoice
    official: bool
    passphrase: str = field(repr=False)
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Started:
    """The new office, and its recovery code, which is stored nowhere."""

    workplace: Workplace
    recovery_code: str = field(repr=False)


def refuse_short_passphrase(passphrase: str, repeated: str) -> None:
    """Refuse an official passphrase that is easily guessed or was typed in two ways.

    Raises:
        RequestRefused: ``passphrase.short``, ``passphrase.differs``.
    """
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise RequestRefused("passphrase.short", least=SHORTEST_PASSPHRASE)
    if passphrase != repeated:
        raise RequestRefused("passphrase.differs")


def start_office(
    folder: Path, start: Start, units: Path, statutes: Library, clock: Callable[[], datetime]
) -> Started:
    """Make the office in a folder that holds none, with its unit and the units above it.

    Args:
        folder: made when it is not there.
        start: what was answered.
        units: the shipped list of units.
        statutes: the law that is applied.
        clock: gives the present moment.

    Raises:
        StorageRefused: the folder holds an office, cannot be written, or is no safe place.
    """
    unit = start.unit.unit
    new = NewOffice(
        unit_code=unit.code,
        name=office_name(start.role, start.unit, start.side),
        role=start.role,
        official=start.official,
        superior=start.unit.above.split(", ")[0] or None,
        settings=Settings(place=unit.name if start.role == "commune" else None, side=start.side),
    )
    workplace, recovery = make_office(folder, new, start.passphrase, statutes, clock)
    try:
        today = clock().astimezone(VIET_NAM).date()
        for each in (*reversed(units_above(units, unit, today)), unit):
            add_unit(
                workplace,
                NewUnit(
                    each.code, each.level, each.kind, each.name, each.starts_on, each.ends_on, each.parent
                ),
            )
    except BaseException:
        workplace.database.close()
        raise
    return Started(workplace, recovery)


def office_name(role: str, choice: UnitChoice, side: Side = Side.BOTH) -> str:
    """Return the name that an office of a unit usually bears; it can be changed in the settings."""
    unit = choice.unit
    body = "district" if unit.level == "district" else "province"
    if role == "commune":
        body = "party" if side is Side.PARTY else role
    return words(f"suggested.office.{body}", kind=unit.kind.lower(), name=unit.name)


def make_example(
    folder: Path,
    passphrase: str,
    statutes: Library,
    samples: Path,
    tell: Callable[[str], None],
    *,
    older: bool = False,
) -> Path:
    """Make the example commune in the program's own folder for it; one that is there is kept.

    It stands in the middle of its election day under today's law; the older one is the whole day of 2024, in
    a folder of its own beside it.

    Returns:
        The folder of the example's commune office.

    Raises:
        Refusal: a step is refused, such as a disk that is full; nothing is left of a day that was cut short.
    """
    folder = folder.with_name(f"{folder.name}-2024") if older else folder
    office = folder.joinpath(*_EXAMPLE)
    if is_example(office) and holds_office(office):
        return office
    shutil.rmtree(folder, ignore_errors=True)
    try:
        # Every room takes part in the example's day; a window that opens an office needs few of them.
        if older:
            from desktop.services.training.day import hold_training_day  # noqa: PLC0415
            from desktop.services.training.scene import HUC_DONG  # noqa: PLC0415

            hold_training_day(folder, 1, passphrase, statutes, samples, tell, scene=HUC_DONG)
        else:
            from desktop.services.training.half_day import hold_half_a_day  # noqa: PLC0415

            hold_half_a_day(folder, 1, passphrase, statutes, samples, tell)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return office


def is_example(folder: Path) -> bool:
    """Tell whether an office is the example commune's."""
    return folder.parts[-2:] == _EXAMPLE and (folder.parents[1] / "summary.json").is_file()


def at_examples_time(workplace: Workplace) -> Workplace:
    """Let the example's clock go on from its last entry: its units and its law are those of its own day."""
    with reading(workplace.database) as session:
        last = session.scalar(select(AuditEntry.at).order_by(AuditEntry.sequence.desc()).limit(1))
    if last is None:
        return workplace
    start, began = last.astimezone(UTC), monotonic()
    return replace(workplace, clock=lambda: start + timedelta(seconds=monotonic() - began))
