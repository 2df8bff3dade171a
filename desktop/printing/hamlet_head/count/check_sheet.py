"""The check sheet: both entries of a count beside each other, for the team to read the signed paper again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain, subhead
from desktop.printing.setting.ruled_table import Column, ruled_table
from desktop.printing.setting.running_text import day_parts, running_text
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import post_and_term, titled, titled_file

LABEL = "Tờ làm việc của tổ bầu cử, không phải biên bản"

_COLUMNS = (
    Column("Mục", 13),
    Column("Nội dung trên biên bản", 70, centred=False),
    Column("Lượt 1", 19),
    Column("Lượt 2", 19),
    Column("Theo giấy", 24),
    Column("Xem lại", 20),
)
_BLANK_ROWS = 10
_ADVICE = (
    "Đọc lại tờ giấy đã ký ở các mục đánh dấu “lệch” hoặc có mã, ghi số đọc được vào cột “Theo giấy”, rồi "
    "người đã nhập gõ lại đúng số đó. Tờ giấy đã ký không sửa."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A line of the paper form: what each entry says, None where it says nothing.

    ``mark`` says why it is to be read again: ``lệch``, the code of a fault, or empty.
    """

    number: int
    words: str
    first: int | None = None
    second: int | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFault:
    """Something that does not fit, in a sentence, and its code."""

    words: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """What the check sheet says.

    Args:
        issuer_lines: superior first, in capitals.
        dated: place and date.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        date: of the election.
        entered: who made each entry and when, such as ``Lượt 1: Phùn Văn Tiến, 13:48``.
        lines: in the order of the paper form; without any, rows for a pen.
        faults: errors first.
    """

    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    post: str | None = None
    term: str | None = None
    date: dt.date | None = None
    entered: tuple[str, ...] = ()
    lines: tuple[CheckLine, ...] = ()
    faults: tuple[CheckFault, ...] = ()


def draw(sheet: CheckSheet, *, training: bool) -> bytes:
    """Print the check sheet; it tells no outcome.

    Args:
        sheet: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1 and §2; rules.md §4 (a second entry that differs).
    """
    return state_pages(compose(sheet), training=training)


def compose(sheet: CheckSheet) -> TextPaper:
    """Put the sheet together, as it is read."""
    return TextPaper(
        title=titled_file("Tờ kiểm tra số liệu bầu", sheet.post, sheet.term),
        author=", ".join(sheet.issuer_lines),
        label=LABEL,
        blocks=tuple(_story(sheet)),
    )


def _story(sheet: CheckSheet) -> Iterator[Block]:
    yield state_heading(sheet.issuer_lines, sheet.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled("TỜ KIỂM TRA SỐ LIỆU KIỂM PHIẾU", post_and_term("Bầu", sheet.post, sheet.term))
    day: list[Part] = day_parts(None) if sheet.date is None else [f"{sheet.date:%d/%m/%Y}"]
    yield running_text("Ngày bầu cử:", *day, style=count_line)
    for entry in sheet.entered:
        yield count_line(plain(entry))
    if not sheet.entered:
        for number in (1, 2):
            yield pen_lines(f"Lượt {number}:", REST, ", lúc", NUMBER, "giờ", NUMBER, "phút")
    blank = [CheckLine(number=number, words="") for number in range(1, _BLANK_ROWS + 1)]
    yield ruled_table(_COLUMNS, [_cells(line) for line in sheet.lines or blank])
    if sheet.faults:
        yield subhead("Chỗ phải xem lại")
        for fault in sheet.faults:
            yield count_line(f"- {plain(fault.words)} ({plain(fault.code)})")
    yield together(
        body(plain(_ADVICE)),
        signature_row(
            [
                Signing(lines=("NGƯỜI ĐỌC LẠI TỜ GIẤY",), name=None),
                Signing(lines=("TỔ TRƯỞNG TỔ BẦU CỬ",), name=None),
            ]
        ),
    )


def _cells(line: CheckLine) -> list[str]:
    return [str(line.number), line.words, _figure(line.first), _figure(line.second), "", line.mark]


def _figure(figure: int | None) -> str:
    return "" if figure is None else str(figure)
