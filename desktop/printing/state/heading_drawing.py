"""The heading of state papers drawn; the Party's have another routine, and the two are never mixed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.printing.setting.date_line import DATE_SIZE, placed_date
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.state.heading_layout import (
    ISSUER_CENTRE,
    ISSUER_SIZE,
    TITLE_CENTRE,
    IssuerSide,
    issuer_side,
    placed_number,
)
from desktop.printing.state.headings import MOTTO, NATION, StateHeading

_FIRST_BASELINE = 4.3
_PITCH = 5.6
_DATED_BELOW = 6.2
_NUMBERED_BELOW = 8.2
_LEADER_DROP = 0.4


def draw_national_title(pen: Pen, centre: float, baseline: float, size: float = 12) -> None:
    """Draw the national title, the motto one point larger, and under it a rule exactly as wide.

    Args:
        pen: over the area.
        centre: x of the middle, mm.
        baseline: of the title, mm.
        size: of the title, pt.

    Source: Decree 30/2020/NĐ-CP, annex I; paper.md §2.
    """
    pen.centred(centre, baseline, NATION, BOLD, size)
    motto = baseline + _PITCH * size / 12
    pen.centred(centre, motto, MOTTO, BOLD, size + 1)
    half = width_mm(MOTTO, BOLD, size + 1) / 2
    # Any higher and the rule cuts the dot under "ộ" and "ạ".
    pen.line(centre - half, motto + 2, centre + half, motto + 2)


def national_title_width(size: float = 12) -> float:
    """Give the width of the national title in mm."""
    return width_mm(NATION, BOLD, size)


def set_heading(block: StateHeading) -> Drawn:
    """Set the heading of a state paper between the margins.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §2.
    """
    side = issuer_side(block.issuer, block.blanks, superior=block.superior)
    below = _DATED_BELOW if block.number is None else _NUMBERED_BELOW
    title_end = _FIRST_BASELINE + _PITCH + 2
    issuer_end = _FIRST_BASELINE + (len(side.lines) - 1) * _PITCH + 2
    date_baseline = max(title_end + below, issuer_end + below - 4.2)

    def drawing(pen: Pen) -> None:
        _draw_side(pen, side, ISSUER_CENTRE, _FIRST_BASELINE)
        draw_national_title(pen, TITLE_CENTRE, _FIRST_BASELINE)
        if block.number is not None:
            pen.placed(placed_number(block.number), date_baseline, SERIF, DATE_SIZE, _LEADER_DROP)
        if isinstance(block.dated, str):
            pen.centred(TITLE_CENTRE, date_baseline, block.dated, ITALIC, DATE_SIZE)
        else:
            dated = placed_date(block.dated, TITLE_CENTRE)
            pen.placed(dated, date_baseline, ITALIC, DATE_SIZE, _LEADER_DROP)

    return Drawn(MEASURE, date_baseline + 1.5, drawing)


def draw_wide_heading(
    pen: Pen,
    issuer: Sequence[str],
    centres: tuple[float, float],
    top: float,
    *,
    superior: bool = True,
    blanks: tuple[str, str] = ("UBND XÃ…", "TỔ BẦU CỬ…"),
) -> None:
    """Draw issuer and national title on a sheet across, without a date; lengths in mm.

    Args:
        pen: over the sheet.
        issuer: lines in capitals; with more than one the first is the superior's, in regular type.
        centres: x of the middle of the issuer, and of the national title.
        top: of the heading.
        superior: whether the first of several lines is the superior's.
        blanks: stand where no issuer is given, as in
            :func:`~desktop.printing.state.headings.state_heading`.
    """
    issuer_centre, centre = centres
    side = issuer_side(issuer, blanks, superior=superior, centre=issuer_centre)
    _draw_side(pen, side, issuer_centre, top + _FIRST_BASELINE)
    draw_national_title(pen, centre, top + _FIRST_BASELINE)


def _draw_side(pen: Pen, side: IssuerSide, centre: float, baseline: float) -> None:
    for row, (line, face) in enumerate(side.lines):
        pen.placed(line, baseline + row * _PITCH, face, ISSUER_SIZE, _LEADER_DROP)
    if not side.lines:
        return
    # A leader hangs lower than type; the rule must not be taken for it.
    rule = baseline + (len(side.lines) - 1) * _PITCH + (1.8 if side.blank else 0) + 2
    pen.line(centre - side.rule / 2, rule, centre + side.rule / 2, rule)
