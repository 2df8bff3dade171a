"""The last line of a register's page in Word: the page stands at a tab at the right margin."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from desktop.printing.party.across import MEASURE
from desktop.printing.party.page_foot import COUNTED_SIZE, PageFoot
from desktop.printing.setting.faces import BOLD, ITALIC
from desktop.printing.word.body import Body
from desktop.printing.word.faces import set_face
from desktop.printing.word.line import Type, new_paragraph, shaped, write_placed

_PITCH = 6.0


def write_foot(block: PageFoot, body: Body) -> None:
    """Write the line."""

    def written(document: Document) -> Paragraph:
        if block.blanks:
            counted = write_placed(document, block.counted, Type(BOLD, COUNTED_SIZE, _PITCH))
            counted.paragraph_format.tab_stops.add_tab_stop(Mm(MEASURE), WD_TAB_ALIGNMENT.RIGHT)
            set_face(counted.add_run(f"\t{block.page}"), ITALIC, COUNTED_SIZE)
            return counted
        paragraph = shaped(new_paragraph(document), _PITCH)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(MEASURE), WD_TAB_ALIGNMENT.RIGHT)
        set_face(paragraph.add_run(f"{block.said}\t{block.page}"), ITALIC, block.size)
        return paragraph

    body.line(written)
