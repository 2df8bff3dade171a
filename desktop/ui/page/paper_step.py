"""What the steps with one paper on show have in common: the paper at the left, cards at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.page.page import Context
from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.step import Step
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.findings import Finding, Findings


class PaperStep(Step):
    """A step around one paper; a subclass lays its cards out and says what opens a finding.

    Attributes:
        paper: the paper on show.
        findings: what is missing, the first of the cards.
        panel: the cards.
        bar: the bottom bar.

    Args:
        context: the open office.
        parent: the election page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._drawn: object = None
        self.paper = PdfView(context.runner, self)
        self.findings = Findings(self.tr("Còn thiếu"), self)
        self.findings.opened.connect(self.open_finding)
        self.panel = SidePanel(self)
        self.bar = BottomBar(self)

    def load(self, code: str) -> None:
        """Take the paper of another election away; a subclass reads in the background."""
        if code != self.code:
            self._drawn = None
            self.paper.clear()
        super().load(code)

    def primary(self) -> None:
        """Do what the primary button says."""
        self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is missing; Enter opens it."""
        self.panel.walk(self.findings, step)
        row = self.findings.current_row()
        if row is not None:
            row.setFocus()

    def open_finding(self, finding: Finding) -> None:
        """Go where a finding is mended."""

    def lay_out_cards(self, *cards: QWidget) -> None:
        """Put the findings and other cards beside the paper, over the bottom bar."""
        for card in (self.findings, *cards):
            self.panel.add(card)
        left = QVBoxLayout()
        left.addWidget(self.paper)
        self.lay_out(self.panel.beside(left, self.paper), self.bar)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what is missing; nothing hides the card."""
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))

    def draw_once(self, wanted: object, draw: Callable[[], bytes]) -> None:
        """Draw the paper in the background, unless this very one is on show."""
        if wanted != self._drawn:
            self._drawn = wanted
            self.context.ask(draw, self.paper.show_pdf)
