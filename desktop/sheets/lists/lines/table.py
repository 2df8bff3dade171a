"""Which rows of a sheet are people or hamlets, and which are the paper around them.

Titles, blank and pre-numbered rows, repeated headers, column numbers, totals, headings of groups and
signatures are not data, nor is another table below. A row in doubt is data, or waits for a person; every
other line is told as passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import merges_by_top, text_of
from desktop.sheets.lists.lines.line import COUNTS, Line, words_of, wrong_cells
from desktop.sheets.lists.lines.own_headers import goes_with, main_header
from desktop.sheets.lists.lines.paper import (
    counts_code,
    footer_code,
    group_code,
    heads_gone,
    heads_list,
    is_bare,
    is_heading,
    is_numbered_group,
    merged_code,
    numbers_code,
)
from desktop.sheets.lists.lines.passed import (
    BLANK_NUMBERED,
    GROUP,
    HEADING,
    NOTE,
    OTHER_TABLE,
    SIGNATURE,
    TITLE,
    TOTAL,
    PassedLine,
    filled_lines,
)
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.sheets.files.cells import Merge, Sheet, Value
    from desktop.sheets.lists.headings.header import Header

BARE_NAME = "bare_name"
_DOUBTFUL = ""
_NOTHING: Mapping[int, str] = {}
_FOOTERS = (TOTAL, SIGNATURE, TITLE)


@dataclass(frozen=True, slots=True)
class Table:
    """What the lines of a sheet are: the headers of its list, its rows of data, and all other lines."""

    headers: tuple[Header, ...]
    lines: tuple[Line, ...]
    passed: tuple[PassedLine, ...]


def read_table(sheet: Sheet, headers: tuple[Header, ...], *, people: bool) -> Table:
    """Tell what each line of a sheet is.

    Args:
        sheet: the sheet.
        headers: all that stand in it, from above, one at least; those of other tables among them.
        people: it lists people, whose groups bear the names of places.
    """
    wrong, main = wrong_cells(sheet), main_header(headers)
    passed = _passed(sheet, filled_lines(sheet, 1, headers[0].top), TITLE)
    own: list[tuple[Header, list[Line]]] = []
    ends = [header.top for header in headers[1:]] + [None]
    gone = False
    for header, end in zip(headers, ends, strict=True):
        below = [
            Line.of(row, header, values, wrong.get(row, _NOTHING))
            for row, values in filled_lines(sheet, header.bottom + 1, end)
        ]
        is_own = not gone and goes_with(sheet, header, main)
        head = filled_lines(sheet, header.top, header.bottom + 1)
        passed += _passed(sheet, head, HEADING if is_own else OTHER_TABLE)
        lines, others, gone = _parted(below, gone=not is_own and gone)
        if is_own:
            own.append((header, lines))
        else:
            others = below
        passed += _passed(sheet, ((line.row, line.values) for line in others), OTHER_TABLE)
    data, paper = _sorted_out(sheet, [lines for _, lines in own], people=people)
    passed += (PassedLine(sheet.title, line.row, code, line.words()) for line, code in paper)
    return Table(
        tuple(header for header, _ in own), tuple(data), tuple(sorted(passed, key=lambda one: one.row))
    )


def _passed(sheet: Sheet, lines: Iterable[tuple[int, Sequence[Value]]], code: str) -> list[PassedLine]:
    return [PassedLine(sheet.title, row, code, words_of(values)) for row, values in lines]


def _parted(lines: Iterable[Line], *, gone: bool) -> tuple[list[Line], list[Line], bool]:
    """Return the lines of a list, those of other tables below it, and whether the last is of those gone."""
    own: list[Line] = []
    others: list[Line] = []
    headed = False
    for line in lines:
        if line.numbered:
            pass
        elif is_heading(line):
            headed = True
        elif heads_gone(line):
            gone = True
        elif gone and heads_list(line):
            gone = headed = False
        (others if gone or headed else own).append(line)
    return own, others, gone


def _sorted_out(
    sheet: Sheet, sections: Sequence[Sequence[Line]], *, people: bool
) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Return the rows of data of a list's sections, and the paper around them with its codes."""
    numbered = any(line.numbered for lines in sections for line in lines)
    merges = merges_by_top(sheet)
    data: list[Line] = []
    paper: list[tuple[Line, str]] = []
    for lines in sections:
        codes = [_code(line, merges.get(line.row, ()), people=people, numbered=numbered) for line in lines]
        last = max((index for index, code in enumerate(codes) if code is None), default=-1)
        footer = ""
        for index, (line, code) in enumerate(zip(lines, codes, strict=True)):
            # Below the last certain row words of the paper begin the footer; a text beside the names may not.
            if (
                index > last
                and footer != SIGNATURE
                and (code in _FOOTERS or (code == NOTE and line.is_named()))
            ):
                footer = code
            if code or (code == _DOUBTFUL and footer):
                signs = footer == SIGNATURE and (code == _DOUBTFUL or (code == NOTE and not line.is_named()))
                paper.append((line, SIGNATURE if signs else code or NOTE))
            elif code is None or not is_bare(line) or not (numbered or _stands_apart(lines, index, last)):
                data.append(line)
            else:
                data.append(replace(line, refusal=BARE_NAME))
    return data, paper


def _stands_apart(lines: Sequence[Line], index: int, last: int) -> bool:
    """Tell whether an empty row lies between a line and the last certain one above it."""
    return index > last >= 0 and lines[index].row - lines[last].row > index - last


def _code(line: Line, merges: Sequence[Merge], *, people: bool, numbered: bool) -> str | None:
    """Return what a line is if it is paper, an empty code if nobody knows, None for a row that is certain."""
    code = counts_code(line) or numbers_code(line)
    if code is not None:
        return code
    if line.numbered:
        return None if line.is_named() or line.width() > 1 else BLANK_NUMBERED
    code = group_code(line) if people else None
    if code is not None or _is_certain(line, numbered=numbered):
        return code
    if not line.is_named():
        return footer_code(line) or (TOTAL if any(map(line.has, COUNTS)) else NOTE)
    if numbered and is_numbered_group(line):
        return GROUP
    return footer_code(line) or merged_code(line, merges) or _DOUBTFUL


def _is_certain(line: Line, *, numbered: bool) -> bool:
    """Tell whether a row without running number is data whatever stands around it."""
    columns = line.header.columns
    telling = {column for column, value in line.data() if column != line.name and _tells(value)}
    telling |= {column for column in line.wrong if column in columns.values() and column != line.name}
    if len(telling) > 1:
        return True
    # One figure without a name may be a date or number that lost its name; a lone count is a subtotal.
    counts = {columns.get(key) for key in COUNTS}
    if not telling or footer_code(line) == SIGNATURE:
        return False
    return not telling <= counts or (line.is_named() and not numbered)


def _tells(value: Value) -> bool:
    """Tell whether a cell holds a figure or a mark, as rows of data do and signatures don't."""
    text = tidy(text_of(value))
    return any(sign.isdigit() for sign in text) or len(text) <= 3
