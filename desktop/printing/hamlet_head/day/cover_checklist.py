"""The cover of one hamlet's envelope: what is in it, to tick when it is handed over and received."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.name_frame import NameFrame
from desktop.printing.setting.paragraphs import body, bold, count_line, plain
from desktop.printing.setting.ruled_table import Cell, Column, Square, evenly, ruled_table
from desktop.printing.setting.running_text import hour_parts, running_text, weekday_parts
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, hour_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import post_and_term, titled, titled_file

_SQUARE = Square(5.4)
_ROW_HEIGHT = 9.6
_POINT = 25.4 / 72
_PAPER = Column("Giấy tờ trong phong bì", 72, centred=False)
_COLUMNS = (
    Column("STT", 13),
    _PAPER,
    Column("Số lượng", 27),
    Column("Giao", 15),
    Column("Nhận", 15),
    Column("Ghi chú", 23, centred=False),
)
_ADVICE = (
    "Bên giao đánh dấu cột “Giao” khi bỏ vào phong bì, bên nhận đánh dấu cột “Nhận” khi đã đếm đủ; "
    "tờ nào thiếu hoặc hỏng thì ghi vào cột “Ghi chú” và báo ngay."
)
_BLANK_ROWS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeItem:
    """A paper in the envelope with how many there are: ``quantity`` of ``unit``, such as 92 ``phiếu``."""

    paper: str
    quantity: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverChecklist:
    """The cover of an envelope; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the hand-over.
        hamlet: such as ``Thôn Nà Ếch``, large on the cover.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day that the papers are for.
        opening: when the meeting begins.
        venue: where it is held.
        giver: who hands over, with the role.
        receiver: who receives, with the role.
        giver_name: as it stands under the signature.
        receiver_name: as it stands under the signature.
        duty_phone: of the commune's duty desk; left out where there is none.
        contents: in the order of the papers in the envelope; without any, rows for a pen.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    hamlet: str | None = None
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    opening: dt.time | None = None
    venue: str | None = None
    giver: str | None = None
    receiver: str | None = None
    giver_name: str | None = None
    receiver_name: str | None = None
    duty_phone: str | None = None
    contents: tuple[EnvelopeItem, ...] = ()


def draw(cover: CoverChecklist, *, training: bool) -> bytes:
    """Print the cover.

    Args:
        cover: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1, §2, §6.8: squares are drawn.
    """
    return state_pages(compose(cover), training=training)


def compose(cover: CoverChecklist) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file(f"Phiếu kiểm phong bì {cover.hamlet or ''}, bầu cử", cover.post, cover.term)
    return text_paper(cover, title, _story(cover))


def _story(cover: CoverChecklist) -> Iterator[Block]:
    yield state_heading(cover.issuer_lines, cover.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled("PHIẾU KIỂM PHONG BÌ", post_and_term("Bầu cử", cover.post, cover.term))
    yield NameFrame(cover.hamlet)
    yield Space(8 * _POINT)
    yield _time(cover)
    yield _fact("Địa điểm:", cover.venue)
    yield _fact("Người giao:", cover.giver)
    yield _fact("Người nhận:", cover.receiver)
    if cover.duty_phone:
        yield _fact("Điện thoại trực của xã:", cover.duty_phone)
    yield Space(3 * _POINT)
    yield ruled_table(_COLUMNS, list(_rows(cover.contents)), row_height=_ROW_HEIGHT)
    yield together(
        body(plain(_ADVICE)),
        signature_row(
            [
                Signing(lines=("NGƯỜI GIAO",), name=cover.giver_name),
                Signing(lines=("NGƯỜI NHẬN",), name=cover.receiver_name),
            ]
        ),
    )


def _time(cover: CoverChecklist) -> Block:
    date, opening = cover.election_date, cover.opening
    day = weekday_parts(date)
    if date is None or opening is None:
        return running_text("Thời gian bầu cử:", *hour_parts(opening), ",", *day)
    return _fact("Thời gian bầu cử:", f"{hour_text(opening)}, {day[0]}")


def _fact(label: str, value: str | None) -> Block:
    if value is None:
        return pen_lines(label, REST)
    return count_line(f"{plain(label)} {bold(value)}")


def _rows(contents: Sequence[EnvelopeItem]) -> Iterator[list[Cell]]:
    if not contents:
        for number in range(1, _BLANK_ROWS + 1):
            yield [str(number), "", "", _SQUARE, _SQUARE, ""]
    for number, item in enumerate(contents, 1):
        quantity = f"{count_text(item.quantity)} {item.unit}"
        yield [str(number), evenly(item.paper, _PAPER), quantity, _SQUARE, _SQUARE, ""]
