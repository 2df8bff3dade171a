"""The message strip over the facts of the top bar: what was done, what was refused, how far long work is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.ui.page.fault import Fault
from desktop.ui.page.ways import Way
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, secondary
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.sentences import two_lines
from desktop.ui.widgets.state import LOOKS
from desktop.wording import refusal_sentence, spoken_code

_PATIENCE = 1000  # milliseconds before work is worth a strip
_DONE_STAYS = 8000
_FAULT = "E900"  # of the program itself; what the report tells is not read out


class MessageBar(QWidget):
    """One message at a time. It stands over a bar and takes no room of its own: nothing moves because of it.

    A message too long for its two lines grows downwards over the page, and so does work under a message.
    ``cancelled`` is emitted when the clerk stops long work.

    Args:
        parent: what the strip lies on; it holds the bar and the page.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._busy = False
        self._began = 0.0
        self._report = ""
        self._said = ""
        self._way: Way | None = None
        self._bar: QWidget | None = None
        self._room: Callable[[], tuple[int, int]] = lambda: (0, 0)
        self._message = self._message_row()
        self._work = self._work_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._message)
        column.addWidget(self._work)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._show_work)
        self._fading = QTimer(self, singleShot=True, interval=_DONE_STAYS)
        self._fading.timeout.connect(self.dismiss)
        self._message.hide()
        self._work.hide()
        self.hide()

    def stand_over(self, bar: QWidget, room: Callable[[], tuple[int, int]]) -> None:
        """Stand over a bar of the window from now on.

        Args:
            bar: a widget inside the same parent.
            room: tells from where to where on the bar, in its own pixels; asked each time.
        """
        self._bar, self._room = bar, room
        bar.installEventFilter(self)

    def tell(self, sentence: str, kind: str = "done", way: Way | None = None) -> None:
        """Say a sentence; ``done`` goes away by itself, ``attention`` and ``wrong`` stay until dismissed.

        A way on becomes a button.
        """
        self._say(sentence, "", kind, way=way)

    def tell_refusal(self, refusal: Refusal) -> None:
        """Say why something was refused, with its code small at the end where it has one to be read out."""
        self._say(refusal_sentence(refusal), spoken_code(refusal.code), "attention")

    def tell_fault(self, fault: Fault) -> None:
        """Say that the program itself failed at something; its report can be copied."""
        sentence = self.tr(
            "Chương trình gặp lỗi nên việc vừa rồi chưa làm được; dữ liệu vẫn như trước. "
            "Hãy làm lại; nếu vẫn lỗi, chép báo cáo gửi người hỗ trợ."
        )
        self._report = fault.report()
        self.copy.setText(self.tr("Chép báo cáo"))
        self._say(sentence, _FAULT, "wrong", report=True)

    def text(self) -> str:
        """Return the sentence on show; empty where there is none."""
        return "" if self._message.isHidden() else self._said

    def code(self) -> str:
        """Return the code at its end."""
        return self._code.text()

    def dismiss(self) -> bool:
        """Take the message away (Esc); False where there was none."""
        if self._message.isHidden():
            return False
        self._fading.stop()
        self._message.hide()
        self._collapse()
        return True

    def set_busy(self, busy: bool) -> None:
        """Learn that work began or ended; only work of more than a second is shown."""
        if busy and not self._busy:
            self._began = time.monotonic()
            self._patience.start()
        if not busy:
            self._patience.stop()
            self._work.hide()
            self._progress.setRange(0, 0)
            self._doing.setText(self.tr("Đang làm"))
            self._step.setText("")
            self._collapse()
        self._busy = busy

    def set_progress(self, done: int, total: int, word: str = "") -> None:
        """Show how far long work is: so many of so many, a word, and how long it takes yet."""
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        left = ""
        passed = time.monotonic() - self._began
        if 0 < done < total and passed > 1:
            seconds = round(passed * (total - done) / done)
            left = self.tr(", còn khoảng {0} giây").format(max(seconds, 1))
        self._doing.setText(word or self.tr("Đang làm"))
        self._step.setText(f"{done}/{total}{left}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss with Esc while the focus is here."""
        if event.key() == Qt.Key.Key_Escape and self.dismiss():
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the bar that the strip stands over."""
        if watched is self._bar and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            QTimer.singleShot(0, self, self._place)  # once the bar is laid out
        return super().eventFilter(watched, event)

    def _say(
        self, sentence: str, code: str, kind: str, *, report: bool = False, way: Way | None = None
    ) -> None:
        self._way = way
        self.way.setText(way.word if way is not None else "")
        self.way.setVisible(way is not None)
        look = LOOKS.get(kind, LOOKS["attention"])
        self._said = sentence
        happened, means = two_lines(sentence)
        self._icon.set_icon(look.icon, look.colour)
        self._happened.setText(happened)
        self._means.setText(means)
        self._means.setVisible(bool(means or code))
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self.copy.setVisible(report)
        self._close.setVisible(kind != "done")
        self.setAccessibleName(sentence)
        self._message.show()
        self._dress(kind if kind in ("done", "attention", "wrong") else "attention")
        if kind == "done":
            self._fading.start()
        else:
            self._fading.stop()

    def _dress(self, tone: str) -> None:
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        whole = self.parentWidget()
        if self._bar is None or whole is None or self.isHidden():
            return
        edge = style.size("message_edge")
        left, right = self._room()
        if right - left < style.size("message_least"):
            left, right = edge, self._bar.width() - edge
        corner = self._bar.mapTo(whole, QPoint(left, edge))
        rows = [row for row in (self._message, self._work) if not row.isHidden()]
        for row in rows:
            row.setFixedHeight(_height_of(row, right - left))
        height = sum(row.minimumHeight() for row in rows)
        self.setGeometry(QRect(corner.x(), corner.y(), right - left, height))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Đã chép"))

    def _go_on(self) -> None:
        way = self._way
        self.dismiss()
        if way is not None:
            way.does()

    def _show_work(self) -> None:
        if self._busy:
            self._work.show()
            self._dress("work" if self._message.isHidden() else str(self.property("tone")))

    def _collapse(self) -> None:
        if self._message.isHidden() and self._work.isHidden():
            self.hide()
        elif self._message.isHidden():
            self._dress("work")
        else:
            self._place()

    def _message_row(self) -> QWidget:
        made = QWidget(self)
        self._icon = IconView("check-circle-fill", "green", "icon", made)
        self._happened = _wrapped("body", made)
        self._means = _wrapped("caption", made)
        self._code = label("", "code", made)
        self.way = _button("", self._go_on, made)
        self.copy = _button(self.tr("Chép báo cáo"), self._copy, made)
        self._close = _button(self.tr("Đóng"), self.dismiss, made)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._means, 1)
        below.addWidget(self._code, 0, Qt.AlignmentFlag.AlignBottom)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._happened)
        words.addLayout(below)
        words.addStretch(1)
        row = _row(made)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.way)
        row.addWidget(self.copy)
        row.addWidget(self._close)
        return made

    def _work_row(self) -> QWidget:
        made = QWidget(self)
        self._progress = QProgressBar(made)
        self._progress.setProperty("kind", "progress")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(self.tr("Đang làm"))
        self._doing = ElidedLabel(self.tr("Đang làm"), "body", made)
        self._step = label("", "caption", made)
        stop = _button(self.tr("Dừng"), self.cancelled.emit, made)
        above = QHBoxLayout()
        above.setSpacing(style.size("icon_gap"))
        above.addWidget(self._doing, 1)
        above.addWidget(self._step)
        words = QVBoxLayout()
        words.setSpacing(style.size("inner"))
        words.addStretch(1)
        words.addLayout(above)
        words.addWidget(self._progress)
        words.addStretch(1)
        row = _row(made)
        row.addWidget(IconView("circle-half-fill", "accent", "icon", made))
        row.addLayout(words, 1)
        row.addWidget(stop)
        return made


def _row(made: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(made)
    row.setContentsMargins(style.size("icon_gap") + 2, 2, style.size("grid"), 2)
    row.setSpacing(style.size("icon_gap"))
    return row


def _height_of(row: QWidget, width: int) -> int:
    layout = row.layout()
    if layout is None:
        return style.size("message")
    # Words that were just put in have to be measured, not those before them.
    layout.invalidate()
    return max(style.size("message"), layout.totalHeightForWidth(width), layout.totalMinimumSize().height())


def _wrapped(part: str, parent: QWidget) -> QLabel:
    made = label("", part, parent)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def _button(words: str, does: Callable[[], object], parent: QWidget) -> Button:
    made = secondary(words, None, parent)
    made.setMinimumHeight(style.size("button_low"))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it leaves the keyboard where it is
    made.clicked.connect(lambda _=False: does())
    return made
