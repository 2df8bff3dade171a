"""The list of households of a hamlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.columns import BIRTH, FEMALE, HOUSEHOLDS, MALE, NAME, SEX
from desktop.sheets.record import RowRefused

if TYPE_CHECKING:
    from desktop.sheets.record import Record

COLUMNS = HOUSEHOLDS


def read_household(record: Record) -> dict[str, Any]:
    """Read one household: ``name`` of its head, ``sex``, ``birth``, ``identity``, ``ethnic``, ``members``.

    Also ``address`` and ``hamlet`` where the list has them; the key of a column that it lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    row: dict[str, Any] = {"name": record.name()}
    identity = record.identity()
    if record.line.header.births_by_sex:
        row["sex"], row["birth"] = _birth_by_sex(record, identity)
    else:
        if record.has(SEX) or record.has(MALE) or record.has(FEMALE):
            row["sex"] = record.sex()
        if record.has(BIRTH):
            row["birth"] = record.birth(identity)
    if record.has("identity"):
        row["identity"] = identity
    if record.has("ethnic"):
        row["ethnic"] = record.capitalised("ethnic")
    if record.has("members"):
        row["members"] = record.count("members")
    for key in ("address", "hamlet"):
        if record.has(key):
            row[key] = record.text(key)
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]] | None:
    """Return the key of the telling cell and what makes two households the same one; None if nothing does."""
    if row.get("identity"):
        return "identity", (row["identity"],)
    if row.get("birth"):
        return NAME, (row["name"].lower(), row["birth"])
    return None


def _birth_by_sex(record: Record, identity: str | None) -> tuple[str | None, str | None]:
    filled = [(key, word) for key, word in ((MALE, "Nam"), (FEMALE, "Nữ")) if record.value(key) is not None]
    if len(filled) > 1:
        raise RowRefused("bad_date")
    sex = record.sex() if record.has(SEX) else None
    if not filled:
        return sex, None
    key, word = filled[0]
    return sex or word, record.birth(identity, key)
