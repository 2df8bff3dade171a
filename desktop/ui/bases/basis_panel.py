"""Beside the register: what a document is, how it stands on papers and on which, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.bases.register import BasisView
from desktop.services.papers.bases import drawn_into, lines_drawn
from desktop.ui.bases.basis_words import scope_word, subjects_words
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, primary, quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label


class BasisPanel(SidePanel):
    """The panel of one document.

    Args:
        parent: the view.
    """

    change_asked = Signal()
    end_asked = Signal()
    move_asked = Signal(int)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card("", self, soft=True)
        self.headline = label("", "headline", self)
        self.sentence = label("", "sentence", self)
        self.change: Button = primary(self.tr("Sửa…"), self)
        self.end: Button = secondary(self.tr("Ghi ngày hết hiệu lực…"), None, self)
        self.up: Button = secondary(self.tr("Lên"), "arrow-up", self)
        self.down: Button = secondary(self.tr("Xuống"), "arrow-down", self)
        order = QHBoxLayout()
        order.setSpacing(style.size("grid"))
        order.addWidget(self.up, 1)
        order.addWidget(self.down, 1)
        does = QVBoxLayout()
        does.setSpacing(style.size("grid"))
        does.addWidget(self.change)
        does.addWidget(self.end)
        does.addLayout(order)
        for part in (self.headline, self.sentence):
            part.setWordWrap(True)
            self.card.body.addWidget(part)
        self.card.body.addLayout(does)
        self.lines_card, self.lines = self._said(self.tr("In như sau"))
        self.papers_card, self.papers = self._said(self.tr("In vào phần căn cứ của"))
        self.remove: Button = quiet(self.tr("Bỏ văn bản ghi nhầm"), self)
        self.papers_card.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.change.clicked.connect(lambda _=False: self.change_asked.emit())
        self.end.clicked.connect(lambda _=False: self.end_asked.emit())
        self.up.clicked.connect(lambda _=False: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda _=False: self.move_asked.emit(1))
        self.remove.clicked.connect(lambda _=False: self.remove_asked.emit())
        for card in (self.card, self.lines_card, self.papers_card):
            self.add(card)

    def show_basis(self, view: BasisView, *, first: bool, last: bool) -> None:
        """Show a document; ``first`` and ``last`` say where it stands in the list."""
        basis = view.basis
        self.headline.setText(view.heading)
        said = [
            self.tr("{0}, ngày {1}").format(basis.issuer, f"{basis.dated:%d/%m/%Y}"),
            basis.about,
            self.tr("{0}: {1}").format(scope_word(basis.scope), subjects_words(view)),
        ]
        self.sentence.setText("\n".join(said))
        self.end.setText(
            self.tr("Ghi ngày hết hiệu lực…") if basis.ends_on is None else self.tr("Sửa ngày hết hiệu lực…")
        )
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.lines.setText("\n".join(f"{line};" for line in lines_drawn(basis)))
        papers = drawn_into(basis)
        self.papers.setText(
            "\n".join(papers)
            if papers
            else self.tr("Không giấy tờ nào: giấy của bên này không có loại đã chọn. Hãy sửa phạm vi.")
        )

    def _said(self, title: str) -> tuple[Card, QLabel]:
        card = Card("", self)
        card.set_title(title)
        said = label("", "caption", self)
        said.setWordWrap(True)
        card.body.addWidget(said)
        return card, said
