"""The heading of state papers; papers of the Party have another routine, and the two are never mixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.printing.setting.date_line import DateLine, draw_date_line
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import balanced

_ISSUER_CENTRE = 33.0
_TITLE_CENTRE = 116.5
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ISSUER_WIDTH = 66.0
_FIRST_BASELINE = 4.3
_PITCH = 5.6
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
    pen.centred(centre, baseline, _NATION, BOLD, size)
    motto = baseline + _PITCH * size / 12
    pen.centred(centre, motto, _MOTTO, BOLD, size + 1)
    half = width_mm(_MOTTO, BOLD, size + 1) / 2
    # Any higher and the rule cuts the dot under "ộ" and "ạ".
    pen.line(centre - half, motto + 2, centre + half, motto + 2)


def national_title_width(size: float = 12) -> float:
    """Give the width of the national title in mm."""
    return width_mm(_NATION, BOLD, size)


def state_heading(
    issuer: Sequence[str],
    place_and_date: str | DateLine,
    *,
    superior: bool = True,
    blanks: Sequence[str] = ("UBND XÃ…", "THÔN…"),
) -> Drawn:
    """Set the heading of a state paper: superior and issuer at the left, the national title at the right.

    Args:
        issuer: lines in capitals; with more than one the first is the superior's, in regular type.
        place_and_date: such as ``Húc Động, ngày 08 tháng 12 năm 2024``, or a line with blanks.
        superior: whether there is one; a People's Committee has nobody above it.
        blanks: stand where no issuer is given; one that ends with ``…`` is followed by a leader.

    Source: paper.md §2.
    """

    def date(pen: Pen, baseline: float) -> None:
        if isinstance(place_and_date, DateLine):
            draw_date_line(pen, place_and_date, _TITLE_CENTRE, baseline)
        else:
            pen.centred(_TITLE_CENTRE, baseline, place_and_date, ITALIC, 13)

    return _heading_block(*_left(issuer, blanks, superior=superior), date)


def decision_heading(
    issuer: Sequence[str],
    number: str | None,
    symbol: str,
    dated: DateLine,
    blanks: Sequence[str] = ("ỦY BAN NHÂN DÂN", "XÃ…"),
) -> Drawn:
    """Set the heading of a numbered paper whose issuer has nobody above it; number and date share a line.

    Args:
        issuer: lines in capitals, all bold.
        number: of the paper, or None for a blank.
        symbol: after the number, such as ``QĐ-UBND``.
        dated: place and date.
        blanks: as in :func:`state_heading`.

    Source: paper.md §2.
    """

    def date(pen: Pen, baseline: float) -> None:
        _draw_number(pen, number, symbol, baseline)
        draw_date_line(pen, dated, _TITLE_CENTRE, baseline)

    return _heading_block(*_left(issuer, blanks, superior=False), date, below=_NUMBERED_BELOW)


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
        lines = _issuer_lines(issuer, superior=superior and len(issuer) > 1)
        _draw_issuer(pen, lines, issuer_centre, top + _FIRST_BASELINE)
    else:
        faces = (SERIF if superior else BOLD, BOLD)
        _draw_blanks(pen, list(zip(blanks, faces, strict=True)), issuer_centre, top + _FIRST_BASELINE)
    draw_national_title(pen, centre, top + _FIRST_BASELINE)


def paper_title(kind: str, subject: str, *, rule_width: float = 36) -> Drawn:
    """Set the type of paper in capitals, its subject under it, and a rule.

    Args:
        kind: such as ``BIÊN BẢN KIỂM PHIẾU``.
        subject: such as ``Về việc bầu Trưởng thôn …``; broken into lines of like length if it is long.
        rule_width: mm; 30 on an invitation.
    """
    lines = balanced(subject, 140, lambda text: width_mm(text, BOLD, 13.5))

    def drawing(pen: Pen) -> None:
        middle = MEASURE / 2
        pen.centred(middle, 11.3, kind, BOLD, 14.5)
        for row, line in enumerate(lines):
            pen.centred(middle, 18.0 + row * 6.5, line, BOLD, 13.5)
        rule = 18.0 + (len(lines) - 1) * 6.5 + 2.4
        pen.line(middle - rule_width / 2, rule, middle + rule_width / 2, rule)

    return Drawn(MEASURE, 20.2 + (len(lines) - 1) * 6.5 + 6.9, drawing)


def _heading_block(
    issuer_lines: int,
    issue: Callable[[Pen], None],
    date: Callable[[Pen, float], None],
    *,
    below: float = 6.2,
) -> Drawn:
    """Put together a state heading whose left side and date line are drawn by the caller.

    Args:
        issuer_lines: how many lines the left side has.
        issue: draws the left side.
        date: draws the line of place and date, given its baseline.
        below: from the rule under the motto to that baseline, mm.
    """
    title_end = _FIRST_BASELINE + _PITCH + 2
    issuer_end = _FIRST_BASELINE + (issuer_lines - 1) * _PITCH + 2
    date_baseline = max(title_end + below, issuer_end + below - 4.2)

    def drawing(pen: Pen) -> None:
        issue(pen)
        draw_national_title(pen, _TITLE_CENTRE, _FIRST_BASELINE)
        date(pen, date_baseline)

    return Drawn(MEASURE, date_baseline + 1.5, drawing)


def _draw_issuer_rule(pen: Pen, baseline: float, width: float, *, centre: float = _ISSUER_CENTRE) -> None:
    """Draw the rule under the last line of the issuer."""
    pen.line(centre - width / 2, baseline + 2, centre + width / 2, baseline + 2)


def _left(
    issuer: Sequence[str], blanks: Sequence[str], *, superior: bool
) -> tuple[int, Callable[[Pen], None]]:
    if not issuer:
        faces = [SERIF if row == 0 and superior else BOLD for row in range(len(blanks))]
        return len(blanks), lambda pen: _draw_blanks(pen, list(zip(blanks, faces, strict=True)))
    lines = _issuer_lines(issuer, superior=superior and len(issuer) > 1)
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


def _issuer_lines(issuer: Sequence[str], *, superior: bool) -> list[tuple[str, str]]:
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


def _draw_number(pen: Pen, number: str | None, symbol: str, baseline: float) -> None:
    before, after = ("Số:", f"/{symbol}") if number is None else (f"Số: {number}/{symbol}", "")
    room = _NUMBER_ROOM if number is None else 0
    x = _ISSUER_CENTRE - (width_mm(before + after, SERIF, 13) + room) / 2
    pen.text(x, baseline, before, SERIF, 13)
    x += width_mm(before, SERIF, 13)
    if number is None:
        pen.dots(x + 1, x + room - 1, baseline + 0.4)
        pen.text(x + room, baseline, after, SERIF, 13)
