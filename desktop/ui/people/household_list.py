"""The list of households: of a hamlet or of all, found by name, read part by part as it is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.people.households import HouseholdLine, HouseholdPage, household_count, households
from desktop.ui.lists.kept_filters import Chosen, KeptFilters
from desktop.ui.lists.search_box import SearchBox
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_ALL = "*"
_PART = 300
_PATIENCE = 250  # milliseconds after the last letter before the register is searched


class HouseholdList(QWidget):
    """Choices and search in one line; the page puts the table and the facts where they belong.

    Attributes:
        table: Ctrl+V in it pastes new rows.
        facts: how many there are.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    shown = Signal(bool)  # the list was read; whether it holds anything, or could if it were searched less

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._more = False
        self._asked = 0
        self._next: int | None = None
        self.hamlet = ChoiceField("", (), self, explain=self.tr("Sổ hộ của thôn nào đang được xem."))
        self.hamlet.box().setAccessibleName(self.tr("Thôn"))
        self.ended = ChoiceField(
            "",
            [(False, self.tr("Hộ đang ở")), (True, self.tr("Hộ đã thôi"))],
            self,
            explain=self.tr("Hộ đã chuyển đi hoặc đã gộp vào hộ khác không vào danh sách bầu cử mới."),
        )
        self.ended.box().setAccessibleName(self.tr("Hộ đang ở hay đã thôi"))
        self.missing = ChoiceField(
            "",
            [
                ("", self.tr("Đủ hay thiếu")),
                ("identity", self.tr("Thiếu số định danh")),
                ("birth", self.tr("Thiếu ngày sinh")),
                ("sex", self.tr("Thiếu giới tính")),
                ("ethnic", self.tr("Thiếu dân tộc")),
                ("members", self.tr("Thiếu số khẩu")),
            ],
            self,
            explain=self.tr("Chỉ xem các hộ mà sổ còn thiếu ô này, để bổ sung."),
        )
        self.missing.box().setAccessibleName(self.tr("Ô còn thiếu"))
        self.kept = KeptFilters(context, "households", self._narrowed_to, self._narrow, self)
        for choice in (self.hamlet, self.ended, self.missing):
            choice.committed.connect(lambda _: self.refresh())
        self.search = SearchBox(self)
        self.search.set_hint(self.tr("Tìm chủ hộ, không cần gõ dấu"))
        self.search.setAccessibleName(self.tr("Tìm chủ hộ"))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._patience.start())
        self.table = Table(self._columns(), self)
        self.table.setAccessibleName(self.tr("Các hộ"))
        self.table.take_blocks()
        self.table.say_where_empty(
            self.tr("Không có hộ nào khớp; hãy gõ ít chữ hơn hoặc chọn lại Hộ đang ở, Đủ hay thiếu.")
        )
        self.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.facts = label("", "sentence", self)
        self._lay_out()

    def set_hamlets(self, hamlets: Mapping[str, str], wanted: str | None = None) -> None:
        """Offer hamlets by code, and all of them; choose the wanted one, else keep the chosen one."""
        every = self.tr("Tất cả {0} thôn, khu phố").format(len(hamlets))
        choices = list(hamlets.items())
        self.hamlet.set_choices([*choices, (_ALL, every)] if len(hamlets) > 1 else choices)
        if wanted in hamlets:
            self.hamlet.set_value(wanted)

    def chosen(self) -> str | None:
        """Return the code of the hamlet on show; None where all are."""
        code = self.hamlet.value()
        return None if code in (None, _ALL) else str(code)

    def refresh(self) -> None:
        """Read the list from its beginning."""
        self._ask(None, self._show)

    def show_next(self, key: int) -> None:
        """Go to a household once the list is read anew."""
        self._next = key

    def look_for(self, name: str, key: int) -> None:
        """Search for a name among those who live here, and stand on one household when the list is read."""
        self.ended.set_value(False)
        self.missing.set_value("")
        self.search.setText(name)
        # The page reads the list anyway.
        self._patience.stop()
        self._next = key

    def narrowed(self) -> bool:
        """Tell whether a search or a choice leaves households out."""
        return bool(self.search.text().strip()) or bool(self.ended.value()) or bool(self.missing.value())

    def clear_search(self) -> bool:
        """Show everybody again; False where nothing was searched for."""
        searched = bool(self.search.text())
        self.search.clear()
        return searched

    def _narrowed_to(self) -> Chosen:
        """Tell what the list shows, for a filter that is kept."""
        return {
            "search": self.search.text().strip(),
            "hamlet": self.chosen(),
            "ended": bool(self.ended.value()),
            "missing": str(self.missing.value()),
        }

    def _narrow(self, chosen: Chosen) -> None:
        """Show what a kept filter says; a hamlet that is no more is no condition."""
        self.hamlet.set_value(chosen.get("hamlet") or _ALL)
        if self.hamlet.value() is None:
            self.hamlet.set_value(_ALL)
        self.ended.set_value(bool(chosen.get("ended")))
        self.missing.set_value(chosen.get("missing") or "")
        self.search.setText(str(chosen.get("search") or ""))
        self._patience.stop()
        self.refresh()

    def _ask(self, after: int | None, done: Callable[[HouseholdPage], None]) -> None:
        hamlet, search, ended = self.chosen(), self.search.text(), bool(self.ended.value())
        missing = str(self.missing.value())
        workplace, self._asked = self._context.workplace, self._asked + 1
        asked = self._asked

        def found(page: HouseholdPage) -> None:
            # An answer that a later question has overtaken is not shown.
            if asked == self._asked:
                done(page)

        self._context.ask(
            lambda: households(
                workplace, hamlet, search=search, ended=ended, missing=missing, after=after, limit=_PART
            ),
            found,
        )

    def _show(self, page: HouseholdPage) -> None:
        self._more = page.more
        before: HouseholdLine | None = self.table.current()
        wanted = self._next or (before.id if before else None)
        self._next = None
        self.table.set_rows(page.lines)
        self.table.select(lambda line: line.id == wanted)
        self._count()
        self.shown.emit(bool(page.lines) or self.narrowed())

    def _count(self) -> None:
        """Say how many there are; the list needn't wait for it."""
        hamlet, search, ended = self.chosen(), self.search.text(), bool(self.ended.value())
        missing = str(self.missing.value())
        workplace, asked = self._context.workplace, self._asked
        words = self.tr("Tìm thấy {0} hộ") if search.strip() or missing else self.tr("{0} hộ")

        def say(count: int) -> None:
            if asked == self._asked:
                self.facts.setText(words.format(f"{count:,}".replace(",", ".")))

        self._context.ask(
            lambda: household_count(workplace, hamlet, search=search, ended=ended, missing=missing), say
        )

    def _scrolled(self, value: int) -> None:
        shown = self.table.rows()
        if value == self.table.verticalScrollBar().maximum() and shown and self._more:
            self._ask(shown[-1].id, self._add)

    def _add(self, page: HouseholdPage) -> None:
        self._more = page.more
        value, kept = self.table.verticalScrollBar().value(), self.table.current()
        self.table.set_rows([*self.table.rows(), *page.lines])
        self.table.select(lambda line: line is kept)
        self.table.verticalScrollBar().setValue(value)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Chủ hộ"), lambda line: line.head, sub=self._hamlet_of, weight="medium"),
            Column(self.tr("Ngày sinh"), lambda line: line.birth, width=108),
            Column(self.tr("Giới"), lambda line: line.sex, width=56, gives_way=True),
            Column(self.tr("Số định danh"), lambda line: line.identity, width=124),
            Column(self.tr("Dân tộc"), lambda line: line.ethnic, width=92, gives_way=True),
            Column(
                self.tr("Số khẩu"),
                lambda line: "" if line.members is None else str(line.members),
                width=72,
                align="right",
            ),
        )

    def _hamlet_of(self, line: HouseholdLine) -> str:
        return line.hamlet if self.chosen() is None else ""

    def _lay_out(self) -> None:
        self.hamlet.setFixedWidth(style.size("side_panel_narrow") - 40)
        self.ended.setFixedWidth(style.size("date_field"))
        self.search.setMinimumWidth(style.size("side_panel_narrow"))
        finding = QWidget(self)
        line = QHBoxLayout(finding)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("grid"))
        line.addWidget(self.search, 1)
        line.addWidget(self.kept)
        choices = Wrapping(self)
        for choice in (self.hamlet, self.ended, self.missing):
            choices.add(choice)
        choices.add(finding, elastic=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(choices)
