"""The head of the page of waves: its title, the campaign on show, the hour, and the figures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.elections.waves import WaveKind
from desktop.services.today.waves import WavesPage
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.drawn.figure_view import FigureView
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.wording import weekday_word

_CHOICE = 220  # pixels that the name of a campaign takes


class WavesHead(Wrapping):
    """Title and figures in a row; ``campaign_chosen`` carries the code of a campaign.

    Args:
        parent: the view.
    """

    campaign_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = QWidget(self)
        self._campaign = ChoiceField(
            "",
            (),
            names,
            explain=self.tr("Kế hoạch đang xem; kế hoạch của loại kia gần ngày nhất đứng cùng lịch."),
        )
        self._campaign.combo.setAccessibleName(self.tr("Kế hoạch đang xem"))
        self._campaign.moves_on = False
        self._campaign.setMinimumWidth(style.grown(_CHOICE))
        self._campaign.committed.connect(self.campaign_chosen)
        self._moment = ElidedLabel("", "caption", names)
        self._figures = {
            key: FigureView(word, self)
            for key, word in (
                ("pilot", self.tr("làm điểm")),
                ("main", self.tr("đợt chính xong")),
                ("heads", self.tr("bí thư mới là trưởng thôn")),
                ("late", self.tr("còn chậm")),
            )
        }
        upper = QHBoxLayout()
        upper.setSpacing(style.size("column_gap"))
        upper.addWidget(label(self.tr("Đợt và tiến độ"), "title", names))
        upper.addWidget(self._campaign)
        upper.addStretch(1)
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self._moment)
        self.add(names, elastic=True)
        for figure in self._figures.values():
            self.add(figure)

    def show_page(self, page: WavesPage, campaign: str | None) -> None:
        """Show what the page holds; ``campaign`` is the code of the one that is asked for."""
        now = page.now
        weekday = weekday_word(now)
        self._moment.setText(
            self.tr("{0} {1}, {2}. Ngày làm việc tính theo lịch nghỉ của cơ quan.").format(
                weekday[0].upper() + weekday[1:], f"{now:%d/%m/%Y}", f"{now:%H:%M}"
            )
        )
        self._campaign.set_choices(list(page.campaigns))
        shown = page.lines[page.shown].campaign if page.shown is not None else None
        self._campaign.set_value(campaign or shown)
        self._campaign.setVisible(len(page.campaigns) > 1)
        self._show_figures(page)

    def _show_figures(self, page: WavesPage) -> None:
        pilot, main = page.figure(WaveKind.PILOT), page.figure(WaveKind.MAIN) or page.figure(None)
        congress = page.shown is not None and page.lines[page.shown].congress
        main_word = (
            self.tr("đợt chính xong")
            if pilot
            else self.tr("đại hội xong")
            if congress
            else self.tr("thôn bầu xong")
        )
        pilot_word = self.tr("đại hội điểm") if congress else self.tr("thôn bầu điểm")
        heads, elected = page.secretaries()
        late = len(page.late())
        for key, found, word in (
            ("pilot", pilot, pilot_word),
            ("main", main, main_word),
            ("heads", (heads, elected) if elected else None, None),
        ):
            self._figures[key].setVisible(found is not None)
            if found is not None:
                self._figures[key].set_figure(str(found[0]), f"/{found[1]}", word=word)
        self._figures["late"].set_figure(str(late), "", ink="amber" if late else "ink")
