"""Beside the table of an import: what a row is, what its cells were, what to decide; all repairs counted."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.columns import column_words
from desktop.services.lists.preview import Cell, Preview, RowChoice, RowState
from desktop.ui.lists.columns import Shown, is_changed, kind_of
from desktop.ui.lists.repair_line import RepairLine
from desktop.ui.lists.words import choice_word, repair_words, state_of
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.buttons import Button, secondary
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import StateChip
from desktop.wording import note_sentence, row_sentence

# Rows that are written unless somebody leaves them out.
_LEFT_OUT = (RowState.NEW, RowState.CHANGED)
_FEWEST_ALIKE = 2
_BESIDE = 24  # pixels beside the words: the scroll bar and its gaps


class ImportPanel(Card):
    """The panel; ``decided`` carries the choice of a button.

    Args:
        parent: the page.
    """

    decided = Signal(object, bool)  # RowChoice or None, and whether for all rows like this one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(style.size("side_panel_narrow"))
        self._kind = ""
        self._summary = ""
        self.buttons: dict[RowChoice, Button] = {}
        self.all_alike: QCheckBox | None = None
        self._area = Scrolling(self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        self._begin()
        self._repairs: Counter[str] = Counter()
        self._alike: Counter[tuple[RowState, str]] = Counter()

    def set_grows(self, *, grows: bool) -> None:
        """Be as high as what is told, where the page scrolls."""
        self._area.set_grows(grows=grows)

    def set_preview(self, preview: Preview) -> None:
        """Count the repairs of a whole list."""
        self._kind = preview.kind
        self._repairs = Counter(code for row in preview.rows for cell in row.cells for code in cell.notes)
        self._repairs.update(note.code for row in preview.rows for note in row.beside)
        self._alike = Counter(kind_of(row) for row in preview.rows)

    def show_row(self, shown: Shown | None, field: str | None) -> None:
        """Tell about a row, the cell of a field first; None while there is none."""
        self._begin()
        if shown is not None:
            self._tell_row(shown)
            self._tell_cells(shown, field)
        if self._repairs:
            self._column.addSpacing(style.size("grid"))
            self._column.addWidget(hairline(self._holder))
            self._column.addSpacing(style.size("inner"))
            self._tell_repairs()

    def focus_decision(self) -> bool:
        """Go to the buttons of a doubtful row; False where there are none."""
        for button in self.buttons.values():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def _tell_row(self, shown: Shown) -> None:
        row = shown.row
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Dòng {0}").format(row.row), "name", self._holder))
        head.addStretch(1)
        head.addWidget(StateChip(state_of(row, shown.choice), self._holder))
        self._column.addLayout(head)
        if row.sheet:
            self._column.addWidget(
                ElidedLabel(self.tr("trang “{0}”").format(row.sheet), "caption", self._holder)
            )
        if row.refusal is not None:
            self._sentence(row_sentence(row.refusal, row.words), "wrong")
        for note in row.beside:
            cell = note.cell.rpartition("!")[2]
            self._sentence(note_sentence(note.code, cell, note.was, note.now), "attention")
        if row.doubt is not None:
            self._sentence(f"{row.waits_for}.", "attention")
            self._column.addSpacing(style.size("inner"))
            for choice in row.doubt.choices:
                self._offer(shown, choice)
            self._offer_all(shown)
        elif row.state in _LEFT_OUT:
            self._column.addSpacing(style.size("inner"))
            self._offer(shown, RowChoice.OMIT)
            self._offer_all(shown)

    def _offer(self, shown: Shown, choice: RowChoice) -> None:
        """Offer a choice for a row; pressed again where nothing has to be decided it is taken back."""
        button = secondary(choice_word(choice, self._kind), None, self._holder)
        button.setCheckable(True)
        button.setChecked(shown.choice is choice)
        again = shown.choice is choice and shown.row.doubt is None
        chosen = None if again else choice
        button.clicked.connect(lambda _=False: self.decided.emit(chosen, self._for_all()))
        self.buttons[choice] = button
        self._column.addWidget(button)

    def _offer_all(self, shown: Shown) -> None:
        """Offer the choice for all rows of the same kind, where there are others."""
        alike = self._alike.get(kind_of(shown.row), 0)
        self.all_alike = None
        if alike < _FEWEST_ALIKE:
            return
        words = (
            self.tr("Cho cả {0} dòng cùng lý do") if shown.row.doubt else self.tr("Cho cả {0} dòng như vậy")
        )
        self.all_alike = QCheckBox(words.format(f"{alike:,}".replace(",", ".")), self._holder)
        self._column.addWidget(self.all_alike)

    def _for_all(self) -> bool:
        return self.all_alike is not None and self.all_alike.isChecked()

    def _tell_cells(self, shown: Shown, field: str | None) -> None:
        row = shown.row
        told = [
            cell for cell in row.cells if cell.wrong or (is_changed(cell) and row.state is not RowState.SAME)
        ]
        if not told and row.doubt is None and row.refusal is None:
            same = self.tr("Mọi ô giống trong sổ.") if row.state is RowState.SAME else ""
            self._sentence(same or self.tr("Mọi ô ghi đúng như trong tệp."), "sentence")
        for cell in sorted(told, key=lambda cell: cell.field != field):
            self._column.addSpacing(style.size("grid"))
            self._tell_cell(cell)

    def _tell_cell(self, cell: Cell) -> None:
        place = self.tr("Ô {0}").format(cell.address.rpartition("!")[2]) if cell.address else ""
        head = QHBoxLayout()
        head.setSpacing(style.size("grid"))
        if place:
            head.addWidget(label(place, "name", self._holder))
        head.addWidget(label(column_words(self._kind)[cell.field], "caption", self._holder))
        head.addStretch(1)
        self._column.addLayout(head)
        if cell.written is not None:
            self._pair(self.tr("Trong tệp"), cell.written)
        if cell.before is not None:
            self._pair(self.tr("Trong sổ"), cell.before or self.tr("chưa có"))
        self._pair(self.tr("Trong tệp") if cell.wrong else self.tr("Sẽ ghi"), cell.value, strong=True)
        for code in dict.fromkeys(cell.notes):
            self._sentence(f"{repair_words(code)[0]}: {repair_words(code)[1]}", "note")

    def _tell_repairs(self) -> None:
        total = sum(self._repairs.values())
        self._column.addWidget(label(self.tr("Đã sửa khi đọc: {0} ô").format(total), "name", self._holder))
        for code, count in self._repairs.most_common():
            self._column.addWidget(RepairLine(code, count, self._holder))

    def _pair(self, word: str, value: str, *, strong: bool = False) -> None:
        line = QHBoxLayout()
        line.setSpacing(style.size("grid"))
        head = label(word, "caption", self._holder)
        head.setFixedWidth(style.size("number_field") * 2 // 3)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = label(value, "value" if strong else "sentence", self._holder)
        said.setWordWrap(True)
        line.addWidget(head)
        line.addWidget(said, 1)
        self._column.addLayout(line)

    def _sentence(self, text: str, part: str) -> None:
        said = label(text, part, self._holder)
        said.setWordWrap(True)
        # Wrapped words inside nested layouts are squeezed unless they say how high they are.
        said.ensurePolished()
        said.setMinimumHeight(said.heightForWidth(self.width() - 2 * style.size("card_padding") - _BESIDE))
        self._column.addWidget(said)

    def _begin(self) -> None:
        """Lay out anew; the button that was pressed must live until its signal is done."""
        before = self._area.takeWidget()
        if before is not None:
            before.deleteLater()
        self.buttons = {}
        self._holder = QWidget(self)
        self._holder.setProperty("kind", "plain")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(style.size("inner"))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self._holder)
