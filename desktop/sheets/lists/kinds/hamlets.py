"""The list of hamlets of a commune."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.counts import count_of
from desktop.sheets.lists.cells.flags import flag_of
from desktop.sheets.lists.cells.person_name import name_of
from desktop.sheets.lists.headings.columns import NAME, column
from desktop.sheets.lists.headings.people import RUNNING_NUMBER
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.vietnamese.names import title_case
from desktop.vietnamese.readable import is_readable

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

COLUMNS = (
    RUNNING_NUMBER,
    column(
        NAME,
        "Tên thôn",
        "Tên thôn/bản",
        "Tên bản",
        "Thôn",
        "Bản",
        "Thôn/bản",
        "Thôn, bản, khu phố",
        "Tên thôn, bản, khu phố",
        "Tên thôn, tổ dân phố",
        "Thôn, tổ dân phố",
        "Tên khu phố",
        "Tên tổ dân phố",
        "Tên ấp",
        "Tên buôn",
        "Tên xóm",
        "Tên tiểu khu",
        "Tên đơn vị",
        "Tên",
    ),
    column("kind", "Loại", "Loại hình", "Loại đơn vị", "Loại thôn", "Phân loại", "Cấp"),
    column("households", "Số hộ", "Tổng số hộ", "Số hộ gia đình", "Số hộ dân", "Hộ"),
    column(
        "especially_difficult",
        "Đặc biệt khó khăn",
        "Thôn đặc biệt khó khăn",
        "Thôn, bản đặc biệt khó khăn",
        "ĐBKK",
        "Thôn ĐBKK",
    ),
    column(
        "head",
        "Trưởng thôn",
        "Trưởng thôn đương nhiệm",
        "Trưởng bản",
        "Trưởng thôn, bản",
        "Họ và tên trưởng thôn",
        "Họ tên trưởng thôn",
        "Trưởng thôn hiện nay",
        "Trưởng thôn, tổ trưởng tổ dân phố",
        "Trưởng khu phố",
        "Trưởng ấp",
        "Trưởng xóm",
        "Tổ trưởng tổ dân phố",
    ),
    column("head_is_member", "Đảng viên", "Là đảng viên", "Trưởng thôn là đảng viên", "Là ĐV", "ĐV"),
)

_ROMAN_END = re.compile(r"(?<= )(?:I{1,3}|IV|VI{0,3}|IX|X)$", re.IGNORECASE)


def read_hamlet(record: Record) -> dict[str, Any]:
    """Read one hamlet: ``kind``, ``name``, ``households``, ``head``; marked ``especially_difficult``.

    ``head_is_member`` tells whether the head belongs to the Party. The key of a column that the list
    lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``unreadable`` or ``bad_value``.
    """
    row: dict[str, Any] = {}
    if record.has("kind"):
        row["kind"] = record.capitalised("kind", str.capitalize)
    row["name"] = name_of(record, place_case, is_readable)
    if record.has("households"):
        row["households"] = count_of(record, "households", thousands=True)
    if record.has("especially_difficult"):
        row["especially_difficult"] = flag_of(record, "especially_difficult")
    if record.has("head"):
        row["head"] = record.capitalised("head")
    if record.has("head_is_member"):
        row["head_is_member"] = flag_of(record, "head_is_member")
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]]:
    """Return the key of the telling cell and what makes two hamlets the same one: kind and name."""
    return NAME, ((row.get("kind") or "").lower(), row["name"].lower())


def place_case(name: str) -> str:
    """Return a place's name in title case, a Roman number at its end left in capitals ("NÀ ẾCH II")."""
    return _ROMAN_END.sub(lambda number: number.group().upper(), title_case(name))


HAMLETS = ListKind(
    "hamlets",
    COLUMNS,
    read_hamlet,
    identifying,
    headings=(
        ("kind", "Loại"),
        (NAME, "Tên thôn"),
        ("households", "Số hộ"),
        ("head", "Trưởng thôn"),
        ("especially_difficult", "Đặc biệt khó khăn"),
        ("head_is_member", "Đảng viên"),
    ),
)
