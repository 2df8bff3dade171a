"""The tally sheet of a hamlet's election, under the State's letterhead."""

from __future__ import annotations

from desktop.printing.counting.tally_drawing import LEFT, RIGHT, TOP, TallyHead, draw_tally
from desktop.printing.counting.tally_facts import TallySheet
from desktop.printing.setting.pen import Pen
from desktop.printing.state.heading_drawing import draw_wide_heading
from desktop.printing.state.signatures import SIGN_AND_NAME
from desktop.printing.state.titles import titled_file

_CENTRES = (LEFT + 37.4, RIGHT - 48.5)


def draw(tally: TallySheet, *, training: bool) -> bytes:
    """Print as many sheets as the electorate and the candidates need for one box.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """

    def heading(pen: Pen) -> None:
        draw_wide_heading(pen, tally.issuer_lines, _CENTRES, TOP)

    title = titled_file("Bảng ghi kết quả kiểm phiếu bầu", tally.post, tally.term)
    head = TallyHead(title=title, draw=heading, address="Ông (bà)", hint=SIGN_AND_NAME)
    return draw_tally(tally, head, training=training)
