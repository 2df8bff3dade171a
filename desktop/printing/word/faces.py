"""The type of runs and styles: Times New Roman, whose widths the PDF's type shares."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import CharacterStyle
from docx.text.run import Run

from desktop.printing.setting.faces import BOLD, BOLD_ITALIC, ITALIC, MONO

_MONO = "Courier New"


def set_face(target: Run | CharacterStyle, face: str, size: float) -> None:
    """Set a face of the papers and its size in pt; plain faces leave bold and italic as they are."""
    font = target.font
    font.size = Pt(size)
    if face in {BOLD, BOLD_ITALIC}:
        font.bold = True
    if face in {ITALIC, BOLD_ITALIC}:
        font.italic = True
    if face == MONO:
        font.name = _MONO
        properties = font._element.rPr  # noqa: SLF001 - the library sets the name for Latin letters alone
        properties.rFonts.set(qn("w:cs"), _MONO)
