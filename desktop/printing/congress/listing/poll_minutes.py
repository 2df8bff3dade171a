"""The minutes of counting a poll on a list at a congress; a form whose counts are filled in with a pen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.congress.listing.poll import Poll
from desktop.printing.congress.wording import closing_mark
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import minutes_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import NUMBER, REST, Blank
from desktop.printing.setting.ruled_table import CLOSE, Column, ruled_table
from desktop.printing.setting.running_text import day_parts, hour_parts, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import tied

_AGREED, _OTHERS = "Đồng ý", "Không đồng ý"
_COLUMNS = (
    Column("TT", 12),
    Column("Họ và tên", 61, centred=False),
    Column("Số phiếu", 21, group=_AGREED),
    Column("Tỷ lệ %", 25, group=_AGREED),
    Column("Số phiếu", 21, group=_OTHERS),
    Column("Tỷ lệ %", 25, group=_OTHERS),
)
_ROW = 8.4
_BLANK_ROWS = 6
_FREE = 22.0
_PERSON = Blank(48, grows=True)


def draw(poll: Poll, *, training: bool) -> bytes:
    """Print the minutes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(poll), training=training)


def compose(poll: Poll) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(poll, f"Biên bản kiểm phiếu xin ý kiến về {poll.voted_on}", _story(poll))


def _story(poll: Poll) -> Iterator[Block]:
    yield letter_heading(poll.issuer_lines, poll.dated, blanks=CONGRESS_BLANKS)
    yield letter_title("BIÊN BẢN KIỂM PHIẾU XIN Ý KIẾN", f"về danh sách bầu cử {poll.voted_on}")
    yield running_text(
        "Hồi",
        *hour_parts(None),
        ",",
        *day_parts(poll.congress.held_on),
        ", Tổ kiểm phiếu gồm",
        NUMBER,
        "đồng chí:",
        _PERSON,
        ", Tổ trưởng;",
        REST,
        ", tổ viên, kiểm phiếu xin ý kiến như sau:",
        style=minutes_text,
    )
    yield running_text(
        "Đảng viên chính thức có mặt:",
        NUMBER,
        "; số phiếu phát ra:",
        NUMBER,
        "; thu về:",
        NUMBER,
        "; hợp lệ:",
        NUMBER,
        "; không hợp lệ:",
        NUMBER,
        ".",
        lead="1.",
        style=minutes_text,
    )
    rows = [(str(number), tied(name), "", "", "", "") for number, name in enumerate(poll.names, 1)]
    blank = [(str(number), "", "", "", "", "") for number in range(1, _BLANK_ROWS + 1)]
    yield together(
        running_text("Kết quả (tỷ lệ so với số đảng viên chính thức có mặt):", lead="2.", style=minutes_text),
        ruled_table(_COLUMNS, rows or blank, row_height=_ROW, type_=CLOSE),
    )
    yield running_text(
        "Được hơn 30% đảng viên chính thức có mặt đồng ý, đưa vào danh sách bầu cử:",
        REST,
        ".",
        lead="3.",
        style=minutes_text,
    )
    yield together(
        running_text(
            "Biên bản lập thành",
            NUMBER,
            f"bản, báo cáo {poll.congress.chair} hồi",
            *hour_parts(None),
            f"cùng ngày{closing_mark(poll.dated)}",
            style=minutes_text,
        ),
        party_signatures(
            [
                PartySigning(authority=poll.congress.chair_signs),
                PartySigning(authority="T/M TỔ KIỂM PHIẾU", post="TỔ TRƯỞNG"),
            ],
            free=_FREE,
        ),
    )
