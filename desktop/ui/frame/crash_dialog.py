"""The report of a fault, to be copied for a supporter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.page.fault import Fault
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question

_LINES = 9


class CrashDialog(Question):
    """Says what happened, what it means, and holds the report; Ctrl+Enter copies it, Esc goes on.

    Args:
        fault: what happened.
        before: it ended the run before this one.
        parent: the window.
    """

    def __init__(self, fault: Fault, parent: QWidget | None = None, *, before: bool = False) -> None:
        say = QCoreApplication.translate
        headline = say("CrashDialog", "Chương trình gặp lỗi")
        sentence = say(
            "CrashDialog",
            "Việc vừa làm có thể chưa xong; những gì đã ghi trước đó còn nguyên. Hãy chép báo cáo gửi người "
            "hỗ trợ rồi làm lại. Nếu vẫn lỗi, hãy đóng và mở lại chương trình: cửa sổ mở đúng chỗ này.",
        )
        if before:
            headline = say("CrashDialog", "Lần trước chương trình dừng đột ngột")
            sentence = say(
                "CrashDialog",
                "Những gì đã ghi còn nguyên, cửa sổ mở lại đúng chỗ trước đó. Hãy xem lại ô đang gõ dở lúc "
                "ấy và chép báo cáo gửi người hỗ trợ.",
            )
        super().__init__(
            parent, headline, sentence, say("CrashDialog", "Chép báo cáo"), say("CrashDialog", "Làm tiếp")
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit(fault.report(), self)
        self.text.setProperty("kind", "field")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(style.font("caption"))
        self.text.setAccessibleName(self.tr("Báo cáo lỗi, không có dữ liệu của người nào"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + style.size("grid") * 2)
        self.body.addWidget(self.text)

    def _agree(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.yes.setText(self.tr("Đã chép"))
        self.no.setFocus()
