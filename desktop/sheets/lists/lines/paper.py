"""The paper around the rows of a list: totals, what is carried from page to page, groups, signatures.

Compared with their marks: Tòng, Tống and Tô Trường are people, Tổng isn't.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.headings.columns import BIRTH, IDENTITY, NUMBER, label
from desktop.sheets.lists.headings.people import NAME_HEADINGS, RUNNING_NUMBER
from desktop.sheets.lists.lines.line import COUNTS
from desktop.sheets.lists.lines.moved_away import heads_those_gone
from desktop.sheets.lists.lines.passed import CARRIED, GROUP, HEADING, NOTE, SIGNATURE, TITLE, TOTAL
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.sheets.files.cells import Merge, Value
    from desktop.sheets.lists.lines.line import Line

_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?(?:\s*=.*)?")
_GROUP_NUMBER = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)/]?")
_TOTAL = re.compile(r"(?:tổng|cộng|(?:toàn|cả) (?:thôn|bản|xã|khu|xóm|tổ|ấp|tổ dân phố)$)\b")
_BARE_TOTALS = frozenset({"cộng", "tổng", "tổng cộng", "tổng số", "tổng số hộ", "tong cong", "tong so"})
_CARRIED = re.compile(
    r"(?:(?:(?:số(?: liệu)?|cộng|tổng(?: số| cộng)?) )?(?:của )?"
    r"(?:mang (?:sang|qua)|chuyển (?:sang|qua|trang|tiếp)|l[ũu][ỹyi] kế|cộng dồn|dồn trang|"
    r"(?:từ )?trang (?:trước|sau|bên|tiếp))|"
    r"trang (?:này|số [0-9]+|[0-9]+)|tiếp (?:theo|trang)|xem tiếp|còn tiếp|hết trang)\b"
)
_CARRIED_FOLDED = re.compile(
    r"(?:(?:so|cong) )?(?:mang sang(?: trang\b.*)?|chuyen sang trang\b.*|luy ke|trang truoc\b.*|trang [0-9]+)"
)
# Of people, in a line that says no more than that.
_GROUP = re.compile(
    r"(?:[0-9]{1,2}[.)/] ?)?(?:(?:danh sách|các hộ|hộ|số hộ|nhóm hộ) (?:thuộc |ở |tại |của )?)?"
    r"(?:(?:thôn|bản|buôn|làng|ấp|xóm|khóm|cụm|nhóm|đội|khối|chòm|hẻm|ngõ|ngách|tiểu khu|tdp|kdc)\b|"
    r"điểm dân cư\b|liên gia\b|tổ (?:dân phố|liên gia|tự quản|đoàn kết|số|[0-9ivx]+\b)|"
    r"khu (?:phố|dân cư|tái định cư|tập thể|trên|dưới|giữa|[0-9ivx]+\b|[a-zđ]$))|"
    r"(?:các )?hộ (?:thường trú|tạm trú|tạm vắng|nghèo|cận nghèo|khá|mới|chính sách|gia đình|dân)\b"
)
_SIGNATURE = re.compile(
    r"(?:t\.?m\.? |k\.?t\.? )?(?:(?:người|cán bộ) (?:lập|tổng hợp|kê khai|nhập|viết)|lập biểu|"
    r"trưởng (?:thôn|bản|khu|ấp|xóm|buôn|ban)|tổ trưởng|bí thư|chủ tịch|phó chủ tịch|uỷ ban|ủy ban|ubnd|"
    r"ban công tác|công chức|xác nhận|ký tên|\(ký)\b"
)
_PLACE_AND_DATE = re.compile(r".*\bngày\b.*\btháng\b.*\bnăm\b")
_PLACE_AND_DAY = re.compile(r"\D*\bngày [0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4}\.?$")
_REMARK = re.compile(
    r"(?:[(*\-] ?)?(?:ghi chú|lưu ý|chú ý|chú thích|trong đó|đơn vị tính|nguồn|nơi nhận|bằng chữ|"
    r"danh sách (?:này|gồm|có|trên))\b"
)
_TITLE = re.compile(r"danh sách\b")
# Rows between a header and its data: what the columns hold, and their numbers.
_BELOW_HEADER = 2
_POST = "post"
# More words than any name: a sentence.
_LONGEST_NAME = 10
_NUMBER_HEADINGS = RUNNING_NUMBER.headings
_NAME_LABELS = frozenset(map(label, NAME_HEADINGS))


def counts_code(line: Line) -> str | None:
    """Return ``carried`` or ``total`` for a line that sums lines up, by the words up to the name's column."""
    if line.has(IDENTITY) or line.has(BIRTH):
        return None
    numbered = line.numbered
    # Without a name its place may be taken by a cell beside it.
    last = line.name if numbered or line.is_named() else max(line.cells, default=0)
    texts = [_lower(value) for value in line.values[:last] if value is not None]
    if not numbered and any(_is_carried(text) for text in texts):
        return CARRIED
    if any(text.strip(" :.") in _BARE_TOTALS for text in texts):
        return TOTAL
    return TOTAL if not numbered and any(_TOTAL.match(text) for text in texts) else None


