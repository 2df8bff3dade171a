"""Which organisations or posts are on show: by the beginnings of words, by what holds of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.lists.search_box import SearchBox
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import width_of
from desktop.vietnamese.finding import begins, words_sought

ALL = ""


class StructureFilter(QWidget):
    """A choice, where there is one, and a search; ``changed`` when others are to be shown.

    Args:
        choices: key and word of each; the first shows all.
        parent: the view.
    """

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.search = SearchBox(self)
        self.search.set_hint(self.tr("Tìm tên, nơi (Ctrl+F)"))
        self.search.setMinimumWidth(width_of(self.tr("Tìm tên")))
        self.search.setAccessibleName(self.tr("Tìm trong danh sách"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.which = ChoiceField("", choices or [(ALL, "")], self)
        self.which.box().setAccessibleName(self.tr("Lọc thêm"))
        self.which.committed.connect(lambda _: self.changed.emit())
        self.which.combo.setMinimumWidth(1)
        self.which.setMaximumWidth(style.grown(200))
        self.which.setVisible(bool(choices))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(self.which, 1)
        row.addWidget(self.search, 1)

    def chosen(self) -> str:
        """Return the key of what is chosen."""
        return str(self.which.value() or ALL)

    def finds(self, words: str) -> bool:
        """Tell whether words of a row begin as what is sought, without marks and in any order."""
        return all(begins(words, part) for part in words_sought(self.search.text()))

    def is_narrowing(self) -> bool:
        """Tell whether not all rows are on show."""
        return bool(self.search.text().strip()) or self.chosen() != ALL

    def clear(self) -> bool:
        """Show all again; False where all were."""
        if not self.is_narrowing():
            return False
        self.which.forget()
        self.which.set_value(ALL)
        self.search.clear()
        self.changed.emit()
        return True

    def focus(self) -> None:
        """Go to the search, what stands in it selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
