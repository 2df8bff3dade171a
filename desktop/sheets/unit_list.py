"""The list of administrative units that the program ships."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date

from desktop.errors import SheetRefused


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit in one of its periods; code and first day together are its key.

    Attributes:
        level: ``commune``, ``district`` or ``province``.
        starts_on: None where the source does not give it.
        ends_on: None for a unit in force.
        parent: code of the unit above, of the same period.
        predecessors: codes of the units that it was made of.
        unparsed: what the source says of them where that could not be read whole.
    """

    code: str
    level: str
    kind: str
    name: str
    starts_on: date | None
    ends_on: date | None
    parent: str | None
    predecessors: tuple[str, ...]
    unparsed: str

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{self.kind} {self.name}"

    def exists_on(self, day: date) -> bool:
        """Tell whether the unit exists on a day; a first day that is not known excludes nothing."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


def read_units(data: bytes, where: str) -> tuple[ListedUnit, ...]:
    """Read the list, in its order.

    Args:
        data: UTF-8 CSV as ``resources/units/README.md`` describes it.
        where: the file's name, for a refusal.

    Raises:
        SheetRefused: ``sheet.units``.
    """
    try:
        lines = csv.DictReader(data.decode("utf-8").splitlines())
        return tuple(
            ListedUnit(
                code=line["code"],
                level=line["level"],
                kind=line["kind"],
                name=line["name"],
                starts_on=_day(line["from"]),
                ends_on=_day(line["to"]),
                parent=line["parent"] or None,
                predecessors=tuple(line["predecessors"].split()),
                unparsed=line["unparsed"],
            )
            for line in lines
        )
    except (KeyError, TypeError, ValueError, AttributeError, csv.Error) as error:
        raise SheetRefused("sheet.units", where=where) from error


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