def group_code(line: Line) -> str | None:
    """Return ``group`` for a line that bears the name of a place, or of a kind of household, and no more."""
    if not is_bare(line):
        return None
    texts = [_lower(value) for value in line.values[: line.name] if value is not None]
    return GROUP if texts and _GROUP.match(texts[-1]) else None


def merged_code(line: Line, merges: Sequence[Merge]) -> str | None:
    """Return ``group`` for a line whose words are spread over many columns, the name's among them."""
    spread = any(merge.left <= line.name <= merge.right and merge.right - merge.left > 1 for merge in merges)
    return GROUP if spread else None


def is_numbered_group(line: Line) -> bool:
    """Tell whether a row is "II | Xóm Dưới", in a list that numbers its people in figures."""
    number = line.value(line.header.columns.get(NUMBER, 0))
    written = tidy(text_of(number))
    return line.is_named() and is_bare(line) and _GROUP_NUMBER.fullmatch(written) is not None


def footer_code(line: Line) -> str | None:
    """Return what a line around a list is: ``signature`` (who, where, when), ``title`` or ``note``."""
    birth = line.header.columns.get(BIRTH)
    # Who holds a post stands beside it: "Trưởng thôn" signs nothing there.
    post = line.header.columns.get(_POST) if line.is_named() else None
    for column, value in line.cells.items():
        text = _lower(value)
        if (column != post and _SIGNATURE.match(text)) or (column != birth and _PLACE_AND_DATE.match(text)):
            return SIGNATURE
        if _REMARK.match(text):
            return NOTE
        if _TITLE.match(text):
            return TITLE
    if len(line.cells) == 1 and _PLACE_AND_DAY.match(_lower(next(iter(line.cells.values())))):
        return SIGNATURE
    return NOTE if _lower(line.value(line.name)).count(" ") >= _LONGEST_NAME else None


def numbers_code(line: Line) -> str | None:
    """Return ``heading`` for a row under the header that numbers its columns or explains them in brackets."""
    # What a formula without its value says nobody knows: a household, rather than a number of a column.
    if line.wrong or not 0 < line.row - line.header.bottom <= _BELOW_HEADER:
        return None
    texts = [tidy(text_of(value)) for value in line.cells.values()]
    if all(text[:1] == "(" and text[-1:] == ")" for text in texts):
        return HEADING
    if len(line.cells) < 3:
        return None
    matches = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    signs = [match[1] for match in matches if match is not None]
    letters = [sign for sign in signs if sign.isalpha()]
    numbers = [sign for sign in signs if sign.isdecimal()]
    numbered = (
        len(signs) == len(matches)
        and signs == letters + numbers
        and letters == [chr(ord("A") + index) for index in range(len(letters))]
        and numbers == [str(index + 1) for index in range(len(numbers))]
    )
    return HEADING if numbered else None


def is_bare(line: Line) -> bool:
    """Tell whether a line says no more than a name, or a name and how many."""
    counts = {line.header.columns.get(key) for key in COUNTS}
    return all(column <= line.name or column in counts for column in line.cells.keys() | line.wrong.keys())


def is_heading(line: Line) -> bool:
    """Tell whether a line heads the columns of a table of its own, whatever else they hold."""
    if len(line.cells) < 2 or not all(isinstance(value, str) for value in line.cells.values()):
        return False
    number = line.value(line.header.columns.get(NUMBER, 0))
    if number is not None and label(number) in _NUMBER_HEADINGS:
        return True
    return label(line.value(line.name)) in _NAME_LABELS


def heads_gone(line: Line) -> bool:
    """Tell whether a line is the title of those who moved away or died."""
    return (
        is_title(line)
        and not line.numbered
        and any(heads_those_gone(text_of(value)) for value in line.cells.values())
    )


def heads_list(line: Line) -> bool:
    """Tell whether a line is the title of a list or group."""
    texts = [_lower(value) for value in line.cells.values()]
    return is_title(line) and (
        is_numbered_group(line) or any(_GROUP.match(text) or text.startswith("danh sách") for text in texts)
    )


def is_title(line: Line) -> bool:
    """Tell whether a line may be a title: words at the left, and nothing beside but a number of a group."""
    return bool(line.cells) and len(line.cells) <= 2 and all(column <= line.name for column in line.cells)


def _is_carried(text: str) -> bool:
    return _CARRIED.match(text) is not None or (
        text.isascii() and _CARRIED_FOLDED.fullmatch(fold(text)) is not None
    )


def _lower(value: Value) -> str:
    return tidy(text_of(value)).lower()
