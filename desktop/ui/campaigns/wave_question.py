"""The question that makes a wave or changes one: its days, which units are in it, what was learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop.services.elections.waves import NewWave, WaveKind
from desktop.services.today.waves import WaveLine
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.page.ticks import TickList
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label

_LESSON_LINES = 3


@dataclass(frozen=True, slots=True)
class WaveAnswer:
    """What was answered: the wave, None for a new one; the hour of its campaign; the codes inside it."""

    key: int | None
    campaign: str
    wave: NewWave
    elections: tuple[str, ...]
    results_by: time | None


class WaveQuestion(SubmittedQuestion):
    """Asks for a wave of one campaign; ``removed`` carries the key of a wave that is to be taken away.

    Args:
        parent: the window it belongs to.
        lines: all lines of the campaign, the one to show first.
        day: what a new wave is offered.
        submit: is given a ``WaveAnswer``.
    """

    removed = Signal(int)

    def __init__(self, parent: QWidget | None, lines: Sequence[WaveLine], day: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("Xếp đợt"),
            self.tr(
                "Vài nơi làm điểm trước, các nơi khác rút kinh nghiệm rồi làm đợt chính. Mỗi đợt có ngày "
                "chung; nơi nào có ngày riêng vẫn giữ ngày của mình."
            ),
            self.tr("Ghi đợt"),
        )
        super().__init__(parent, asked, submit)
        self._lines = tuple(lines)
        self._day = day
        known = [(line.key, line.name) for line in lines if line.key is not None]
        self.which = ChoiceField(self.tr("Đợt"), [*known, (None, self.tr("Thêm đợt mới"))], self)
        self.which.set_value(lines[0].key if lines else None)
        self.name = TextField(self.tr("Tên đợt"), self)
        self.kind = ChoiceField(
            self.tr("Loại"),
            [(WaveKind.PILOT, self.tr("Làm điểm")), (WaveKind.MAIN, self.tr("Đợt chính"))],
            self,
        )
        self.day = DateField(self.tr("Ngày chung"), self)
        self.finish_by = DateField(self.tr("Kế hoạch: xong trước"), self)
        self.hour = TimeField(self.tr("Xã cần kết quả lúc"), self)
        units = {unit.election: unit for line in lines for unit in line.units}
        self.units = TickList(
            self.tr("Các nơi trong đợt"), {code: unit.name for code, unit in units.items()}, self
        )
        self.lessons = QPlainTextEdit(self)
        self.lessons.setAccessibleName(self.tr("Rút kinh nghiệm"))
        self.lessons.setTabChangesFocus(True)
        self.lessons.setFixedHeight(_LESSON_LINES * self.lessons.fontMetrics().lineSpacing() + 18)
        self.remove_button = quiet(self.tr("Bỏ đợt này"), self)
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self._remove)
        self._lay_out()
        self.which.committed.connect(lambda _: self._offer())
        self._offer()
        self.name.setFocus()

    def _lay_out(self) -> None:
        for row_of in ((self.which, self.kind), (self.name, self.day), (self.finish_by, self.hour)):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in row_of:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.body.addWidget(label(self.tr("Các nơi trong đợt"), "caption", self))
        self.body.addWidget(self.units)
        self.body.addWidget(label(self.tr("Rút kinh nghiệm"), "caption", self))
        self.body.addWidget(self.lessons)
        self.body.addWidget(self.remove_button)

    def _shown(self) -> WaveLine | None:
        key = self.which.value()
        return next((line for line in self._lines if key is not None and line.key == key), None)

    def _offer(self) -> None:
        line = self._shown()
        first = next((each for each in self._lines), None)
        pilot = line is None and not any(each.kind is WaveKind.PILOT for each in self._lines)
        self.name.set_value(line.name if line else self._new_name(first, pilot=pilot))
        self.kind.set_value((line.kind if line else None) or (WaveKind.PILOT if pilot else WaveKind.MAIN))
        self.day.set_value(line.day if line else self._day)
        self.finish_by.set_value(line.finish_by if line else None)
        self.hour.set_value(first.results_by if first else None)
        inside = line.units if line else ()
        self.units.tick({unit.election for unit in inside})
        self.lessons.setPlainText(line.lessons if line else "")
        self.remove_button.setVisible(line is not None and not line.units)

    def _new_name(self, first: WaveLine | None, *, pilot: bool) -> str:
        if first is not None and first.congress:
            return self.tr("Đại hội điểm") if pilot else self.tr("Đại hội đợt chính")
        return self.tr("Bầu điểm") if pilot else self.tr("Bầu đợt chính")

    def _remove(self) -> None:
        line = self._shown()
        if line is not None and line.key is not None:
            self.removed.emit(line.key)
            self.accept()

    def _agree(self) -> None:
        if not self.check_day(self.day, needed=True) or not self.check_day(self.finish_by, needed=False):
            return
        if not self.committed(self.name, self.hour):
            return
        wave = NewWave(
            name=self.name.value(),
            kind=self.kind.value(),
            day=self.day.value(),
            finish_by=self.finish_by.value(),
            lessons=self.lessons.toPlainText(),
        )
        campaign = self._lines[0].campaign
        self.hand_in(WaveAnswer(self.which.value(), campaign, wave, self.units.ticked(), self.hour.value()))
