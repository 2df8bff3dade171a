"""Pages onto a printer: drawn by pdfium at its own resolution, true to scale, alike on every system.

Nothing is handed to another program and nothing is left in a temporary folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from desktop.errors import PaperRefused
from desktop.services.papers.delivery import trays_of
from desktop.ui.page.printer_measure import RULE, START, Measured

_POINTS = 72.0  # in an inch
_A4_WIDTH, _A4_HEIGHT = 595.276, 841.89  # points
_FINEST = 600  # dots an inch: finer than that no office printer's letters are
_COARSE = 0.5  # of a point's size, to see whether a page has colour

_PAPERS = ("A3", "A4", "A5", "Legal", "Letter")

# Names and values of options in turn: how Qt's own dialog hands them to its engine for CUPS (qcups_p.h).
_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)

Tray: TypeAlias = int | str
Sides = Literal["one", "long", "short"]
_DUPLEX = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


class PrintChoices(msgspec.Struct, frozen=True, omit_defaults=True):
    """How somebody wants a paper printed; remembered for each form.

    Attributes:
        printer: its name in the system.
        copies: sets of all pages, one after the other.
        sides: one, or both, turned over the long or the short edge.
        tray: the printer's own number of its paper tray on Windows, its name in CUPS; None for the usual.
        paper: key of a size of paper, such as ``A3``; empty for the paper's own.
        pages: such as ``1-3, 5``; empty for all. Not remembered.
    """

    printer: str = ""
    copies: int = 1
    sides: Sides = "one"
    tray: Tray | None = None
    paper: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a printer can do.

    Attributes:
        sides: that it prints on.
        trays: their numbers or names.
        papers: keys and words of the sizes that it takes.
        margin: the widest edge of A4 that it leaves white, mm.
    """

    sides: tuple[Sides, ...] = ("one",)
    trays: tuple[Tray, ...] = ()
    papers: tuple[tuple[str, str], ...] = ()
    margin: float = 0.0


