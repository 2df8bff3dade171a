"""What a reader finds in a Word file, and the words of a PDF that stand in its text."""

from __future__ import annotations

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from desktop.printing.setting.digest_band import CAPTION, CAPTION_OF_EACH
from desktop.printing.setting.sheets import TRAINING
from tests.printing.pages import texts

_CAPTION, _OF_EACH = (re.escape("".join(said.split())) for said in (CAPTION, CAPTION_OF_EACH))
# Which digits number the line and which begin its hash is told by the spaces alone.
_LOG = re.compile(r"(?:Nhật ký|dòng \d+)(?:\s+[0-9a-f]{4}){4}")
# Our own pages draw the labels of all lines first.
_BAND = re.compile(
    rf"1-89-16{_CAPTION}[0-9a-f]{{64}}|{_CAPTION}1-8[0-9a-f]{{32}}9-16[0-9a-f]{{32}}"
    rf"|(?:lần\d)+{_OF_EACH}(?:[0-9a-f]{{64}})+|{_OF_EACH}(?:lần\d[0-9a-f]{{64}})+"
)


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def word_text(data: bytes) -> str:
    """Give the text in reading order, without any space: leaders are tabs, and lines break elsewhere."""
    return closed("".join(one.text or "" for one in opened(data).element.body.iter(qn("w:t"))))


def table_heads(data: bytes) -> set[str]:
    """Give the heads of all tables that have one which is repeated, without any space."""
    return {
        closed("".join(one.text or "" for one in row.iter(qn("w:t"))))
        for row in opened(data).element.body.iter(qn("w:tr"))
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    }


def printed_text(data: bytes, written: bytes, *, paged: bool = False) -> str:
    """Give the text of a PDF between its margins, without any space.

    Args:
        data: the PDF.
        written: the same paper as Word, which tells its label, and the heads of its tables: on ours they are
            printed again on every page.
        paged: each page has a table of its own, in Word too.
    """
    margins = closed(label_in(written)), closed(TRAINING)
    heads = set[str]() if paged else table_heads(written)
    pages = []
    for number, text in enumerate(texts(data), 1):
        page = _BAND.sub("", closed(_LOG.sub("", text)))
        # The stamp and the label or the number share a line.
        for margin in (*margins, str(number), *margins) if number > 1 and not paged else margins * 2:
            page = page.removeprefix(margin)
        head = next((one for one in heads if number > 1 and page.startswith(one)), "")
        pages.append(page.removeprefix(head))
    return "".join(pages)


def label_in(written: bytes) -> str:
    """Give the form's label that stands at the upper right of page 1."""
    (section,) = opened(written).sections
    first = section.first_page_header if section.different_first_page_header_footer else section.header
    return first.paragraphs[0].text.partition("\t")[2]


def closed(text: str) -> str:
    return "".join(text.split())
