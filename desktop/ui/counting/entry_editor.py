"""An operator at work: what stands in the boxes, kept as it is typed, until the entry is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.errors import Problem
from desktop.rules.vote_state import VoteState as S
from desktop.services.counting.counting_views import CountingView
from desktop.services.counting.entries import EntryView, enter, enter_alone
from desktop.services.counting.entry_drafts import OpenEntry, correct, keep_draft
from desktop.ui.counting.count_lines import read_figure
from desktop.ui.page.page import Context

_STATES = {
    "first": (S.MEETING,),
    "second": (S.COUNTED_ONCE,),
    "correct": (S.DIFFERENT, S.AGREED),
}


class EntryEditor(QObject):
    """Keeps every figure in the background when its box is left.

    ``changed`` says that what stands in the boxes, or what is to be read again, is another.

    Args:
        context: the open office.
        code: the election's.
        entry: who types what.
        pin: the operator's.
        alone: one person works alone, by explicit choice.
        parent: what the editor lives as long as.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        code: str,
        entry: OpenEntry,
        pin: str,
        *,
        alone: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._code, self._pin = context, code, pin
        self.entry, self.alone = entry, alone
        self._before: list[dict[str, str]] = []
        self.problems: tuple[Problem, ...] = ()
        self.typed = {field: "" if figure is None else str(figure) for field, figure in entry.typed.items()}

    def fits(self, view: CountingView) -> bool:
        """Tell whether the count still stands where this operator sat down to it."""
        return view.code == self._code and view.state in _STATES[self.entry.task]

    def type(self, texts: Mapping[str, str]) -> None:
        """Take what was typed into boxes, and keep the figures."""
        changed = {field: text for field, text in texts.items() if field in self.entry.fields}
        self._before.append({field: self.typed.get(field, "") for field in changed})
        self._take(changed)

    def undo(self) -> None:
        """Take back what was typed last."""
        if self._before:
            self._take(self._before.pop())

    def figures(self) -> dict[str, int | None]:
        """Return the figures in the boxes; what is no figure is left out."""
        read = {field: read_figure(text) for field, text in self.typed.items()}
        return {field: figure for field, (figure, can) in read.items() if can}

    def typed_count(self) -> int:
        """Return how many boxes hold a figure."""
        return sum(figure is not None for figure in self.figures().values())

    def is_readable(self) -> bool:
        """Tell whether every box holds a figure or nothing."""
        return all(read_figure(text)[1] for text in self.typed.values())

    def is_whole(self) -> bool:
        """Tell whether every box holds a figure."""
        return self.typed_count() == len(self.entry.fields)

    def enter(self, done: Callable[[EntryView], None]) -> None:
        """Make the entry, or the correction; ``done`` is given the state and which fields differ."""
        place, code, operator, pin = self._context.workplace, self._code, self.entry.operator.id, self._pin
        figures = self.figures()
        use = correct if self.entry.task == "correct" else enter_alone if self.alone else enter
        self._context.do(lambda _: use(place, code, operator, pin, figures), done=done)

    def _take(self, texts: Mapping[str, str]) -> None:
        self.typed = {field: text for field, text in {**self.typed, **texts}.items() if text}
        place, code, operator = self._context.workplace, self._code, self.entry.operator.id
        # What can't be read is no figure: it is kept as an empty box.
        figures = {field: read_figure(text)[0] for field, text in texts.items()}
        self._context.do(lambda _: keep_draft(place, code, operator, figures), done=self._kept)
        self.changed.emit()

    def _kept(self, problems: tuple[Problem, ...]) -> None:
        if problems != self.problems and self.entry.task != "correct":
            self.problems = problems
            self.changed.emit()
