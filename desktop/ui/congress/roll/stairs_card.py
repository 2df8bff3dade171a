"""The staircase of a base: those convened, each deduction with its people and papers, what is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.congress.roll_views import Stair, Staircase
from desktop.ui.congress.words import deduction_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.icon_line import IconLine
from desktop.ui.widgets.labels import label


class StairsCard(Card):
    """The card; no deduction stands in it without a name. ``opened`` asks for the roll.

    Args:
        parent: the view of a congress.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Căn cứ tính trúng cử"), parent)
        self.open = quiet(self.tr("Xem danh sách"), self)
        self.open.clicked.connect(lambda _=False: self.opened.emit())
        self.head.addWidget(self.open)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.size("inner"))
        self.body.addLayout(self._lines)

    def set_stairs(self, stairs: Staircase) -> None:
        """Show a base."""
        clear(self._lines)
        self._line(self.tr("Chính thức được triệu tập"), str(stairs.convened), "name")
        for step in _together(stairs.steps):
            count = len(step.people)
            part = "value" if count else "sentence"
            self._line(deduction_word(step.reason), f"−{count}" if count else "0", part)
            for name, paper in step.people:
                said = f"{name}, {paper}" if paper else name
                below = label(said, "caption", self)
                below.setWordWrap(True)
                self._lines.addWidget(below)
        self._lines.addWidget(hairline(self))
        self._line(self.tr("Số làm căn cứ tính trúng cử"), str(stairs.base), "name", result=True)
        quorum, share = stairs.quorum, f"{stairs.quorum_share.numerator}/{stairs.quorum_share.denominator}"
        met = self.tr("đủ {0}") if quorum.met else self.tr("chưa đủ {0}")
        said = self.tr("Có mặt {0}/{1}, cần ít nhất {2}").format(
            quorum.present, quorum.convened, quorum.needed
        )
        of_quorum = (quorum.present, quorum.convened, quorum.needed)
        bar = ShareBar(said, met.format(share), *of_quorum, self)
        bar.tint("green" if quorum.met else "amber")
        self._lines.addWidget(bar)
        self._remark(
            "scales",
            self.tr("Vạch đen: {0} của {1}. Quá nửa của {2} là {3} phiếu.").format(
                share, stairs.convened, stairs.base, stairs.needed
            ),
        )
        self._remark("info", self.tr("Đến trước khi phát phiếu: căn cứ và có mặt thêm 1."))
        if stairs.quorum_of_all is not None:
            other = stairs.quorum_of_all
            self._remark(
                "question",
                self.tr("Cả dự bị: {0}/{1}, cần {2}; Điều lệ không nói rõ cách nào.").format(
                    other.present, other.convened, other.needed
                ),
            )

    def _line(self, words: str, figure: str, part: str, *, result: bool = False) -> None:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        said = label(words, "body" if part == "value" else part, held)
        said.setWordWrap(True)
        shown = label(figure, "title" if result else part, held)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if result:
            shown.setProperty("ink", "accent")
        row.addWidget(said, 1)
        row.addWidget(shown)
        self._lines.addWidget(held)

    def _remark(self, icon: str, words: str) -> None:
        self._lines.addWidget(IconLine(icon, words, self))


def _together(steps: Sequence[Stair]) -> list[Stair]:
    """Return the steps; those under suspension and charge are one line while nobody is."""
    barred = [step for step in steps if step.reason in ("suspended", "detained")]
    if any(step.people for step in barred):
        return list(steps)
    joined = [step for step in steps if step not in barred[1:]]
    return [Stair("barred", ()) if step in barred else step for step in joined]
