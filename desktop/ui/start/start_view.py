"""A plain view before an office is open: a title, a sentence, a column of fields, and the bar at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.labels import label

_PATIENCE = 1500  # milliseconds


class StartView(QWidget):
    """What the views of opening and of the first start share.

    Attributes:
        body: the column between the title and the bar.
        bar: the bar at the foot.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        *,
        wide: bool = False,
        centred: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.heading = label(title, "title", self)
        self.said = label(sentence, "sentence", self)
        self.said.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(style.size("grid"))
        self.bar = BottomBar(self)
        column = QVBoxLayout()
        column.setSpacing(style.size("inner"))
        if centred:
            column.addStretch(2)
        column.addWidget(self.heading)
        column.addWidget(self.said)
        column.addSpacing(6)
        column.addLayout(self.body, 0 if centred else 1)
        if centred:
            column.addStretch(3)
        middle = QWidget(self)
        middle.setLayout(column)
        column.setContentsMargins(0, style.size("grid"), 0, style.size("inner"))
        area = Scrolling(self)
        holder = QWidget(area)
        holder.setProperty("kind", "plain")
        across = QHBoxLayout(holder)
        across.setContentsMargins(style.size("page_side"), 0, style.size("page_side"), 0)
        if centred:
            across.addStretch(1)
        across.addWidget(middle, 1 if wide else 0)
        if not wide:
            middle.setMaximumWidth(style.size("sentence_width"))
            across.setStretch(across.indexOf(middle), 1000)
            across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area.setWidget(holder)
        whole.addWidget(area, 1)
        whole.addWidget(self.bar)

    def primary(self) -> None:
        """Do the primary thing (Ctrl+Enter)."""
        self.bar.press()

    def help_text(self) -> str:
        """Explain what is asked here (F1)."""
        return ""

    def come(self) -> None:
        """Come to the front: the first field takes the focus."""

    def print_it(self) -> None:
        """Print what is shown (Ctrl+P)."""

    def go_back(self) -> None:
        """Go to the view before (Esc)."""

    def may_leave(self) -> bool:
        """Tell whether the window may close, asking the person where something would be lost."""
        return True


class WaitingView(StartView):
    """A calm view while keys are derived: slow on purpose, so that guessing is slow too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, centred=True)
        self._progress = QProgressBar(self)
        self._progress.setProperty("kind", "progress")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1)
        self._progress.setAccessibleName(self.tr("Đang làm"))
        self._step = label("", "caption", self)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._step)
        self.body.addStretch(1)
        self.bar.hide()
        # What is done in a moment needs no moving bar, whose drawing would only hold it up.
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self._progress.setRange(0, 0))

    def wait_for(self, headline: str, sentence: str) -> None:
        """Say what is being done; the bar begins to move once that takes longer."""
        self._progress.setRange(0, 1)
        self._patience.start()
        self.heading.setText(headline)
        self.said.setText(sentence)
        self._step.setText("")

    def set_step(self, sentence: str) -> None:
        """Say how far it is."""
        self._step.setText(sentence)
