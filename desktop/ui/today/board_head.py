"""The head of the board: the moment, which campaign is on show, and what waits in the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.today.board import Board
from desktop.services.today.campaigns import CampaignLine
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import LOOKS
from desktop.wording import weekday_word

_FRAME = 48  # what a box has beside its words: padding, arrow, border
_LEAST = 176
_BESIDE = 32  # what the link has beside its words: icon, gap, padding, border


class BoardHead(QWidget):
    """Title and moment; with several campaigns a box that chooses one, and a link to what waits elsewhere.

    ``chosen`` carries the code of a campaign chosen in the box, ``followed`` that of the link.

    Args:
        parent: the board.
    """

    chosen = Signal(object)
    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[tuple[str, str]] = []
        self._elsewhere: tuple[CampaignLine, ...] = ()
        self.campaign = ChoiceField(
            "",
            (),
            self,
            explain=self.tr(
                "Đợt đang xem: bảng các thôn, lưới điện thoại và việc thêm thôn đều theo đợt này."
                " Hạn trong 20 ngày tới thì gồm mọi đợt còn việc."
            ),
        )
        box = self.campaign.combo
        box.setAccessibleName(self.tr("Đợt đang xem"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.campaign.moves_on = False
        self.campaign.committed.connect(self.chosen)
        self.others = quiet("", self)
        self.others.setProperty("low", True)
        self.others.setIconSize(QSize(style.size("icon_small"), style.size("icon_small")))
        self.others.clicked.connect(self._follow)
        self.chain = quiet(self.tr("Tới bí thư"), self)
        self.chain.setProperty("low", True)
        self.chain.setToolTip(self.tr("Từ trưởng thôn tới bí thư: phương án, công nhận, đại hội, chuẩn y"))
        self._moment = ElidedLabel("", "caption", self)
        upper = QHBoxLayout()
        upper.setSpacing(style.size("column_gap"))
        upper.addWidget(label(self.tr("Hôm nay"), "title", self))
        upper.addWidget(self.chain)
        upper.addWidget(self.campaign, 1)
        upper.addStretch(0)
        self._lower = QHBoxLayout()
        self._lower.setSpacing(style.size("grid"))
        self._lower.addWidget(self._moment)
        self._lower.addWidget(self.others)
        self._lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addLayout(self._lower)
        self.campaign.hide()
        self.others.hide()

    def show_board(self, board: Board) -> None:
        """Tell the moment, offer the campaigns, and say what waits in those that are not on show."""
        now = board.now
        weekday, day, hour = weekday_word(now), f"{now:%d/%m/%Y}", f"{now:%H:%M}"
        said = self.tr("{0} {1}, {2}. Việc muộn xếp trước.")
        whole = said.format(weekday[0].upper() + weekday[1:], day, hour)
        line = next((each for each in board.campaigns if each.code == board.campaign), None)
        if line is not None and line.first_day != line.last_day:
            whole += self.tr(" Các thôn bầu {0}.").format(_span(line))
        self._moment.say(whole, self.tr("{0}, {1}").format(day, hour))
        self._offer(board.campaigns, board.campaign)
        self.chain.setVisible(board.of_party)
        self._elsewhere = board.waiting_elsewhere()
        self.others.setVisible(bool(self._elsewhere))
        self._tell_others()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where room is short."""
        super().resizeEvent(event)
        self._tell_others()

    def _offer(self, campaigns: Sequence[CampaignLine], shown: str | None) -> None:
        choices = [(line.code, f"{_span(line)}, {line.name}") for line in campaigns]
        # Written anew only where they differ: somebody may be choosing.
        if choices != self._choices:
            self._choices = choices
            self.campaign.set_choices(choices)
            metrics = QFontMetrics(style.font("body"))
            widest = max((metrics.horizontalAdvance(word) for _, word in choices), default=0) + _FRAME
            self.campaign.setMinimumWidth(min(widest, _LEAST))
            self.campaign.setMaximumWidth(widest)
            self.campaign.combo.view().setMinimumWidth(widest)
        self.campaign.set_value(shown)
        self.campaign.combo.setToolTip(self.campaign.combo.currentText())
        self.campaign.setVisible(len(campaigns) > 1)

    def _tell_others(self) -> None:
        if not self._elsewhere:
            return
        first, more = self._elsewhere[0], len(self._elsewhere) - 1
        whole = self.tr("Đợt khác: {0}, {1} thôn còn việc").format(first.name, first.open)
        shorter = self.tr("Đợt khác: {0} thôn còn việc").format(first.open)
        if more:
            whole = self.tr("{0}; và {1} đợt nữa").format(whole, more)
            shorter = self.tr("{0} đợt khác còn việc").format(more + 1)
        look = LOOKS["attention" if any(line.attention for line in self._elsewhere) else "doing"]
        room = self.width() - self._moment.sizeHint().width() - self._lower.spacing() - _BESIDE
        fits = QFontMetrics(style.font("caption", "medium")).horizontalAdvance(whole) <= room
        self.others.setIcon(icons.icon(look.icon, look.colour))
        self.others.setText(whole if fits else shorter)
        self.others.setToolTip("" if fits else whole)
        self.others.setAccessibleName(whole)

    def _follow(self) -> None:
        if self._elsewhere:
            self.followed.emit(self._elsewhere[0].code)


def _span(line: CampaignLine) -> str:
    """Say on which day the hamlets of a campaign elect, or between which."""
    last = f"{line.last_day:%d/%m/%Y}"
    if line.first_day == line.last_day:
        return last
    same_year = line.first_day.year == line.last_day.year
    return f"{line.first_day:%d/%m}–{last}" if same_year else f"{line.first_day:%d/%m/%Y}–{last}"
