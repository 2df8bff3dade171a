"""Which hamlets of the list are on show: found by a name of today or the past, and by what holds of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.places.hamlets import HamletLine
from desktop.ui.lists.kept_filters import Chosen, KeptFilters
from desktop.ui.lists.search_box import SearchBox
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.vietnamese.finding import begins, words_sought

_ALL = ""


class HamletFilter(QWidget):
    """Search, a condition and the kept filters in one line; ``changed`` when others are to be shown.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self)
        self.search.set_hint(self.tr("Tìm thôn, cả tên cũ, không cần gõ dấu"))
        self.search.setAccessibleName(self.tr("Tìm thôn"))
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.which = ChoiceField(
            "",
            [
                (_ALL, self.tr("Mọi thôn, khu phố")),
                ("living", self.tr("Đang có")),
                ("ended", self.tr("Đã thôi")),
                ("differing", self.tr("Số hộ lệch danh sách xã")),
                ("headless", self.tr("Chưa có trưởng thôn")),
                ("difficult", self.tr("Đặc biệt khó khăn")),
            ],
            self,
            explain=self.tr("Chỉ xem các thôn như đã chọn."),
        )
        self.which.box().setAccessibleName(self.tr("Thôn nào"))
        self.which.committed.connect(lambda _: self.changed.emit())
        self.which.setFixedWidth(style.size("side_panel_narrow") - 40)
        self.kept = KeptFilters(context, "hamlets", self._narrowed_to, self._narrow, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        line.addWidget(self.which)
        line.addWidget(self.search, 1)
        line.addWidget(self.kept)

    def fits(self, line: HamletLine) -> bool:
        """Tell whether a hamlet is on show."""
        names = " ".join((line.full_name, *line.predecessors, *line.joined))
        named = all(begins(names, word) for word in words_sought(self.search.text()))
        return named and _holds(line, str(self.which.value()))

    def clear(self) -> bool:
        """Show all again; False where all are on show."""
        narrowed = bool(self.search.text()) or bool(self.which.value())
        self.which.set_value(_ALL)
        self.search.clear()
        self.changed.emit()
        return narrowed

    def focus(self) -> None:
        """Stand in the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _narrowed_to(self) -> Chosen:
        return {"search": self.search.text().strip(), "which": str(self.which.value())}

    def _narrow(self, chosen: Chosen) -> None:
        self.which.set_value(chosen.get("which") or _ALL)
        self.search.setText(str(chosen.get("search") or ""))
        self.changed.emit()


def _holds(line: HamletLine, which: str) -> bool:
    living = line.ends_on is None
    return {
        _ALL: True,
        "living": living,
        "ended": not living,
        "differing": living and line.stated not in (None, line.counted),
        "headless": living and not line.head,
        "difficult": living and line.is_difficult,
    }[which]
