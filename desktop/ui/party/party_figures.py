"""What the branches come to: who votes, committees, secretaries who are heads, who is to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.party.branches import BranchLine
from desktop.services.party.organisations import OrganisationKind
from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.figure_view import FigureView


class PartyFigures(QWidget):
    """Four numbers, each with its base.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.official = FigureView(self.tr("đảng viên chính thức"), self)
        self.committees = FigureView(self.tr("chi bộ có chi ủy"), self)
        self.heads = FigureView(self.tr("bí thư là trưởng thôn"), self)
        self.to_see = FigureView(self.tr("cần xem"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("fact_gap"))
        row.addStretch(1)
        for each in (self.official, self.committees, self.heads, self.to_see):
            row.addWidget(each)

    def set_branches(self, lines: Sequence[BranchLine]) -> None:
        """Count what is on show; of secretaries the base is the branches of hamlets."""
        people = sum(line.official + line.others for line in lines)
        residential = [line for line in lines if line.kind is OrganisationKind.RESIDENTIAL]
        self.official.set_figure(str(sum(line.official for line in lines)), f"/{people}")
        self.committees.set_figure(str(sum(line.committee > 0 for line in lines)), f"/{len(lines)}")
        heads = sum(line.secretary_is_head is True for line in residential)
        self.heads.set_figure(str(heads), f"/{len(residential)}")
        troubles = sum(line.troubles for line in lines)
        self.to_see.set_figure(str(troubles), f"/{people}", ink="amber" if troubles else "ink")
