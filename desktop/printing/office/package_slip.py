"""The slip that goes with a package on its stick: what it is, its code for the telephone, its digest."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.lib.units import mm

from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting import qr
from desktop.printing.setting.faces import BOLD, ITALIC, MONO, MONO_BOLD, SERIF
from desktop.printing.setting.paragraphs import bold, plain
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import Imprint, drawn_pages, stamp_training_at_middle
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.setting.wording import NO_BREAK, hour_text, short_day_text
from desktop.printing.state.heading_drawing import draw_wide_heading

WIDTH, HEIGHT = 210.0, 148.5

_LEFT, _RIGHT = 15.0, 198.0
_TOP = 8.8
_TABLE_TOP = 43.0
_LABELS = 28.6
_FACTS = 118.0
_ROW = 6.7
_LINE = 4.7
_SIZE = 11.0
_SIDE_CENTRE = 168.0
_QR = 26.4
_QR_TOP = 44.0
_CODE = (141.0, 80.9, 54.0, 11.1)
_GROUP_TOP = 100.2
_GROUP = ((_RIGHT - _LEFT) / 8, 7.5)
_SIGN = 121.2
_HINT = "(Ký, ghi rõ họ tên; giờ, ngày giao nhận)"
_COUNTED = re.compile(r"(\d) ")
_LEADING_COUNT = re.compile(r"(^|, )(\d+)(?![^(]*\))")
_MODES = {"official": "chính thức", "training": "tập huấn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSlip:
    """What the slip says; everything that is None is left white for a pen.

    Args:
        issuer_lines: of the office, in capitals.
        file_name: of the package.
        sequence: four figures.
        previous: the package before, four figures.
        mode: whether the package counts.
        sender: with the name of its key, such as ``UBND xã Húc Động; khóa ký K-06859-1``.
        recipient: such as ``UBND huyện Bình Liêu``.
        sealed_on: the day.
        sealed_at: the time.
        size: of the file in bytes.
        contents: in words, such as ``09 thôn, 09 cuộc bầu cử``.
        code: for the telephone, eight symbols.
        sha256: the package's identity, 64 hexadecimal digits.
        qr: the text of its QR.
        giver: who hands the stick over.

    Raises:
        ValueError: the digest is not 64 hexadecimal digits.

    Source: package.md, Receipt and Identity; paper.md §5, Slip.
    """

    issuer_lines: tuple[str, ...] = ()
    file_name: str | None = None
    sequence: str | None = None
    previous: str | None = None
    mode: Literal["official", "training"] = "official"
    sender: str | None = None
    recipient: str | None = None
    sealed_on: dt.date | None = None
    sealed_at: dt.time | None = None
    size: int | None = None
    contents: str | None = None
    code: str | None = None
    sha256: str | None = None
    qr: str | None = None
    giver: str | None = None

    def __post_init__(self) -> None:
        if self.sha256 is not None and not re.fullmatch(r"[0-9a-f]{64}", self.sha256):
            raise ValueError("a SHA-256 has 64 hexadecimal digits")


def draw(slip: PackageSlip, *, training: bool) -> bytes:
    """Print the slip on A5 across.

    Args:
        slip: what it says.
        training: stamp it ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, ``paper.qr``.

    Source: paper.md §5.
    """
    return drawn_pages(
        [lambda pen: _draw_slip(pen, slip, training=training)],
        Imprint(
            title=f"Phiếu gửi kèm gói dữ liệu {slip.file_name or ''}".strip(),
            author=" ".join(slip.issuer_lines),
            training=training,
        ),
        width=WIDTH,
        height=HEIGHT,
    )


def _draw_slip(pen: Pen, slip: PackageSlip, *, training: bool) -> None:
    if training:
        stamp_training_at_middle(pen, WIDTH / 2, 5.5, 8)
    draw_wide_heading(
        pen,
        slip.issuer_lines,
        (50.0, 149.3),
        _TOP,
        superior=False,
        blanks=("ỦY BAN NHÂN DÂN", "XÃ…"),
    )
    pen.centred(WIDTH / 2, 32, "PHIẾU GỬI KÈM GÓI DỮ LIỆU", BOLD, 15)
    pen.centred(WIDTH / 2, 37.9, "Kèm USB, giao tận tay; giấy này không thay biên bản đã ký", ITALIC, 11.5)
    _draw_facts(pen, _facts(slip))
    if slip.qr:
        qr.draw(pen, qr.fitting(_QR, slip.qr), _SIDE_CENTRE - _QR / 2, _QR_TOP, _QR)
    _draw_code(pen, slip.code)
    _draw_digest(pen, slip.sha256)
    for centre, head, name in ((60.7, "NGƯỜI GIAO", slip.giver), (152.3, "NGƯỜI NHẬN", None)):
        pen.centred(centre, _SIGN, head, BOLD, 11.5)
        pen.centred(centre, _SIGN + 4.6, _HINT, ITALIC, 10)
        if name:
            pen.centred(centre, _SIGN + 20, name, BOLD, 12)
        else:
            pen.dots(centre - 24.5, centre + 24.5, _SIGN + 20)


def _facts(slip: PackageSlip) -> list[tuple[str, str | None]]:
    sequence = None
    if slip.sequence is not None:
        before = f"gói liền trước: {slip.previous}" if slip.previous else "gói đầu tiên"
        sequence = f"{bold(slip.sequence)} ({plain(before)}) - chế độ: {bold(_MODES[slip.mode])}"
    sealed = None
    if slip.sealed_on is not None:
        hour = f"{hour_text(slip.sealed_at)}, " if slip.sealed_at else ""
        size = "" if slip.size is None else f"; {slip.size:,} byte".replace(",", ".")
        sealed = f"{hour}ngày {short_day_text(slip.sealed_on)}{size}"
    return [
        ("Tên tệp", _plainly(slip.file_name)),
        ("Số thứ tự", sequence),
        ("Nơi gửi", _plainly(slip.sender)),
        ("Nơi nhận", _plainly(slip.recipient)),
        ("Đóng gói lúc", sealed),
        ("Nội dung", None if slip.contents is None else _counts_in_bold(slip.contents)),
    ]


def _plainly(text: str | None) -> str | None:
    return None if text is None else plain(text)


def _counts_in_bold(contents: str) -> str:
    """Set off the counts at the head of each part, not those in brackets; each stays with its noun."""
    tied_counts = _COUNTED.sub(f"\\1{NO_BREAK}", plain(contents))
    return _LEADING_COUNT.sub(r"\1<b>\2</b>", tied_counts)


def _draw_facts(pen: Pen, facts: Sequence[tuple[str, str | None]]) -> None:
    """Draw the table; a long value takes more lines, in smaller type where the room ends at the digest."""
    for size in (_SIZE, 10, 9, 8):
        cells = [_cell(value or "", size) for _, value in facts]
        heights = [max(_ROW, cell.height / mm + 2) for cell in cells]
        if sum(heights) <= _GROUP_TOP - 8 - _TABLE_TOP:
            break
    top = _TABLE_TOP
    for (label, _), cell, height in zip(facts, cells, heights, strict=True):
        if top > _TABLE_TOP:
            pen.line(_LEFT, top, _LEFT + _FACTS, top)
        pen.text(_LEFT + 1.4, top + height / 2 + 1.5, label, SERIF, _SIZE)
        pen.block(_LEFT + _LABELS + 1.4, top + (height - cell.height / mm) / 2, cell)
        top += height
    pen.line(_LEFT + _LABELS, _TABLE_TOP, _LEFT + _LABELS, top)
    pen.box(_LEFT, _TABLE_TOP, _FACTS, top - _TABLE_TOP)


def _cell(markup: str, size: float) -> SetText:
    text = SetText(words_of(markup, SERIF), TextStyle(size=size, leading=_LINE * mm * size / _SIZE))
    text.wrap((_FACTS - _LABELS - 3) * mm, 0)
    return text


def _draw_code(pen: Pen, code: str | None) -> None:
    x, y, width, height = _CODE
    pen.centred(_SIDE_CENTRE, y - 1.8, "Mã ngắn đọc qua điện thoại", SERIF, 11)
    pen.box(x, y, width, height)
    if code:
        spaced = f"{code[:4]} {code[4:]}" if len(code) == 8 else code
        pen.centred(x + width / 2, y + height / 2 + 2.3, spaced, MONO_BOLD, 19)


def _draw_digest(pen: Pen, sha256: str | None) -> None:
    pen.text(_LEFT, 97.2, "Dấu vân tay của gói (SHA-256), 16 nhóm - đọc theo số nhóm:", BOLD, 11)
    width, height = _GROUP
    for place in range(16):
        row, column = divmod(place, 8)
        x, y = _LEFT + column * width, _GROUP_TOP + row * height
        pen.grey(0.35)
        pen.box(x, y, width, height, 0.5)
        pen.text(x + 1, y + 2.8, str(place + 1), SERIF, 7.5)
        pen.grey(0)
        if sha256:
            group = sha256[place * 4 : place * 4 + 4]
            pen.centred(x + width / 2 + 1.2, y + 5.5, group, MONO, 13)
