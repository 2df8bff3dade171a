"""The row of a person; the key of a column that the list lacks is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.person_cells import date_of, has_date, identity_of, sex_of
from desktop.sheets.lists.cells.person_name import name_of
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings.columns import BIRTH, FEMALE, IDENTITY, MALE, NAME, SEX
from desktop.vietnamese.ethnic_groups import ETHNIC_GROUPS
from desktop.vietnamese.religions import RELIGIONS

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

_NAMED = {"ethnic": ETHNIC_GROUPS, "religion": RELIGIONS}


def read_person(record: Record) -> dict[str, Any]:
    """Read a person: ``name``, ``sex``, ``birth``, ``identity``, ``ethnic``, ``religion``, in this order.

    Raises:
        RowRefused: ``no_name``, ``unreadable``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    values = record.values
    row: dict[str, Any] = {"name": name_of(record)}
    identity = identity_of(record) if IDENTITY in values else None
    if record.line.header.births_by_sex:
        row["sex"], row["birth"] = _birth_by_sex(record, identity)
    else:
        if SEX in values or MALE in values or FEMALE in values:
            row["sex"] = sex_of(record)
        if has_date(record, BIRTH):
            row["birth"] = date_of(record, identity)
    if IDENTITY in values:
        row["identity"] = identity
    for key, names in _NAMED.items():
        if key in values:
            row[key] = record.named(key, names)
    return row


def identifying_person(row: dict[str, Any]) -> tuple[str, tuple[object, ...]] | None:
    """Return the key of the telling cell and what makes two people the same one; None if nothing does."""
    if row.get("identity"):
        return "identity", (row["identity"],)
    if row.get("birth"):
        return NAME, (row["name"].lower(), row["birth"])
    return None


def _birth_by_sex(record: Record, identity: str | None) -> tuple[str | None, str | None]:
    filled = [(key, word) for key, word in ((MALE, "Nam"), (FEMALE, "Nữ")) if record.value(key) is not None]
    if len(filled) > 1:
        raise RowRefused("bad_date")
    sex = sex_of(record) if record.has(SEX) else None
    if not filled:
        return sex, None
    key, word = filled[0]
    return sex or word, date_of(record, identity, key)
