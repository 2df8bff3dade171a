"""Organisations, posts, assignments and the model of three posts, one list at a time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.catalogue.branches import BRANCHES
from desktop.services.catalogue.posts import POSTS
from desktop.services.lists.list_kind import ALL
from desktop.services.office.changes import Kind
from desktop.ui.lists.give_out_question import GiveOutQuestion
from desktop.ui.lists.giving import ways_of
from desktop.ui.lists.pasting import pasted_rows
from desktop.ui.lists.view import Block, ImportView
from desktop.ui.page.page import Context, View
from desktop.ui.page.workbooks import ask_workbook
from desktop.ui.party.assignment_part import AssignmentPart
from desktop.ui.party.organisation_part import OrganisationPart
from desktop.ui.party.post_part import PostPart
from desktop.ui.party.structure_part import StructurePart
from desktop.ui.party.three_posts_part import ThreePostsPart
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import Segmented, secondary
from desktop.ui.widgets.labels import ElidedLabel, label

_KINDS = frozenset({Kind.PARTY, Kind.POSTS, Kind.PEOPLE, Kind.PLACES})


class StructureView(View):
    """The lists, each with its own buttons in the bar; ``closed`` is emitted when the view is left.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.organisations = OrganisationPart(context, self)
        self.posts = PostPart(context, self)
        self.assignments = AssignmentPart(context, self)
        self.three_posts = ThreePostsPart(context, self)
        self.parts: tuple[StructurePart, ...] = (
            self.organisations,
            self.posts,
            self.assignments,
            self.three_posts,
        )
        self.tabs = Segmented(
            [self.tr("Tổ chức"), self.tr("Chức vụ"), self.tr("Phân công"), self.tr("Ba chức danh")], self
        )
        self.tabs.chosen.connect(self._show)
        self.facts = ElidedLabel("", "sentence", self)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._stack = Views(self)
        self._whole = Views(self)
        self.imports = {
            self.organisations: ImportView(context, BRANCHES, self),
            self.posts: ImportView(context, POSTS, self),
        }
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), "arrow-left", self)
        back.clicked.connect(self.closed)
        self.bar.add_left(back)
        self._filters = Views(self)
        for part in self.parts:
            self._stack.addWidget(part)
            self._filters.addWidget(part.filter)
            part.loaded.connect(self._name_bar)
            for button in part.buttons:
                self.bar.add_left(button)
        self.give_out = self.bar.add_secondary(self.tr("Xuất, in…"), self._give_out, "download-simple")
        self.take_in = self.bar.add_secondary(self.tr("Nhập từ Excel"), self._choose, "upload-simple")
        context.changed.connect(self._on_changed)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence("Ctrl+F"), self, context=near)
        find.activated.connect(self._find)
        self._lay_out()

    def load(self) -> None:
        """Read the list on show anew."""
        self._part().load()

    def focus_list(self) -> None:
        """Go to the list on show."""
        self._part().table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_post(self, key: int) -> None:
        """Show a post among the others."""
        self.posts.wanted = key
        self.tabs.choose(self.parts.index(self.posts))
        self.load()

    def leave(self) -> None:
        """Go back to the members; first let go of what the list is narrowed to."""
        if self._importing() is not None:
            self._whole.setCurrentIndex(0)
        elif not self._part().filter.clear():
            self.closed.emit()

    def primary(self) -> None:
        """Do the primary thing of the list on show, or of the import."""
        importing = self._importing()
        if importing is not None:
            importing.primary()
        elif self._part().primary_word():
            self._part().primary()

    def next_problem(self, step: int = 1) -> None:
        """Go to what wants a person in the list on show."""
        importing = self._importing()
        if importing is not None:
            importing.next_problem(step)
        elif not self._part().next_problem(step):
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the list on show."""
        importing = self._importing()
        return self._part().help_text() if importing is None else importing.help_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to take in a block of cells that is pasted over a list."""
        rows = pasted_rows(event)
        if rows is not None and self._importing() is None and self._part() in self.imports:
            self.take_file(rows)
            return
        super().keyPressEvent(event)

    def take_file(self, opened: Path | Block) -> None:
        """Begin to take in a workbook of the list on show, or a block."""
        part = self._part()
        importing = self.imports.get(part)
        if importing is not None:
            self._whole.setCurrentWidget(importing)
            importing.open(opened)

    def _find(self) -> None:
        self._part().filter.focus()

    def _importing(self) -> ImportView | None:
        shown = self._whole.currentWidget()
        return shown if isinstance(shown, ImportView) else None

    def _choose(self) -> None:
        ask_workbook(self, self.tr("Chọn tệp danh sách"), self.take_file)

    def _give_out(self) -> None:
        kind = BRANCHES if self._part() is self.organisations else POSTS
        GiveOutQuestion(self.window(), kind.title, ways_of(self, self.context, kind, ALL)).open()

    def _imported(self, _: object) -> None:
        self._whole.setCurrentIndex(0)
        self.load()

    def _part(self) -> StructurePart:
        return self.parts[self.tabs.index()]

    def _show(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._filters.setCurrentIndex(at)
        self._name_bar()
        self._part().load()

    def _name_bar(self) -> None:
        shown = self._part()
        for part in self.parts:
            for button in part.buttons:
                button.setVisible(part is shown and not part.is_empty())
        self.facts.setText(shown.said)
        self._filters.setVisible(not shown.is_empty())
        for button in (self.give_out, self.take_in):
            button.setVisible(shown in self.imports)
        self.give_out.setEnabled(not shown.is_empty())
        word = shown.primary_word()
        if word and not shown.is_empty():
            self.bar.set_primary(word, shown.primary)
        else:
            self.bar.hide_primary()

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.load()

    def _lay_out(self) -> None:
        side = style.size("page_side")
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Tổ chức, chức vụ"), "title", self))
        head.addWidget(self.facts, 1)
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self._filters)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, style.size("page_top"), side, 12)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(row)
        inside.addWidget(self._stack, 1)
        lists = QWidget(self)
        whole = QVBoxLayout(lists)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.bar)
        self._whole.addWidget(lists)
        for importing in self.imports.values():
            importing.closed.connect(self._imported)
            self._whole.addWidget(importing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
