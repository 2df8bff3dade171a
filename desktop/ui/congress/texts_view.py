"""The texts that a branch writes for its congress, one beside the list of all; typing is kept by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.congress.preparing import TextKind, texts, write_text
from desktop.ui.congress.words import text_hint, text_word
from desktop.ui.page.page import Context
from desktop.ui.page.step import lay_out
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_REST = 1200  # milliseconds without typing after which a text is kept


class _Editor(QPlainTextEdit):
    """Tab goes on to the next field, and losing the keyboard is told."""

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody went elsewhere."""
        super().focusOutEvent(event)
        self.done.emit()


class TextsView(QWidget):
    """The view; ``asked`` carries ``seats`` to be chosen, or what ``happened`` to be written down.

    Args:
        context: the open office.
        parent: the page.
    """

    asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._kept: dict[TextKind, str] = {}
        self._on_show: TextKind | None = None
        self._writing: list[TextKind] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.keep)
        self.hint = label("", "caption", self)
        self.hint.setWordWrap(True)
        self.editor = _Editor(self)
        self.editor.textChanged.connect(lambda: self._rest.start(_REST))
        self.editor.done.connect(self.keep)
        self.table = Table(
            [
                Column(self.tr("Văn bản"), text_word, weight="medium"),
                Column("", lambda _: "", state=self._state, ground=False, width=120),
            ],
            self,
            key=lambda kind: kind,
        )
        self.table.setAccessibleName(self.tr("Văn bản của đại hội"))
        self.table.setFixedWidth(style.size("side_panel_wide"))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.editor.setFocus())
        right = QVBoxLayout()
        right.setSpacing(style.size("inner"))
        right.addWidget(self.hint)
        right.addWidget(self.editor, 1)
        both = Beside()
        both.add_panel(self.table)
        both.add(right)
        self.bar = BottomBar(self)
        for key, words in (("seats", self.tr("Số lượng bầu…")), ("happened", self.tr("Ghi việc…"))):
            button = secondary(words, None, self)
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            self.bar.add_left(button)
        body = QVBoxLayout()
        body.addLayout(both, 1)
        lay_out(self, body, self.bar)

    def hasHeightForWidth(self) -> bool:
        """Say no: for one line that wraps a page would be as high as its table at its largest."""
        return False

    def set_texts(self, code: str, read: Mapping[TextKind, str]) -> None:
        """Show the texts of a congress; what is being typed stays."""
        other = code != self._code
        typing = self._is_changed() and not other
        # What is just being written stands for what was read before that.
        written = {} if other else {kind: self._kept.get(kind, "") for kind in self._writing}
        self._code, self._kept = code, {**read, **written}
        self.table.set_rows(tuple(TextKind))
        if not typing:
            self._fill()

    def keep(self) -> None:
        """Keep what was typed, if it is another than before."""
        self._rest.stop()
        kind, code, text = self._on_show, self._code, self.editor.toPlainText()
        if kind is None or not self._is_changed():
            return
        before, self._kept[kind] = self._kept.get(kind, ""), text.strip()
        self._writing.append(kind)
        place = self._context.workplace

        def failed(refusal: Refusal) -> None:
            self._writing.remove(kind)
            if code == self._code:
                self._kept[kind] = before
            self._context.runner.failed.emit(refusal)
            # What stands elsewhere is read anew; what was typed stays, and is kept when it is left again.
            self._context.ask(lambda: texts(place, code), partial(self.set_texts, code))

        self._context.do(
            lambda _: write_text(place, code, kind, text, known=before),
            done=lambda _: self._writing.remove(kind),
            failed=failed,
        )

    def next_problem(self, step: int = 1) -> bool:
        """Go to the next text that isn't written yet; False where all are."""
        kinds = tuple(TextKind)
        at = kinds.index(self._on_show) if self._on_show is not None else -1
        for offset in range(1, len(kinds) + 1):
            wanted = kinds[(at + step * offset) % len(kinds)]
            if not self._kept.get(wanted):
                self.table.setFocus()
                return self.table.select(lambda kind, wanted=wanted: kind is wanted)  # type: ignore[misc] # a default binds it
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another view comes to the front, or the window closes."""
        super().hideEvent(event)
        self.keep()

    def _choose(self, kind: TextKind) -> None:
        if kind is not self._on_show:
            self.keep()
            self._on_show = kind
            self._fill(anew=True)

    def _fill(self, *, anew: bool = False) -> None:
        kind = self._on_show
        if kind is not None:
            self.hint.setText(text_hint(kind))
            self.editor.setAccessibleName(text_word(kind))
            text = self._kept.get(kind, "")
            # The same text set anew would take the cursor from where somebody writes.
            if anew or self.editor.toPlainText().strip() != text:
                self.editor.setPlainText(text)
            self._rest.stop()

    def _is_changed(self) -> bool:
        kind = self._on_show
        return kind is not None and self.editor.toPlainText().strip() != self._kept.get(kind, "")

    def _state(self, kind: TextKind) -> State:
        if self._kept.get(kind):
            return State("done", self.tr("đã viết"))
        return State("not_yet", self.tr("chưa viết"))
