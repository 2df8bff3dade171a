"""The card with the curve: how many of a wave had elected by which hour of its day."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from desktop.services.office.workplace import VIET_NAM
from desktop.services.today.waves import WaveLine
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.drawn.hour_curve import HourCurve
from desktop.ui.widgets.labels import label

_FIRST = time(7)
_EVENING = time(18)


class CurveCard(Card):
    """The curve of one wave, with its figure and the moment at the right of the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đã bầu xong"), parent)
        self.figure = label("", "caption", self)
        self.figure.setProperty("ink", "accent")
        self.head.addWidget(self.figure)
        self.curve = HourCurve(self)
        self.body.addWidget(self.curve)

    def show_line(self, line: WaveLine, now: datetime) -> None:
        """Show the curve of a wave, up to now on its day."""
        self.set_title(self.tr("Chi bộ đã bầu xong") if line.congress else self.tr("Thôn đã bầu xong"))
        on_day = line.day == now.date()
        base = len(line.units)
        moment = f"{now:%H:%M}" if on_day else f"{line.day:%d/%m}"
        self.figure.setText(
            self.tr("{0} lúc {1}").format(f"{line.done}/{base}", moment)
            if on_day
            else self.tr("{0}, ngày {1}").format(f"{line.done}/{base}", moment)
        )
        steps = line.curve()
        hours = [unit.opening for unit in line.units if unit.opening and unit.held_on == line.day]
        first = datetime.combine(line.day, min(hours, default=_FIRST), VIET_NAM)
        first = min([first, *(at for at, _ in steps if at.date() == line.day)])
        first = first.replace(minute=0, second=0, microsecond=0)
        # Who elected on a day before stands at the beginning.
        of_day = [(max(at, first), number) for at, number in steps]
        until = datetime.combine(line.day, line.results_by, VIET_NAM) if line.results_by else None
        last = now if on_day else first if line.day > now.date() else self._end(line, until)
        self.curve.show_steps(of_day, base, first, max(last, first), until)

    def _end(self, line: WaveLine, until: datetime | None) -> datetime:
        """Return the end of a day that is over."""
        return until or datetime.combine(line.day, _EVENING, VIET_NAM)
