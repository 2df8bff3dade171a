"""The wall sheet: an election's deadlines on a line drawn to scale and in a table, on A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm

from desktop.printing.hamlet_head.before.wall_sheet_facts import WallSheet
from desktop.printing.hamlet_head.before.wall_sheet_scale import draw_scale
from desktop.printing.hamlet_head.before.wall_sheet_table import SheetRow, draw_table, parted, set_row
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting import faces
from desktop.printing.setting.faces import BOLD, ITALIC
from desktop.printing.setting.paragraphs import plain
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import HEIGHT as SHEET_WIDTH
from desktop.printing.setting.sheets import WIDTH as SHEET_HEIGHT
from desktop.printing.setting.sheets import Imprint, drawn_pages, stamp_training
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.setting.wording import day_text, weekday_text
from desktop.printing.state.heading_drawing import draw_wide_heading

_LEFT, _RIGHT = 15.0, SHEET_WIDTH - 15
_TOP, _BOTTOM = 12.0, SHEET_HEIGHT - 12
_MIDDLE = SHEET_WIDTH / 2
_TITLE_SIZE, _TITLE_BASELINE = 17.0, 37.0
_SUBJECT_SIZE, _SUBJECT_BASELINE = 14.0, 44.6
_SCALE = 57.0
_TABLE = 68.8
_NOTE_GAP = 2.2
_DAY_BLANK, _TERM_BLANK = 70.0, 34.0

_NOTES = TextStyle(face=ITALIC, size=11.5, leading=14, align="justified")


def draw(sheet: WallSheet, *, training: bool) -> bytes:
    """Print the deadlines, on a second sheet only where one cannot hold them.

    Args:
        sheet: what is due.
        training: stamp every sheet ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    # Rows are measured before there is a canvas that would open the faces.
    faces.prepare()
    return drawn_pages(
        _sheets(sheet, training),
        Imprint(
            title=f"Lịch các mốc bầu cử {sheet.post}",
            author=", ".join(sheet.issuer_lines),
            training=training,
        ),
        width=SHEET_WIDTH,
        height=SHEET_HEIGHT,
    )


def _sheets(sheet: WallSheet, training: bool) -> list[partial[None]]:
    notes = SetText(words_of(plain(" ".join(sheet.notes)), _NOTES.face), _NOTES)
    room = _BOTTOM - _TABLE - _NOTE_GAP - notes.wrap((_RIGHT - _LEFT) * mm, 1000)[1] / mm
    rows = [set_row(milestone) for milestone in sheet.milestones]
    return [partial(_draw_sheet, sheet, part, notes, training) for part in parted(rows, room)]


def _draw_sheet(sheet: WallSheet, rows: Sequence[SheetRow], notes: SetText, training: bool, pen: Pen) -> None:
    if training:
        stamp_training(pen, _LEFT, 9, 9)
    draw_wide_heading(
        pen, sheet.issuer_lines, (_LEFT + 37.4, _RIGHT - 48.5), _TOP, blanks=("UBND XÃ…", "THÔN…")
    )
    pen.centred(_MIDDLE, _TITLE_BASELINE, f"LỊCH CÁC MỐC BẦU CỬ {sheet.post.upper()}", BOLD, _TITLE_SIZE)
    _draw_subject(pen, sheet)
    draw_scale(pen, sheet, _LEFT, _RIGHT, _SCALE)
    bottom = draw_table(pen, rows, _LEFT, _TABLE)
    pen.block(_LEFT, bottom + _NOTE_GAP, notes)


def _draw_subject(pen: Pen, sheet: WallSheet) -> None:
    day = sheet.election_day
    pieces: list[str | float] = [
        f"{sheet.day_words}:",
        _DAY_BLANK if day is None else f"{weekday_text(day)}, {day_text(day)}",
        "- nhiệm kỳ",
        sheet.term or _TERM_BLANK,
    ]
    gap = width_mm(" ", BOLD, _SUBJECT_SIZE)
    widths = [width_mm(one, BOLD, _SUBJECT_SIZE) if isinstance(one, str) else one for one in pieces]
    x = _MIDDLE - (sum(widths) + gap * (len(pieces) - 1)) / 2
    for piece, width in zip(pieces, widths, strict=True):
        if isinstance(piece, str):
            pen.text(x, _SUBJECT_BASELINE, piece, BOLD, _SUBJECT_SIZE)
        else:
            pen.dots(x, x + width, _SUBJECT_BASELINE + 0.4)
        x += width + gap
