"""The slip that asks a household after a meeting that too few attended, two to a sheet of A4."""

from __future__ import annotations

from itertools import accumulate

from reportlab.lib.units import mm

from desktop.printing.ballots import sheet as ballot_sheet
from desktop.printing.ballots.facts import BallotCandidate, HandOutSlip
from desktop.printing.ballots.names import two_line_pitch
from desktop.printing.hamlet_head.day.ballot_layout import birth_text
from desktop.printing.hamlet_head.day.slip_layout import (
    COLUMNS,
    HEAD,
    INSTRUCTION,
    ISSUER_SIZE,
    NAME_LEFT,
    OPINION_PITCH,
    PITCH,
    SIGNED_DROP,
    SUBJECT_SIZE,
    TITLE_BASELINE,
    SlipLayout,
    name_left,
    slip_layout,
)
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import RULE, Pen, width_mm
from desktop.printing.setting.sheets import Imprint
from desktop.printing.setting.wording import day_text, hour_text, weekday_text
from desktop.printing.state.heading_drawing import draw_national_title
from desktop.printing.state.signatures import SIGN_AND_NAME

TITLE = "PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH"

_ISSUER_CENTRE, _NATION_CENTRE, _SIGNER_CENTRE = 48.0, 146.8, 151.8
_HEADING_BASELINE = 12.5
_ISSUER_PITCH = 5.0
_NATION_SIZE = 11.5
_RULE = 30.0
_HEADS = ("STT", "Họ và tên người ứng cử", "Đồng ý", "Không đồng ý")
_BELOW_MIDDLE = 1.5
_SIZE = INSTRUCTION.size
_LINE = 5.5
_BLANK = 26.0


def draw(slip: HandOutSlip, copies: int, *, training: bool, trial: bool = False) -> bytes:
    """Print exactly so many slips as a PDF, all alike; the same slip gives the same bytes.

    Args:
        slip: what it says; nothing on it differs from copy to copy.
        copies: at least 1.
        training: stamp each slip ``DỮ LIỆU TẬP HUẤN``.
        trial: one sheet marked ``IN THỬ`` that cannot be taken for slips.

    Raises:
        PaperRefused: ``paper.ballot_too_long``, ``paper.face``, ``paper.letter``.
        ValueError: ``copies`` is below 1.

    Source: Decree 59/2023/NĐ-CP art. 4.5; paper-t2.md §10.
    """
    composed = slip_layout(slip)
    return ballot_sheet.impose(
        composed.paper,
        copies,
        lambda pen: _draw_face(pen, slip, composed),
        Imprint(
            title=f"Phiếu lấy ý kiến về bầu {slip.post}, nhiệm kỳ {slip.term}",
            author=", ".join(slip.issuer_lines),
            training=training,
        ),
        trial=trial,
    )


def _draw_face(pen: Pen, slip: HandOutSlip, composed: SlipLayout) -> None:
    _draw_heading(pen, composed)
    _draw_table(pen, slip, composed)
    paper = composed.paper
    # A paragraph sets its first baseline one size of type below its top.
    top = composed.table_bottom + 7.3 - _SIZE / mm
    height = composed.instruction_height
    composed.instruction.drawOn(pen.canvas, paper.margin * mm, (pen.height - top - height) * mm)
    _draw_opinions(pen, composed)
    _draw_collection(pen, slip, composed)
    _draw_signature(pen, slip, composed)


def _draw_heading(pen: Pen, composed: SlipLayout) -> None:
    for row, (line, face) in enumerate(composed.issuer):
        pen.centred(_ISSUER_CENTRE, _HEADING_BASELINE + row * _ISSUER_PITCH, line, face, ISSUER_SIZE)
    last, face = composed.issuer[-1]
    under = _HEADING_BASELINE + (len(composed.issuer) - 1) * _ISSUER_PITCH + 2
    half = width_mm(last, face, ISSUER_SIZE) * 0.2
    pen.line(_ISSUER_CENTRE - half, under, _ISSUER_CENTRE + half, under)
    draw_national_title(pen, _NATION_CENTRE, _HEADING_BASELINE, _NATION_SIZE)
    middle = composed.paper.width / 2
    pen.centred(middle, TITLE_BASELINE, TITLE, BOLD, 15)
    for row, line in enumerate(composed.subject, 1):
        pen.centred(middle, TITLE_BASELINE + row * PITCH, line, BOLD, SUBJECT_SIZE)
    rule = TITLE_BASELINE + len(composed.subject) * PITCH + 2.5
    pen.line(middle - _RULE / 2, rule, middle + _RULE / 2, rule)


