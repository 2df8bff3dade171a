"""The list of Party organisations of a commune: its branches, with their terms and secretaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.counts import count_of
from desktop.sheets.lists.cells.days import whole_day_of
from desktop.sheets.lists.cells.person_name import name_of
from desktop.sheets.lists.headings.columns import NAME, column
from desktop.sheets.lists.headings.people import RUNNING_NUMBER
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.vietnamese.readable import is_readable

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

DAYS = ("starts_on", "term_from", "term_to")
COLUMNS = (
    RUNNING_NUMBER,
    column(
        NAME,
        "Tên chi bộ",
        "Chi bộ",
        "Tên chi bộ, đảng bộ",
        "Đảng bộ, chi bộ",
        "Tên tổ chức đảng",
        "Tổ chức đảng",
        "Tên TCĐ",
        "TCCSĐ",
    ),
    column("kind", "Loại", "Loại hình", "Loại chi bộ", "Loại tổ chức", "Loại hình chi bộ"),
    column("hamlets", "Các thôn", "Thôn", "Thôn, khu phố", "Gồm các thôn", "Địa bàn", "Thôn, bản"),
    column("secretary", "Bí thư", "Bí thư chi bộ", "Họ và tên bí thư", "Họ tên bí thư", "Đồng chí bí thư"),
    column("starts_on", "Ngày thành lập", "Thành lập", "Thành lập ngày"),
    column("congress", "Đại hội lần thứ", "Lần thứ", "Đại hội lần"),
    column("term_from", "Nhiệm kỳ từ ngày", "Nhiệm kỳ từ", "Ngày đại hội"),
    column("term_to", "Nhiệm kỳ đến hết ngày", "Nhiệm kỳ đến", "Hết nhiệm kỳ"),
)


def read_branch(record: Record) -> dict[str, Any]:
    """Read one organisation: ``name``, ``kind``, ``hamlets``, ``secretary``, ``congress`` and its days.

    Days are ``dd/mm/yyyy``. The key of a column that the list lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``unreadable``, ``bad_value`` or ``bad_date``.
    """
    row: dict[str, Any] = {"name": name_of(record, _as_written, is_readable)}
    for key in ("kind", "hamlets"):
        if record.has(key):
            row[key] = record.text(key)
    if record.has("secretary"):
        row["secretary"] = record.capitalised("secretary")
    if record.has("congress"):
        row["congress"] = count_of(record, "congress")
    for key in DAYS:
        if record.has(key):
            row[key] = whole_day_of(record, key)
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]]:
    """Return the key of the telling cell and what makes two organisations the same one: the name."""
    return NAME, (row["name"].lower(),)


def _as_written(name: str) -> str:
    return name


BRANCHES = ListKind(
    "branches",
    COLUMNS,
    read_branch,
    identifying,
    headings=(
        (NAME, "Tên chi bộ"),
        ("kind", "Loại chi bộ"),
        ("hamlets", "Các thôn"),
        ("secretary", "Bí thư"),
        ("starts_on", "Ngày thành lập"),
        ("congress", "Đại hội lần thứ"),
        ("term_from", "Nhiệm kỳ từ ngày"),
        ("term_to", "Nhiệm kỳ đến hết ngày"),
    ),
    work="party",
)
