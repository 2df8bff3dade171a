"""The facts beside the ballots: size, how many, the stock book, the order of names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.services.ballots import BallotBook
from desktop.ui import style
from desktop.ui.election.side_panel import Facts, SidePanel
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.fields import NumberField
from desktop.ui.widgets.labels import key_cap, label
from desktop.ui.widgets.state import State, StateChip


class BallotPanel(SidePanel):
    """Three cards; the reserve can be typed until ballots are printed.

    Args:
        parent: the step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain = self.tr(
            "Dự phòng là số phiếu in thêm ngoài số hộ, để thay phiếu hỏng. Không có quy định về mức này: "
            "cơ quan tự đặt trong Thiết lập, ở đây có thể đổi cho riêng thôn này."
        )
        self.reserve = NumberField("", self, explain=explain)
        self.reserve.line.setAccessibleName(self.tr("Phiếu dự phòng"))
        self._size = StateChip(State("done"), self)
        self._fits = _wrapped("caption", self)
        self._before = Facts(self)
        self._usual = _wrapped("note", self)
        self._copies = label("", "name", self)
        self._sheets = _wrapped("note", self)
        self.add(self._how_many())
        self._book = StateChip(State("not_yet"), self)
        self._stock = _Stock(self)
        self.resend = quiet(self.tr("Gửi lại máy in"), self)
        self._printings = _wrapped("note", self)
        self.add(self._stock_book())
        self._order = _wrapped("body", self)
        order = Card("", self)
        row = QHBoxLayout()
        row.addWidget(self._order, 1)
        row.addWidget(key_cap("F1", self), 0, Qt.AlignmentFlag.AlignTop)
        order.body.addLayout(row)
        self.add(order)

    def set_book(self, book: BallotBook, *, printed: bool) -> None:
        """Show what is known of the ballots."""
        self._size.set_state(
            State("done", book.paper) if book.paper else State("not_yet", self.tr("chưa rõ"))
        )
        self._fits.setText(
            self.tr("{0} vừa: {1} tên, cỡ chữ {2}. {3} phiếu một tờ A4.").format(
                book.paper, book.candidates, book.name_size, book.per_sheet
            )
            if book.paper
            else self.tr("Khổ phiếu chọn theo số đo thật, khi đã có người ứng cử.")
        )
        self._before.set_facts([(self.tr("Hộ trong danh sách"), str(book.electorate))])
        self.reserve.set_value(book.reserve)
        self.reserve.set_read_only(on=printed)
        self._usual.setText(self.tr("mức của cơ quan: {0} phiếu").format(book.office_reserve))
        self._copies.setText(str(book.copies))
        self._sheets.setText(self.tr("{0} tờ A4, cắt rồi xếp chồng đúng thứ tự").format(book.sheets))
        word = self.tr("đã in") if printed else self.tr("chưa in")
        self._book.set_state(State("done" if printed else "not_yet", word))
        self._show_stock(book)
        self.resend.setVisible(printed)
        told = [
            self.tr("{0}: in lại {1} phiếu, {2}.").format(f"{p.printed_at:%H:%M, %d/%m}", p.copies, p.reason)
            for p in book.printings
            if p.reason
        ]
        self._printings.setText("\n".join(told))
        self._printings.setVisible(bool(told))
        self._order.setText(self.tr("Thứ tự in theo tên: {0}").format(", ".join(book.order) or "…"))

    def _show_stock(self, book: BallotBook) -> None:
        due = book.copies if book.printed is None else book.printed
        counted = [n for n in (book.issued, book.unused, book.replaced) if n is not None]
        again = sum(p.copies for p in book.printings if p.reason)
        self._stock.set_rows(
            [
                (self.tr("In"), book.printed or 0, book.copies + again),
                (self.tr("Phát + không dùng + đổi"), sum(counted), due),
            ]
        )

    def _how_many(self) -> Card:
        card = Card(self.tr("Khổ phiếu"), self)
        card.head.addWidget(self._size)
        card.body.addWidget(self._fits)
        card.body.addWidget(hairline(self))
        card.body.addWidget(self._before)
        lines = QGridLayout()
        lines.setHorizontalSpacing(style.size("grid"))
        lines.setVerticalSpacing(0)
        lines.addWidget(label(self.tr("Dự phòng"), "body", self), 0, 0)
        lines.addWidget(self._usual, 1, 0)
        lines.addWidget(self.reserve, 0, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        lines.setRowMinimumHeight(2, style.size("grid"))
        lines.addWidget(label(self.tr("Số phiếu in"), "name", self), 3, 0)
        lines.addWidget(self._sheets, 4, 0)
        lines.addWidget(self._copies, 3, 1, Qt.AlignmentFlag.AlignRight)
        lines.setColumnStretch(0, 1)
        self.reserve.setMaximumWidth(88)
        card.body.addLayout(lines)
        return card

    def _stock_book(self) -> Card:
        card = Card(self.tr("Sổ phiếu"), self)
        card.head.insertWidget(1, self._book)
        card.body.addWidget(self._stock)
        card.body.addWidget(self._printings)
        card.body.addWidget(self.resend)
        return card


class _Stock(QWidget):
    """What was recorded, and what it has to come to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.size("column_gap"))
        self._grid.setVerticalSpacing(style.size("inner"))
        self._grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(label(self.tr("đã ghi"), "caption", self), 0, 1, right)
        self._grid.addWidget(label(self.tr("phải có"), "caption", self), 0, 2, right)
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []

    def set_rows(self, rows: list[tuple[str, int, int]]) -> None:
        while len(self._lines) < len(rows):
            made = (_wrapped("body", self), label("", "body", self), label("", "name", self))
            for column, part in enumerate(made):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag(0)
                self._grid.addWidget(part, len(self._lines) + 1, column, side)
            self._lines.append(made)
        for (word, told, due), (what, first, second) in zip(rows, self._lines, strict=True):
            what.setText(word)
            first.setText(str(told))
            second.setText(str(due))


def _wrapped(part: str, parent: QWidget) -> QLabel:
    made = label("", part, parent)
    made.setWordWrap(True)
    return made
