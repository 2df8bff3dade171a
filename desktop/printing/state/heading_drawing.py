"""The heading of state papers drawn; the Party's have another routine, and the two are never mixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.printing.setting.date_line import draw_date_line
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import balanced
from desktop.printing.state.headings import MOTTO, NATION, PaperNumber, StateHeading

_ISSUER_CENTRE = 33.0
_TITLE_CENTRE = 116.5
_ISSUER_WIDTH = 66.0
_FIRST_BASELINE = 4.3
_PITCH = 5.6
_DATED_BELOW = 6.2
_NUMBERED_BELOW = 8.2
_NUMBER_ROOM = 14.0
_BLANK_HALF = 27.0


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
    rows, issue = _left(block)
    below = _DATED_BELOW if block.number is None else _NUMBERED_BELOW
    title_end = _FIRST_BASELINE + _PITCH + 2
    issuer_end = _FIRST_BASELINE + (rows - 1) * _PITCH + 2
    date_baseline = max(title_end + below, issuer_end + below - 4.2)

    def drawing(pen: Pen) -> None:
        issue(pen)
        draw_national_title(pen, _TITLE_CENTRE, _FIRST_BASELINE)
        if block.number is not None:
            _draw_number(pen, block.number, date_baseline)
        if isinstance(block.dated, str):
            pen.centred(_TITLE_CENTRE, date_baseline, block.dated, ITALIC, 13)
        else:
            draw_date_line(pen, block.dated, _TITLE_CENTRE, date_baseline)

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
        blanks: stand where no issuer is given, as in :func:`state_heading`.
    """
    issuer_centre, centre = centres
    if issuer:
        lines = issuer_lines(issuer, superior=superior and len(issuer) > 1)
        _draw_issuer(pen, lines, issuer_centre, top + _FIRST_BASELINE)
    else:
        faces = (SERIF if superior else BOLD, BOLD)
        _draw_blanks(pen, list(zip(blanks, faces, strict=True)), issuer_centre, top + _FIRST_BASELINE)
    draw_national_title(pen, centre, top + _FIRST_BASELINE)


def _draw_issuer_rule(pen: Pen, baseline: float, width: float, *, centre: float = _ISSUER_CENTRE) -> None:
    """Draw the rule under the last line of the issuer."""
    pen.line(centre - width / 2, baseline + 2, centre + width / 2, baseline + 2)


def _left(block: StateHeading) -> tuple[int, Callable[[Pen], None]]:
    if not block.issuer:
        faces = [SERIF if row == 0 and block.superior else BOLD for row in range(len(block.blanks))]
        return len(block.blanks), lambda pen: _draw_blanks(pen, list(zip(block.blanks, faces, strict=True)))
    lines = issuer_lines(block.issuer, superior=block.superior and len(block.issuer) > 1)
    return len(lines), lambda pen: _draw_issuer(pen, lines, _ISSUER_CENTRE, _FIRST_BASELINE)


def _draw_blanks(
    pen: Pen,
    blanks: Sequence[tuple[str, str]],
    centre: float = _ISSUER_CENTRE,
    baseline: float = _FIRST_BASELINE,
) -> None:
    left, right = centre - _BLANK_HALF, centre + _BLANK_HALF
    for row, (blank, face) in enumerate(blanks):
        label, y = blank.rstrip("…"), baseline + row * _PITCH
        if label == blank:
            pen.centred(centre, y, label, face, 12)
        else:
            pen.text(left, y, label, face, 12)
            pen.dots(left + 1 + width_mm(label, face, 12), right, y + 0.4)
    # The leader hangs lower than type; the rule must not be taken for it.
    _draw_issuer_rule(pen, baseline + (len(blanks) - 1) * _PITCH + 1.8, 20, centre=centre)


def issuer_lines(issuer: Sequence[str], *, superior: bool) -> list[tuple[str, str]]:
    """Break the issuer's lines that are too wide; each with its face, the superior's in regular type."""
    return [
        (part, SERIF if row == 0 and superior else BOLD)
        for row, line in enumerate(issuer)
        for part in balanced(line, _ISSUER_WIDTH, lambda text: width_mm(text, BOLD, 12))
    ]


def _draw_issuer(pen: Pen, lines: Sequence[tuple[str, str]], centre: float, baseline: float) -> None:
    for row, (line, face) in enumerate(lines):
        pen.centred(centre, baseline + row * _PITCH, line, face, 12)
    last, face = lines[-1]
    _draw_issuer_rule(
        pen, baseline + (len(lines) - 1) * _PITCH, width_mm(last, face, 12) * 0.4, centre=centre
    )


def _draw_number(pen: Pen, number: PaperNumber, baseline: float) -> None:
    before, after = number.around
    room = _NUMBER_ROOM if number.number is None else 0
    x = _ISSUER_CENTRE - (width_mm(before + after, SERIF, 13) + room) / 2
    pen.text(x, baseline, before, SERIF, 13)
    x += width_mm(before, SERIF, 13)
    if number.number is None:
        pen.dots(x + 1, x + room - 1, baseline + 0.4)
        pen.text(x + room, baseline, after, SERIF, 13)
