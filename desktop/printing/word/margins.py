"""What stands in the margins of a Word paper's pages: label, number and stamp, and the digest of a count."""

from __future__ import annotations

from io import BytesIO

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import _Footer, _Header
from docx.shared import Mm, RGBColor
from PIL import Image

from desktop.printing.setting import qr
from desktop.printing.setting.digest_band import PITCH, SIDE, CountDigest
from desktop.printing.setting.faces import ITALIC, MONO, SERIF
from desktop.printing.setting.sheets import MEASURE, TRAINING
from desktop.printing.word.faces import set_face
from desktop.printing.word.line import Type, new_paragraph, shaped, write_line
from desktop.printing.word.markup import add_field
from desktop.printing.word.table import add_rules, cells_of, new_table

_GREY = RGBColor(0x73, 0x73, 0x73)
_HEAD_PITCH = 5.6
_DOTS = 8
_QR_COLUMN = SIDE + 1.2
_LABELS = 8.5
_LOG_WORDS = 17.2
_LOG_FIGURES = 34.0
_RULE = "3"
_RULE_GREY = "595959"


def write_page_head(header: _Header, *, label: str | None, training: bool, measure: float = MEASURE) -> None:
    """Write the stamp of training at the left, and the label at the right or the number in the middle.

    Args:
        header: of the pages.
        label: of the form; None on pages that bear their number.
        training: whether the stamp is on them.
        measure: between the margins, mm.

    Source: paper.md §1.
    """
    paragraph = shaped(header.paragraphs[0], _HEAD_PITCH)
    stops = paragraph.paragraph_format.tab_stops
    if label is None:
        stops.add_tab_stop(Mm(measure / 2), WD_TAB_ALIGNMENT.CENTER)
    else:
        stops.add_tab_stop(Mm(measure), WD_TAB_ALIGNMENT.RIGHT)
    stamp = paragraph.add_run(TRAINING if training else "")
    set_face(stamp, SERIF, 9)
    stamp.font.color.rgb = _GREY
    paragraph.add_run("\t")
    if label is None:
        for run in add_field(paragraph, "PAGE", "2"):
            set_face(run, SERIF, 13)
    else:
        set_face(paragraph.add_run(label), ITALIC, 10)


def write_digest(footer: _Footer, digest: CountDigest) -> None:
    """Write the digest of a count in groups, with its code as a picture.

    Raises:
        PaperRefused: ``paper.qr``: the short text is too long as well.

    Source: paper.md §4.
    """
    log = [_LOG_WORDS, _LOG_FIGURES] if digest.log_lines else []
    widths = [_LABELS, MEASURE - _LABELS - sum(log) - _QR_COLUMN, *log, _QR_COLUMN]
    table = new_table(footer, widths, 1 + len(digest.lines))
    add_rules(table, "top", weight=_RULE, colour=_RULE_GREY)
    head, *rows = table.rows
    first, *_, beside, third = cells_of(head, table)
    first.merge(beside)
    third.merge(cells_of(rows[-1], table)[-1])
    write_line(first, digest.caption, Type(SERIF, 8.5, 5.2), align="left")
    for row, (label, groups) in zip(rows, digest.lines, strict=True):
        cells = cells_of(row, table)
        write_line(cells[0], label, Type(SERIF, 8, PITCH), align="left")
        write_line(cells[1], groups, Type(MONO, digest.size, PITCH), align="left")
    for row, (word, figures) in zip(rows, digest.log_lines, strict=False):
        cells = cells_of(row, table)
        write_line(cells[2], word, Type(SERIF, 8, PITCH), align="left")
        write_line(cells[3], figures, Type(MONO, 8, PITCH), align="left")
    code = qr.fitting(SIDE, digest.qr_full, digest.qr_short)
    picture = new_paragraph(third)
    picture.paragraph_format.space_before = Mm(1)
    picture.paragraph_format.left_indent = Mm(_QR_COLUMN - SIDE)
    picture.add_run().add_picture(BytesIO(_picture(code)), width=Mm(SIDE), height=Mm(SIDE))
    # The paragraph that a footer comes with stands over the table.
    empty = footer.paragraphs[0]._p  # noqa: SLF001 - the library has no call to remove one
    empty.getparent().remove(empty)
    shaped(footer.add_paragraph(), 0.4)


def _picture(code: qr.Code) -> bytes:
    side = len(code.rows)
    picture = Image.new("1", (side, side))
    picture.putdata([255 * (module != "1") for row in code.rows for module in row])
    buffer = BytesIO()
    picture.resize((side * _DOTS, side * _DOTS), Image.Resampling.NEAREST).save(buffer, "PNG")
    return buffer.getvalue()
