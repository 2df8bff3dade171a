"""All waves on one calendar, in a card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.today.waves import WavesPage
from desktop.ui.campaigns.wave_words import axis_line
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.drawn.calendar_axis import AxisBand, CalendarAxis
from desktop.ui.widgets.labels import ElidedLabel


class CalendarCard(Card):
    """A line for each wave, from its first last day to its last.

    Attributes:
        days_off: the small button that opens the office's own days off.

    Args:
        parent: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Các đợt chung một lịch"))
        spans = ElidedLabel("", "caption", self)
        spans.say(self.tr("Vạch ngang: từ hạn đầu tới hạn cuối của đợt"), self.tr("Vạch: hạn đầu tới cuối"))
        self.days_off = quiet(self.tr("Lịch nghỉ của cơ quan"), self)
        self.days_off.setProperty("low", True)
        self._axis = CalendarAxis(self.tr("hôm nay"), self)
        self.head.addWidget(spans)
        self.head.addWidget(self.days_off)
        self.body.addWidget(self._axis)

    def show_page(self, page: WavesPage) -> None:
        """Show other waves."""
        self._axis.show_lines(
            [axis_line(line, page.now) for line in page.lines],
            [AxisBand(band.first, band.last, band.word) for band in page.bands],
            page.now.date(),
        )
