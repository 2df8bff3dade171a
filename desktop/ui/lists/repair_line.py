"""One kind of repair of a list: how many cells, what they were, and how they were put right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.lists.words import repair_words
from desktop.ui.widgets import style
from desktop.ui.widgets.labels import label
from desktop.vietnamese.numerals import grouped


class RepairLine(QWidget):
    """The count at the left, what it counts and how it was repaired beside it.

    Args:
        code: of the repair.
        count: of the cells.
        parent: the panel.
    """

    def __init__(self, code: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        what, how = repair_words(code)
        number = label(grouped(count), "value", self)
        number.setFixedWidth(style.size("number_field") // 3)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        for text, part in ((what, "body"), (how, "caption")):
            said.addWidget(label(text, part, self))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        line.addWidget(number)
        line.addLayout(said, 1)
