"""Beside the columns of an import: as what one is read, what is repaired in it, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.columns import ColumnView, ColumnWhy
from desktop.ui.lists.repair_line import RepairLine
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.icon_line import IconLine
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip


class ColumnCard(Card):
    """The card of the column in hand.

    Args:
        parent: the panel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.chip = StateChip(State("not_yet"), self)
        self.head.addWidget(self.chip)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.size("grid"))
        self.body.addLayout(self._lines)

    def show_column(self, view: ColumnView, read_as: str) -> None:
        """Tell of a column; ``read_as`` is the word of what it is read as, empty where it isn't."""
        self.set_title(self.tr("Cột {0}").format(view.letter))
        self.chip.set_state(self._state(view, read_as))
        clear(self._lines)
        self._add(hairline(self))
        heading = view.heading or self.tr("Cột này không có tiêu đề.")
        self._say(heading, "small" if view.heading else "caption")
        if view.key is not None:
            for code, count in view.repairs:
                self._add(RepairLine(code, count, self))
            if not view.repairs:
                self._say(self.tr("Mọi ô đọc như trong tệp."), "caption")
            if view.repaired:
                self._tell_repaired(view.repaired)
        elif view.why is ColumnWhy.SAID:
            self._say(self.tr("Cột này không được ghi vào sổ."), "caption")
        else:
            self._say(
                self.tr(
                    "Chương trình không biết tiêu đề này. Chưa chọn thì cột không được nhập. Cột không có "
                    "trong sổ thì chọn Không nhập."
                ),
                "caption",
            )
        self._add(hairline(self))
        change = self.tr("Đổi cách đọc ở cột “Đọc là”: Enter hoặc Alt+Xuống. Chọn xong thì tệp được đọc lại.")
        self._add(IconLine("info", change, self))

    def _state(self, view: ColumnView, read_as: str) -> State:
        if view.key is not None:
            return State("done", read_as)
        if view.waits:
            return State("attention", self.tr("Chưa chọn"))
        return State("not_yet", self.tr("Không nhập"))

    def _tell_repaired(self, repaired: Sequence[tuple[str, str]]) -> None:
        self._add(hairline(self))
        self._say(self.tr("Trước và sau"), "caption")
        for was, now in repaired:
            self._add(_Pair(was or self.tr("trống"), now or self.tr("trống"), self))

    def _say(self, words: str, part: str) -> None:
        said = label(words, part, self)
        said.setWordWrap(True)
        self._add(said)

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)


class _Pair(QWidget):
    """A cell as it was, struck through, and as it is read."""

    def __init__(self, was: str, now: str, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        line.addWidget(ElidedLabel(was, "struck", self), 1)
        line.addWidget(IconView("arrow-right", "ink_2", "icon_small", self), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(ElidedLabel(now, "body", self), 1)
