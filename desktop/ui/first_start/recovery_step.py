"""The recovery code of the office: shown once, printed for the safe."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.papers.delivery import Destination, deliver
from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.print_dialog import ask_destination, printers
from desktop.ui.page.runner import Runner
from desktop.ui.start.start_view import StartView
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.question import ask
from desktop.ui.widgets.labels import label

_COLUMNS = 3


class RecoveryStep(StartView):
    """The code beside the sheet; ``kept`` once a person says that the sheet lies in the safe.

    ``printed`` is emitted once the sheet was printed or saved, or a person says that it was or was copied.

    Args:
        runner: draws and prints in the background.
        parent: the wizard.
    """

    kept = Signal()
    printed = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, wide=True)
        self._runner = runner
        self._sheet = b""
        self._official = self._told = False
        self.heading.setText(self.tr("Mã khôi phục"))
        self.said.setText(
            self.tr("Chỉ hiện một lần và không lưu ở đâu. In phiếu, cho vào phong bì dán kín, cất trong két.")
        )
        self._groups = QGridLayout()
        self._groups.setVerticalSpacing(style.size("grid"))
        card = Card("", self)
        card.body.addLayout(self._groups)
        self.confirmed = QCheckBox(self.tr("Đã in hoặc chép phiếu và cất vào két"), self)
        self.confirmed.toggled.connect(lambda _: self._name_primary())
        self.done = label("", "caption", self)
        self.done.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(style.size("column_gap"))
        left.addWidget(card)
        left.addWidget(self.done)
        left.addWidget(self.confirmed)
        left.addStretch(1)
        holder = QWidget(self)
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(style.size("side_panel_wide"))
        self.view = PdfView(runner, self)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.view, 1)
        row.addWidget(holder)
        self.body.addLayout(row, 1)
        self.print_button = self.bar.add_secondary(self.tr("In phiếu"), self.print_it, "printer", "Ctrl+P")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture of the sheet out of a narrow window: the code is what must be read."""
        super().resizeEvent(event)
        self.view.setVisible(not is_narrow(self.window()))

    def show_code(self, code: str, sheet: bytes, *, official: bool) -> None:
        """Show a code and its sheet; a training office may go on without printing it."""
        self._sheet, self._official, self._told = sheet, official, False
        clear(self._groups)
        for number, group in enumerate(code.split("-")):
            said = label(group, "title", self)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._groups.addWidget(said, number // _COLUMNS, number % _COLUMNS)
        self.confirmed.setChecked(not official)
        self.view.show_pdf(sheet)
        self._name_primary()

    def forget(self) -> None:
        """Drop the code and the sheet."""
        self.show_code("", b"", official=True)
        self.view.clear()

    def come(self) -> None:
        """Put the focus on printing."""
        self.print_button.setFocus()

    def print_it(self) -> None:
        """Ask where the sheet is printed, and print it (Ctrl+P)."""
        self._runner.run(lambda _: printers(), self._print_on)

    def may_leave(self) -> bool:
        """Ask before a code that nobody said is kept is gone for good; tell whether it may go."""
        return self.confirmed.isChecked() or ask(
            self.window(),
            self.tr("Bỏ mã khôi phục này?"),
            self.tr("Mã chỉ hiện một lần. Đóng bây giờ thì không ai xem lại được mã."),
            self.tr("Đóng, bỏ mã"),
            danger=True,
        )

    def help_text(self) -> str:
        """Explain the code."""
        return self.tr(
            "Khi quên mật khẩu, mã này mở được dữ liệu, bản sao lưu, khóa ký và khóa đọc của cơ quan. Ai có "
            "mã và dữ liệu thì đọc và ký thay được cơ quan, nên phiếu nằm trong phong bì dán kín, không chụp "
            "ảnh, không gửi tin nhắn. Mỗi lần đặt mật khẩu mới, mã cũng đổi và phiếu cũ phải hủy."
        )

    def _print_on(self, names: tuple[str, ...]) -> None:
        ask_destination(
            self,
            names,
            self.tr("In phiếu khôi phục khóa?"),
            self.tr("In một bản duy nhất, lấy ngay khỏi máy in."),
            self.tr("In phiếu"),
            file_name="phieu-khoi-phuc-khoa.pdf",
            then=self._deliver,
        )

    def _deliver(self, destination: Destination) -> None:
        sheet = self._sheet
        self._runner.run(lambda _: deliver(sheet, destination), lambda _: self._printed(destination))

    def _printed(self, destination: Destination) -> None:
        if destination.path is None:
            self.done.setText(self.tr("Đã gửi tới máy in {0}.").format(destination.printer))
        else:
            said = self.tr("Đã lưu {0}. In xong thì xóa tệp này khỏi máy.")
            self.done.setText(said.format(destination.path))
        self.confirmed.setFocus()
        self._tell_printed()

    def _tell_printed(self) -> None:
        if not self._told:
            self._told = True
            self.printed.emit()

    def _keep(self) -> None:
        if self._official:
            self._tell_printed()
        self.kept.emit()

    def _name_primary(self) -> None:
        self.bar.set_primary(self.tr("Tiếp"), self._keep, enabled=self.confirmed.isChecked())
