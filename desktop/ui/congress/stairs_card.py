"""The staircase of a base: those convened, each deduction with its people and papers, what is left."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.congress.roll_views import Staircase
from desktop.ui.congress.words import deduction_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.labels import label


class StairsCard(Card):
    """The card; no deduction stands in it without a name.

    Args:
        parent: the view of a congress.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Căn cứ tính trúng cử"), parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.size("inner"))
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def set_stairs(self, stairs: Staircase) -> None:
        """Show a base."""
        clear(self._lines)
        self._line(self.tr("Chính thức được triệu tập"), str(stairs.convened), "name")
        for step in stairs.steps:
            count = len(step.people)
            self._line(deduction_word(step.reason), f"−{count}" if count else "0", "body")
            for name, paper in step.people:
                said = f"{name}, {paper}" if paper else name
                below = label(said, "caption", self)
                below.setWordWrap(True)
                self._lines.addWidget(below)
        self._lines.addWidget(hairline(self))
        self._line(self.tr("Số làm căn cứ tính trúng cử"), str(stairs.base), "headline")
        quorum = stairs.quorum
        met = self.tr("đủ số quy định") if quorum.met else self.tr("chưa đủ số quy định")
        said = self.tr("{0}/{1}, cần {2}, {3}").format(quorum.present, quorum.convened, quorum.needed, met)
        self._lines.addWidget(
            ShareBar(self.tr("Có mặt"), said, quorum.present, quorum.convened, quorum.needed, self)
        )
        if stairs.quorum_of_all is not None:
            other = stairs.quorum_of_all
            self._caption(
                self.tr(
                    "Tính cả đảng viên dự bị: {0}/{1}, cần {2}. Điều lệ không nói rõ tính cách nào."
                ).format(other.present, other.convened, other.needed)
            )
        self._caption(
            self.tr("Trúng cử khi được từ {0} phiếu: quá nửa của {1}.").format(stairs.needed, stairs.base)
        )
        self._caption(
            self.tr("Ai được miễn, ở nơi khác mà đến trước khi phát phiếu: căn cứ và có mặt thêm 1.")
        )

    def _line(self, words: str, figure: str, part: str) -> None:
        row = QHBoxLayout()
        said = label(words, "name" if part != "body" else "body", self)
        said.setWordWrap(True)
        row.addWidget(said, 1)
        row.addWidget(label(figure, part, self))
        self._lines.addLayout(row)

    def _caption(self, words: str) -> None:
        made = label(words, "caption", self)
        made.setWordWrap(True)
        self._lines.addWidget(made)
