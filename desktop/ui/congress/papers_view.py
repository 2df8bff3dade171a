"""The papers of a congress: which there are, how full each can be made; looked at, printed, saved as Word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.papers.congress.making import (
    CongressPaperLine,
    make_congress_paper,
    make_congress_word,
    print_congress_paper,
)
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.papers.lines import Filling
from desktop.ui.congress.words import filling_state, group_word
from desktop.ui.page.page import Context
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.print_dialog import tell_delivered
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table
from desktop.wording import words


class CongressPapersView(QWidget):
    """The list; Enter looks at a paper as full as it can be made, Esc goes back to the list.

    Args:
        context: the open office.
        parent: the page.
    """

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        back = quiet(self.tr("Về đại hội"), self)
        back.clicked.connect(lambda _=False: self.left.emit())
        self.title = label("", "title", self)
        head = Wrapping(self)
        head.add(back)
        head.add(self.title)
        self.table = Table(
            [
                Column(
                    self.tr("Giấy tờ"),
                    lambda line: line.title,
                    sub=lambda line: line.post_word,
                    weight="medium",
                ),
                Column(
                    self.tr("In được"),
                    lambda _: "",
                    state=lambda line: filling_state(line.state),
                    ground=False,
                    width=190,
                ),
                Column(self.tr("Còn thiếu"), self._lacks, width=380),
            ],
            self,
            row_height=style.size("row_two_lines"),
            key=lambda line: (line.form, line.post),
        )
        self.table.setAccessibleName(self.tr("Giấy tờ của đại hội"))
        self.table.opened.connect(lambda line: self.look(line, line.state))
        self.table.chosen.connect(self._offer)
        self.bar = BottomBar(self)
        self.word = self.bar.add_secondary(self.tr("Lưu Word…"), self._save_word)
        self.blank = self.bar.add_secondary(self.tr("Bản trống"), lambda: self._look_as("blank"))
        listing = QWidget(self)
        held = QVBoxLayout()
        held.setContentsMargins(style.size("page_side"), style.size("page_top"), style.size("page_side"), 12)
        held.setSpacing(style.size("grid"))
        held.addWidget(head)
        held.addWidget(self.table, 1)
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(held, 1)
        inside.addWidget(self.bar)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self.close_paper)
        self.views = Views(self)
        self.views.addWidget(listing)
        self.views.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.setFocusProxy(self.table)

    def set_papers(self, code: str, branch: str, lines: Sequence[CongressPaperLine]) -> None:
        """Show the papers of a congress."""
        self._code = code
        self.title.setText(self.tr("Giấy tờ: {0}").format(branch))
        rows: list[CongressPaperLine | Group] = []
        for group, some in groupby(lines, key=lambda line: line.group):
            rows.append(Group(group_word(group)))
            rows += some
        self.table.set_rows(rows)

    def look(self, line: CongressPaperLine, filling: Filling) -> None:
        """Show a paper; a full one is kept when it is printed."""
        place, code, post = self._context.workplace, self._code, line.post or None

        def draw() -> bytes:
            return make_congress_paper(place, code, line.form, filling, post)

        def keep() -> bytes:
            return print_congress_paper(place, code, line.form, filling, post)

        self.views.setCurrentWidget(self.paper)
        name = "-".join(part for part in (line.form, code, line.post) if part)
        kept = None if line.printed_at else keep
        self.paper.show_paper(line.title, draw, f"{name}.pdf", kept)

    def shows_paper(self) -> bool:
        """Tell whether a paper is on show."""
        return self.views.currentWidget() is self.paper

    def close_paper(self) -> None:
        """Go back to the list."""
        self.views.setCurrentIndex(0)
        self.table.setFocus()

    def primary(self) -> None:
        """Look at the current paper, or print the one on show."""
        if self.shows_paper():
            self.paper.print_it()
        else:
            self.bar.press()

    def _look_as(self, filling: Filling) -> None:
        current = self.table.current()
        if isinstance(current, CongressPaperLine):
            self.look(current, filling)

    def _save_word(self) -> None:
        current = self.table.current()
        if not isinstance(current, CongressPaperLine):
            return
        place, code, post = self._context.workplace, self._code, current.post or None

        def save(path: Path) -> None:
            target = Destination(path=path)
            self._context.do(
                lambda _: deliver(make_congress_word(place, code, current.form, current.state, post), target),
                done=lambda _: tell_delivered(self._context, self, target),
            )

        name = f"{current.form}-{code}.docx"
        ask_save_file(self, "papers", self.tr("Lưu bản Word"), name, self.tr("Tệp Word"), save)

    def _lacks(self, line: CongressPaperLine) -> str:
        return ", ".join(words(code) for code in line.lacks)

    def _offer(self, line: CongressPaperLine) -> None:
        self.word.setEnabled(line.is_text)
        self.blank.setEnabled("blank" in line.fillings)
        self.bar.set_primary(self.tr("Xem, in"), partial(self.look, line, line.state))
