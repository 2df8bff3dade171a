"""The papers of an election by the time at which they are wanted, and how far each can be filled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QWidget

from desktop.services.papers.lines import PaperLine
from desktop.ui.papers.paper_words import group_words, short_word, state_of, state_words, whole_set
from desktop.ui.widgets import style
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table


class PaperTable(Table):
    """One line for each paper, two words beneath it; groups between them.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            [
                Column("", lambda _: "", state=state_of, width=34, ground=False),
                Column(
                    self.tr("Giấy tờ"),
                    short_word,
                    sub=state_words,
                    weight="medium",
                ),
            ],
            parent,
            row_height=style.size("row_two_lines"),
        )
        self.setAccessibleName(self.tr("Giấy tờ của cuộc bầu"))

    def show_lines(self, lines: Sequence[PaperLine], *, whole: bool) -> None:
        """Show papers in their groups, for one hamlet with a line for all of them at the top."""
        rows: list[PaperLine | Group] = []
        if whole:
            rows.append(whole_set(lines))
        for group, found in groupby(lines, key=lambda line: line.group):
            rows.append(Group(group_words(group)))
            rows.extend(found)
        self.set_rows(rows)

    def form(self) -> str | None:
        """Return the form of the current paper; None in an empty table."""
        line = self.current()
        return line.form if isinstance(line, PaperLine) else None

    def go_to(self, form: str) -> None:
        """Make a paper the current one, if it is listed."""
        self.select(lambda line: line.form == form, 1)
