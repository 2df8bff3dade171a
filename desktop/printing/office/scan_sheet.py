"""A scan or photograph of a signed paper as pages: a PDF as it is, a picture on one sheet of A4."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.errors import PaperRefused
from desktop.printing.setting.photograph import how_to_turn

_WIDTH, _HEIGHT = 210.0, 297.0


def scan_pages(content: bytes, *, where: str) -> bytes:
    """Give a scan as a PDF; a picture fills a sheet of A4, upright or across as it was taken.

    Args:
        content: bytes of a PDF, JPEG or PNG.
        where: the file's name, for the refusal.

    Raises:
        PaperRefused: ``paper.scan``: the picture cannot be read.
    """
    if content.startswith(b"%PDF-"):
        return content
    try:
        picture = _upright(content)
        across, down = picture.getSize()
        sheet = (_WIDTH, _HEIGHT) if down >= across else (_HEIGHT, _WIDTH)
        width, height = sheet[0] * mm, sheet[1] * mm
        buffer = BytesIO()
        canvas = Canvas(buffer, pagesize=(width, height), invariant=1, initialFontName="Times-Roman")
        canvas.drawImage(picture, 0, 0, width, height, preserveAspectRatio=True, anchor="c")
        canvas.save()
    # A damaged picture fails in many ways, each of the library that reads its kind.
    except Exception as error:
        raise PaperRefused("paper.scan", where=where) from error
    return buffer.getvalue()


def _upright(content: bytes) -> ImageReader:
    with Image.open(BytesIO(content)) as opened:
        way = how_to_turn(opened)
        # As it lies it goes into the PDF with its own compression.
        return ImageReader(BytesIO(content) if way is None else opened.transpose(way))
