"""Finding a unit in the list that the program ships, typed with or without marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from desktop.services.office.files import read_file
from desktop.sheets.unit_list import ListedUnit, read_units
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import fold, nfc

MOST = 50


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that an office may belong to.

    Attributes:
        above: the units above it, the nearest first, as ``huyện Bình Liêu, tỉnh Quảng Ninh``.
    """

    unit: ListedUnit
    above: str

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return self.unit.full_name


@dataclass(frozen=True, slots=True)
class _Searched:
    choice: UnitChoice
    name: str
    folded: str
    whole: str
    order: tuple[object, ...]


def find_units(
    path: Path, text: str, on: date, *, levels: Iterable[str] = ("commune",), most: int = MOST
) -> tuple[UnitChoice, ...]:
    """Return the units of a day that fit what was typed, the best first.

    Every word must begin a word of the unit's name, of a unit above it, or its code. A name that begins with
    what was typed stands first, one typed with its marks before its look-alikes.

    Args:
        path: the list.
        text: as typed; empty gives nothing.
        on: the day on which the unit exists.
        levels: which levels are offered.
        most: how many are returned.

    Raises:
        RequestRefused, SheetRefused: the list cannot be read.
    """
    typed, exact = fold(text), nfc(text).lower().strip()
    words = typed.split()
    if not words:
        return ()
    found = [
        searched
        for searched in _in_force(path, on, frozenset(levels))
        if all(f" {word}" in searched.whole for word in words)
    ]
    found.sort(
        key=lambda each: (
            not each.folded.startswith(typed),
            each.folded != typed,
            not each.name.startswith(exact),
            each.order,
        )
    )
    return tuple(each.choice for each in found[:most])


def units_above(path: Path, unit: ListedUnit, on: date) -> tuple[ListedUnit, ...]:
    """Return the units above one, the nearest first."""
    known, above = _by_code(path, on), []
    while unit.parent is not None and unit.parent in known:
        unit = known[unit.parent]
        above.append(unit)
    return tuple(above)


@cache
def _listed(path: Path) -> tuple[ListedUnit, ...]:
    return read_units(read_file(path), path.name)


@cache
def _by_code(path: Path, on: date) -> dict[str, ListedUnit]:
    return {unit.code: unit for unit in _listed(path) if unit.exists_on(on)}


@cache
def _in_force(path: Path, on: date, levels: frozenset[str]) -> tuple[_Searched, ...]:
    known = _by_code(path, on)
    searched = []
    for unit in known.values():
        if unit.level in levels:
            above = _above(unit, known)
            folded = fold(unit.name)
            whole = f" {fold(unit.full_name)} {fold(above).replace(',', '')} {unit.code}"
            searched.append(
                _Searched(UnitChoice(unit, above), unit.name.lower(), folded, whole, sort_key(unit.name))
            )
    return tuple(searched)


def _above(unit: ListedUnit, known: dict[str, ListedUnit]) -> str:
    names, above = [], unit
    while above.parent is not None and above.parent in known:
        above = known[above.parent]
        names.append(f"{above.kind.lower()} {above.name}")
    return ", ".join(names)
