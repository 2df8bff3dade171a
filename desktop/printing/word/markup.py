"""Runs of a paragraph: markup in bold and italic, and fields that Word counts itself."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from desktop.printing.setting.paragraphs import PAGES

_PIECE = re.compile(f"(</?[bi]>|{PAGES})")
_PAGES_FIELD = r'NUMPAGES \# "00"'


def add_markup(paragraph: Paragraph, markup: str, pages: str) -> None:
    """Write markup that may hold ``<b>`` and ``<i>``; the number of pages becomes a field.

    Args:
        paragraph: where to write.
        markup: with escaped signs.
        pages: what the field says until Word counts anew.
    """
    bold = italic = None
    for piece in _PIECE.split(markup):
        if piece in {"<b>", "</b>"}:
            bold = piece == "<b>" or None
        elif piece in {"<i>", "</i>"}:
            italic = piece == "<i>" or None
        elif piece == PAGES:
            add_field(paragraph, _PAGES_FIELD, pages)
        elif piece:
            run = paragraph.add_run(unescape(piece))
            run.bold, run.italic = bold, italic


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> list[Run]:
    """Write a field and what it shows until Word works it out; give its runs."""
    runs = [paragraph.add_run() for _ in range(3)]
    _mark(runs[0], "begin")
    told = OxmlElement("w:instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = f" {instruction} "
    runs[1]._r.append(told)  # noqa: SLF001 - the library has no call for fields
    _mark(runs[2], "separate")
    runs += [paragraph.add_run(shown), paragraph.add_run()]
    _mark(runs[-1], "end")
    return runs


def _mark(run: Run, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run._r.append(mark)  # noqa: SLF001 - as above
