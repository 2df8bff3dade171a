"""The list of the voters of a hamlet, or of those who vote for their households."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.person import identifying_person, read_person
from desktop.sheets.lists.headings import people
from desktop.sheets.lists.headings.columns import BIRTH, IDENTITY, NAME, SEX, column
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.lines.two_people import one_person_each

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

COLUMNS = (
    people.RUNNING_NUMBER,
    column(
        NAME,
        *people.NAME_HEADINGS,
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
    column(BIRTH, *people.BIRTH_HEADINGS),
    *people.SEX_COLUMNS,
    people.IDENTITY,
    people.OLD_IDENTITY,
    people.ETHNIC,
    people.RELIGION,
    people.ADDRESS,
    people.HAMLET,
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


VOTERS = ListKind(
    "voters",
    COLUMNS,
    read_voter,
    identifying_person,
    one_person_each,
    headings=(
        (NAME, "Họ và tên"),
        (BIRTH, "Ngày sinh"),
        (SEX, "Giới tính"),
        (IDENTITY, "Số CCCD"),
        ("ethnic", "Dân tộc"),
    ),
    work="elections",
)