def abilities_of(name: str) -> Abilities:
    """Ask a printer what it can do; it may take long, so never on the window's thread."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        return Abilities()
    modes = set(info.supportedDuplexModes())
    sides: list[Sides] = ["one"]
    sides += [side for side in ("long", "short") if _DUPLEX[side] in modes]
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    # Qt asks for trays on Windows alone, where it numbers them.
    on_windows = getattr(printer, "supportedPaperSources", None)
    trays = trays_of(name) if on_windows is None else tuple(int(one.value) for one in on_windows())
    sizes = info.supportedPageSizes()
    papers = {size.key(): size.name() for size in sizes if size.key() in _PAPERS}
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    printer.setPageLayout(layout)
    least = printer.pageLayout().minimumMargins()
    per_mm = _POINTS / 25.4 if printer.pageLayout().units() == QPageLayout.Unit.Point else 1.0
    margin = max(least.left(), least.top(), least.right(), least.bottom()) / per_mm
    return Abilities(tuple(sides), trays, tuple(papers.items()), margin)


def chosen_pages(typed: str, count: int) -> tuple[int, ...] | None:
    """Read which pages somebody wants, such as ``1-3, 5``; all where nothing is typed, None where unclear.

    Args:
        typed: numbers from 1, with hyphens between first and last.
        count: pages that there are.
    """
    if not typed.strip():
        return tuple(range(count))
    found: list[int] = []
    for part in typed.replace(";", ",").replace("–", "-").split(","):
        read = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part)
        if read is None:
            return None
        first, last = int(read[1]), int(read[2] or read[1])
        if not 1 <= first <= last <= count:
            return None
        found += [page for page in range(first - 1, last) if page not in found]
    return tuple(found)


def print_pages(
    content: bytes, title: str, choices: PrintChoices, copies: int = 1, measured: Measured | None = None
) -> None:
    """Print a paper; returns once the print system has it.

    Args:
        content: a PDF that was drawn here.
        title: what the print system calls the job; no personal data.
        choices: how.
        copies: of what was asked for, on top of the choices' own.
        measured: of the printer, where somebody has: the page is drawn so that it comes out true.

    Raises:
        PaperRefused: ``printer.absent`` where the printer isn't there or takes nothing, ``printer.stopped``
            where it is paused, ``printer.pages`` where there are no such pages.
    """
    print_onto(_printer(choices.printer), content, title, choices, copies, measured)


def print_measuring_sheet(name: str) -> None:
    """Print a sheet of A4 with a rule of 100 mm across and one down, as the printer puts them by itself.

    Raises:
        PaperRefused: as ``print_pages``.
    """
    printer = _printer(name)
    draw_measuring_sheet(printer)


def draw_measuring_sheet(printer: QPrinter) -> None:
    """Draw the rules of the measuring sheet.

    Raises:
        PaperRefused: ``printer.absent``.
    """
    printer.setFullPage(True)
    printer.setPageLayout(_layout((_A4_WIDTH, _A4_HEIGHT), ""))
    painter = QPainter()
    if not painter.begin(printer):
        raise PaperRefused("printer.absent", where=printer.printerName())
    tenth = printer.resolution() / 254
    pen = QPen()  # black, as nothing else is said
    pen.setWidthF(3 * tenth)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    start, end, tick = START * tenth, (START + RULE) * tenth, 30 * tenth
    corner, right, below = QPointF(start, start), QPointF(end, start), QPointF(start, end)
    painter.drawLine(corner, right)
    painter.drawLine(corner, below)
    painter.drawLine(right, right + QPointF(0, tick))
    painter.drawLine(below, below + QPointF(tick, 0))
    painter.end()


def _printer(name: str) -> QPrinter:
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise PaperRefused("printer.absent", where=name)
    if info.state() == QPrinter.PrinterState.Error:
        raise PaperRefused("printer.stopped", where=name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_onto(
    printer: QPrinter,
    content: bytes,
    title: str,
    choices: PrintChoices,
    copies: int = 1,
    measured: Measured | None = None,
) -> None:
    """Print a paper on a printer of Qt's, which may write a file.

    Raises:
        PaperRefused: ``printer.absent``, ``printer.pages``.
    """
    import pypdfium2  # noqa: PLC0415 - only when something is printed

    printer.setDocName(title)
    printer.setCreator(title)
    printer.setFullPage(True)
    if printer.resolution() > _FINEST:
        printer.setResolution(_FINEST)
    printer.setDuplex(_DUPLEX[choices.sides])
    if isinstance(choices.tray, str):
        printer.printEngine().setProperty(_CUPS_OPTIONS, ["InputSlot", choices.tray])
    elif choices.tray is not None:
        printer.setPaperSource(QPrinter.PaperSource(choices.tray))
    with pypdfium2.PdfDocument(content) as document:
        pages = chosen_pages(choices.pages, len(document))
        if not pages:
            raise PaperRefused("printer.pages", where=choices.pages)
        order = list(_sequence(pages, copies * choices.copies, choices.sides))
        _draw_all(printer, document, order, choices, measured or Measured())


def _sequence(pages: Sequence[int], copies: int, sides: Sides) -> Iterator[int | None]:
    """Give the pages of every copy in order; None for a back that stays white, so that no copy begins there.

    The copies are drawn, not asked of the driver: some drivers print one, others that many squared.
    """
    for copy in range(copies):
        yield from pages
        if sides != "one" and len(pages) % 2 and copy + 1 < copies:
            yield None


def _draw_all(
    printer: QPrinter, document: object, pages: list[int | None], choices: PrintChoices, measured: Measured
) -> None:
    sizes = [document[page].get_size() if page is not None else None for page in pages]  # type: ignore[index]
    printer.setPageLayout(_layout(sizes[0] or (0.0, 0.0), choices.paper))
    painter = QPainter()
    if not painter.begin(printer):
        raise PaperRefused("printer.absent", where=choices.printer)
    try:
        for number, (page, size) in enumerate(zip(pages, sizes, strict=True)):
            if number:
                if size is not None:
                    printer.setPageLayout(_layout(size, choices.paper))
                if not printer.newPage():
                    printer.abort()
                    raise PaperRefused("printer.absent", where=choices.printer)
            if page is not None and size is not None:
                _draw(printer, painter, document[page], size, measured)  # type: ignore[index]
    finally:
        if painter.isActive():
            painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise PaperRefused("printer.absent", where=choices.printer)


def _layout(size: tuple[float, float], paper: str) -> QPageLayout:
    """Return the sheet of a page of so many points; it has no margins, for the page brings its own."""
    width, height = size
    lies = width > height
    own = QPageSize(
        QSizeF(min(width, height), max(width, height)),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    chosen = next((size for size in QPageSize.PageSizeId if paper and QPageSize.key(size) == paper), None)
    return QPageLayout(
        QPageSize(chosen) if chosen is not None else own,
        QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )


def _draw(
    printer: QPrinter, painter: QPainter, page: object, size: tuple[float, float], measured: Measured
) -> None:
    dots = printer.resolution()
    image = _picture(page, dots / _POINTS)
    # Where the sheet is wider than the page, the page keeps its size and its corner.
    width, height = size[0] * dots / _POINTS, size[1] * dots / _POINTS
    (across, down), (right, below) = measured.stretch(), measured.shift()
    tenth = dots / 254
    place = QRectF(
        float(-right / across) * tenth,
        float(-below / down) * tenth,
        width / float(across),
        height / float(down),
    )
    painter.drawImage(place, image)


def _picture(page: object, scale: float) -> QImage:
    grey = not _has_colour(page)
    bitmap = page.render(scale=scale, grayscale=grey, rev_byteorder=False, prefer_bgrx=True)  # type: ignore[attr-defined]
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    drawn = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
    bitmap.close()
    return drawn


def _has_colour(page: object) -> bool:
    """Tell whether a page has anything but greys: a grey page takes a quarter of the room."""
    bitmap = page.render(scale=_COARSE, prefer_bgrx=True)  # type: ignore[attr-defined]
    pixels = bytes(bitmap.buffer)
    bitmap.close()
    return pixels[0::4] != pixels[1::4] or pixels[1::4] != pixels[2::4]
