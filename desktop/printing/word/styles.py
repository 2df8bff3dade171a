"""The paragraph styles of a Word paper, made when they are first used."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from desktop.printing.setting import paragraphs
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.word.faces import set_face

ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centred": WD_ALIGN_PARAGRAPH.CENTER,
    "justified": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# As the clerk finds them in Word's list of styles.
_NAMES = {
    paragraphs.BODY: "Đoạn văn",
    paragraphs.COUNT: "Dòng liệt kê",
    paragraphs.SUBHEAD: "Đề mục",
    paragraphs.LETTER: "Đoạn văn cỡ 14",
    paragraphs.LETTER_ITEM: "Dòng liệt kê cỡ 14",
    paragraphs.LETTER_SUBHEAD: "Đề mục cỡ 14",
    paragraphs.MATTER: "Trích yếu công văn",
    paragraphs.ARTICLE: "Điều",
    paragraphs.BASIS: "Căn cứ",
    paragraphs.CENTRED_HEAD: "Đề mục ở giữa",
    paragraphs.PARTY: "Đoạn văn của Đảng",
    paragraphs.PARTY_ITEM: "Dòng liệt kê của Đảng",
    paragraphs.PARTY_CLOSE: "Đoạn văn sít của Đảng",
    paragraphs.PARTY_SUBHEAD: "Đề mục của Đảng",
    paragraphs.PARTY_MINUTES: "Đoạn biên bản của Đảng",
    paragraphs.PARTY_HEAD: "Đề mục ở giữa của Đảng",
    paragraphs.CELL: "Ô bảng",
    paragraphs.CELL_CENTRED: "Ô bảng ở giữa",
    paragraphs.CELL_HEAD: "Đầu cột",
    paragraphs.TIGHT_CELL: "Ô bảng khít",
    paragraphs.TIGHT_CELL_CENTRED: "Ô bảng khít ở giữa",
    paragraphs.TIGHT_CELL_HEAD: "Đầu cột khít",
    paragraphs.TABLE_NOTE: "Ghi chú dưới bảng",
    paragraphs.MIDDLE_CELL: "Ô bảng cỡ 12",
    paragraphs.MIDDLE_CELL_CENTRED: "Ô bảng cỡ 12 ở giữa",
    paragraphs.MIDDLE_CELL_HEAD: "Đầu cột cỡ 12",
    paragraphs.SMALL_CELL: "Ô bảng nhỏ",
    paragraphs.SMALL_CELL_CENTRED: "Ô bảng nhỏ ở giữa",
    paragraphs.SMALL_CELL_HEAD: "Đầu cột nhỏ",
    paragraphs.COLUMN_NUMBER: "Số cột",
}


def style_of(document: Document, style: TextStyle) -> ParagraphStyle:
    """Give the document's style for how a paragraph is set; its first line's indent may differ."""
    known = style if style in _NAMES else replace(style, indent=paragraphs.INDENT)
    name = _NAMES[known]
    if name in document.styles:
        return cast("ParagraphStyle", document.styles[name])
    made = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    set_face(made, known.face, known.size)
    shape = made.paragraph_format
    shape.line_spacing = Pt(known.leading)
    shape.space_before, shape.space_after = Pt(known.above), Pt(known.below)
    shape.first_line_indent = Mm(known.indent) if known.indent else None
    shape.alignment = ALIGNED[known.align]
    shape.keep_with_next = known.with_next or None
    shape.widow_control = True
    return made
