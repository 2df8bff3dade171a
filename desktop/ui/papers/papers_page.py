"""The place "In ấn": every paper of a hamlet's election, or one of all hamlets, looked at and printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.office.changes import Kind
from desktop.services.papers.lines import PaperLine, PaperScope, paper_lines, paper_scopes
from desktop.ui.page.page import Context, Page
from desktop.ui.papers.paper_pane import PaperPane
from desktop.ui.papers.paper_table import PaperTable
from desktop.ui.papers.paper_words import WHOLE_SET, scope_words
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.focus import holds_focus
from desktop.ui.widgets.labels import ElidedLabel, label

_PAPERS, _EMPTY = range(2)
_LIST = (240, 340)
_SCOPE = 280


class PapersPage(Page):
    """The page of the place ``printing``.

    ``open_with`` takes an election's code, or ``(code, form)``; Alt+Up and Alt+Down go from hamlet to hamlet.

    Attributes:
        scope: which hamlet, or all of them.
        table: the papers.
        pane: the paper on show.

    Args:
        context: the open office.
        parent: the frame.
    """

    kinds = frozenset(
        {
            Kind.PLACES,
            Kind.PEOPLE,
            Kind.ELECTIONS,
            Kind.ROLLS,
            Kind.COUNTING,
            Kind.RESULTS,
            Kind.PAPERS,
            Kind.OFFICE,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(self.tr("In ấn"))
        self._scopes: tuple[PaperScope, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._form: str | None = None
        self._lines: tuple[PaperLine, ...] = ()
        self._listed: tuple[str, ...] = ()
        self.scope = ChoiceField("", (), self)
        self.scope.box().setAccessibleName(self.tr("In cho thôn nào"))
        self.scope.setMinimumWidth(style.grown(_SCOPE))
        self.scope.moves_on = False
        self.scope.committed.connect(self._choose)
        self._facts = ElidedLabel("", "caption", self)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table = PaperTable(self)
        self.table.chosen.connect(self._show_line)
        self.scope.entered.connect(self.table.setFocus)
        self.pane = PaperPane(context, self)
        self.table.opened.connect(lambda _: self.pane.panel.filling.setFocus())
        self.pane.body.lead(self.table, *map(style.grown, _LIST))
        self.empty = EmptyView(
            "printer-fill",
            self.tr("Chưa có giấy tờ nào để in"),
            self.tr("Giấy tờ in theo từng cuộc bầu. Lập đợt bầu cử ở Hôm nay rồi quay lại đây."),
            self.tr("Mở Hôm nay"),
            self._go_to_today,
            "Ctrl+Enter",
            parent=self,
        )
        self._stack = Views(self)
        self._stack.addWidget(self._whole())
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._go, by))

    def open_with(self, argument: object) -> None:
        """Show the papers of an election by its code, or one of them."""
        code, *forms = argument if isinstance(argument, tuple) and argument else (argument,)
        if isinstance(code, str) and code:
            self._codes = tuple(code.split())
            self._form = forms[0] if forms and isinstance(forms[0], str) else None
            self._stale = False
            self.refresh()

    def on_show(self) -> tuple[str, ...]:
        """Return the elections on show, and the paper."""
        form = self.table.form()
        return (" ".join(self._codes), form) if self._codes and form is not None else ()

    def refresh(self) -> None:
        """Read what can be printed, and draw the paper on show anew."""
        self.pane.hold_back()
        place = self.context.workplace
        self.context.ask(lambda: paper_scopes(place), self._show_scopes)

    def primary(self) -> None:
        """Print; where there is nothing to print, go where elections are planned."""
        if self._stack.currentIndex() == _EMPTY:
            self._go_to_today()
        else:
            self.pane.primary()

    def print_it(self) -> None:
        """Print the paper on show."""
        if self._stack.currentIndex() == _PAPERS:
            self.pane.print_it()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what the paper lacks."""
        self.pane.next_problem(step)

    def help_text(self) -> str:
        """Explain the page."""
        return self.tr(
            "Mỗi giấy tờ lấy số liệu từ sổ, không gõ lại. Đủ số liệu: in hết. Điền sẵn: in những gì đã có, "
            "chỗ thiếu để chấm. Để trống: chỉ có mẫu, dùng khi mất điện. Bản đang xem chính là bản in ra. "
            "Alt cùng mũi tên lên, xuống để đổi thôn; F8 đi tới chỗ còn thiếu, Enter mở nơi ghi. Cả xã: một "
            "giấy tờ của mọi thôn trong một lần in; dừng giữa chừng thì không in gì. Phiếu bầu thật chỉ in ở "
            "bước Phiếu, vì lần in đầu chốt danh sách hộ. Biên bản kiểm phiếu và quyết định in đủ số liệu "
            "thì được giữ trong sổ. Lưu Word… để sửa câu chữ của một giấy tờ; bản Word không tính là đã in."
        )

    def go_back(self) -> bool:
        """Leave what stands beside the list for the list."""
        if not holds_focus(self.pane.panel):
            return False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_home(self) -> QWidget | None:
        """Return the list."""
        return self.table if self._stack.currentIndex() == _PAPERS else super().focus_home()

    def _show_scopes(self, scopes: tuple[PaperScope, ...]) -> None:
        self._scopes = scopes
        self._stack.setCurrentIndex(_PAPERS if scopes else _EMPTY)
        if not scopes:
            if self.empty.button is not None:
                self.empty.button.setFocus()
            return
        if self._codes not in [scope.codes for scope in scopes]:
            # The first hamlet of the newest campaign; all of them at once are asked for by name.
            self._codes = next(scope.codes for scope in scopes if scope.hamlet)
        self.scope.set_choices([(scope.codes, scope_words(scope)) for scope in scopes])
        self.scope.set_value(self._codes)
        self._load()

    def _load(self) -> None:
        self.pane.hold_back()
        place, codes = self.context.workplace, self._codes
        self.context.ask(lambda: paper_lines(place, codes), partial(self._show_lines, codes))

    def _show_lines(self, codes: tuple[str, ...], lines: tuple[PaperLine, ...]) -> None:
        if codes != self._codes:
            return
        form = self._form if self._form is not None else self.table.form()
        first = not self.table.rows()
        self._lines, self._listed = lines, codes
        self.table.blockSignals(True)
        self.table.show_lines(lines, whole=len(codes) == 1)
        if form is None:
            form = lines[0].form
        self.table.go_to(form)
        self.table.blockSignals(False)
        self._form = None
        counted = [line for line in lines if not line.printed_at]
        full = sum(line.state == "full" for line in counted)
        self._facts.setText(self.tr("{0} giấy tờ, {1} đủ số liệu").format(len(counted), full))
        self._show_line(self.table.current())
        if first and not self.table.hasFocus():
            self.table.setFocus()

    def _show_line(self, line: object) -> None:
        # Until the list of another hamlet is there, a line of the one before means nothing.
        if isinstance(line, PaperLine) and self._listed == self._codes:
            forms: Sequence[str] = ()
            if line.form == WHOLE_SET:
                forms = [one.form for one in self._lines]
            self.pane.show_line(self._codes, line, forms)
            self.context.moved.emit()

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes != self._codes:
            self._form = self.table.form()
            self._codes = codes
            self._load()

    def _go(self, by: int) -> None:
        codes = [scope.codes for scope in self._scopes]
        if self._codes in codes:
            at = codes.index(self._codes) + by
            if 0 <= at < len(codes):
                self.scope.set_value(codes[at])
                self._choose(codes[at])

    def _go_to_today(self) -> None:
        self.context.go.emit("today", None)

    def _whole(self) -> QWidget:
        side = style.size("page_side")
        head = QHBoxLayout()
        head.setContentsMargins(side, style.size("page_top") - 4, side, style.size("page_top") - 4)
        head.setSpacing(style.size("column_gap"))
        head.addWidget(label(self.tr("In ấn"), "title", self))
        head.addWidget(self.scope)
        head.addWidget(self._facts, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pane, 1)
        return whole
