"""The bar under the top bar: what was done, what was refused, and how far long work is."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.ui.page.fault import Fault
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import LOOKS
from desktop.wording import refusal_sentence

_PATIENCE = 1000  # milliseconds before work is worth a bar
_DONE_STAYS = 8000


class MessageBar(QWidget):
    """One message at a time; it takes no room while there is nothing to say.

    ``cancelled`` is emitted when the clerk stops long work.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._busy = False
        self._began = 0.0
        self._report = ""
        self._message = self._message_row()
        self._work = self._work_row()
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("grid"), side, style.size("grid") + 1)
        column.setSpacing(style.size("inner"))
        column.addWidget(self._message)
        column.addWidget(self._work)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._show_work)
        self._fading = QTimer(self, singleShot=True, interval=_DONE_STAYS)
        self._fading.timeout.connect(self.dismiss)
        self._message.hide()
        self._work.hide()
        self.hide()

    def tell(self, sentence: str, kind: str = "done") -> None:
        """Say a sentence; ``done`` goes away by itself, ``attention`` and ``wrong`` stay until dismissed."""
        self._say(sentence, "", kind)

    def tell_refusal(self, refusal: Refusal) -> None:
        """Say why something was refused, with its code small at the end."""
        self._say(refusal_sentence(refusal), refusal.code, "attention")

    def tell_fault(self, fault: Fault) -> None:
        """Say that the program itself failed at something; its report can be copied."""
        sentence = self.tr(
            "Chương trình gặp lỗi nên việc vừa rồi chưa làm được; dữ liệu vẫn như trước. "
            "Hãy làm lại; nếu vẫn lỗi, chép báo cáo gửi người hỗ trợ."
        )
        self._say(sentence, fault.code, "wrong")
        self._report = fault.report()
        self.copy.setText(self.tr("Chép báo cáo"))
        self.copy.show()

    def text(self) -> str:
        """Return the sentence on show; empty where there is none."""
        return "" if self._message.isHidden() else self._sentence.text()

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
        self._step.setText(f"{word} {done}/{total}{left}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss with Esc while the focus is here."""
        if event.key() == Qt.Key.Key_Escape and self.dismiss():
            return
        super().keyPressEvent(event)

    def _say(self, sentence: str, code: str, kind: str) -> None:
        look = LOOKS.get(kind, LOOKS["attention"])
        self._icon.set_icon(look.icon, look.colour)
        self._sentence.setText(sentence)
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self.copy.hide()
        self.setProperty("tone", kind if kind in ("done", "attention", "wrong") else "attention")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(sentence)
        self._message.show()
        self.show()
        if kind == "done":
            self._fading.start()
        else:
            self._fading.stop()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Đã chép"))

    def _show_work(self) -> None:
        if self._busy:
            if self._message.isHidden():
                self.setProperty("tone", "work")
                self.style().unpolish(self)
                self.style().polish(self)
            self._work.show()
            self.show()

    def _collapse(self) -> None:
        self.setVisible(not (self._message.isHidden() and self._work.isHidden()))

    def _message_row(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("icon_gap"))
        self._icon = IconView("check-circle-fill", "green", "icon", made)
        self._sentence = label("", "body", made)
        self._sentence.setWordWrap(True)
        self._code = label("", "code", made)
        self.copy = secondary(self.tr("Chép báo cáo"), None, made)
        self.copy.clicked.connect(self._copy)
        close = secondary(self.tr("Đóng"), None, made)
        close.clicked.connect(self.dismiss)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._code)
        row.addWidget(self.copy)
        row.addWidget(close)
        return made

    def _work_row(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("icon_gap"))
        self._progress = QProgressBar(made)
        self._progress.setProperty("kind", "progress")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(self.tr("Đang làm"))
        self._step = ElidedLabel("", "caption", made)
        stop = secondary(self.tr("Dừng"), None, made)
        stop.clicked.connect(self.cancelled)
        row.addWidget(label(self.tr("Đang làm"), "value", made))
        row.addWidget(self._progress, 2)
        row.addWidget(self._step, 1)
        row.addWidget(stop)
        return made
