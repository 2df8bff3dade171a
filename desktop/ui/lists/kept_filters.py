"""Filters that are kept: the button beside a list, and the dialog in which they are used and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.lists.filters import Filter, drop_filter, filters, keep_filter, rename_filter
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import refusal_sentence, spoken_code

Chosen = Mapping[str, str | bool | None]
_ROOM = 132  # pixels of the table: three filters, then it scrolls


class KeptFilters(QWidget):
    """The button "Bộ lọc…" of a page's list.

    Attributes:
        button: opens the dialog.

    Args:
        context: the open office and the runner.
        place: key of the place of the rail whose filters these are.
        now: tells what the list is narrowed to.
        use: narrows the list to that.
        parent: the page.
    """

    def __init__(
        self,
        context: Context,
        place: str,
        now: Callable[[], Chosen],
        use: Callable[[Chosen], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._place, self._now, self._use = place, now, use
        self.button = secondary(self.tr("Bộ lọc…"), "funnel", self)
        self.button.clicked.connect(lambda _=False: self.open())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)

    def open(self) -> None:
        """Show the filters that are kept."""
        dialog = FiltersDialog(self._context, self._place, self._now(), self.window())
        dialog.accepted.connect(lambda: self._take(dialog.current()))
        dialog.open()

    def _take(self, chosen: Filter | None) -> None:
        if chosen is not None:
            self._use(chosen.chosen)


class FiltersDialog(Question):
    """The filters of a place: one is used, renamed or dropped; what the list shows now is kept under a name.

    Args:
        context: the open office and the runner.
        place: key of the place.
        now: what its list is narrowed to.
        parent: the window.
    """

    def __init__(self, context: Context, place: str, now: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Bộ lọc đã lưu"),
            self.tr("Một bộ lọc giữ chữ tìm và các lựa chọn trên danh sách của trang này."),
            self.tr("Dùng bộ lọc"),
        )
        self._context, self._place, self._now = context, place, now
        self.table = Table((Column(self.tr("Tên"), lambda one: one.name, weight="medium"),), self)
        self.table.setAccessibleName(self.tr("Bộ lọc đã lưu"))
        self.table.setFixedHeight(_ROOM)
        self.table.opened.connect(lambda _: self._agree())
        self.rename = quiet(self.tr("Đổi tên theo ô dưới"), self)
        self.rename.clicked.connect(lambda _=False: self._rename())
        self.drop = quiet(self.tr("Xóa"), self)
        self.drop.clicked.connect(lambda _=False: self._drop())
        changes = QHBoxLayout()
        changes.addStretch(1)
        changes.addWidget(self.rename)
        changes.addWidget(self.drop)
        self.name = TextField(
            self.tr("Tên"),
            self,
            explain=self.tr("Tên của cách lọc đang xem, hoặc tên mới của bộ lọc đang chọn."),
        )
        self.keep = secondary(self.tr("Lưu cách lọc đang xem"), None, self)
        self.keep.clicked.connect(lambda _=False: self._keep())
        naming = QHBoxLayout()
        naming.setSpacing(style.size("grid"))
        naming.addWidget(self.name, 1)
        naming.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self.table)
        self.body.addLayout(changes)
        self.body.addLayout(naming)
        for button in (self.rename, self.drop, self.keep):
            button.setAutoDefault(False)
        self._wanted: int | None = None
        self._show(())
        self._load()

    def current(self) -> Filter | None:
        """Return the filter that is chosen."""
        found: Filter | None = self.table.current()
        return found

    def _agree(self) -> None:
        if self.current() is not None:
            self.accept()

    def _load(self) -> None:
        workplace, place = self._context.workplace, self._place
        self._context.ask(lambda: filters(workplace, place), self._show)

    def _show(self, kept: tuple[Filter, ...]) -> None:
        self.table.set_rows(kept)
        self.table.select(lambda one: self._wanted is None or one.id == self._wanted)
        for button in (self.yes, self.rename, self.drop):
            button.setEnabled(bool(kept))
        (self.table if kept else self.name).setFocus()

    def _keep(self) -> None:
        workplace, place, now, name = self._context.workplace, self._place, self._now, self.name.value() or ""
        self._do(lambda: keep_filter(workplace, place, name, now))

    def _rename(self) -> None:
        workplace, one, name = self._context.workplace, self.current(), self.name.value() or ""
        if one is not None:
            self._wanted = one.id
            self._do(lambda: rename_filter(workplace, one.id, name))

    def _drop(self) -> None:
        workplace, one = self._context.workplace, self.current()
        if one is not None:
            self._do(lambda: drop_filter(workplace, one.id))

    def _do(self, work: Callable[[], Filter | None]) -> None:
        def done(kept: Filter | None) -> None:
            self.say("")
            self.name.set_value("")
            if kept is not None:
                self._wanted = kept.id
            self._load()

        def failed(refusal: Refusal) -> None:
            self.say(refusal_sentence(refusal), code=spoken_code(refusal.code))
            self.name.setFocus()

        self._context.do(lambda _: work(), done=done, failed=failed, to=self)
