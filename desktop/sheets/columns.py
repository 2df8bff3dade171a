"""The columns of each list, as data: how offices head them.

A heading is compared folded: no marks, capitals, signs or bracketed remarks. A heading that isn't here is a
column that isn't read; to read it, add its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.sheets.cells import text_of
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from desktop.sheets.cells import Value

NUMBER = "number"
NAME = "name"
GIVEN = "given"
MALE = "male"
FEMALE = "female"
BIRTH = "birth"
SEX = "sex"

_BRACKETED = re.compile(r"\([^)]*\)")
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: the key of its values, headings it goes by, and words that alone tell it."""

    key: str
    headings: frozenset[str]
    telling: tuple[str, ...] = ()


def label(value: Value) -> str:
    """Return a cell's text as headings are compared: folded, no signs, no bracketed remark."""
    return _label(text_of(value))


def column_key(heading: str, columns: tuple[Column, ...]) -> str | None:
    """Return the key of the column that a heading (as ``label`` gives it) names; None if it names none."""
    by_heading, by_word = _lookup(columns)
    if heading in by_heading:
        return by_heading[heading]
    words = f" {heading} "
    return next((key for word, key in by_word if word in words), None)


# Lists are long and say the same ("Nam", "Thái", "nt") in most rows.
@lru_cache(maxsize=4096)
def _label(text: str) -> str:
    if tidy(text).lower() == "năm":
        # Folded it would be the heading of men.
        return "year"
    return _SIGNS.sub(" ", _BRACKETED.sub(" ", fold(text))).strip()


@cache
def _lookup(columns: tuple[Column, ...]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    by_heading = {heading: column.key for column in columns for heading in column.headings}
    by_word = tuple((f" {word} ", column.key) for column in columns for word in column.telling)
    return by_heading, by_word


def _column(key: str, *headings: str, telling: tuple[str, ...] = ()) -> Column:
    return Column(key, frozenset(map(label, headings)), tuple(map(label, telling)))


_STT = _column(NUMBER, "STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "No")
_MALE = _column(MALE, "Nam")
_FEMALE = _column(FEMALE, "Nữ")

HOUSEHOLDS = (
    _STT,
    _column(
        NAME,
        "Họ và tên",
        "Họ tên",
        "Họ, tên",
        "Họ và tên chủ hộ",
        "Họ tên chủ hộ",
        "Họ, tên chủ hộ",
        "Họ và tên của chủ hộ",
        "Họ, chữ đệm và tên",
        "Họ, chữ đệm và tên chủ hộ",
        "Họ, chữ đệm, tên",
        "Họ, chữ đệm, tên chủ hộ",
        "Họ và tên đại diện hộ",
        "Họ và tên người đại diện hộ",
        "Tên chủ hộ",
        "Chủ hộ",
    ),
    _column(
        BIRTH,
        "Ngày, tháng, năm sinh",
        "Ngày sinh",
        "Năm sinh",
        "Ngày/tháng/năm sinh",
        "Ngày, tháng, năm sinh của chủ hộ",
        "Năm sinh của chủ hộ",
        "Năm sinh chủ hộ",
        "Ngày sinh chủ hộ",
        "NTN sinh",
        "NS",
    ),
    _column(SEX, "Giới tính", "Giới", "Nam/Nữ", "Giới tính của chủ hộ", "Phái"),
    _MALE,
    _FEMALE,
    _column(
        "identity",
        telling=("CCCD", "CMND", "CMTND", "CMT", "căn cước", "chứng minh", "định danh", "ĐDCN"),
    ),
    _column("ethnic", "Dân tộc", "Thành phần dân tộc", "Dân tộc của chủ hộ"),
    _column(
        "members",
        "Số khẩu",
        "Số nhân khẩu",
        "Nhân khẩu",
        "Khẩu",
        "Tổng số khẩu",
        "Tổng số nhân khẩu",
        "Số người",
        "Số người trong hộ",
        "Số thành viên",
        "Số khẩu trong hộ",
        "Số nhân khẩu trong hộ",
    ),
    _column(
        "address",
        "Địa chỉ",
        "Nơi ở",
        "Chỗ ở",
        "Nơi ở hiện nay",
        "Chỗ ở hiện nay",
        "Chỗ ở hiện tại",
        "Nơi cư trú",
        "Nơi thường trú",
        "Địa chỉ thường trú",
        "Xóm",
        "Cụm dân cư",
    ),
    _column("hamlet", "Thôn", "Bản", "Thôn, bản", "Thôn/bản", "Thôn/tổ", "Tên thôn", "Tổ dân phố", "Khu phố"),
)

HAMLETS = (
    _STT,
    _column(
        NAME,
        "Tên thôn/bản",
        "Tên thôn",
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
    _column("kind", "Loại", "Loại hình", "Loại đơn vị", "Loại thôn", "Phân loại", "Cấp"),
    _column("households", "Số hộ", "Tổng số hộ", "Số hộ gia đình", "Số hộ dân", "Hộ"),
    _column(
        "especially_difficult",
        "Đặc biệt khó khăn",
        "Thôn đặc biệt khó khăn",
        "Thôn, bản đặc biệt khó khăn",
        "ĐBKK",
        "Thôn ĐBKK",
    ),
    _column(
        "head",
        "Trưởng thôn đương nhiệm",
        "Trưởng thôn",
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
    _column("head_is_member", "Là đảng viên", "Đảng viên", "Trưởng thôn là đảng viên", "Là ĐV", "ĐV"),
)
