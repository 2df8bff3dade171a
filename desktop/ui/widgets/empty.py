"""Nothing there yet: one picture, one headline, one sentence, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, primary
from desktop.ui.widgets.drawn.cards_picture import CardsPicture
from desktop.ui.widgets.labels import key_cap, label


class EmptyView(QWidget):
    """What a page or a part of it shows while it holds nothing.

    Args:
        icon: Phosphor name, with ``-fill`` for the filled variant.
        headline: what isn't there.
        sentence: what to do about it.
        button_text: what the button does; None where nothing can be done here.
        handler: called by the button.
        key: the key that does the same, shown beneath.
        parent: the page.
    """

    def __init__(
        self,
        icon: str,
        headline: str,
        sentence: str,
        button_text: str | None = None,
        handler: Callable[[], object] | None = None,
        key: str | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.setAccessibleName(f"{headline}. {sentence}")
        said = label(sentence, "sentence", self)
        said.setWordWrap(True)
        said.setAlignment(centre)
        said.setMaximumWidth(style.size("sentence_width"))
        said.setMinimumWidth(style.size("side_panel"))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(said, 1000)
        line.addStretch(1)
        # The layout asks for the height at its own width, at which the words would need fewer lines.
        said.ensurePolished()
        said.setMinimumHeight(max(said.heightForWidth(said.width()), 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(CardsPicture(icon, self), 0, centre)
        column.addSpacing(style.size("page_side"))
        column.addWidget(label(headline, "title", self), 0, centre)
        column.addSpacing(style.size("grid"))
        column.addLayout(line)
        self.button: Button | None = None
        if button_text is not None and handler is not None:
            self.button = primary(button_text, self)
            self.button.clicked.connect(lambda _=False: handler())
            column.addSpacing(style.size("page_side"))
            column.addWidget(self.button, 0, centre)
            if key is not None:
                column.addSpacing(12)
                column.addWidget(key_cap(key, self), 0, centre)
        column.addStretch(3)
