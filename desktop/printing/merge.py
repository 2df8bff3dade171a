"""Papers put together into one file, and a piece of a sheet taken out for a closer look."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.errors import PaperRefused

_MM = 72 / 25.4


def merged(papers: Sequence[bytes]) -> bytes:
    """Put papers into one PDF, page after page in the order given.

    Args:
        papers: PDFs that this room drew, at least one.

    Raises:
        PaperRefused: ``paper.damaged``: one of them is no PDF.
        ValueError: there is none.
    """
    if not papers:
        raise ValueError("nothing to put together")
    whole = pdfium.PdfDocument.new()
    try:
        for data in papers:
            part = _opened(data)
            whole.import_pages(part)
            pdfium_c.FPDF_CopyViewerPreferences(whole, part)
            part.close()
        return _saved(whole)
    finally:
        whole.close()


def upper_left(paper: bytes, width: float, height: float) -> bytes:
    """Return the upper left piece of a paper's first page as a page of its own; mm.

    Raises:
        PaperRefused: ``paper.damaged``: it is no PDF.
    """
    piece = _first_page(paper)
    try:
        page = piece[0]
        top = page.get_height()
        box = (0, top - height * _MM, width * _MM, top)
        page.set_mediabox(*box)
        page.set_cropbox(*box)
        return _saved(piece)
    finally:
        piece.close()


def first_sheet(paper: bytes) -> bytes:
    """Return the first page of a paper as a paper of its own, to be printed as a trial.

    Raises:
        PaperRefused: ``paper.damaged``: it is no PDF.
    """
    piece = _first_page(paper)
    try:
        return _saved(piece)
    finally:
        piece.close()


def _first_page(paper: bytes) -> pdfium.PdfDocument:
    source = _opened(paper)
    piece = pdfium.PdfDocument.new()
    piece.import_pages(source, [0])
    pdfium_c.FPDF_CopyViewerPreferences(piece, source)
    source.close()
    return piece


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise PaperRefused("paper.damaged") from error


def _saved(document: pdfium.PdfDocument) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