def _draw_table(pen: Pen, slip: HandOutSlip, composed: SlipLayout) -> None:
    left, top, bottom = composed.paper.margin, composed.table_top, composed.table_bottom
    edges = list(accumulate(COLUMNS, initial=left))
    for start, end, head in zip(edges, edges[1:], _HEADS, strict=False):
        pen.centred((start + end) / 2, top + HEAD / 2 + _BELOW_MIDDLE, head, BOLD, _SIZE)
    for x in edges[1:-1]:
        pen.line(x, top, x, bottom)
    for index, candidate in enumerate(slip.candidates):
        start = top + HEAD + index * composed.row
        pen.line(left, start, edges[-1], start)
        middle = start + composed.row / 2
        pen.centred((left + edges[1]) / 2, middle + _BELOW_MIDDLE, str(index + 1), SERIF, _SIZE)
        _draw_name(pen, candidate, composed, index, (edges[1], middle))
    pen.box(left, top, edges[-1] - left, bottom - top, RULE)


def _draw_name(
    pen: Pen, candidate: BallotCandidate, composed: SlipLayout, index: int, at: tuple[float, float]
) -> None:
    x, middle = at
    size, lines = composed.names.size, composed.names.lines[index]
    pitch = two_line_pitch(size)
    baseline = middle + _BELOW_MIDDLE - (len(lines) - 1) * pitch / 2
    pen.text(x + NAME_LEFT, baseline, candidate.title, SERIF, size - 1)
    left = x + name_left(size)
    for row, line in enumerate(lines):
        pen.text(left, baseline + row * pitch, line, BOLD, size)
    end = left + width_mm(lines[-1], BOLD, size)
    pen.text(end, baseline + (len(lines) - 1) * pitch, birth_text(candidate), SERIF, size - 1)


def _draw_opinions(pen: Pen, composed: SlipLayout) -> None:
    left, right, baseline = composed.paper.margin, composed.paper.right, composed.opinion_baseline
    head = "Ý kiến khác:"
    pen.text(left, baseline, head, BOLD, _SIZE)
    pen.dots(left + width_mm(head, BOLD, _SIZE) + 1.5, right, baseline + 0.4)
    for row in range(1, composed.opinions):
        pen.dots(left, right, baseline + 0.4 + row * OPINION_PITCH)


def _draw_collection(pen: Pen, slip: HandOutSlip, composed: SlipLayout) -> None:
    left, baseline = composed.paper.margin, composed.collection_baseline
    head, by = "Thu phiếu:", " tại nhà, chậm nhất "
    pen.text(left, baseline, head, BOLD, _SIZE)
    x = left + width_mm(head, BOLD, _SIZE)
    if slip.collected_by is None:
        pen.text(x, baseline, by, SERIF, _SIZE)
        x += width_mm(by, SERIF, _SIZE)
        pen.dots(x, x + _BLANK, baseline + 0.4)
        pen.text(x + _BLANK, baseline, ",", SERIF, _SIZE)
    else:
        pen.text(x, baseline, f"{by}{hour_text(slip.collected_by)},", SERIF, _SIZE)
    day = slip.collected_on
    pen.text(left, baseline + _LINE, f"{weekday_text(day)}, {day_text(day)}.", SERIF, _SIZE)


def _draw_signature(pen: Pen, slip: HandOutSlip, composed: SlipLayout) -> None:
    baseline = composed.collection_baseline
    pen.centred(_SIGNER_CENTRE, baseline, slip.signer_line, BOLD, 12.5)
    pen.centred(_SIGNER_CENTRE, baseline + 5, SIGN_AND_NAME, ITALIC, 11.5)
    if slip.signer:
        pen.centred(_SIGNER_CENTRE, baseline + SIGNED_DROP, slip.signer, BOLD, 13)
    else:
        pen.dots(_SIGNER_CENTRE - 30, _SIGNER_CENTRE + 30, baseline + SIGNED_DROP)
