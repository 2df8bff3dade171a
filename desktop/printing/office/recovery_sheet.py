"""The recovery sheet of an office's keys: printed once, kept in the safe, stored nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.printing.setting.block import Block, Space
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.faces import MONO_BOLD, SERIF
from desktop.printing.setting.leaders import Blank
from desktop.printing.setting.paragraphs import body, bold, plain
from desktop.printing.setting.pen import Drawn, Pen
from desktop.printing.setting.running_text import day_parts, known, running_text
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import tied
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import titled

_ROW = 13.0
_SIZE = 22.0
_GROUPS = 3
_BLANK_GROUPS = 9
_BLANK_HALF = 17.0
_BODY = "ỦY BAN NHÂN DÂN"
_RULES = (
    "1. Cho phiếu vào phong bì, dán kín, ký trên mép dán và cất trong két của cơ quan.",
    "2. Không chụp ảnh, không gửi qua mạng hay tin nhắn, không cất cùng máy tính.",
    "3. Khi quên mật khẩu: mở chương trình, chọn Quên mật khẩu, gõ mã rồi đặt mật khẩu mới.",
    "4. Khi sang máy mới: chọn Khôi phục từ bản sao lưu; mã này thay được mật khẩu.",
    "5. Ai mở phong bì thì ghi tên, ngày và lý do ở mặt sau.",
    "6. Đặt mật khẩu mới thì có phiếu mới: sao lưu lại ngay, rồi hủy phiếu này và các bản sao lưu cũ.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on the sheet; everything that is None is left for a pen.

    Args:
        office: its name.
        unit_code: of its unit.
        place: where the sheet is dated.
        made_on: the day the keys were made.
        code: groups of three symbols with hyphens between.
    """

    office: str | None = None
    unit_code: str | None = None
    place: str | None = None
    made_on: dt.date | None = None
    code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _CodeBox(Block):
    code: str | None = field(repr=False)


def draw(sheet: RecoverySheet, *, training: bool) -> bytes:
    """Print the sheet.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: package.md (Keys).
    """
    paper = TextPaper(
        title="Phiếu khôi phục khóa",
        author=sheet.office or "",
        label="Cất trong két",
        blocks=tuple(_story(sheet)),
    )
    return state_pages(paper, training=training, own={_CodeBox: _set_code})


def _story(sheet: RecoverySheet) -> Iterator[Block]:
    day = sheet.made_on
    issuer = (sheet.office.upper().replace(_BODY, tied(_BODY)),) if sheet.office else ()
    dated = DateLine(place=sheet.place) if day is None else DateLine.on(sheet.place, day)
    yield state_heading(issuer, dated, superior=False, blanks=(_BODY, "XÃ…"))
    yield titled("PHIẾU KHÔI PHỤC KHÓA", ["của", Blank(90) if sheet.office is None else sheet.office])
    yield running_text(
        "Mã dưới đây lập",
        *day_parts(day),
        "cho cơ quan có mã đơn vị",
        known(sheet.unit_code, Blank(25)),
        ". Khi quên mật khẩu, mã mở được cơ sở dữ liệu cùng khóa của cơ quan, và các bản sao lưu ghi từ "
        "ngày này. Chương trình không lưu mã ở đâu: mất cả mật khẩu lẫn phiếu này thì không ai mở lại được.",
    )
    yield Space(4)
    yield _CodeBox(sheet.code)
    yield Space(6)
    yield body(bold("Cách giữ phiếu"))
    for line in _RULES:
        yield body(plain(line))
    yield Space(4)
    yield signature_row(
        [
            Signing(lines=("NGƯỜI IN PHIẾU",), name=None),
            Signing(lines=("NGƯỜI GIỮ KÉT",), name=None),
        ]
    )


def _set_code(box: _CodeBox) -> Drawn:
    code = box.code
    groups = code.split("-") if code else [""] * _BLANK_GROUPS
    rows = [groups[start : start + _GROUPS] for start in range(0, len(groups), _GROUPS)]
    height = len(rows) * _ROW + 8

    def drawing(pen: Pen) -> None:
        pen.box(0, 0, MEASURE, height)
        for number, row in enumerate(rows):
            baseline = 4 + (number + 0.7) * _ROW
            pen.text(8, baseline, f"{number + 1}.", SERIF, 13)
            for place, group in enumerate(row):
                centre = MEASURE * (place + 0.75) / (_GROUPS + 0.5)
                pen.centred(centre, baseline, group, MONO_BOLD, _SIZE)
                if code is None:
                    pen.dots(centre - _BLANK_HALF, centre + _BLANK_HALF, baseline)

    return Drawn(MEASURE, height, drawing)
