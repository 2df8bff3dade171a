"""The question for which hour a unit said that it has elected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.office.workplace import VIET_NAM
from desktop.services.today.wave_units import WaveUnit
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField, TimeField


class HourQuestion(SubmittedQuestion):
    """Asks which unit, on which day and at which hour; without an hour one that was told is taken back.

    Args:
        parent: the window it belongs to.
        units: those that may be meant, the first is offered.
        now: in Viet Nam.
        submit: is given the code of the election and the moment, None to take an hour back.
    """

    def __init__(
        self, parent: QWidget | None, units: Sequence[WaveUnit], now: datetime, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Ghi giờ xong"),
            self.tr(
                "Giờ nơi đó báo qua điện thoại là đã bầu xong. Kiểm phiếu ghi sau vẫn quyết định kết quả; "
                "xóa trắng ô giờ để bỏ giờ đã báo."
            ),
            self.tr("Ghi giờ"),
        )
        super().__init__(parent, asked, submit)
        self._units = {unit.election: unit for unit in units}
        self._now = now
        self.unit = ChoiceField(
            self.tr("Nơi báo"), [(unit.election, self._named(unit)) for unit in units], self
        )
        self.day = DateField(self.tr("Ngày"), self)
        self.hour = TimeField(self.tr("Giờ xong"), self)
        self.body.addWidget(self.unit)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        row.addWidget(self.day, 1)
        row.addWidget(self.hour, 1)
        self.body.addLayout(row)
        self.unit.committed.connect(lambda _: self._offer())
        self._offer()
        self.hour.setFocus()

    def _named(self, unit: WaveUnit) -> str:
        if unit.done_at is None:
            return unit.name
        return self.tr("{0}, đã báo {1}").format(unit.name, f"{unit.done_at:%H:%M}")

    def _offer(self) -> None:
        unit = self._units[self.unit.value()]
        day: date = unit.meets_on or unit.held_on
        told = unit.done_at
        self.day.set_value(told.date() if told else min(day, self._now.date()))
        self.hour.set_value(
            told.time()
            if told
            else self._now.time().replace(second=0, microsecond=0)
            if day == self._now.date()
            else None
        )

    def _agree(self) -> None:
        if not self.check_day(self.day, needed=True) or not self.committed(self.hour):
            return
        code: str = self.unit.value()
        hour = self.hour.value()
        if hour is None and self._units[code].done_at is None:
            self.hour.set_problem(self.tr("Hãy ghi giờ, ví dụ 14:30."))
            self.hour.setFocus()
            return
        at = datetime.combine(self.day.value(), hour, VIET_NAM) if hour is not None else None
        self.hand_in((code, at))
