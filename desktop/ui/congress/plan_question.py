"""The question that plans the congress of a branch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.congress.planning import CongressPlan
from desktop.services.elections.waves import WaveView
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.text import NumberField, TextField


class CongressQuestion(SubmittedQuestion):
    """Asks for branch, day, hour, place, term, and when the day was told.

    Args:
        parent: the window it belongs to.
        branches: names of the branches by code.
        submit: is given a ``CongressPlan``.
        waves: that it may be in; without any nothing is asked.
    """

    def __init__(
        self,
        parent: QWidget | None,
        branches: Mapping[str, str],
        submit: Submit,
        waves: Sequence[WaveView] = (),
    ) -> None:
        asked = Asked(
            self.tr("Lập đại hội chi bộ"),
            self.tr(
                "Chức danh bầu theo số đảng viên chính thức: từ 9 người bầu chi ủy rồi bí thư, dưới 9 bầu "
                "thẳng bí thư. Sửa được cho tới khi in phiếu."
            ),
            self.tr("Lập đại hội"),
        )
        super().__init__(parent, asked, submit)
        self.branch = ChoiceField(self.tr("Chi bộ"), list(branches.items()), self)
        self._waves = {wave.key: wave for wave in waves}
        named = [(wave.key, f"{wave.name}, {wave.day:%d/%m/%Y}") for wave in waves]
        self.wave = ChoiceField(self.tr("Đợt"), [(None, self.tr("Chưa xếp đợt")), *named], self)
        self.wave.committed.connect(self._offer_day)
        self.wave.setVisible(bool(waves))
        self.held_on = DateField(self.tr("Ngày đại hội"), self)
        self.opening = TimeField(self.tr("Giờ"), self)
        self.venue = TextField(self.tr("Nơi họp"), self)
        self.number = NumberField(self.tr("Lần thứ, nếu biết"), self)
        self.announced_on = DateField(
            self.tr("Ngày thông báo"),
            self,
            explain=self.tr("Thời gian đại hội được quyết định và thông báo trước 30 ngày làm việc."),
        )
        self.until = DateField(self.tr("Nhiệm kỳ đến ngày"), self)
        self.body.addWidget(self.branch)
        self.body.addWidget(self.wave)
        for row_of in (
            (self.held_on, self.opening),
            (self.announced_on, self.until),
            (self.number, self.venue),
        ):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in row_of:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.branch.setFocus()

    def _offer_day(self, key: int | None) -> None:
        """Offer the common day of a wave, where no day is typed yet."""
        if key is not None and self.held_on.value() is None:
            self.held_on.set_value(self._waves[key].day)

    def _agree(self) -> None:
        fields = ((self.held_on, True), (self.announced_on, False), (self.until, True))
        if not all(self.check_day(field, needed=needed) for field, needed in fields):
            return
        if not self.committed(self.opening, self.number, self.venue):
            return
        day: date = self.held_on.value()
        self.hand_in(
            CongressPlan(
                branch=self.branch.value(),
                held_on=day,
                term_from=day,
                term_to=self.until.value(),
                venue=self.venue.value(),
                opening=self.opening.value(),
                number=self.number.value() or None,
                announced_on=self.announced_on.value(),
                wave=self.wave.value(),
            )
        )
