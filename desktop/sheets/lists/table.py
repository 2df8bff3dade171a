"""Which rows of a sheet are people or hamlets, and which are the paper around them.

Titles, blank and pre-numbered rows, repeated headers, column numbers, totals, headings of groups and
signatures are not data. A row in doubt is data: a refusal is seen by the clerk, a skipped row is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import merges_by_top, text_of
from desktop.sheets.lists.columns import BIRTH, GIVEN, NAME, NUMBER
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.sheets.files.cells import Merge, Sheet, Value
    from desktop.sheets.lists.header import Header

_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?(?:\s*=.*)?")
_RUNNING_NUMBER = re.compile(r"[0-9]+[.)]?")
_GROUP_NUMBER = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)/]?")
# Totals and signatures are compared with their marks: Tòng, Tống and Tô Trường are people, Tổng isn't.
_TOTAL = re.compile(r"(?:tổng|cộng)\b")
_BARE_TOTALS = frozenset({"cộng", "tổng", "tổng cộng", "tổng số", "tổng số hộ", "tong cong", "tong so"})
_SIGNATURE = re.compile(
    r"(?:t\.?m\.? |k\.?t\.? )?(?:(?:người|cán bộ) (?:lập|tổng hợp|kê khai|nhập|viết)|lập biểu|"
    r"trưởng (?:thôn|bản|khu|ấp|xóm|buôn|ban)|tổ trưởng|bí thư|chủ tịch|phó chủ tịch|uỷ ban|ủy ban|ubnd|"
    r"ban công tác|công chức|xác nhận|ký tên|\(ký|danh sách|bằng chữ|\(bằng chữ)\b"
)
_PLACE_AND_DATE = re.compile(r".*\bngày\b.*\btháng\b.*\bnăm\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of data: its number in the sheet, its header, and its filled cells by column."""

    row: int
    header: Header
    cells: dict[int, Value]


def data_lines(sheet: Sheet, headers: tuple[Header, ...]) -> tuple[Line, ...]:
    """Return the rows of data under each header, in order."""
    lines: list[Line] = []
    merges = merges_by_top(sheet)
    ends = [header.top for header in headers[1:]] + [len(sheet.rows) + 1]
    for header, end in zip(headers, ends, strict=True):
        lines += _section(sheet, merges, header, end)
    return tuple(lines)


def _section(sheet: Sheet, merges: Mapping[int, Sequence[Merge]], header: Header, end: int) -> Iterator[Line]:
    lines = [Line(row, header, sheet.filled(row)) for row in range(header.bottom + 1, end)]
    numbered = any(_is_numbered(line) for line in lines)
    certain = [_is_certain(line) for line in lines]
    last = max((index for index, sure in enumerate(certain) if sure), default=-1)
    for index, line in enumerate(lines):
        if certain[index]:
            yield line
            continue
        below = index > last
        if (
            _named(line)
            and not _is_paper(line, merges.get(line.row, ()))
            and not (numbered and (_is_group(line) or (below and _is_bare(line))))
        ):
            yield line
        elif below:
            # Below the last certain row the first that isn't data begins the footer.
            return


def _is_certain(line: Line) -> bool:
    """Tell whether a row is data whatever stands around it."""
    if _is_total(line) or _is_column_numbers(line):
        return False
    if _is_numbered(line):
        return len(line.cells) > 1
    columns = line.header.columns
    telling = {column for column, value in _data_cells(line) if column != columns[NAME] and _tells(value)}
    if len(telling) > 1:
        return True
    # One figure without a name may be a date or number that lost its name; a lone count is a subtotal.
    counts = {columns.get("members"), columns.get("households")}
    return bool(telling) and not _is_signature(line) and (_named(line) or not telling <= counts)


def _is_paper(line: Line, merges: Sequence[Merge]) -> bool:
    """Tell whether a row without running number belongs to the paper: a total, a group's heading."""
    if _is_total(line) or _is_column_numbers(line) or _is_signature(line):
        return True
    name = line.header.columns[NAME]
    return any(merge.left <= name <= merge.right and merge.right - merge.left > 1 for merge in merges)


def _is_bare(line: Line) -> bool:
    return len(line.cells) == 1


def _is_group(line: Line) -> bool:
    """Tell whether a row is "II | Xóm Dưới", in a list that numbers its people in figures."""
    number = line.cells.get(line.header.columns.get(NUMBER, 0))
    return len(line.cells) == 2 and _GROUP_NUMBER.fullmatch(tidy(text_of(number))) is not None


def _is_numbered(line: Line) -> bool:
    column = line.header.columns.get(NUMBER)
    if column not in line.cells:
        return False
    value = line.cells[column]
    return (type(value) is int and value >= 0) or _RUNNING_NUMBER.fullmatch(tidy(text_of(value))) is not None


def _named(line: Line) -> bool:
    columns = line.header.columns
    return columns[NAME] in line.cells or columns.get(GIVEN) in line.cells


def _is_total(line: Line) -> bool:
    """Tell whether a label of totals stands in the name's column or before it."""
    columns = line.header.columns
    if columns.get("identity") in line.cells or columns.get(BIRTH) in line.cells:
        return False
    texts = [_lower(line.cells[column]) for column in line.cells if column <= columns[NAME]]
    if any(text.strip(" :.") in _BARE_TOTALS for text in texts):
        return True
    return not _is_numbered(line) and any(_TOTAL.match(text) for text in texts)


def _is_signature(line: Line) -> bool:
    return any(
        _SIGNATURE.match(_lower(value))
        or (column != line.header.columns.get(BIRTH) and _PLACE_AND_DATE.match(_lower(value)))
        for column, value in line.cells.items()
    )


def _is_column_numbers(line: Line) -> bool:
    """Tell whether a row right under the header numbers the columns: (1) (2) (3), or A B 1 2."""
    if line.row != line.header.bottom + 1 or len(line.cells) < 3:
        return False
    matches = [_COLUMN_NUMBER.fullmatch(tidy(text_of(value))) for value in line.cells.values()]
    signs = [match[1] for match in matches if match is not None]
    letters = [sign for sign in signs if sign.isalpha()]
    numbers = [sign for sign in signs if sign.isdecimal()]
    return (
        len(signs) == len(matches)
        and signs == letters + numbers
        and letters == [chr(ord("A") + index) for index in range(len(letters))]
        and numbers == [str(index + 1) for index in range(len(numbers))]
    )


def _lower(value: Value) -> str:
    return tidy(text_of(value)).lower()


def _data_cells(line: Line) -> Iterator[tuple[int, Value]]:
    known = {column for key, column in line.header.columns.items() if key != NUMBER}
    return ((column, value) for column, value in line.cells.items() if column in known)


def _tells(value: Value) -> bool:
    """Tell whether a cell holds a figure or a mark, as rows of data do and signatures don't."""
    text = tidy(text_of(value))
    return any(sign.isdigit() for sign in text) or len(text) <= 3
