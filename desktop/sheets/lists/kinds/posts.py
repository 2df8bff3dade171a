"""The list of posts: who holds which where, since when, by which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.days import whole_day_of
from desktop.sheets.lists.cells.person_name import name_of
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings import people
from desktop.sheets.lists.headings.columns import NAME, column
from desktop.sheets.lists.kinds.list_kind import ListKind

if TYPE_CHECKING:
    from desktop.sheets.lists.cells.record import Record

DAYS = ("starts_on", "until", "paper_on")
COLUMNS = (
    people.RUNNING_NUMBER,
    column(NAME, *people.NAME_HEADINGS, "Người giữ chức vụ"),
    column("post", "Chức vụ", "Chức danh", "Chức vụ, chức danh"),
    column("place", "Ở đâu", "Nơi giữ chức vụ", "Thôn, chi bộ", "Chi bộ, thôn", "Đơn vị", "Tổ chức, đơn vị"),
    column("way", "Do", "Hình thức", "Bầu, chỉ định"),
    column("tenure", "Mới, tái cử", "Tái cử"),
    column("local", "Người địa phương", "Là người địa phương", "Quê ở địa phương"),
    column("starts_on", "Từ ngày", "Ngày bắt đầu", "Giữ chức từ ngày"),
    column("until", "Đến hết nhiệm kỳ", "Hết nhiệm kỳ", "Đến ngày"),
    column("paper_number", "Số quyết định", "Quyết định số", "Số văn bản"),
    column("paper_on", "Ngày ký", "Ngày quyết định"),
)


def read_post(record: Record) -> dict[str, Any]:
    """Read one post: ``name``, ``post``, ``place``, ``way``, ``tenure``, ``local``, ``paper_number``, days.

    Days are ``dd/mm/yyyy``. The key of a column that the list lacks is absent.

    Raises:
        RowRefused: ``no_name``, ``unreadable``, ``bad_value`` for no post, or ``bad_date``.
    """
    row: dict[str, Any] = {"name": name_of(record)}
    for key in ("post", "place", "way", "tenure", "local", "paper_number"):
        if record.has(key):
            row[key] = record.text(key)
    if not row.get("post"):
        raise RowRefused("bad_value")
    for key in DAYS:
        if record.has(key):
            row[key] = whole_day_of(record, key)
    return row


def identifying(row: dict[str, Any]) -> tuple[str, tuple[object, ...]]:
    """Return the key of the telling cell and what makes two rows the same: who, which post, where."""
    return NAME, (row["name"].lower(), row["post"].lower(), (row.get("place") or "").lower())


POSTS = ListKind(
    "posts",
    COLUMNS,
    read_post,
    identifying,
    headings=(
        (NAME, "Họ và tên"),
        ("post", "Chức vụ"),
        ("place", "Ở đâu"),
        ("way", "Do"),
        ("tenure", "Mới, tái cử"),
        ("local", "Người địa phương"),
        ("starts_on", "Từ ngày"),
        ("until", "Đến hết nhiệm kỳ"),
        ("paper_number", "Số quyết định"),
        ("paper_on", "Ngày ký"),
    ),
    work="party",
)
