"""The list of hamlets, imported at once or later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal, SheetRefused
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.lists.preview import Preview, PreviewRow, RowState
from desktop.services.lists.taking import store
from desktop.services.office.workplace import Workplace
from desktop.ui.page.runner import Runner
from desktop.ui.page.workbooks import ask_workbook
from desktop.ui.start.start_view import StartView
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import refusal_sentence

_WORDS = {
    "new": "Mới",
    "changed": "Thay đổi",
    "same": "Giống",
    "doubtful": "Nghi trùng",
    "refused": "Từ chối",
}


class HamletsStep(StartView):
    """Choose a workbook, see what it holds, store it; ``finished`` when the hamlets are in or left for later.

    Args:
        runner: reads and stores in the background.
        parent: the wizard.
    """

    finished = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, wide=True)
        self._runner = runner
        self._workplace: Workplace | None = None
        self._preview: Preview | None = None
        self.heading.setText(self.tr("Danh sách thôn, bản, khu phố"))
        self.empty = EmptyView(
            "map-pin-fill",
            self.tr("Chưa có thôn nào"),
            self.tr("Chọn tệp Excel hoặc CSV có cột tên thôn; chương trình tự nhận các cột khác."),
            self.tr("Chọn tệp danh sách thôn"),
            self.choose_file,
        )
        self.table = Table(
            [
                Column(self.tr("Dòng"), lambda row: str(row.number), width=64, align="right"),
                Column(self.tr("Trạng thái"), lambda _: "", state=_state_of, width=130, ground=False),
                Column(
                    self.tr("Thôn, khu phố"),
                    lambda row: f"{row.cell('kind').value} {row.cell('name').value}".strip(),
                    weight="medium",
                ),
                Column(self.tr("Số hộ"), lambda row: row.cell("households").value, width=90, align="right"),
                Column(self.tr("Trưởng thôn"), lambda row: row.cell("head").value, width=220),
            ],
            self,
            row_height=style.size("row_entry"),
        )
        self.table.hide()
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.table, 1)
        other = secondary(self.tr("Chọn tệp khác"), "folder", self)
        other.clicked.connect(self.choose_file)
        self._other = other
        other.hide()
        self.bar.add_left(other)
        self.bar.add_secondary(self.tr("Để sau, mở bàn làm việc"), self.finished.emit)

    def ask_for(self, workplace: Workplace) -> None:
        """Ask for the hamlets of the new office."""
        self._workplace = workplace
        self.said.setText(self.tr("Có thể làm sau ở mục Thôn, bản."))

    def come(self) -> None:
        """Put the focus on the button."""
        if self.empty.button is not None and self._preview is None:
            self.empty.button.setFocus()
        else:
            self.table.setFocus()

    def primary(self) -> None:
        """Choose a file first, then store what it holds."""
        if self._preview is None:
            self.choose_file()
        else:
            super().primary()

    def choose_file(self) -> None:
        """Ask for a workbook and show what it holds."""
        ask_workbook(self, self.tr("Chọn danh sách thôn"), self.read_file)

    def read_file(self, path: Path) -> None:
        """Read a workbook and show what it holds."""
        workplace = self._workplace
        if workplace is not None:
            self._runner.run(lambda _: HAMLETS.open_file(workplace, path), self._show, self._refuse)

    def help_text(self) -> str:
        """Explain the import."""
        return self.tr(
            "Tệp có một dòng tiêu đề và mỗi thôn một dòng; cột tên thôn là bắt buộc. Dòng bị từ chối và dòng "
            "nghi trùng không được ghi; xử lý sau ở mục Thôn, bản."
        )

    def _show(self, preview: Preview) -> None:
        if preview.is_unnamed:
            self._refuse(SheetRefused("sheet.no_header", where=preview.source.name))
            return
        self._preview = preview
        self.empty.hide()
        self.table.show()
        self._other.show()
        self.table.set_rows(preview.rows)
        self.table.setFocus()
        storable = sum(row.state in (RowState.NEW, RowState.CHANGED) for row in preview.rows)
        refused = sum(row.state in (RowState.REFUSED, RowState.DOUBTFUL) for row in preview.rows)
        left = self.tr("; {0} dòng không ghi được, xem cột Trạng thái").format(refused) if refused else ""
        self.said.setText(
            self.tr("Tệp {0}: {1} dòng{2}.").format(preview.source.name, len(preview.rows), left)
        )
        self.bar.set_primary(
            self.tr("Ghi {0} thôn vào sổ").format(storable), self._store, enabled=storable > 0
        )

    def _refuse(self, refusal: Refusal) -> None:
        self.said.setText(refusal_sentence(refusal))

    def _store(self) -> None:
        workplace, preview = self._workplace, self._preview
        if workplace is not None and preview is not None:
            self._runner.run(
                lambda _: store(workplace, HAMLETS, preview),
                lambda _: self.finished.emit(),
                self._refuse,
            )


def _state_of(row: PreviewRow) -> State:
    return State(row.state.value, _WORDS[row.state.value])
