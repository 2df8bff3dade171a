"""What can be done with waves: hours written down that were told by telephone, units arranged in waves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.services.elections.told_hours import take_back_told_hour, write_told_hour
from desktop.services.elections.waves import change_wave, make_wave, put_in, remove_wave, set_results_by
from desktop.services.today.wave_units import WaveUnit
from desktop.services.today.waves import WaveLine, WavesPage
from desktop.ui.campaigns.hour_question import HourQuestion
from desktop.ui.campaigns.wave_question import WaveAnswer, WaveQuestion
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import submitting
from desktop.ui.page.undoable import Undoable
from desktop.ui.page.ways import Way


class WaveActs(Undoable):
    """Asks what waves need, and hands the answers to the use cases."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._told: list[str] = []

    def ask_hour(self, units: Sequence[WaveUnit], now: datetime) -> None:
        """Ask which unit said at which hour that it has elected, and write it down, or take it back.

        Args:
            units: those that may be meant, the first is offered.
            now: in Viet Nam.
        """
        place, names = self._context.workplace, {unit.election: unit.name for unit in units}

        def work(answer: tuple[str, datetime | None]) -> tuple[str, datetime | None]:
            code, at = answer
            if at is None:
                take_back_told_hour(place, code)
            else:
                write_told_hour(place, code, at)
            return answer

        def after(answer: tuple[str, datetime | None]) -> None:
            code, at = answer
            if at is None:
                self._tell_taken_back()
            else:
                self._told.append(code)
                said = self.tr("Đã ghi giờ xong của {0}.").format(names[code])
                self._context.offered.emit(said, "done", Way(self.tr("Lấy lại"), self.take_back_hour))
            self.changed.emit()

        HourQuestion(self.window(), units, now, submitting(self._context, work, after)).open()

    def take_back_hour(self) -> None:
        """Take back the hour that was written down last."""
        if not self._told:
            return
        place, code = self._context.workplace, self._told.pop()
        self._context.do(lambda _: take_back_told_hour(place, code), done=lambda _: self._tell_taken_back())

    def ask_wave(self, page: WavesPage, line: WaveLine) -> None:
        """Ask how the units of a campaign are arranged in waves, beginning with that of a line."""
        same = [each for each in page.lines if each.campaign == line.campaign]
        same.sort(key=lambda each: each is not line)
        place = self._context.workplace

        def work(answer: WaveAnswer) -> None:
            if answer.key is None:
                make_wave(place, answer.campaign, answer.wave, answer.elections)
            else:
                change_wave(place, answer.key, answer.wave)
                put_in(place, answer.key, answer.elections)
            if answer.results_by != line.results_by:
                set_results_by(place, answer.campaign, answer.results_by)

        submit = self.submit(work, self.tr("Đã ghi đợt."), None)
        asked = WaveQuestion(self.window(), same, line.day, submit)
        asked.removed.connect(self._remove_wave)
        asked.open()

    def _remove_wave(self, key: int) -> None:
        place = self._context.workplace
        self.do(lambda: remove_wave(place, key), self.tr("Đã bỏ đợt."))

    def _tell_taken_back(self) -> None:
        self._context.told.emit(self.tr("Đã lấy lại giờ xong."), "done")
