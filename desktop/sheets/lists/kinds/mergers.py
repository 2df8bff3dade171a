"""The list of what becomes of hamlets: each old one beside the new one that it goes into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.person_name import name_of
from desktop.sheets.lists.headings.columns import NAME, column
from desktop.sheets.lists.headings.people import RUNNING_NUMBER
from desktop.sheets.lists.kinds.hamlets import place_case
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.vietnamese.readable import is_readable

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

NEW = "new"
# Between hamlets that stand in one cell: "Nà Ếch, Khe Vằn và Nà Bó".
_BETWEEN = re.compile(r"\s*(?:[,;+\n]|\bvà\b)\s*")

COLUMNS = (
    RUNNING_NUMBER,
    column(
        NAME,
        "Thôn cũ",
        "Tên thôn cũ",
        "Tên cũ",
        "Thôn, bản cũ",
        "Thôn, khu phố cũ",
        "Thôn, tổ dân phố cũ",
        "Thôn trước sắp xếp",
        "Thôn trước khi sắp xếp",
        "Tên thôn trước khi sắp xếp",
        "Thôn, tổ dân phố trước sắp xếp",
        "Thôn, tổ dân phố trước khi sắp xếp",
        "Thôn trước khi sáp nhập",
        "Tên thôn trước khi sáp nhập",
        "Trước sắp xếp",
        "Trước khi sắp xếp",
        "Trước khi sáp nhập",
        "Thôn hiện nay",
        "Thôn hiện có",
        "Thôn hiện trạng",
        "Hiện trạng",
        "Thôn sáp nhập",
        "Các thôn sáp nhập",
        "Thôn thực hiện sáp nhập",
        "Thôn, tổ dân phố thực hiện sáp nhập",
        "Thôn thực hiện sắp xếp",
    ),
    column(
        NEW,
        "Thôn mới",
        "Tên thôn mới",
        "Tên mới",
        "Thôn, bản mới",
        "Thôn, khu phố mới",
        "Thôn, tổ dân phố mới",
        "Tên thôn, tổ dân phố mới",
        "Thôn sau sắp xếp",
        "Thôn sau khi sắp xếp",
        "Tên thôn sau khi sắp xếp",
        "Thôn, tổ dân phố sau sắp xếp",
        "Thôn, tổ dân phố sau khi sắp xếp",
        "Thôn sau khi sáp nhập",
        "Tên thôn sau khi sáp nhập",
        "Sau sắp xếp",
        "Sau khi sắp xếp",
        "Sau khi sáp nhập",
        "Sáp nhập thành",
        "Sáp nhập thành thôn",
        "Nhập thành",
        "Nhập vào",
        "Thôn mới thành lập",
        "Thành lập thôn mới",
        "Tên gọi mới",
    ),
)


def read_merger(record: Record) -> dict[str, Any]:
    """Read one line: the old hamlets that it names as ``name``, and the ``new`` one; None without one.

    Several rows may share one merged cell of the new hamlet.

    Raises:
        RowRefused: ``no_name`` or ``unreadable``.
    """
    old = name_of(record, place_case, is_readable)
    return {"name": old, NEW: record.capitalised(NEW, place_case) if record.has(NEW) else None}


def olds_of(row: dict[str, Any]) -> tuple[str, ...]:
    """Return the old hamlets that a line names."""
    return tuple(part for part in _BETWEEN.split(row["name"]) if part)


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]]:
    """Return the key of the telling cell and what makes two lines the same one: the old hamlet."""
    return NAME, (row["name"].lower(),)


MERGERS = ListKind(
    "mergers",
    COLUMNS,
    read_merger,
    identifying,
    headings=((NAME, "Thôn cũ"), (NEW, "Thôn mới")),
)
