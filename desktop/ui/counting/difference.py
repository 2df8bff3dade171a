"""Two entries that differ: whose entry is doubted, and why it still differs after a second reading."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.counting.counting_views import CountingView, EntryMade
from desktop.services.counting.entries import EntryView
from desktop.ui.counting.entry_editor import EntryEditor
from desktop.ui.counting.fault_words import line_names

_SECOND = 2


def doubted_entry(view: CountingView) -> EntryMade:
    """Return the entry that is read again first: the one that shows an error by itself, else the second."""
    wrong = {
        found.entries[0]
        for found in view.findings
        if found.problem.code.startswith("E") and len(found.entries) == 1
    }
    number = wrong.pop() if len(wrong) == 1 else _SECOND
    return next(made for made in view.entries if made.number == number)


def doubted_typist(view: CountingView, stood_by: int | None) -> int:
    """Return the operator who reads the paper again: not the one who just did, and typed the same."""
    doubted = doubted_entry(view).operator.id
    if doubted != stood_by:
        return doubted
    return next(made.operator.id for made in view.entries if made.operator.id != stood_by)


def stands_by(view: CountingView, editor: EntryEditor) -> bool:
    """Tell whether a correction typed again what the operator's entry already said."""
    if editor.entry.task != "correct" or len(view.figures) != _SECOND:
        return False
    own = _own(view, editor)
    typed = editor.figures()
    return all(view.figures[own.number - 1].get(field) == typed.get(field) for field in editor.entry.fields)


def still_differing(view: CountingView, editor: EntryEditor, entry: EntryView) -> tuple[str, str]:
    """Say why it still differs though the paper was read again, and who reads it next."""
    own = _own(view, editor)
    other = next(made for made in view.entries if made.number != own.number)
    said = QCoreApplication.translate(
        "Count", "Vẫn lệch ở {0}: {1} gõ lại như lượt {2} đã ghi. Để {3} đọc lại tờ giấy cho lượt {4}."
    )
    lines = line_names(view, entry.differing)
    return (
        said.format(lines, own.operator.name, own.number, other.operator.name, other.number),
        "attention",
    )


def _own(view: CountingView, editor: EntryEditor) -> EntryMade:
    return next(made for made in view.entries if made.operator.id == editor.entry.operator.id)
