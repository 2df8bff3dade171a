"""What a reader finds in a Word file, and the words of a PDF that stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from desktop.printing.hamlet_head.count.check_sheet import LABEL, CheckSheet
from desktop.printing.setting.digest_band import CAPTION
from tests.printing.pages import texts

_CAPTION = re.escape("".join(CAPTION.split()))
# Our own pages draw the labels of both lines first.
_BAND = re.compile(rf"1-89-16{_CAPTION}[0-9a-f]{{64}}|{_CAPTION}1-8[0-9a-f]{{32}}9-16[0-9a-f]{{32}}")


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


def printed_text(data: bytes, label: str, heads: Iterable[str]) -> str:
    """Give the text of a PDF between its margins, without any space.

    Args:
        data: a paper that bears no stamp.
        label: of its form.
        heads: of its tables, which go on with their head repeated; without any space.
    """
    pages = []
    for number, text in enumerate(texts(data), 1):
        page = _BAND.sub("", closed(text))
        margin = next((one for one in (closed(label), str(number)) if one and page.startswith(one)), "")
        page = page.removeprefix(margin)
        head = next((one for one in heads if number > 1 and page.startswith(one)), "")
        pages.append(page.removeprefix(head))
    return "".join(pages)


def closed(text: str) -> str:
    return "".join(text.split())


def label_of(value: Any) -> str:
    """Give the form's label that a paper of this input bears."""
    if isinstance(value, CheckSheet):
        return LABEL
    return str(getattr(value, "frame", value).form_label)
