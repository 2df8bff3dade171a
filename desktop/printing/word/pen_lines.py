"""Lines for a pen: each a paragraph, its blanks tabs with dotted leaders."""

from __future__ import annotations

from desktop.printing.setting.faces import SERIF
from desktop.printing.setting.leader_lines import placed_lines
from desktop.printing.setting.leaders import PITCH, PenLines
from desktop.printing.setting.placed import Placed
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_placed

_POINT = 25.4 / 72


def write_pen_lines(block: PenLines, body: Body) -> None:
    """Write words and blanks on their lines, the lines of a sentence on one page.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    start = len(body.lines)
    lines = list(placed_lines(block))
    type_ = Type(SERIF, block.size, PITCH)
    if block.lead:
        lines[0].insert(0, Placed(block.lead, block.indent, lines[0][0].x))
    for row, line in enumerate(lines):
        body.line(
            lambda document, line=line, bold=bool(block.lead) and not row: write_placed(  # type: ignore[misc]  # defaults bind the line
                document, line, type_, bold_first=bold
            ),
            below=block.after / _POINT if row == len(lines) - 1 else 0,
        )
    body.keep(start)
