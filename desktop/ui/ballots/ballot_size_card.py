"""On which size of paper ballots are printed, and how many: the roll and a reserve."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.services.papers.ballots import BallotBook
from desktop.ui.page.electors import on_the_roll
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.fields.text import NumberField
from desktop.ui.widgets.labels import label

_SIZES = ("A4", "A5", "A6")


class BallotSizeCard(Card):
    """The sizes that hold the ballot can be chosen; of one that doesn't it is said why.

    Signals:
        size_chosen: a size was chosen by hand.

    Attributes:
        reserve: the reserve of this hamlet.

    Args:
        parent: the panel.
    """

    size_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Khổ phiếu"))
        explain = self.tr(
            "Dự phòng là số phiếu in thêm ngoài số người bầu, để thay phiếu hỏng. Không có quy định về mức "
            "này: cơ quan tự đặt trong Thiết lập, ở đây có thể đổi cho riêng thôn này. Xóa trắng ô thì lấy "
            "lại mức của cơ quan."
        )
        self.sizes = Segmented(_SIZES, self)
        self.sizes.setAccessibleName(self.tr("Khổ phiếu"))
        self.sizes.chosen.connect(lambda at: self.size_chosen.emit(_SIZES[at]))
        self.head.addWidget(self.sizes)
        self._fits = label("", "caption", self)
        self.reserve = NumberField("", self, explain=explain)
        self.reserve.line.setAccessibleName(self.tr("Phiếu dự phòng"))
        self.reserve.setMaximumWidth(style.grown(72))
        self._before = Facts(self)
        self._usual = label("", "note", self)
        self._copies = label("", "name", self)
        self._sheets = label("", "note", self)
        for wrapped in (self._fits, self._usual, self._sheets):
            wrapped.setWordWrap(True)
        self.body.addWidget(self._fits)
        self.body.addWidget(hairline(self))
        self.body.addWidget(self._before)
        self.body.addLayout(self._how_many())

    def set_book(self, book: BallotBook) -> None:
        """Show which sizes there are and how many ballots are printed."""
        printed = bool(book.printings)
        self.sizes.blockSignals(True)
        for at, size in enumerate(_SIZES):
            lacks = next((fit.lacks for fit in book.sizes if fit.size == size), "names")
            button = self.sizes.button(at)
            button.setEnabled(not lacks and (not printed or size == book.size))
            button.setToolTip(self._why_not(size, lacks, book.candidates))
            if size == book.size:
                self.sizes.choose(at)
        self.sizes.blockSignals(False)
        self.sizes.setVisible(not book.handed_out)
        self._fits.setText(self._fitting(book))
        self._before.set_facts([(on_the_roll(voters=book.voters), str(book.electorate))])
        self.reserve.set_value(book.reserve)
        self.reserve.set_read_only(on=printed)
        self._usual.setText(self._level(book))
        self._copies.setText(str(book.copies))
        self._sheets.setText(self.tr("{0} tờ A4, cắt rồi xếp chồng đúng thứ tự").format(book.sheets))

    def _fitting(self, book: BallotBook) -> str:
        if not book.size:
            return self.tr("Khổ phiếu chọn theo số đo thật, khi đã có người ứng cử.")
        said = self.tr("{0} vừa: {1} tên, cỡ chữ {2}. {3} phiếu một tờ A4.").format(
            book.paper, book.candidates, book.name_size, book.per_sheet
        )
        too_small = [self._why_not(fit.size, fit.lacks, book.candidates) for fit in book.sizes if fit.lacks]
        return " ".join([said, *too_small])

    def _why_not(self, size: str, lacks: str, candidates: int) -> str:
        if lacks == "squares":
            return self.tr("{0} không có chỗ cho ô đánh dấu.").format(size)
        return self.tr("{0} không đủ chỗ cho {1} tên.").format(size, candidates) if lacks else ""

    def _level(self, book: BallotBook) -> str:
        if book.office_percent is not None:
            return self.tr("cơ quan đặt {0} % số người bầu, làm tròn lên").format(book.office_percent)
        return self.tr("cơ quan đặt {0} phiếu mỗi thôn").format(book.office_reserve)

    def _how_many(self) -> QGridLayout:
        right = Qt.AlignmentFlag.AlignRight
        lines = QGridLayout()
        lines.setHorizontalSpacing(style.size("grid"))
        lines.setVerticalSpacing(0)
        lines.addWidget(label(self.tr("Dự phòng"), "body", self), 0, 0)
        lines.addWidget(self._usual, 1, 0)
        lines.addWidget(self.reserve, 0, 1, 2, 1, right | Qt.AlignmentFlag.AlignVCenter)
        lines.setRowMinimumHeight(2, style.size("grid"))
        lines.addWidget(label(self.tr("Số phiếu in"), "name", self), 3, 0)
        lines.addWidget(self._sheets, 4, 0)
        lines.addWidget(self._copies, 3, 1, right)
        lines.setColumnStretch(0, 1)
        return lines
