"""The question that gives a member another standing for a time, by a paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.services.party.moves import NewStanding
from desktop.services.party.standing import STORED, Standing
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.party_words import standing_word
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class StandingQuestion(SubmittedQuestion):
    """Asks for a standing, its days, why, where and by which paper.

    Args:
        parent: the window it belongs to.
        name: of the member.
        today: offered as the first day.
        submit: is given a ``NewStanding``.
    """

    def __init__(self, parent: QWidget | None, name: str, today: date, submit: Submit) -> None:
        asked = Asked(
            _tr("Tình trạng của {0}").format(name),
            _tr("Chính thức và dự bị tự tính theo ngày; ở đây ghi những gì khác đi trong một thời gian."),
            _tr("Ghi tình trạng"),
        )
        super().__init__(parent, asked, submit)
        self.kind = ChoiceField(self.tr("Tình trạng"), [(kind, standing_word(kind)) for kind in STORED], self)
        self.since = DateField(self.tr("Từ ngày"), self)
        self.since.set_value(today)
        self.until = DateField(
            self.tr("Đến ngày, nếu biết"),
            self,
            explain=self.tr(
                "Miễn vì tuổi cao, sức yếu có thể không ghi ngày hết; miễn vì lý do khác thì có ngày hết, "
                "gần đến ngày chương trình sẽ nhắc. Sinh hoạt tạm thời từ 3 tháng đến dưới 1 năm; đi học đến "
                "2 năm."
            ),
        )
        self.place = TextField(
            self.tr("Nơi đến, nơi từ đó đến"),
            self,
            explain=self.tr("Chi bộ, đảng bộ như giấy giới thiệu ghi."),
        )
        self.reason = TextField(
            self.tr("Lý do"),
            self,
            explain=self.tr("Ví dụ tuổi cao, sức yếu; thai sản; đi làm xa; chờ nghỉ hưu; đi học."),
        )
        self.number = TextField(
            self.tr("Số giấy, nghị quyết"), self, explain=self.tr("Ví dụ 05-NQ/CB, hoặc số giấy giới thiệu.")
        )
        self.study = QCheckBox(self.tr("Đi học (được tạm thời đến 2 năm)"), self)
        self.paper_on = DateField(self.tr("Ngày của giấy"), self)
        self.body.addWidget(self.kind)
        for pair in ((self.since, self.until), (self.place, self.reason), (self.number, self.paper_on)):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.body.addWidget(self.study)
        self.kind.committed.connect(lambda _: self._show_kind())
        self._show_kind()
        self.kind.setFocus()

    def answer(self) -> NewStanding:
        """Return what stands in the fields."""
        return NewStanding(
            self.kind.value(),
            self.since.value(),
            self.until.value(),
            self.reason.value(),
            self.place.value(),
            self.number.value(),
            self.paper_on.value(),
            study=self.study.isChecked() and not self.study.isHidden(),
        )

    def _show_kind(self) -> None:
        temporary = self.kind.value() in (Standing.ELSEWHERE, Standing.HERE)
        self.study.setVisible(temporary)
        self.place.setVisible(temporary)
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        days = ((self.since, True), (self.until, False), (self.paper_on, False))
        if all(self.check_day(field, needed=needed) for field, needed in days):
            self.hand_in(self.answer())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
