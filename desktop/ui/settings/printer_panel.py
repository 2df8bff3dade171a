"""Whether a printer prints true to scale: a measuring sheet, what a ruler says of it, and the correction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.bootstrap import usual_folder
from desktop.ui.page.page import Context
from desktop.ui.page.page_printer import print_measuring_sheet
from desktop.ui.page.print_dialog import printers
from desktop.ui.page.printer_measure import Measured, measured_of, read_length, remember_measured
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


class PrinterPanel(Panel):
    """Prints the sheet, asks for four lengths, and keeps what puts the printer right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        card = Card(self.tr("Đo máy in bằng tờ có vạch 100 mm"), self)
        card.setMaximumWidth(self.narrow())
        self.target = ChoiceField(self.tr("Máy in"), [], self)
        self.target.combo.currentIndexChanged.connect(lambda _: self._show_measured())
        self.sheet = secondary(self.tr("In tờ đo"), "printer", self)
        self.sheet.clicked.connect(lambda _=False: self.print_sheet())
        said = label(
            self.tr(
                "Dùng thước đo tờ vừa in, ghi tới phần mười milimét. Máy in thu, phóng hay lệch không quá 3 "
                "% thì chương trình tự bù khi in; lệch hơn thì phải sửa ở máy in."
            ),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        self.across = TextField(self.tr("Vạch ngang dài (mm)"), self)
        self.down = TextField(self.tr("Vạch dọc dài (mm)"), self)
        self.left = TextField(self.tr("Cách mép trái (mm)"), self)
        self.top = TextField(self.tr("Cách mép trên (mm)"), self)
        self.in_order = (self.target, *self._fields())
        card.body.addWidget(self.target)
        card.body.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(said)
        for pair in ((self.across, self.down), (self.left, self.top)):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in pair:
                row.addWidget(field, 1)
            card.body.addLayout(row)
        self.found = label("", "sentence", self)
        self.found.setWordWrap(True)
        card.body.addWidget(self.found)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Look for printers, in the background."""
        self.context.ask(printers, self._offer)

    def primary_word(self) -> str:
        """Name the keeping."""
        return self.tr("Ghi số đo")

    def primary(self) -> None:
        """Keep what was measured, or say what is wrong with it."""
        printer = self.target.value()
        read = [self._read(field) for field in self._fields()]
        if not isinstance(printer, str) or any(length is None for length in read):
            return
        measured = Measured(*(length for length in read if length is not None))
        if not measured.can_be_put_right():
            self.found.setText(
                self.tr(
                    "Lệch quá 3 %: chưa bù được. Hãy tắt “Vừa với trang”, đặt tỉ lệ 100 % và khổ A4 trong "
                    "cài đặt máy in, rồi in lại tờ đo."
                )
            )
            return
        home = usual_folder()
        self.context.do(
            lambda _: remember_measured(home, printer, measured),
            done=lambda _: self.context.told.emit(
                self.tr("Đã ghi số đo của máy in {0}; từ nay in được bù đúng tỉ lệ.").format(printer), "done"
            ),
        )
        self.found.setText("")

    def print_sheet(self) -> None:
        """Print the measuring sheet."""
        printer = self.target.value()
        if isinstance(printer, str):
            self.context.do(
                lambda _: print_measuring_sheet(printer),
                done=lambda _: self.context.told.emit(
                    self.tr("Đã gửi tờ đo tới máy in {0}.").format(printer), "done"
                ),
            )

    def help_text(self) -> str:
        """Explain the sheet."""
        return self.tr(
            "Tờ đo có một vạch ngang và một vạch dọc, mỗi vạch 100 mm, bắt đầu cách mép trái và mép trên "
            "20 mm. Phiếu in sai tỉ lệ thì cắt ra không đều nhau."
        )

    def first(self) -> QWidget | None:
        """Return the choice of the printer."""
        return self.target.box()

    def _fields(self) -> tuple[TextField, ...]:
        return self.across, self.down, self.left, self.top

    def _read(self, field: TextField) -> int | None:
        length = read_length(field.line.text())
        field.set_problem(None if length is not None else self.tr("Gõ số milimét, ví dụ 99,5."))
        return length

    def _offer(self, names: tuple[str, ...]) -> None:
        none = self.tr("Chưa thấy máy in nào; hãy nối và cài máy in trước")
        self.target.set_choices([(name, name) for name in names] or [(None, none)])
        self.sheet.setEnabled(bool(names))
        self._show_measured()

    def _show_measured(self) -> None:
        printer = self.target.value()
        known = measured_of(usual_folder(), printer) if isinstance(printer, str) else Measured()
        lengths = (known.across, known.down, known.left, known.top)
        for field, length in zip(self._fields(), lengths, strict=True):
            field.set_value(f"{length // 10},{length % 10}")
        self.found.setText("")
