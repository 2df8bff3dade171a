"""A paper as it will be printed: pages drawn in the background at the size in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

import pypdfium2
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.page.runner import Runner
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.labels import ElidedLabel

_MARGIN = 16
_SETTLED = 60  # milliseconds without another change of size
_POINT = 96 / 72  # logical pixels of a point at the paper's own size
_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)  # of the paper's own size
_MOST_PIXELS = 24_000_000  # of one page: what an old computer still draws and holds

Fit = Literal["page", "width"]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as pixels: blue, green, red and an unused byte for each."""

    pixels: bytes
    width: int
    height: int
    stride: int
    zoom: float  # of the paper's own size


class PdfView(QFrame):
    """A document on grey ground; PageUp and PageDown turn pages.

    Ctrl with plus or minus, or with the wheel, shows it larger or smaller; Ctrl+0 shows the whole page while
    the keyboard is here. A page that is larger than its room is scrolled with the arrow keys and the wheel.

    Args:
        runner: draws the pages beside the window's thread.
        parent: the page.
        zooms: whether its size can be changed; one view of a window at most.
    """

    turned = Signal(int)

    def __init__(self, runner: Runner, parent: QWidget | None = None, *, zooms: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("pdfGround")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Xem trước bản in"))
        self._runner = runner
        self._document = b""
        self._words = ""
        self._count = 0
        self._page = 0
        self._asked = 0
        self._size: Fit | float = "page"
        self._zoom = 1.0  # of the picture on show
        self.sheet = _Sheet(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.sheet)
        self.sheet.setAutoFillBackground(False)  # Qt fills what it scrolls; the ground is grey
        self._area.viewport().installEventFilter(self)
        self.head = Wrapping(self)
        self._caption = ElidedLabel("", "caption", self)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._back = secondary("", "caret-left", self)
        self._on = secondary("", "caret-right", self)
        self._back.setAccessibleName(self.tr("Tờ trước"))
        self._on.setAccessibleName(self.tr("Tờ sau"))
        for button, step in ((self._back, -1), (self._on, 1)):
            button.setFixedWidth(style.size("button"))
            button.setProperty("narrow", True)
            button.clicked.connect(lambda _=False, by=step: self.go_to(self._page + by))
        self._tools = QWidget(self)
        # Buttons that come with the second page would change the size of the first.
        self._tools.setMinimumHeight(style.size("button"))
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(style.size("grid"))
        if zooms:
            self._add_zooms(tools)
        tools.addWidget(self._back)
        tools.addWidget(self._on)
        self.head.add(self._caption, elastic=True)
        self.head.add(self._tools, pushed=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self._column.addWidget(self.head)
        self._column.addWidget(self._area, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._draw)
        self._tell()

    def show_pdf(self, content: bytes) -> None:
        """Show a document from its first page, or from the same page if it has just been drawn anew."""
        self._document = content
        self._settle.start()

    def set_words(self, words: str) -> None:
        """Say something else than which page is on show."""
        self._words = words
        self._tell()

    def take_head(self) -> Wrapping:
        """Give the caption and the arrows to whoever shows them elsewhere."""
        self._column.removeWidget(self.head)
        return self.head

    def set_grows(self, *, grows: bool) -> None:
        """Ask for room in which a page can be read, where the page of the window scrolls anyway."""
        self.setMinimumHeight(style.size("paper_least") if grows else 0)

    def clear(self, why: str = "") -> None:
        """Show the empty ground, and on it what there will be and when."""
        self._document, self._count, self._page = b"", 0, 0
        self._asked += 1
        self.sheet.set_empty(why)
        self._tell()

    def page(self) -> int:
        """Return which page is on show, from 0."""
        return self._page

    def page_count(self) -> int:
        """Return how many pages there are; 0 until the first one is drawn."""
        return self._count

    def go_to(self, page: int) -> None:
        """Show another page."""
        page = min(max(page, 0), max(self._count - 1, 0))
        if page != self._page:
            self._page = page
            self._tell()
            self._draw()
            self.turned.emit(page)

    def zoom(self) -> float:
        """Return how large the page is shown, 1.0 for the paper's own size."""
        return self._zoom

    def fit(self, to: Fit) -> None:
        """Show the whole page, or its whole width; both follow the size of the window."""
        self._resize(to)

    def zoom_by(self, steps: int) -> None:
        """Show the page a step larger, or with -1 smaller."""
        if not self._count:
            return
        larger = [each for each in _ZOOMS if each > self._zoom * 1.01]
        smaller = [each for each in _ZOOMS if each < self._zoom * 0.99]
        if steps > 0 and larger:
            self._resize(larger[0])
        elif steps < 0 and smaller:
            self._resize(smaller[-1])

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+0 before the window does, which opens a place with it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_whole(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room for the page, and zoom with Ctrl and the wheel."""
        if event.type() == QEvent.Type.Resize and isinstance(self._size, str) and self._document:
            self._settle.start()
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, scroll a page that is larger than its room, show the whole page."""
        if _is_whole(event):
            self.fit("page")
            return
        bars = {
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Left: (1, -1),
            Qt.Key.Key_Right: (1, 1),
        }
        if event.key() in bars and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            which, way = bars[Qt.Key(event.key())]
            bar = (self._area.verticalScrollBar(), self._area.horizontalScrollBar())[which]
            if bar.maximum():
                bar.setValue(bar.value() + way * bar.singleStep() * 3)
                return
        steps = {Qt.Key.Key_PageDown: self._page + 1, Qt.Key.Key_PageUp: self._page - 1}
        steps |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._count - 1}
        if event.key() in steps:
            self.go_to(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the ring where the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour("accent"), style.size("focus")))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
            painter.end()

    def _draw(self) -> None:
        if not self._document:
            return
        self._asked += 1
        asked, document, page = self._asked, self._document, self._page
        scale, size = self.devicePixelRatioF(), self._size
        seen = self._area.viewport().size()
        room = QSize(round(seen.width() * scale) - 4, round(seen.height() * scale) - 6)

        def done(answer: tuple[int, int, _Drawn]) -> None:
            if asked == self._asked:
                self._show(*answer)

        self._runner.run(lambda _: _drawn(document, page, room, size, scale), done)

    def _show(self, count: int, page: int, drawn: _Drawn) -> None:
        self._count, self._page = count, page
        picture = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        picture = picture.copy()  # the bytes go with this call
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._zoom = drawn.zoom
        self.sheet.set_picture(picture, scrolls=self._size != "page")
        self._tell()

    def _resize(self, size: Fit | float) -> None:
        self._size = size
        # Else a page as wide as its room would ask for a bar, and with it be wider than its room.
        always, never = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        policies = {"page": (never, never), "width": (always, never)}
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        down, across = policies.get(str(size), (needed, needed))
        self._area.setVerticalScrollBarPolicy(down)
        self._area.setHorizontalScrollBarPolicy(across)
        self._settle.start()

    def _add_zooms(self, tools: QHBoxLayout) -> None:
        for icon, said, does in (
            ("magnifying-glass-minus", self.tr("Thu nhỏ (Ctrl và dấu trừ)"), partial(self.zoom_by, -1)),
            ("magnifying-glass-plus", self.tr("Phóng to (Ctrl và dấu cộng)"), partial(self.zoom_by, 1)),
            ("arrows-out-line-horizontal", self.tr("Vừa bề ngang"), partial(self.fit, "width")),
            ("arrows-out", self.tr("Cả tờ (Ctrl+0)"), partial(self.fit, "page")),
        ):
            button = secondary("", icon, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key
            button.setFixedWidth(style.size("button"))
            button.setProperty("narrow", True)
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.clicked.connect(lambda _=False, does=does: does())
            tools.addWidget(button)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.zoom_by, by))

    def _tell(self) -> None:
        where = self.tr("Tờ {0} trên {1}").format(self._page + 1, self._count)
        said = self.tr("{0}, xem đúng như bản in").format(where)
        if self._count:
            short = self.tr("Tờ {0}/{1}").format(self._page + 1, self._count)
            self._caption.say(self._words or said, "" if self._words else short)
        else:
            self._caption.say("", "")
        for button, there in ((self._back, self._page > 0), (self._on, self._page + 1 < self._count)):
            button.setVisible(self._count > 1)
            button.setEnabled(there)


