"""The stock book of the ballots: printed, sealed, issued and left over, beside what each has to come to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.services.papers.ballots import BallotBook
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.text import NumberField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip

_PRINTED, _SEALED, _ISSUED = range(1, 4)
_SEALING = ("printed", "meeting")


class StockCard(Card):
    """Three lines; how many ballots bear the seal is written down here once they are printed.

    Attributes:
        sealed: how many ballots bear the seal.
        resend: sends what was printed to a printer once more.

    Args:
        parent: the panel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Sổ phiếu"))
        self._state = StateChip(State("not_yet"), self)
        self.head.insertWidget(1, self._state)
        self.sealed = NumberField(
            "",
            self,
            explain=self.tr(
                "Số phiếu đã đóng dấu. Phiếu đã in đều phải đóng dấu trước khi phát: số này bằng số đã in."
            ),
        )
        self.sealed.line.setAccessibleName(self.tr("Số phiếu đã đóng dấu"))
        self.sealed.setMaximumWidth(style.grown(72))
        self.resend = quiet(self.tr("Gửi lại máy in"), self)
        self._notes = label("", "note", self)
        self._notes.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(style.size("column_gap"))
        self._grid.setVerticalSpacing(style.size("inner"))
        self._grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, word in ((1, self.tr("đã ghi")), (2, self.tr("phải có"))):
            self._grid.addWidget(label(word, "caption", self), 0, column, right)
        words = (self.tr("In"), self.tr("Đóng dấu"), self.tr("Phát ra + không dùng"))
        self._lines: list[tuple[QLabel, QLabel]] = []
        for row, word in enumerate(words, 1):
            made = (label("", "body", self), label("", "name", self))
            named = label(word, "body", self)
            self._grid.addWidget(named, row, 0)
            if row == _SEALED:
                self._sealing = named
            for column, part in enumerate(made, 1):
                self._grid.addWidget(part, row, column, right)
            self._lines.append(made)
        self._grid.addWidget(self.sealed, _SEALED, 1, right)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._notes)
        self.body.addWidget(self.resend)

    def set_book(self, book: BallotBook) -> None:
        """Show what was recorded, and what it has to come to."""
        printed = bool(book.printings)
        words = self.tr("đã in") if printed else self.tr("chưa in")
        self._state.set_state(State("done" if printed else "not_yet", words))
        due = book.printed if book.printed is not None else book.copies
        counted = [n for n in (book.issued, book.unused, book.replaced) if n is not None]
        told = (book.printed or 0, book.sealed or 0, sum(counted))
        for number, (told_label, due_label) in zip(told, self._lines, strict=True):
            told_label.setText(str(number))
            due_label.setText(str(due))
        writes = book.state in _SEALING and not book.handed_out
        self.sealed.setVisible(writes)
        self._lines[_SEALED - 1][0].setVisible(not writes and not book.handed_out)
        # Slips for households bear no seal.
        for part in (self._sealing, self._lines[_SEALED - 1][1]):
            part.setVisible(not book.handed_out)
        self.sealed.set_value(book.sealed)
        self.resend.setVisible(printed)
        notes = self._notes_on(book, due)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def _notes_on(self, book: BallotBook, due: int) -> Sequence[str]:
        told = [
            self.tr("In thử {0}: {1} phiếu đã hủy, không tính.").format(
                f"{trial.printed_at:%H:%M}", trial.ballots
            )
            for trial in book.trials
        ]
        told += [
            self.tr("{0}: in lại {1} phiếu, {2}.").format(f"{p.printed_at:%H:%M, %d/%m}", p.copies, p.reason)
            for p in book.printings
            if p.reason
        ]
        if book.sealed is not None and book.sealed != due:
            told.append(self.tr("Đóng dấu {0}, đã in {1}: đếm lại phiếu.").format(book.sealed, due))
        return told
