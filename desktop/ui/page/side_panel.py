"""The panel at the right of a step: cards under each other, which scroll where the window is low."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.services.elections.clauses import ClauseView
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside, Grows
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.labels import label
from desktop.wording import checked_sentence


class SidePanel(Scrolling):
    """Cards in a column of fixed width; the keyboard passes through to what stands in them.

    Attributes:
        column: where the cards go; a stretch stands at its end.
    """

    def __init__(self, parent: QWidget | None = None, *, width: str = "side_panel") -> None:
        super().__init__(parent)
        self.setFixedWidth(style.size(width))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        inner.setProperty("kind", "plain")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.size("grid") + style.size("inner"))
        self.column.addStretch(1)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        """Ask for no height: a low window has the cards scroll here, and not the whole page."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def add(self, widget: QWidget) -> None:
        """Put a card under the others."""
        if isinstance(widget, Findings):
            widget.grow()
        self.column.insertWidget(self.column.count() - 1, widget)

    def beside(self, left: QLayout | QWidget, *growing: Grows) -> Beside:
        """Lay out the body of a step: what takes the room that is left, and this panel.

        Args:
            left: takes the room that is left.
            growing: tables inside it, which show more rows where the panel stands beneath.
        """
        body = Beside()
        body.add(left)
        body.grow_too(*growing)
        body.add_panel(self)
        return body

    def walk(self, findings: Findings, step: int) -> Finding | None:
        """Go to the next finding, or with -1 to the one before, and scroll to it."""
        found = findings.walk(step)
        self.reveal(findings)
        return found

    def reveal(self, findings: Findings) -> None:
        """Scroll to the finding that was walked to."""
        row = findings.current_row()
        if row is not None:
            self.ensureWidgetVisible(row)


class ClauseNote(QWidget):
    """What a clause says, where it stands, and who compared it with the official text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner"))
        self._says = label("", "caption", self)
        self._stands = label("", "note", self)
        self._mark = label("", "note", self)
        for part in (self._says, self._stands, self._mark):
            part.setWordWrap(True)
            column.addWidget(part)

    def set_clause(self, clause: ClauseView) -> None:
        """Show a clause."""
        self._says.setText(clause.explanation)
        self._stands.setText(clause.article)
        self._mark.setText(checked_sentence(clause.checked))
        self._mark.setProperty("part", "note" if clause.checked == "read" else "attention")
        self._mark.style().unpolish(self._mark)
        self._mark.style().polish(self._mark)


def clause_words(clause: ClauseView) -> str:
    """Say a clause in one paragraph, for F1."""
    return f"{clause.explanation}\n{clause.article}. {checked_sentence(clause.checked)}"