def _is_whole(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_0 and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class _Sheet(QWidget):
    """The page itself with its shadow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._why = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_picture(self, picture: QImage, *, scrolls: bool = False) -> None:
        """Show a page; one that scrolls keeps its size in whatever room there is."""
        self._picture = picture
        size = picture.deviceIndependentSize().toSize()
        self.setMinimumSize(size + QSize(4, 6) if scrolls else QSize(0, 0))
        self.update()

    def set_empty(self, why: str) -> None:
        """Show no page, and a sentence about it."""
        self._picture, self._why = None, why
        self.setAccessibleName(why)
        self.setMinimumSize(0, 0)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._picture is None:
            painter = QPainter(self)
            painter.setFont(style.font("body"))
            painter.setPen(style.colour("ink_2"))
            painter.drawText(
                self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._why
            )
            painter.end()
            return
        size = self._picture.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter = QPainter(self)
        paper = QRectF(left, top, size.width(), size.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(paper.translated(0, 2), style.colour("line_strong"))
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), style.colour("line_strong"))
        painter.drawImage(paper.topLeft(), self._picture)
        painter.end()


def _drawn(
    document: bytes, page: int, room: QSize, size: Fit | float, ratio: float
) -> tuple[int, int, _Drawn]:
    """Draw a page to fit a room in device pixels, or at a size; ``ratio`` of them lie in a logical one."""
    opened = pypdfium2.PdfDocument(document)
    try:
        count = len(opened)
        page = min(page, count - 1)
        sheet = opened[page]
        across, down = sheet.get_size()
        if isinstance(size, float):
            scale = size * _POINT * ratio
        else:
            scale = room.width() / across
            scale = min(scale, room.height() / down) if size == "page" else scale
        scale = max(min(scale, (_MOST_PIXELS / (across * down)) ** 0.5), 0.05)
        bitmap = sheet.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        made = _Drawn(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, scale / _POINT / ratio
        )
        bitmap.close()
        return count, page, made
    finally:
        opened.close()
