"""The recovery sheet of an office's keys: printed once, kept in the safe, stored nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from desktop.printing.date_line import DateLine
from desktop.printing.faces import BOLD, SERIF
from desktop.printing.headings import paper_title, state_heading
from desktop.printing.page import MEASURE, Imprint, state_pages
from desktop.printing.paragraphs import body, bold, plain
from desktop.printing.pen import Drawn, Pen
from desktop.printing.signatures import Signing, signature_row
from desktop.printing.wording import day_text, tied

_ROW = 13.0
_SIZE = 22.0
_GROUPS = 3
_BODY = "ỦY BAN NHÂN DÂN"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on the sheet.

    Args:
        office: its name.
        unit_code: of its unit.
        place: where the sheet is dated.
        made_on: the day the keys were made.
        code: groups of three symbols with hyphens between.
    """

    office: str
    unit_code: str
    place: str
    made_on: dt.date
    code: str = field(repr=False)


def draw(sheet: RecoverySheet, *, training: bool) -> bytes:
    """Print the sheet.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: package.md (Keys).
    """
    imprint = Imprint(title="Phiếu khôi phục khóa", author=sheet.office, training=training)
    return state_pages(lambda _pages: list(_story(sheet)), imprint, label="Cất trong két")


def _story(sheet: RecoverySheet) -> Iterator[Flowable]:
    day = sheet.made_on
    issuer = sheet.office.upper().replace(_BODY, tied(_BODY))
    yield state_heading((issuer,), DateLine.on(sheet.place, day), superior=False)
    yield paper_title("PHIẾU KHÔI PHỤC KHÓA", f"của {sheet.office}")
    yield body(
        plain(
            f"Khóa của cơ quan (mã đơn vị {sheet.unit_code}) được lập {day_text(day)}. "
            "Mã dưới đây mở được khóa đó; chương trình không lưu mã này ở đâu. Cơ sở dữ liệu chứa khóa thì "
            "vẫn cần mật khẩu, nên hãy cất cả mật khẩu lẫn phiếu này trong két."
        )
    )
    yield Spacer(0, 4 * mm)
    yield _code_box(sheet.code)
    yield Spacer(0, 6 * mm)
    yield body(bold("Cách giữ phiếu"))
    for line in (
        "1. Cho phiếu vào phong bì, dán kín, ký trên mép dán và cất trong két của cơ quan.",
        "2. Không chụp ảnh, không gửi qua tin nhắn hay thư điện tử, không cất cùng máy tính.",
        "3. Ai mở phong bì thì ghi tên, ngày và lý do ở mặt sau; dùng mã xong phải lập khóa mới.",
    ):
        yield body(plain(line))
    yield Spacer(0, 4 * mm)
    yield signature_row(
        [
            Signing(lines=("NGƯỜI IN PHIẾU",), name=None),
            Signing(lines=("NGƯỜI GIỮ KÉT",), name=None),
        ]
    )


def _code_box(code: str) -> Drawn:
    groups = code.split("-")
    rows = [groups[start : start + _GROUPS] for start in range(0, len(groups), _GROUPS)]
    height = len(rows) * _ROW + 8

    def drawing(pen: Pen) -> None:
        pen.box(0, 0, MEASURE, height)
        for number, row in enumerate(rows):
            baseline = 4 + (number + 0.7) * _ROW
            pen.text(8, baseline, f"{number + 1}.", SERIF, 13)
            for place, group in enumerate(row):
                pen.centred(MEASURE * (place + 0.75) / (_GROUPS + 0.5), baseline, group, BOLD, _SIZE)

    return Drawn(MEASURE, height, drawing)
