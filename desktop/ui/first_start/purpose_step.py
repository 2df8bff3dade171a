"""What this computer is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.start.start_view import StartView
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice_row import ChoiceRows, Way
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label


class PurposeStep(StartView):
    """A commune's office, one of its Party alone, one out of a backup, the example; ``chosen`` has the key.

    An office that receives isn't offered while its pages can't do anything; its commands work.
    """

    chosen = Signal(str)  # commune, party, restore, example, example-2024

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Máy này dùng để làm gì?"))
        self.said.setText(self.tr("Chọn một lần khi bắt đầu. Dữ liệu nằm trên máy này, không gửi đi đâu."))
        self.ways = ChoiceRows(
            [
                Way(
                    "commune",
                    "house-line",
                    self.tr("Làm việc của xã, phường, thị trấn, đặc khu"),
                    self.tr("Hộ, cử tri, phiếu bầu, kiểm phiếu, gửi kết quả; cả chi bộ và đảng viên."),
                ),
                Way(
                    "party",
                    "identification-badge",
                    self.tr("Làm riêng việc của Đảng ủy xã, phường"),
                    self.tr("Chỉ chi bộ, đảng viên, đại hội; dữ liệu và thẻ gửi để riêng."),
                ),
                Way(
                    "restore",
                    "clock-counter-clockwise",
                    self.tr("Khôi phục từ bản sao lưu"),
                    self.tr("Máy mới hoặc máy cài lại: dựng lại cơ quan từ tệp .sao-luu trên USB."),
                ),
                Way(
                    "example",
                    "graduation-cap",
                    self.tr("Xem thử với xã mẫu"),
                    self.tr(
                        "Xã Bình Liêu, giữa ngày bầu cử theo luật hiện hành, còn việc để làm thử. Số liệu "
                        "bịa, mọi bản in đóng dấu “DỮ LIỆU TẬP HUẤN”; không gửi được như bản chính thức."
                    ),
                ),
                Way(
                    "example-2024",
                    "clock-counter-clockwise",
                    self.tr("Xem thử ngày bầu cử năm 2024"),
                    self.tr("Xã Húc Động, luật khi đó, mọi việc đã làm xong tới biên nhận. Số liệu bịa."),
                ),
            ],
            self,
        )
        self.ways.opened.connect(lambda _: self.primary())
        self.body.addWidget(self.ways)
        warning = QHBoxLayout()
        warning.setSpacing(style.size("icon_gap"))
        warning.addWidget(IconView("warning-fill", "amber", "icon", self))
        said = label(self.tr("Chương trình không dùng cho nội dung bí mật nhà nước."), "value", self)
        warning.addWidget(said, 1)
        self.body.addSpacing(style.size("inner"))
        self.body.addLayout(warning)
        self.body.addStretch(1)
        self.ways.chosen.connect(lambda _: self._name_primary())
        self._name_primary()

    def come(self) -> None:
        """Put the focus on the chosen way."""
        self.ways.rows[self.ways.value()].setFocus()

    def help_text(self) -> str:
        """Explain the choice."""
        return self.tr(
            "Một máy giữ dữ liệu của một cơ quan. Xã mẫu nằm trong thư mục riêng, xem xong vẫn lập được cơ "
            "quan "
            "thật trên máy này."
        )

    def _name_primary(self) -> None:
        example = self.tr("Mở xã mẫu")
        words = {"example": example, "example-2024": example, "restore": self.tr("Tiếp: chọn bản sao")}
        word = words.get(self.ways.value(), self.tr("Tiếp: chọn đơn vị"))
        self.bar.set_primary(word, lambda: self.chosen.emit(self.ways.value()))
