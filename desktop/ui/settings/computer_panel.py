"""Hòm Phiếu on this computer: in the start menu, and its files opened by it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.office import windows_shell
from desktop.ui.page.page import Context
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class ComputerPanel(Panel):
    """Puts the program into Windows' start menu, and takes it out again; for this user alone.

    Args:
        context: the open office.
        parent: the page.
        program: the file that is started; None for the one that runs.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, program: Path | None = None) -> None:
        super().__init__(context, parent)
        self._program = program or Path(sys.executable)
        self._is_set_up = False
        card = Card(self.tr("Trình đơn Bắt đầu và các tệp của Hòm Phiếu"), self)
        card.setMaximumWidth(self.narrow())
        self.chip = StateChip(State("not_yet", ""), self)
        card.head.addWidget(self.chip)
        said = label(
            self.tr(
                "Thêm thì mở được Hòm Phiếu từ trình đơn Bắt đầu, và bấm đúp vào gói, biên nhận, thẻ, bản "
                "sao lưu là mở bằng Hòm Phiếu. Chỉ đổi cho người đang dùng máy này, không cần quyền quản "
                "trị, bỏ lúc nào cũng được. Chuyển chương trình sang thư mục khác thì thêm lại."
            ),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        card.body.addWidget(said)
        self.take_away = secondary(self.tr("Bỏ khỏi máy này"), "trash", self)
        self.take_away.clicked.connect(lambda _=False: self._do(add=False))
        card.body.addWidget(self.take_away, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Ask Windows, in the background."""
        self.context.ask(lambda: windows_shell.is_set_up(self._program), self._show)

    def primary_word(self) -> str:
        """Name the adding."""
        return self.tr("Thêm vào trình đơn Bắt đầu")

    def primary(self) -> None:
        """Add the program; once more does no harm."""
        self._do(add=True)

    def help_text(self) -> str:
        """Explain what is changed."""
        return self.tr(
            "Windows ghi nhớ cho riêng người dùng này: một lối tắt trong trình đơn Bắt đầu, và bốn loại "
            "tệp .goi, .bn, .the, .sao-luu được mở bằng Hòm Phiếu. Dữ liệu không đổi."
        )

    def first(self) -> QWidget | None:
        """Return the button that takes it away."""
        return self.take_away

    def _do(self, *, add: bool) -> None:
        program = self._program

        def work(_: object) -> bool:
            if add:
                windows_shell.set_up(program)
            else:
                windows_shell.take_away()
            return windows_shell.is_set_up(program)

        self.context.do(work, done=self._done)

    def _done(self, is_set_up: bool) -> None:
        self._show(is_set_up)
        added = self.tr("Đã thêm Hòm Phiếu vào trình đơn Bắt đầu.")
        taken = self.tr("Đã bỏ Hòm Phiếu khỏi trình đơn Bắt đầu.")
        self.context.told.emit(added if is_set_up else taken, "done")

    def _show(self, is_set_up: bool) -> None:
        self._is_set_up = is_set_up
        self.take_away.setEnabled(is_set_up)
        done, not_yet = State("done", self.tr("đã thêm")), State("not_yet", self.tr("chưa thêm"))
        self.chip.set_state(done if is_set_up else not_yet)
