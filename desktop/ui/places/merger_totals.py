"""Beneath a plan of mergers: how many hamlets become how many, and who goes along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.places.mergers import Merger, MergerPlan
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label
from desktop.vietnamese.numerals import grouped


class MergerTotals(Card):
    """One line of sums, and at its right what of the file or of the commune isn't among them.

    Args:
        parent: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._olds = _Sum(self.tr("thôn, khu phố cũ"), self)
        self._news = _Sum(self.tr("mới"), self, icon="arrow-right")
        self._homes = _Sum(self.tr("hộ theo sang"), self)
        self._people = _Sum(self.tr("nhân khẩu"), self)
        self._party = _Sum(self.tr("đảng viên, không ai mất"), self)
        self._besides = [label("", "caption", self) for _ in range(3)]
        line = Wrapping(self)
        for part in (self._olds, self._news, self._homes, self._people, self._party):
            line.add(part)
        for said in self._besides:
            line.add(said, pushed=True)
        self.body.addWidget(line)

    def show_sums(self, plan: MergerPlan, written: Sequence[Merger]) -> None:
        """Sum up the mergers that are written, of a plan."""
        party = len(frozenset().union(*(old.party for one in written for old in one.olds)))
        self._olds.tell(sum(len(one.olds) for one in written))
        self._news.tell(len(written))
        self._homes.tell(sum(one.households for one in written))
        self._people.tell(sum(one.people for one in written))
        self._party.tell(party)
        self._party.setVisible(party > 0)
        besides = (
            (len(plan.untouched), self.tr("{0} thôn giữ nguyên.")),
            (plan.unread, self.tr("{0} dòng của tệp không đọc được.")),
            (plan.written, self.tr("{0} thôn mới đã ghi từ trước, không ghi lại.")),
        )
        for said, (count, sentence) in zip(self._besides, besides, strict=True):
            said.setText(sentence.format(count))
            said.setVisible(count > 0)


class _Sum(QWidget):
    """A number with its word."""

    def __init__(self, word: str, parent: QWidget, *, icon: str = "") -> None:
        super().__init__(parent)
        self._word = word
        self._number = label("", "headline", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, style.size("grid"), 0)
        row.setSpacing(style.size("grid"))
        if icon:
            row.addWidget(IconView(icon, "ink_3", "icon", self))
        row.addWidget(self._number)
        row.addWidget(label(word, "sentence", self))

    def tell(self, number: int) -> None:
        """Say how many."""
        self._number.setText(grouped(number))
        self.setAccessibleName(f"{self._number.text()} {self._word}")
