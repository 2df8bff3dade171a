"""The list of the members of households: a person a row, under the head or with the household's number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.person import identifying_person, read_person
from desktop.sheets.lists.headings import people
from desktop.sheets.lists.headings.columns import BIRTH, IDENTITY, NAME, SEX, column
from desktop.sheets.lists.kinds import households
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.lines.two_people import one_person_each

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

HEAD = "household_head"
HOUSEHOLD, RELATION = households.HOUSEHOLD, households.RELATION

COLUMNS = (
    people.RUNNING_NUMBER,
    column(
        NAME,
        *people.NAME_HEADINGS,
        "Họ và tên thành viên",
        "Họ tên thành viên",
        "Thành viên",
        "Thành viên hộ",
        "Họ và tên thành viên hộ",
        "Họ và tên nhân khẩu",
        "Họ tên nhân khẩu",
        "Nhân khẩu",
        "Họ và tên người trong hộ",
    ),
    column(BIRTH, *people.BIRTH_HEADINGS),
    *people.SEX_COLUMNS,
    people.IDENTITY,
    people.OLD_IDENTITY,
    people.ETHNIC,
    people.RELIGION,
    column(
        HEAD,
        "Chủ hộ",
        "Tên chủ hộ",
        "Họ tên chủ hộ",
        "Họ và tên chủ hộ",
        "Họ, chữ đệm và tên chủ hộ",
        "Hộ ông bà",
        "Hộ gia đình",
        "Thuộc hộ",
    ),
    households.HOUSEHOLD_COLUMN,
    households.RELATION_COLUMN,
    people.ADDRESS,
    people.HAMLET,
    column("note", "Ghi chú", "GC"),
)


def read_household_member(record: Record) -> dict[str, Any]:
    """Read one person as ``read_person`` does, with their household and what is beside.

    That is ``household_head``, ``household`` (its number), ``relation``, ``address``, ``hamlet`` and
    ``note``. The key of a column that the list lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``unreadable``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    row = read_person(record)
    if record.has(HEAD):
        row[HEAD] = record.capitalised(HEAD)
    for key in (HOUSEHOLD, RELATION, "address", "hamlet", "note"):
        if record.has(key):
            row[key] = record.text(key)
    return row


HOUSEHOLD_MEMBERS = ListKind(
    "household-members",
    COLUMNS,
    read_household_member,
    identifying_person,
    one_person_each,
    headings=(
        (HEAD, "Chủ hộ"),
        (NAME, "Họ và tên"),
        (BIRTH, "Ngày sinh"),
        (SEX, "Giới tính"),
        (IDENTITY, "Số CCCD"),
        ("ethnic", "Dân tộc"),
        (RELATION, "Quan hệ với chủ hộ"),
    ),
    work="elections",
)
