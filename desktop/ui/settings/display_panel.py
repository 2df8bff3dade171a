"""How large the text is, for the person at this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.page.page import Context
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.labels import label

SIZES = (10.5, 12.0, 14.0, 16.0)


class DisplayPanel(Panel):
    """Four sizes of text; the window is dressed anew at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.body.addWidget(label(self.tr("Cỡ chữ của cửa sổ (bản in không đổi)"), "field", self))
        words = [self.tr("Thường"), self.tr("Vừa"), self.tr("Lớn"), self.tr("Rất lớn")]
        self.sizes = Segmented(
            [f"{word}, {points:g} pt".replace(".", ",") for word, points in zip(words, SIZES, strict=True)],
            self,
        )
        nearest = min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - style.text_points()))
        self.sizes.choose(nearest)
        self.sizes.chosen.connect(lambda at: self.context.text_size_chosen.emit(SIZES[at]))
        self.body.addWidget(self.sizes)
        self.body.addWidget(
            label(self.tr("Chỉ áp dụng trên máy này và được nhớ cho lần mở sau."), "sentence", self)
        )
        self.body.addStretch(1)

    def help_text(self) -> str:
        """Explain the sizes."""
        return self.tr(
            "Chữ lớn hơn thì mỗi trang hiện ít dòng hơn; bảng cuộn được. Bản in luôn theo cỡ của mẫu."
        )

    def first(self) -> QWidget | None:
        """Return the chosen segment."""
        return self.sizes.button(self.sizes.index())
