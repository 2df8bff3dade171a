"""The list of hamlets of a commune."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.sheets.columns import HAMLETS, NAME
from desktop.vietnamese.names import title_case

if TYPE_CHECKING:
    from desktop.sheets.record import Record

COLUMNS = HAMLETS

_ROMAN_END = re.compile(r"(?<= )(?:I{1,3}|IV|VI{0,3}|IX|X)$", re.IGNORECASE)


def read_hamlet(record: Record) -> dict[str, Any]:
    """Read one hamlet: ``kind``, ``name``, ``households``, ``head``; marked ``especially_difficult``.

    ``head_is_member`` tells whether the head belongs to the Party. The key of a column that the list
    lacks is absent.

    Raises:
        RowRefused: ``no_name`` or ``bad_value``.
    """
    row: dict[str, Any] = {}
    if record.has("kind"):
        row["kind"] = record.capitalised("kind", str.capitalize)
    row["name"] = record.name(_place_case)
    if record.has("households"):
        row["households"] = record.count("households")
    if record.has("especially_difficult"):
        row["especially_difficult"] = record.flag("especially_difficult")
    if record.has("head"):
        row["head"] = record.capitalised("head")
    if record.has("head_is_member"):
        row["head_is_member"] = record.flag("head_is_member")
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]]:
    """Return the key of the telling cell and what makes two hamlets the same one: kind and name."""
    return NAME, ((row.get("kind") or "").lower(), row["name"].lower())


def _place_case(name: str) -> str:
    """Return a place's name in title case, a Roman number at its end left in capitals ("NÀ ẾCH II")."""
    return _ROMAN_END.sub(lambda number: number.group().upper(), title_case(name))
