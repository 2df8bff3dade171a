"""The list of the voters of a hamlet, or of those who vote for their households."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists import person_columns
from desktop.sheets.lists.columns import BIRTH, NAME, column
from desktop.sheets.lists.person_columns import read_person

if TYPE_CHECKING:
    from desktop.sheets.lists.record import Record

COLUMNS = (
    person_columns.RUNNING_NUMBER,
    column(
        NAME,
        *person_columns.NAME_HEADINGS,
        "Họ và tên cử tri",
        "Họ tên cử tri",
        "Tên cử tri",
        "Cử tri",
        "Họ và tên người đại diện",
        "Họ và tên người đại diện hộ",
        "Họ và tên đại diện hộ",
        "Họ tên đại diện hộ",
        "Cử tri đại diện hộ",
        "Cử tri đại diện hộ gia đình",
        "Họ và tên chủ hộ",
    ),
    column(BIRTH, *person_columns.BIRTH_HEADINGS),
    *person_columns.SEX_COLUMNS,
    person_columns.IDENTITY,
    person_columns.OLD_IDENTITY,
    person_columns.ETHNIC,
    person_columns.RELIGION,
    person_columns.ADDRESS,
    person_columns.HAMLET,
    column("note", "Ghi chú", "GC"),
)


def read_voter(record: Record) -> dict[str, Any]:
    """Read one voter as ``read_person`` does, with ``address``, ``hamlet`` and ``note``.

    The key of a column that the list lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    row = read_person(record)
    for key in ("address", "hamlet", "note"):
        if record.has(key):
            row[key] = record.text(key)
    return row
