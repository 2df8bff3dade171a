"""The parts of an import: which hamlet or branch each sheet, or value of the column, is, and its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.lists.parts import PartAccount, Why
from desktop.services.lists.preview import RowState
from desktop.ui.lists.part_words import PartWords
from desktop.ui.lists.words import state_words
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.icon_line import IconLine
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.choice_cell import CellChoice, Chosen
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_LEFT_OUT = "-"
_INTO = 1  # the number of the column with the choice


class PartsStep(QWidget):
    """The table of parts, with the choice in each row.

    ``said`` carries what a part says of itself, and the code of its place; None where it is left out.

    Args:
        words: of hamlets or of branches.
        parent: the view.
    """

    said = Signal(str, object)

    def __init__(self, words: PartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.table = Table(self._columns(), self)
        self.table.setAccessibleName(words.table)
        self.table.hug()
        self.table.chosen.connect(lambda _: self._tell())
        self.choice = CellChoice(self.table, _INTO, _chosen_place)
        self.choice.chosen.connect(self._say)
        self._said = label("", "sentence", self)
        self._said.setWordWrap(True)
        explained = IconLine("info", words.explain, self)
        self._card = Card("", self)
        self._card.body.addWidget(self._said)
        self._card.body.addWidget(hairline(self._card))
        self._card.body.addWidget(explained)
        self.panel = SidePanel(self, width="side_panel_narrow")
        self.panel.add(self._card)
        self.totals = label("", "sentence", self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        left.addWidget(self.totals)
        left.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.panel.beside(left, self.table), 1)

    def set_places(self, places: Mapping[str, str]) -> None:
        """Offer hamlets or branches by code."""
        self.choice.set_choices([*places.items(), (_LEFT_OUT, self.tr("Không nhập phần này"))])

    def set_parts(self, parts: Sequence[PartAccount]) -> None:
        """Show the parts of a list."""
        before: PartAccount | None = self.table.current()
        self.table.set_rows(parts)
        self.table.select(lambda one: before is None or one.part.said == before.part.said)
        unknown = sum(one.part.why is Why.UNKNOWN for one in parts)
        places = self._words.places.format(len({one.part.place for one in parts if one.part.place}))
        said = self.tr("{0} phần của tệp, {1}.").format(len(parts), places)
        if unknown:
            said += " " + self._words.unknown.format(unknown)
        self.totals.setText(said)
        self._tell()

    def focus_table(self) -> None:
        """Stand in the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_problem(self, step: int) -> None:
        """Go to the next part of no known place, or whose place was guessed."""
        self.table.walk(lambda one: one.part.why in (Why.UNKNOWN, Why.NEAR), step)

    def _say(self, code: str) -> None:
        one: PartAccount | None = self.table.current()
        if one is not None:
            self.said.emit(one.part.said, None if code == _LEFT_OUT else code)

    def _tell(self) -> None:
        one: PartAccount | None = self.table.current()
        self._card.setVisible(one is not None)
        if one is None:
            return
        self._card.set_title(one.part.said or self.tr("(trống)"))
        self._said.setText(self._why(one))

    def _columns(self) -> tuple[Column, ...]:
        words = state_words()
        states = (RowState.NEW, RowState.CHANGED, RowState.SAME, RowState.DOUBTFUL, RowState.REFUSED)
        return (
            Column(
                self.tr("Trang hoặc giá trị"),
                lambda one: one.part.said or self.tr("(trống)"),
                weight="medium",
            ),
            Column(self._words.into, self._into, drawing=self._chosen, width=200),
            *(
                Column(
                    words[state],
                    partial(_count, state),
                    state=partial(_coloured, state),
                    width=78,
                    align="right",
                    gives_way=state in (RowState.SAME, RowState.CHANGED),
                )
                for state in states
            ),
        )

    def _into(self, one: PartAccount) -> str:
        if one.part.why is Why.LEFT_OUT:
            return self.tr("Không nhập")
        return one.place or self.tr("Chưa chọn")

    def _chosen(self, one: PartAccount) -> Chosen:
        return Chosen(self._into(one), waits=one.part.why in (Why.UNKNOWN, Why.NEAR))

    def _why(self, one: PartAccount) -> str:
        return {
            Why.NAME: self._words.as_name,
            Why.OLD: self._words.old,
            Why.NEAR: self._words.like_name,
            Why.SAID: self.tr("Đã chọn cho tệp có tiêu đề này."),
            Why.LEFT_OUT: self.tr("Phần này không được ghi vào sổ."),
            Why.UNKNOWN: self._words.never,
        }[one.part.why]


def _count(state: RowState, one: PartAccount) -> str:
    count = one.states.get(state, 0)
    return f"{count:,}".replace(",", ".") if count else ""


def _coloured(state: RowState, one: PartAccount) -> State | None:
    if not one.states.get(state):
        return None
    return {RowState.DOUBTFUL: State("attention"), RowState.REFUSED: State("wrong")}.get(state)


def _chosen_place(one: PartAccount) -> str | None:
    """Return what is chosen in the list: the code of a place, to leave it out, or nothing yet."""
    if one.part.why is Why.LEFT_OUT:
        return _LEFT_OUT
    # A place that was guessed can be chosen as it is, and is then said.
    return None if one.part.why is Why.NEAR else one.part.place
