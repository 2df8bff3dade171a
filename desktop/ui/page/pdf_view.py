"""A paper as it will be printed: pages drawn in the background at the size in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.page.runner import Runner
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.labels import ElidedLabel

_MARGIN = 16
_SETTLED = 60  # milliseconds without another change of size


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as pixels: blue, green, red and an unused byte for each."""

    pixels: bytes
    width: int
    height: int
    stride: int


class PdfView(QFrame):
    """A document on grey ground; PageUp and PageDown turn pages.

    Args:
        runner: draws the pages beside the window's thread.
        parent: the page.
    """

    turned = Signal(int)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
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
        self.sheet = _Sheet(self)
        self.head = QHBoxLayout()
        self.head.setSpacing(style.size("grid"))
        # Buttons that come with the second page would change the size of the first.
        self.head.addStrut(style.size("button"))
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
        self.head.addWidget(self._caption, 1)
        self.head.addWidget(self._back)
        self.head.addWidget(self._on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self._column.addLayout(self.head)
        self._column.addWidget(self.sheet, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._draw)
        self.sheet.resized.connect(self._resized)
        self._tell()

    def show_pdf(self, content: bytes) -> None:
        """Show a document from its first page, or from the same page if it has just been drawn anew."""
        self._document = content
        self._settle.start()

    def set_words(self, words: str) -> None:
        """Say something else than which page is on show."""
        self._words = words
        self._tell()

    def take_head(self) -> QHBoxLayout:
        """Give the caption and the arrows to whoever shows them elsewhere."""
        self._column.removeItem(self.head)
        self.head.setParent(None)
        return self.head

    def clear(self) -> None:
        """Show the empty ground."""
        self._document, self._count, self._page = b"", 0, 0
        self._asked += 1
        self.sheet.set_picture(None)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        steps = {Qt.Key.Key_PageDown: self._page + 1, Qt.Key.Key_PageUp: self._page - 1}
        steps |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._count - 1}
        if event.key() in steps:
            self.go_to(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _resized(self) -> None:
        # Its own size may change while the view's stays: the buttons come with the second page.
        if self._document:
            self._settle.start()

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
        scale = self.devicePixelRatioF()
        room = QSize(round(self.sheet.width() * scale) - 4, round(self.sheet.height() * scale) - 6)

        def done(answer: tuple[int, int, _Drawn]) -> None:
            if asked == self._asked:
                self._show(*answer)

        self._runner.run(lambda _: _drawn(document, page, room.width(), room.height()), done)

    def _show(self, count: int, page: int, drawn: _Drawn) -> None:
        self._count, self._page = count, page
        picture = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        picture = picture.copy()  # the bytes go with this call
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.set_picture(picture)
        self._tell()

    def _tell(self) -> None:
        where = self.tr("Tờ {0} trên {1}").format(self._page + 1, self._count)
        said = self.tr("{0}, xem đúng như bản in").format(where)
        if self._count:
            self._caption.say(self._words or said, "" if self._words else where)
        else:
            self._caption.say("", "")
        for button, there in ((self._back, self._page > 0), (self._on, self._page + 1 < self._count)):
            button.setVisible(self._count > 1)
            button.setEnabled(there)


class _Sheet(QWidget):
    """The page itself with its shadow."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._picture is None:
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


def _drawn(document: bytes, page: int, width: int, height: int) -> tuple[int, int, _Drawn]:
    opened = pypdfium2.PdfDocument(document)
    try:
        count = len(opened)
        page = min(page, count - 1)
        sheet = opened[page]
        across, down = sheet.get_size()
        scale = max(min(width / across, height / down), 0.05)
        bitmap = sheet.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        made = _Drawn(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        bitmap.close()
        return count, page, made
    finally:
        opened.close()
