"""Which unit: searched in the list with or without marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.services.office.workplace import VIET_NAM
from desktop.services.places.unit_list import UnitChoice, find_units
from desktop.ui.page.runner import Runner
from desktop.ui.start.start_view import StartView
from desktop.ui.start.surroundings import Surroundings
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_PAUSE = 150  # milliseconds without a letter before the list is searched


class UnitStep(StartView):
    """The search box over the list; ``chosen`` carries the unit, ``back`` goes a step back.

    Args:
        surroundings: where the list is.
        runner: searches in the background.
        parent: the wizard.
    """

    chosen = Signal(object)  # UnitChoice
    back = Signal()

    def __init__(self, surroundings: Surroundings, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._surroundings = surroundings
        self._runner = runner
        self._levels: tuple[str, ...] = ("commune",)
        self._asked = 0
        self._fresh = ""
        self._enters = False
        self.field = TextField(
            self.tr("Tên hoặc mã đơn vị"),
            self,
            hint=self.tr("Gõ có dấu hoặc không dấu; phím Xuống để sang danh sách."),
        )
        self.found = Table(
            [
                Column(
                    self.tr("Đơn vị"),
                    lambda choice: choice.full_name,
                    sub=lambda choice: choice.above,
                    weight="medium",
                ),
                Column(self.tr("Mã"), lambda choice: choice.unit.code, width=90),
            ],
            self,
            row_height=style.size("row_two_lines"),
        )
        self._none = label("", "sentence", self)
        self.body.addWidget(self.field)
        self.body.addWidget(self._none)
        self.found.hug()
        self.body.addWidget(self.found, 10)
        self.body.addStretch(1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self.field.line.textChanged.connect(lambda _: self._typing())
        self.field.line.installEventFilter(self)
        self.found.opened.connect(lambda _: self.primary())
        back = secondary(self.tr("Quay lại"), None, self)
        back.clicked.connect(self.back)
        self.bar.add_left(back)

    def ask_for(self, role: str) -> None:
        """Offer the units that an office of a role may belong to."""
        commune = role == "commune"
        self._levels = ("commune",) if commune else ("province", "district")
        self.heading.setText(self.tr("Xã nào?") if commune else self.tr("Cơ quan nhận của đơn vị nào?"))
        self.said.setText(self.tr("Danh mục đơn vị hành chính hiện nay đi kèm chương trình."))
        self._find("", lambda _: None)  # reads the list before the first letter
        self.search()

    def search(self) -> None:
        """Look for what is typed."""
        self._pause.stop()
        text = self.field.line.text()
        self._find(text, partial(self._show, text))

    def come(self) -> None:
        """Put the focus into the search box."""
        self.field.line.setFocus()

    def help_text(self) -> str:
        """Explain the list."""
        return self.tr(
            "Danh mục gồm mọi đơn vị từ 01/07/2025, lấy từ dữ liệu công khai. Mã đơn vị đi vào tên gói gửi "
            "và thẻ "
            "của cơ quan nên phải chọn đúng."
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the box into the list with Down or Enter."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if not control:
                self._enter_list()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str, done: Callable[[tuple[UnitChoice, ...]], None]) -> None:
        self._asked += 1
        asked, levels = self._asked, self._levels
        path, today = self._surroundings.units, self._surroundings.clock().astimezone(VIET_NAM).date()

        def found(choices: tuple[UnitChoice, ...]) -> None:
            if asked == self._asked:
                done(choices)

        self._runner.run(lambda _: find_units(path, text or " a", today, levels=levels), found)

    def _typing(self) -> None:
        # What is on show belongs to fewer letters: nothing may be chosen from it.
        self.bar.set_primary(self.tr("Tiếp: đặt mật khẩu"), self._choose, enabled=False)
        self._pause.start()

    def _enter_list(self) -> None:
        if self._fresh == self.field.line.text():
            if self.found.rows():
                self.found.setFocus()
        else:
            self._enters = True
            self.search()

    def _show(self, text: str, choices: tuple[UnitChoice, ...]) -> None:
        if text != self.field.line.text():
            return
        self._fresh = text
        typed = bool(text.strip())
        shown = choices if typed else ()
        self.found.set_rows(shown)
        self.found.setVisible(bool(shown))
        self._none.setText(self.tr("Không có đơn vị nào hợp với chữ đang gõ.") if typed else "")
        self._none.setVisible(not shown)
        self.bar.set_primary(self.tr("Tiếp: đặt mật khẩu"), self._choose, enabled=bool(shown))
        if self._enters and shown:
            self.found.setFocus()
        self._enters = False

    def _choose(self) -> None:
        choice = self.found.current()
        if choice is not None:
            self.chosen.emit(choice)
