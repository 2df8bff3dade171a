"""The type of a paper and its subject, printed or, where a part is not known, with blanks for a pen."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.leaders import Blank, Part
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.running_text import joined, known, merged
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import tied
from desktop.printing.state.headings import paper_title

_SIZE = 13.5
_GAP = 1.4
_PITCH = 7.0
_POST = Blank(58)
_TERM = Blank(26)
_POST_INSIDE = Blank(45, grows=True)


def titled(kind: str, parts: Sequence[Part]) -> Drawn:
    """Set the type of paper in capitals and its subject under it.

    Args:
        kind: such as ``BIÊN BẢN CUỘC HỌP``.
        parts: of the subject; with a blank among them it stands on one line and has no rule.
    """
    texts = [part for part in parts if isinstance(part, str)]
    return paper_title(kind, joined(texts)) if len(texts) == len(parts) else _open_title(kind, parts)


def post_and_term(before: str, post: str | None, term: str | None) -> list[Part]:
    """Give the subject of a paper on a post: its name and the term, unparted or blank."""
    return [
        before,
        _POST if post is None else f"{tied(post)}",
        ", nhiệm kỳ" if term is None else f", {tied(f'nhiệm kỳ {term}')}",
        *([_TERM] if term is None else []),
    ]


def post_inside(post: str | None, term: str | None) -> list[Part]:
    """Give post and term for running text."""
    if post is not None and term is not None:
        return [f"{post}, nhiệm kỳ {tied(term)}"]
    return [known(post, _POST_INSIDE), f", {tied('nhiệm kỳ')}", known(term, _TERM)]


def titled_file(kind: str, post: str | None, term: str | None) -> str:
    """Give the title of a file: the kind of paper, and post and term as far as they are known."""
    named = f"{kind} {post}" if post else kind
    return f"{named}, nhiệm kỳ {term}" if term else named


def _open_title(kind: str, parts: Sequence[Part]) -> Drawn:
    whole = merged(parts)
    lines = [whole] if _width(whole) <= MEASURE else [parts[:1], merged(parts[1:])]

    def drawing(pen: Pen) -> None:
        pen.centred(MEASURE / 2, 11.3, kind, BOLD, 14.5)
        for row, line in enumerate(lines):
            _draw_line(pen, line, 18.8 + row * _PITCH)

    return Drawn(MEASURE, 24.0 + (len(lines) - 1) * _PITCH, drawing)


def _draw_line(pen: Pen, parts: Sequence[Part], y: float) -> None:
    x = (MEASURE - _width(parts)) / 2
    for part in parts:
        width = _part_width(part)
        if isinstance(part, Blank):
            pen.dots(x + _GAP, x + width, y + 0.6)
        else:
            pen.text(x, y, part, BOLD, _SIZE)
        x += width


def _width(parts: Sequence[Part]) -> float:
    return sum(map(_part_width, parts))


def _part_width(part: Part) -> float:
    return part.width + _GAP if isinstance(part, Blank) else width_mm(part, BOLD, _SIZE)
