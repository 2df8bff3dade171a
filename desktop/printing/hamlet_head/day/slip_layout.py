"""Where everything stands on a slip for households, measured from the text; lengths in mm, type in pt."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.units import mm

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import HandOutSlip
from desktop.printing.ballots.names import SetNames, set_names
from desktop.printing.ballots.papers import Piece
from desktop.printing.hamlet_head.day.ballot_layout import birth_text
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting import faces
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.setting.wording import balanced, counted, tied

COLUMNS = (13.0, 107.0, 27.0, 33.0)
"""Widths of number, name, for and against."""

HEAD = 9.5
ISSUER_ROOM = 66.0
ISSUER_SIZE = 11.0
SUBJECT_SIZE = 13.0
TITLE_BASELINE = 29.5
PITCH = 6.8
"""Millimetres from the title to its subject, and from line to line of that."""

NAME_LEFT = 3.0
INSTRUCTION = TextStyle(size=12, leading=15.2, align="justified")
OPINION_PITCH = 8.3
OPINION_DROP = 7.8
COLLECTION_DROP = 9.0
SIGNED_DROP = 25.0
"""From the head of the signature to the signer's name: 20 are free."""

_SUBJECT_ROOM = 150.0
_TABLE_DROP = 8.0
_INSTRUCTION_DROP = 7.3
_NAME_SIZES = (14.0, 13.0, 12.0)
_OPINIONS = 2
_ROWS = (11.0, 10.0, 9.0)
_BROKEN_ROW = 12.0
# The training stamp stands under the name.
_BOTTOM = 7.5

A5 = Piece(name="A5 ngang", width=210, height=148.5, across=1, down=2, margin=15)
A4 = Piece(name="A4", width=210, height=297, across=1, down=1, margin=15)


@dataclass(frozen=True, slots=True)
class SlipLayout:
    """How a slip is composed.

    Args:
        paper: two to a sheet, or one where many stand.
        issuer: lines at the upper left, each with its face.
        subject: lines under the title.
        row: height of a candidate's row.
        names: in the order of the ballot, all in one size.
        instruction: how to mark.
        instruction_height: of that text.
        opinions: lines to write another opinion on.
        table_top: of the table.
    """

    paper: Piece
    issuer: tuple[tuple[str, str], ...]
    subject: tuple[str, ...]
    row: float
    names: SetNames
    instruction: SetText
    instruction_height: float
    opinions: int
    table_top: float

    @property
    def table_bottom(self) -> float:
        """Of the table."""
        return self.table_top + HEAD + self.row * len(self.names.lines)

    @property
    def opinion_baseline(self) -> float:
        """Of the first line for another opinion."""
        return self.table_bottom + _INSTRUCTION_DROP + self.instruction_height - 5.3 + OPINION_DROP

    @property
    def collection_baseline(self) -> float:
        """Of the hour of collecting, and of the head of the signature."""
        return self.opinion_baseline + (self.opinions - 1) * OPINION_PITCH + COLLECTION_DROP

    @property
    def end(self) -> float:
        """The lowest that anything reaches, above the training stamp."""
        return self.collection_baseline + SIGNED_DROP


def slip_layout(slip: HandOutSlip) -> SlipLayout:
    """Compose a slip on half a sheet, on a whole one where its names have no room there.

    Rows are lowered, then one line for other opinions is given up, before the paper is taken larger.

    Raises:
        PaperRefused: ``paper.ballot_too_long``: no paper holds it; ``paper.face``, ``paper.letter``.

    Source: paper-t2.md §10.
    """
    faces.prepare()
    names = _names(slip)
    lowest = _BROKEN_ROW if names.is_broken else 0.0
    subject = tuple(
        balanced(
            f"{tied('Về việc')} bầu {slip.post}, {tied(f'nhiệm kỳ {slip.term}')}",
            _SUBJECT_ROOM,
            lambda text: width_mm(text, BOLD, SUBJECT_SIZE),
        )
    )
    text = _instruction(slip)
    height = text.wrap((A5.right - A5.margin) * mm, 1000)[1] / mm
    for paper in (A5, A4):
        for opinions in (_OPINIONS, _OPINIONS - 1):
            for row in _ROWS:
                composed = SlipLayout(
                    paper=paper,
                    issuer=_issuer(slip),
                    subject=subject,
                    row=max(row, lowest),
                    names=names,
                    instruction=text,
                    instruction_height=height,
                    opinions=opinions,
                    table_top=TITLE_BASELINE + len(subject) * PITCH + _TABLE_DROP,
                )
                if composed.end <= paper.height - _BOTTOM:
                    return composed
    raise PaperRefused("paper.ballot_too_long", candidates=len(slip.candidates))


def name_left(size: float) -> float:
    """Give the x at which every name begins, from the name's column: "Ông" has its room for "Bà" too."""
    return NAME_LEFT + width_mm("Ông ", SERIF, size - 1)


def _instruction(slip: HandOutSlip) -> SetText:
    rows = "mỗi hàng đánh" if len(slip.candidates) > 1 else "đánh"
    most = (
        f"; chỉ đồng ý <b>không quá {counted(slip.seats, 'người')}</b>"
        if len(slip.candidates) > slip.seats
        else ""
    )
    markup = (
        f"<b>Cách ghi:</b> {rows} một dấu X vào ô “Đồng ý” hoặc ô “Không đồng ý”{most}. "
        f"Mỗi hộ gia đình một phiếu, {tied('không ký tên vào phiếu')}."
    )
    return SetText(words_of(markup, INSTRUCTION.face), INSTRUCTION)


def _issuer(slip: HandOutSlip) -> tuple[tuple[str, str], ...]:
    return tuple(
        (line, SERIF if row == 0 and len(slip.issuer_lines) > 1 else BOLD)
        for row, text in enumerate(slip.issuer_lines)
        for line in balanced(text, ISSUER_ROOM, lambda part: width_mm(part, BOLD, ISSUER_SIZE))
    )


def _names(slip: HandOutSlip) -> SetNames:
    names = set_names(
        [one.name.upper() for one in slip.candidates],
        _NAME_SIZES,
        lambda size: COLUMNS[1] - name_left(size) - NAME_LEFT,
        lambda number, size: width_mm(birth_text(slip.candidates[number]), SERIF, size - 1),
    )
    if names is None:
        raise PaperRefused("paper.ballot_too_long", candidates=1)
    return names
