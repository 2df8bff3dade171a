"""A decision by which something changes: its number, its day, who issued it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.places.succession import Decision
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class DecisionFields(QWidget):
    """Three fields; all may stay empty, and the issuer alone is no decision.

    Args:
        parent: the card or question.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = TextField(self.tr("Nghị quyết, quyết định số"), self)
        self.decided_on = DateField(self.tr("Ngày ký"), self)
        self.issuer = TextField(self.tr("Cơ quan ban hành"), self)
        pair = Wrapping(self, high=True)
        pair.add(self.number, elastic=True)
        pair.add(self.decided_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(pair)
        column.addWidget(self.issuer)

    def offer_issuer(self, commune: str) -> None:
        """Offer the People's Council of a commune, named as in a sentence (``xã Mẫu``)."""
        if not self.issuer.value():
            self.issuer.set_value(self.tr("Hội đồng nhân dân {0}").format(commune))

    def set_value(self, decision: Decision) -> None:
        """Show a decision; the issuer that is offered stays where it names none."""
        self.number.set_value(decision.number or "")
        self.decided_on.set_value(decision.decided_on)
        if decision.issuer:
            self.issuer.set_value(decision.issuer)

    def clear(self) -> None:
        """Empty the fields."""
        self.number.set_value("")
        self.decided_on.set_value(None)
        self.issuer.set_value("")

    def value(self) -> Decision:
        """Return what stands in the fields."""
        number, issuer = self.number.value().strip() or None, self.issuer.value().strip() or None
        decided_on = self.decided_on.value()
        return Decision(number, decided_on, issuer if number or decided_on else None)
