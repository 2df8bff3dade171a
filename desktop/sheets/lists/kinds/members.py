"""The list of the members of a Party branch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.person import identifying_person, read_person
from desktop.sheets.lists.cells.person_cells import card_of, date_of, has_date
from desktop.sheets.lists.headings import people
from desktop.sheets.lists.headings.columns import ADMITTED, BIRTH, NAME, OFFICIAL, column
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.lines.two_people import one_person_each

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

COLUMNS = (
    people.RUNNING_NUMBER,
    column(
        NAME,
        *people.NAME_HEADINGS,
        "Họ và tên đảng viên",
        "Họ tên đảng viên",
        "Tên đảng viên",
        "Đảng viên",
        "Họ và tên đang dùng",
    ),
    column(BIRTH, *people.BIRTH_HEADINGS),
    *people.SEX_COLUMNS,
    people.IDENTITY,
    people.OLD_IDENTITY,
    people.ETHNIC,
    people.RELIGION,
    column("home", "Quê quán", "Nguyên quán", "Quê"),
    people.ADDRESS,
    column(
        ADMITTED,
        "Ngày vào Đảng",
        "Ngày kết nạp",
        "Ngày kết nạp Đảng",
        "Ngày được kết nạp",
        "Ngày, tháng, năm vào Đảng",
        "Ngày, tháng, năm kết nạp",
        "Ngày tháng năm vào Đảng CSVN",
        "Vào Đảng",
        "Kết nạp",
        "Dự bị",
        "Năm vào Đảng",
        "Ngày vào Đảng dự bị",
    ),
    column(
        OFFICIAL,
        "Ngày chính thức",
        "Ngày công nhận chính thức",
        "Ngày vào Đảng chính thức",
        "Ngày, tháng, năm chính thức",
        "Ngày chuyển chính thức",
        "Ngày chuyển Đảng chính thức",
        "Chuyển chính thức",
        "Chính thức",
    ),
    column(
        "card",
        "Số thẻ",
        "Thẻ số",
        "Mã thẻ",
        telling=("thẻ đảng", "thẻ ĐV"),
        beside=("Ngày", "Nơi cấp", "Đã", "Chưa", "Có", "Đổi"),
    ),
    column(
        "post", "Chức vụ", "Chức vụ trong Đảng", "Chức vụ Đảng", "Chức danh", "Chức vụ trong chi bộ", "CV"
    ),
    column("note", "Ghi chú", "GC"),
)


def read_member(record: Record) -> dict[str, Any]:
    """Read one member as ``read_person`` does, with ``home``, ``address`` and the facts of the membership.

    These are ``admitted`` and ``official`` (dates as a birth's), ``card``, ``post`` and ``note``. The key of
    a column that the list lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``bad_date``, ``bad_identity`` or ``bad_value``.
    """
    row = read_person(record)
    for key in ("home", "address"):
        if record.has(key):
            row[key] = record.text(key)
    for key in (ADMITTED, OFFICIAL):
        if has_date(record, key):
            row[key] = date_of(record, None, key)
    if record.has("card"):
        row["card"] = card_of(record, "card")
    for key in ("post", "note"):
        if record.has(key):
            row[key] = record.text(key)
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]] | None:
    """Return the key of the telling cell and what makes two members the same one; None if nothing does."""
    if row.get("card"):
        return "card", (row["card"],)
    return identifying_person(row)


MEMBERS = ListKind("members", COLUMNS, read_member, identifying, one_person_each)
