"""Questions about a hamlet: its kind and name, from which day, made of which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class HamletAnswer:
    """What was typed: kind, name, day (None where none was asked or typed), codes that were ticked."""

    kind: str
    name: str
    day: date | None
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, and what is needed.

    Attributes:
        kind: offered as kind, as ``name`` is as name and ``day`` as day.
        needs_day: the day has to be said.
        hamlets: codes and names that can be ticked; ``ticked`` are at first.
    """

    kind: str = ""
    name: str = ""
    day: date | None = None
    needs_day: bool = False
    hamlets: Mapping[str, str] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()


class HamletQuestion(SubmittedQuestion):
    """Asks for a hamlet.

    Args:
        parent: the window it belongs to.
        asked: its words.
        offer: what stands in the fields at first.
        submit: is given the answer and what to call when it was done or refused.
    """

    def __init__(self, parent: QWidget | None, asked: Asked, offer: Offer, submit: Submit) -> None:
        super().__init__(parent, asked, submit)
        self._needs_day = offer.needs_day
        self.kind = TextField(self.tr("Loại (thôn, bản, khu phố…)"), self)
        self.kind.set_value(offer.kind)
        self.name = TextField(self.tr("Tên"), self)
        self.name.set_value(offer.name)
        self.day = DateField(self.tr("Từ ngày") if offer.needs_day else self.tr("Từ ngày, nếu biết"), self)
        self.day.set_value(offer.day)
        self.ticks = QListWidget(self)
        self.ticks.setProperty("kind", "list")
        self.ticks.setAccessibleName(self.tr("Các thôn được sáp nhập"))
        for code, words in offer.hamlets.items():
            item = QListWidgetItem(words, self.ticks)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if code in offer.ticked else Qt.CheckState.Unchecked)
        if offer.hamlets:
            self.ticks.setCurrentRow(0)
            self.ticks.setFixedHeight(style.size("row") * 4)
            self.body.addWidget(label(self.tr("Các thôn được sáp nhập (phím cách để chọn)"), "field", self))
            self.body.addWidget(self.ticks)
        else:
            self.ticks.hide()
        pair = QHBoxLayout()
        pair.setSpacing(style.size("grid"))
        pair.addWidget(self.kind, 2)
        pair.addWidget(self.name, 3)
        self.body.addLayout(pair)
        self.body.addWidget(self.day)
        self.by_file = quiet(self.tr("Nhiều thôn một lúc, theo tệp…"), self)
        self.by_file.setVisible(bool(offer.hamlets))
        if offer.hamlets:
            self.body.addWidget(self.by_file)
        first = self.ticks if offer.hamlets else self.name if offer.kind else self.kind
        first.setFocus()

    def answer(self) -> HamletAnswer:
        """Return what stands in the fields."""
        items = [self.ticks.item(row) for row in range(self.ticks.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        codes = tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)
        return HamletAnswer(self.kind.value(), self.name.value(), self.day.value(), codes)

    def _agree(self) -> None:
        if self.check_day(self.day, needed=self._needs_day):
            self.hand_in(self.answer())
