"""New, re-elected, unknown: our own figures to be copied, and a report that is checked."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.errors import RequestRefused
from desktop.services.personnel.renewal import Group, Renewal, TypedReport, check_report, renewal_words
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence


class RenewalQuestion(RowsQuestion):
    """Checks a report; nothing that is typed here is kept, and our own figures can't be typed.

    Args:
        parent: the window it belongs to.
        found: our own figures, of secretaries and of heads.
    """

    def __init__(self, parent: QWidget | None, found: tuple[Renewal, ...]) -> None:
        asked = Asked(
            self.tr("Đối chiếu báo cáo mới, tái cử"),
            self.tr("Số ở máy này đếm từ sổ chức vụ. Ghi các phần của báo cáo để xem có đủ tổng không."),
            self.tr("Đối chiếu"),
        )
        super().__init__(parent, asked, lambda *_: None)
        self.lines = [renewal_words(one) for one in found]
        for line in self.lines:
            said = label(line, "body", self)
            said.setWordWrap(True)
            self.body.addWidget(said)
        self.copy = secondary(self.tr("Chép số của máy này"), "copy", self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.body.addWidget(self.copy)
        self.kind = ChoiceField(
            self.tr("Báo cáo ghi"),
            [(True, self.tr("Tỷ lệ %")), (False, self.tr("Số người"))],
            self,
        )
        self.elected = TextField(self.tr("Tổng số được bầu"), self)
        self.parts = {
            Group.NEW: TextField(self.tr("Mới"), self),
            Group.RE_ELECTED: TextField(self.tr("Tái cử"), self),
            Group.UNKNOWN: TextField(self.tr("Chưa rõ"), self),
        }
        self.row(self.kind, self.elected)
        self.row(*self.parts.values())
        self.parts[Group.NEW].setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.lines))
        self.say(self.tr("Đã chép."), "done")

    def _agree(self) -> None:
        self.kind.commit()
        if not self.committed(self.elected, *self.parts.values()):
            return
        typed = {group: field.value() or "" for group, field in self.parts.items()}
        try:
            check_report(TypedReport(self.elected.value() or "", typed, bool(self.kind.value())))
        except RequestRefused as refusal:
            self.say(refusal_sentence(refusal))
            return
        self.say(self.tr("Các phần cộng đủ tổng."), "done")
