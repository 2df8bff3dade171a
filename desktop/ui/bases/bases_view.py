"""Văn bản căn cứ: the documents that papers are issued on, in their order, and where each is drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.rules.bases import BasisScope, Letterhead
from desktop.services.bases import register
from desktop.services.bases.register import BasisView, InForce
from desktop.services.office.sides import Side
from desktop.services.papers.bases import draw_bases
from desktop.ui.bases.basis_panel import BasisPanel
from desktop.ui.bases.basis_questions import BasisQuestion, EndQuestion
from desktop.ui.bases.basis_words import scope_word, state_of, subjects_words
from desktop.ui.page.listed_view import ListedView
from desktop.ui.page.page import Context
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_SCOPES = {
    Side.BOTH: tuple(BasisScope),
    Side.ELECTIONS: (BasisScope.STATE, BasisScope.BOTH),
    Side.PARTY: (BasisScope.PARTY, BasisScope.BOTH),
}


class BasesView(ListedView):
    """The register; Enter on a document changes it, Alt+Up and Alt+Down change its place.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: int | None = None
        self.panel: BasisPanel = BasisPanel(self)
        self.table = Table(self._columns(), self, key=lambda one: one.key)
        self.table.setAccessibleName(self.tr("Văn bản căn cứ"))
        self.table.hug()
        self.table.chosen.connect(self._show_panel)
        self.table.opened.connect(lambda _: self.change())
        self.panel.change_asked.connect(self.change)
        self.panel.end_asked.connect(self.end)
        self.panel.move_asked.connect(self.move_it)
        self.panel.remove_asked.connect(self.remove)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, context=near).activated.connect(partial(self.move_it, step))
        side = context.workplace.side
        self.print_buttons = [
            self.bar.add_secondary(words, partial(self.print_list, letterhead), "printer")
            for letterhead, words, other in (
                (Letterhead.STATE, self.tr("In danh mục Nhà nước"), Side.PARTY),
                (Letterhead.PARTY, self.tr("In danh mục của Đảng"), Side.ELECTIONS),
            )
            if side is not other
        ]
        self.rank_button = self.bar.add_secondary(self.tr("Xếp lại theo cấp"), self.rank, "sort-ascending")
        empty = EmptyView(
            "scales-fill",
            self.tr("Chưa có văn bản căn cứ nào"),
            self.tr(
                "Ghi chỉ thị, kế hoạch, hướng dẫn một lần; chương trình tự in vào phần căn cứ của quyết "
                "định, thông báo, báo cáo đúng loại và đúng thời gian hiệu lực."
            ),
            self.tr("Thêm văn bản…"),
            self.add,
            "Ctrl+Enter",
            parent=self,
        )
        self.lay_out(self.tr("Văn bản căn cứ"), None, (self.table,), self.panel, empty)

    def refresh(self) -> None:
        """Read the register anew."""
        place = self.context.workplace
        self.context.ask(lambda: register.bases(place), self._show, once=(self, "bases"))

    def primary(self) -> None:
        """Add a document, or print the paper on show."""
        if self.is_on_paper():
            self.paper.print_it()
        else:
            self.add()

    def print_it(self) -> None:
        """Print the paper on show, else the list of one's own side, the State's where one does both."""
        if self.is_on_paper():
            self.paper.print_it()
        elif self.context.workplace.side is Side.PARTY:
            self.print_list(Letterhead.PARTY)
        else:
            self.print_list(Letterhead.STATE)

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Mỗi văn bản một dòng, in theo thứ tự này sau căn cứ của luật; văn bản mà giấy tờ đã nêu thì "
            "không in hai lần. Enter để sửa, Alt+↑ và Alt+↓ để đổi chỗ. Giấy của Nhà nước không bao giờ in "
            "văn bản của Đảng. Giấy tờ chọn văn bản theo ngày ghi trên giấy."
        )

    def add(self) -> None:
        """Write a document down."""
        place = self.context.workplace
        submit = self.submit(
            lambda told: register.add_basis(place, told),
            self.tr("Đã thêm văn bản căn cứ."),
            lambda key: register.remove_basis(place, key),
        )
        BasisQuestion(self.window(), _SCOPES[place.side], submit, None).open()

    def change(self) -> None:
        """Correct what is written of the chosen document."""
        view, place = self._current(), self.context.workplace
        if view is None:
            return
        submit = self.submit(
            lambda told: register.change_basis(place, view.key, told),
            self.tr("Đã sửa {0}.").format(view.heading),
            lambda _: register.change_basis(place, view.key, view.basis),
        )
        BasisQuestion(self.window(), _SCOPES[place.side], submit, view.basis).open()

    def end(self) -> None:
        """Write down until when the chosen document holds."""
        view, place = self._current(), self.context.workplace
        if view is None:
            return
        submit = self.submit(
            lambda last: register.end_basis(place, view.key, last),
            self.tr("Đã ghi hiệu lực của {0}.").format(view.heading),
            lambda _: register.end_basis(place, view.key, view.basis.ends_on),
        )
        EndQuestion(self.window(), view.heading, view.basis.ends_on or place.today(), submit).open()

    def move_it(self, step: int) -> None:
        """Let the chosen document change places with its neighbour."""
        view, place = self._current(), self.context.workplace
        if view is None:
            return
        rows = self.table.rows()
        if 0 <= next(at for at, one in enumerate(rows) if one.key == view.key) + step < len(rows):
            self.context.do(
                lambda _: register.move_basis(place, view.key, step), done=lambda _: self.refresh()
            )

    def rank(self) -> None:
        """Set all in order by issuer and day."""
        place = self.context.workplace
        self.do(lambda: register.rank_bases(place), self.tr("Đã xếp theo cấp ban hành, rồi theo ngày."))

    def remove(self) -> None:
        """Take the chosen document out; it can be put back."""
        view, place = self._current(), self.context.workplace
        if view is None:
            return
        self.do(
            lambda: register.remove_basis(place, view.key),
            self.tr("Đã bỏ {0}.").format(view.heading),
            lambda told: register.add_basis(place, told, told.position),
        )

    def print_list(self, letterhead: Letterhead) -> None:
        """Show the documents of a letterhead as they are printed."""
        place = self.context.workplace
        self.look_at(
            self.tr("Danh mục văn bản căn cứ"),
            lambda: draw_bases(place, letterhead),
            f"van-ban-can-cu-{letterhead.value}.pdf",
        )

    def made(self, result: object) -> None:
        """Choose the document that was added."""
        self._wanted = result if isinstance(result, int) else None

    def _columns(self) -> list[Column]:
        return [
            Column(
                self.tr("Văn bản"),
                lambda one: one.heading,
                weight="medium",
                sub=lambda one: one.basis.about,
            ),
            Column(
                self.tr("In vào"),
                lambda one: scope_word(one.basis.scope),
                sub=subjects_words,
                width=160,
                gives_way=True,
            ),
            Column(
                self.tr("Cơ quan ban hành"),
                lambda one: one.basis.issuer,
                sub=lambda one: f"{one.basis.dated:%d/%m/%Y}",
                width=200,
                gives_way=True,
            ),
            Column(self.tr("Hiệu lực"), lambda _: "", state=state_of, width=148),
        ]

    def _show(self, views: tuple[BasisView, ...]) -> None:
        self.table.set_rows(views)
        now = sum(view.state is InForce.NOW for view in views)
        self.facts.setText(self.tr("{0} văn bản, {1} đang hiệu lực").format(len(views), now) if views else "")
        self.show_lists(filled=bool(views))
        for button in self.print_buttons:
            button.setVisible(bool(views))
        self.rank_button.setVisible(len(views) > 1 and self.context.workplace.side is Side.BOTH)
        # The empty place has this button itself.
        if views:
            self.bar.set_primary(self.tr("Thêm văn bản…"), self.add)
        else:
            self.bar.hide_primary()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.select(lambda one: one.key == wanted)
        elif self.table.current() is None and views:
            self.table.select(lambda _: True)
        current = self._current()
        if current is not None:
            self._show_panel(current)
        if not self.isHidden() and self.focusWidget() is None:
            self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to the list, or to the button of the empty place."""
        (self.table if self.table.rows() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panel(self, view: BasisView) -> None:
        rows = self.table.rows()
        self.panel.show_basis(view, first=view.key == rows[0].key, last=view.key == rows[-1].key)

    def _current(self) -> BasisView | None:
        found: BasisView | None = self.table.current()
        return found
