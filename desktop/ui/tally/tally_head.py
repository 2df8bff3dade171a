"""The lines over a count: whose it is and which of the two, how many ballots were read, how they add up."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.counting.tallies import OpenTally
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.figures import figures_width
from desktop.ui.widgets.labels import ElidedLabel, key_cap, label
from desktop.ui.widgets.state import State, StateChip

_NAMES = 300  # pixels that body and election have at least


class TallyHead(QWidget):
    """Body and election at the left, the two counts and the way out at the right.

    Args:
        opened: the count.
        first_made: when and by whom the first count was locked, in words; empty where this is the first.
        parent: the screen.
    """

    def __init__(self, opened: OpenTally, first_made: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(style.size("bar_height"))
        names = QVBoxLayout()
        names.setSpacing(0)
        title = opened.body if not opened.cluster else f"{opened.body}, {opened.cluster}"
        names.addWidget(ElidedLabel(title, "headline", self))
        post = opened.post[:1].lower() + opened.post[1:]
        about = ElidedLabel("", "caption", self)
        about.say(
            self.tr("Kiểm từng phiếu, bầu {0}, {1:%d/%m/%Y}").format(post, opened.day),
            self.tr("bầu {0}").format(post),
        )
        names.addWidget(about)
        self.leave = secondary(self.tr("Ra"), None, self)
        self.leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.size("page_side"), 4, style.size("page_side"), 5)
        row.setSpacing(style.size("grid"))
        row.addLayout(names, 1)
        # Which of the two counts this is comes first, the other one where there is room for both.
        self._chips: list[tuple[QWidget, QWidget]] = []
        for word, state in self._counts(opened, first_made):
            pair = (label(word, "small", self), StateChip(state, self))
            for part in pair:
                part.hide()
                row.addWidget(part)
            self._chips.insert(0, pair)
        row.addSpacing(style.size("grid"))
        row.addWidget(self.leave)
        row.addWidget(key_cap("Esc", self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many counts as have room beside the names."""
        super().resizeEvent(event)
        room = self.width() - style.grown(_NAMES) - self.leave.sizeHint().width() - style.grown(120)
        for pair in self._chips:
            room -= sum(part.sizeHint().width() + style.size("grid") for part in pair)
            for part in pair:
                part.setVisible(room >= 0)

    def _counts(self, opened: OpenTally, first_made: str) -> list[tuple[str, State]]:
        doing = State("doing", self.tr("đang kiểm, {0} ghi").format(opened.operator.name))
        if opened.alone:
            return [(self.tr("Một người"), doing)]
        this = (self.tr("Lượt {0}").format(opened.number), doing)
        if opened.number == 1 or not first_made:
            return [this]
        return [(self.tr("Lượt 1"), State("done", first_made)), this]


class TallyProgress(QWidget):
    """How many ballots were read out of those in the box, and the sum of what they were.

    Args:
        in_box: ballots in the box; None where nobody wrote it down.
        parent: the screen.
    """

    def __init__(self, in_box: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_box, self._read, self._sum = in_box, 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_read(0, "")

    def show_read(self, read: int, told: str) -> None:
        """Show how many were read; ``told`` is how they add up."""
        self._read, self._sum = read, told
        known = self.tr("trên {0} phiếu trong hòm").format(self._in_box) if self._in_box is not None else ""
        self.setAccessibleName(f"{self.tr('Đã đọc')} {read} {known} {told}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the large figures."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the height of the large figures."""
        return QSize(style.grown(300), style.text_size("tally_total") + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, figures and bar on one line; the sum gives way first."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._text(painter, 0, self.tr("Đã đọc"), "body", "ink_2") + 12
        left = self._text(painter, left, str(self._read), "tally_total", "ink") + 10
        if self._in_box is None:
            known = self.tr("phiếu (cuộc họp chưa ghi số phiếu trong hòm)")
            left = self._text(painter, left, known, "body", "ink_2")
            self._draw_sum(painter, self.width())
            painter.end()
            return
        left = (
            self._text(
                painter, left, self.tr("trên {0} phiếu trong hòm").format(self._in_box), "body", "ink_2"
            )
            + 20
        )
        right = self.width()
        if right - left > style.grown(520):
            right = self._draw_sum(painter, right) - 28
        rest = self._in_box - self._read
        figure, word = str(abs(rest)), self.tr("còn") if rest >= 0 else self.tr("thừa")
        colour = "ink" if rest >= 0 else "amber"
        right -= self._width(figure, "tally_total")
        self._text(painter, right, figure, "tally_total", colour)
        right -= self._width(word, "body") + 10
        self._text(painter, right, word, "body", "ink_2")
        self._draw_bar(painter, QRect(left, 0, right - 20 - left, self.height()))
        painter.end()

    def _draw_bar(self, painter: QPainter, room: QRect) -> None:
        if room.width() < 40 or not self._in_box:
            return
        high, radius = 12, style.size("radius")
        bar = QRect(room.left(), room.center().y() - high // 2, room.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("grey_soft"))
        painter.drawRoundedRect(bar, radius, radius)
        bar.setWidth(min(bar.width(), round(bar.width() * self._read / self._in_box)))
        painter.setBrush(style.colour("accent" if self._read <= self._in_box else "amber"))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_sum(self, painter: QPainter, right: int) -> int:
        left = right - self._width(self._sum, "body", "medium")
        self._text(painter, left, self._sum, "body", "ink", "medium")
        side = style.size("icon_small")
        box = QRect(left - side - 9, (self.height() - side) // 2, side, side)
        icons.icon("equals", "ring").paint(painter, box)
        return box.left()

    def _text(self, painter: QPainter, left: int, text: str, size: str, colour: str, weight: str = "") -> int:
        large = size == "tally_total"
        painter.setFont(style.font(size, weight or ("semibold" if large else "regular")))
        painter.setPen(style.colour(colour))
        wide = self._width(text, size, weight)
        room = QRect(left, 0, wide + 4, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        return left + wide

    def _width(self, text: str, size: str, weight: str = "") -> int:
        font = style.font(size, weight or ("semibold" if size == "tally_total" else "regular"))
        if text.isdigit():
            return round(figures_width(font, text))
        return QFontMetrics(font).horizontalAdvance(text)
