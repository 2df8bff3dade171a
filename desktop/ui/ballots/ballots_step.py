"""The ballots: looked at as they will be printed, tried on one sheet, printed, and again where spoiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.ballot_choices import Size, choose_reserve, choose_size, record_sealed
from desktop.services.elections.rolls.freezing import close_roll
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import BallotBook, BallotPreview, ballot_book, ballot_preview
from desktop.services.papers.minutes_views import blank_minutes
from desktop.ui.ballots.ballot_panel import BallotPanel
from desktop.ui.ballots.ballot_printing import BallotPrinting
from desktop.ui.ballots.ballot_views import BallotViews
from desktop.ui.ballots.ballots_empty import hands_are_raised, nobody_stands, roll_is_closed
from desktop.ui.ballots.envelope_making import EnvelopeMaking
from desktop.ui.ballots.posting_view import PostingView
from desktop.ui.page.electors import electors_unit
from desktop.ui.page.page import Context
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.print_dialog import printers
from desktop.ui.page.step import Step, lay_out
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.question import ask

_BEFORE = ("draft", "listed")
_REPRINTABLE = ("printed", "meeting")
_BALLOTS, _PAPER, _NONE, _HANDS, _POSTING, _CLOSED = range(6)
_INNER = (_PAPER, _POSTING)


class BallotsStep(Step):
    """The step ``ballots``."""

    key = "ballots"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._book: BallotBook | None = None
        self._printer: str | None = None
        self._undo: list[Callable[[], object]] = []
        self._printing = BallotPrinting(context, self)
        self._printing.refused.connect(self._refused)
        self._seen: tuple[object, ...] = ()
        self.views = BallotViews(context.runner, self)
        self.sheets, self.one = self.views.sheets, self.views.one
        self.views.tabs.chosen.connect(self._turn)
        self.panel = BallotPanel(self)
        self.size_card = self.panel.size_card
        self.size_card.reserve.committed.connect(self._set_reserve)
        self.size_card.size_chosen.connect(self._set_size)
        self.panel.stock.sealed.committed.connect(self._set_sealed)
        self.panel.stock.resend.clicked.connect(self._resend)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._close_paper)
        self.posting = PostingView(context, self)
        self.posting.left.connect(self._close_paper)
        self.hands = hands_are_raised(self, self._close_roll)
        self.closed = roll_is_closed(self, lambda: self.proceed.emit("meeting"))
        self.bar = BottomBar(self)
        blank = secondary(self.tr("Biên bản trắng"), "file-text", self)
        blank.clicked.connect(self._look_at_blank)
        self.envelope = secondary(self.tr("Phong bì"), "envelope-simple", self)
        making = EnvelopeMaking(context, self)
        self.envelope.clicked.connect(lambda: making.make(self.code))
        for button in (blank, self.envelope):
            self.bar.add_left(button)
        self.trial = self.bar.add_secondary(self.tr("In thử 1 tờ"), self._print_trial, "printer")
        self.again = self.bar.add_secondary(
            self.tr("In lại tờ hỏng"), self._reprint, "arrow-counter-clockwise"
        )
        self._lay_out_views()
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, self, context=near).activated.connect(self._take_back)

    def load(self, code: str) -> None:
        """Read the book, and draw the preview where it would be another."""
        if code != self.code:
            self._seen = ()
            self._undo.clear()
            self.views.clear()
            self._stack.setCurrentIndex(_BALLOTS)
        super().load(code)
        self.context.ask(lambda: ballot_book(self.context.workplace, code), self._show, once=(self, code))
        if self._printer is None:
            self.context.ask(printers, self._name_printer)

    def first_field(self) -> QWidget:
        """Return the sheets."""
        return self.sheets

    def primary(self) -> None:
        """Print, or close the roll where hands are raised; then go on to the meeting."""
        at = self._stack.currentIndex()
        if at == _NONE:
            self.proceed.emit("candidates")
        elif at == _HANDS:
            self._close_roll()
        elif at == _CLOSED:
            self.proceed.emit("meeting")
        elif at == _BALLOTS:
            for field in (self.size_card.reserve, self.panel.stock.sealed):
                field.commit()
            self.bar.press()
        elif at == _POSTING:
            self.posting.pane.primary()

    def print_it(self) -> None:
        """Print the paper on show: the ballots, or the inner one."""
        at = self._stack.currentIndex()
        if at == _PAPER:
            self.paper.print_it()
        elif at == _POSTING:
            self.posting.pane.print_it()
        elif at == _BALLOTS and self._book is not None:
            if self._book.state in _BEFORE:
                self._print()
            else:
                self._resend()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what the posting sheet lacks."""
        if self._stack.currentIndex() == _POSTING:
            self.posting.pane.next_problem(step)

    def help_text(self) -> str:
        """Explain the field in focus, or the order of the names."""
        if self._stack.currentIndex() == _POSTING:
            return self.posting.help_text()
        for field in (self.size_card.reserve, self.panel.stock.sealed):
            if field.line.hasFocus():
                return field.explain
        return self.tr(
            "Người ứng cử xếp theo tên, rồi họ, rồi tên đệm, theo bảng chữ cái tiếng Việt. Khổ phiếu chọn "
            "bằng cách đo chữ thật: nhỏ nhất mà vừa; muốn khổ lớn hơn thì chọn bên phải. Mặt phiếu không có "
            "số nào, để giữ bí mật. In thử không "
            "chốt danh sách; in thật lần đầu thì chốt danh sách hộ và quy định áp dụng. Phiếu hỏng in lại "
            "kèm lý do."
        )

    def go_back(self) -> bool:
        """Leave the inner paper."""
        if self._stack.currentIndex() in _INNER:
            self._close_paper()
            return True
        return False

    def _show(self, book: BallotBook) -> None:
        self._book = book
        if self._stack.currentIndex() not in _INNER:
            self._stack.setCurrentIndex(self._view_of(book))
        elif self._stack.currentIndex() == _POSTING:
            self.posting.load(self.code)
        if book.by_hands or not book.candidates:
            return
        printed = bool(book.printings)
        self.panel.set_book(book)
        self.views.set_book(book)
        self.trial.setVisible(not printed)
        self.again.setVisible(printed and book.state in _REPRINTABLE)
        self.envelope.setVisible(book.state in ("listed", "printed"))
        if printed:
            self.bar.set_primary(self.tr("Sang bước Họp"), lambda: self.proceed.emit("meeting"))
        else:
            ready = book.state == "listed" and book.copies > 0
            words = self.tr("In {0} tờ").format(book.sheets)
            self.bar.set_primary(words, self._print, enabled=ready, key="Ctrl+P")
        self._tell_note()
        self._draw(book)

    def _draw(self, book: BallotBook) -> None:
        seen = (self.code, book.copies, book.paper, book.order, book.printings)
        if seen == self._seen:
            return
        self._seen = seen
        code = self.code

        def drawn(preview: BallotPreview) -> None:
            if code == self.code:
                self.sheets.show_pdf(preview.sheets)
                self.one.show_pdf(preview.ballot)

        self.context.ask(lambda: ballot_preview(self.context.workplace, code), drawn, self._undrawn)

    def _undrawn(self, refusal: Refusal) -> None:
        self._seen = ()
        self.views.clear()
        self.context.runner.failed.emit(refusal)

    def _lay_out_views(self) -> None:
        body = Beside()
        body.add(self.views)
        body.add_panel(self.panel)
        main = QWidget(self)
        self._stack = Views(self)
        lay_out(main, body, self.bar)
        self._stack.addWidget(main)
        self._stack.addWidget(self.paper)
        self._stack.addWidget(nobody_stands(self, lambda: self.proceed.emit("candidates")))
        self._stack.addWidget(self.hands)
        self._stack.addWidget(self.posting)
        self._stack.addWidget(self.closed)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _view_of(self, book: BallotBook) -> int:
        if book.by_hands:
            self.hands.button.setVisible(book.state == "listed") if self.hands.button else None
            return _HANDS if book.state in _BEFORE else _CLOSED
        return _BALLOTS if book.candidates else _NONE

    def _set_reserve(self, reserve: int | None) -> None:
        if self._book is not None:
            self._keep(choose_reserve, reserve, self._book.reserve if self._book.reserve_chosen else None)

    def _set_size(self, size: Size) -> None:
        if self._book is not None:
            self._keep(choose_size, size, self._book.size_chosen)

    def _set_sealed(self, sealed: int | None) -> None:
        if self._book is not None:
            self._keep(record_sealed, sealed, self._book.sealed)

    def _keep(self, use: Callable[[Workplace, str, Any], None], value: object, before: object) -> None:
        place, code = self.context.workplace, self.code
        self._undo.append(lambda: self.change(lambda _: use(place, code, before)))
        self.change(lambda _: use(place, code, value))

    def _take_back(self) -> None:
        if self._undo:
            self._undo.pop()()

    def _name_printer(self, names: tuple[str, ...]) -> None:
        self._printer = names[0] if names else ""
        self._tell_note()

    def _tell_note(self) -> None:
        if self._book is not None and not self._book.electorate:
            self.bar.set_note(self.tr("Thôn chưa có hộ nào nên chưa in được."))
        else:
            words = self.tr("Máy in: {0}").format(self._printer) if self._printer else ""
            self.bar.set_note(words)

    def _print_trial(self) -> None:
        self._printing.trial(self.code)

    def _print(self) -> None:
        book = self._book
        if book is not None and book.state == "listed":
            self._printing.real(self.code)

    def _resend(self) -> None:
        if self._book is not None and self._book.printings:
            self._printing.again(self.code, self._book)

    def _reprint(self) -> None:
        self._printing.spoiled(self.code)

    def _look_at_blank(self) -> None:
        code = self.code
        self._stack.setCurrentIndex(_PAPER)
        self.paper.show_paper(
            self.tr("Biên bản kiểm phiếu để điền tay"),
            lambda: blank_minutes(self.context.workplace, code),
            f"bien-ban-trang-{code}.pdf",
        )

    def _turn(self, tab: int) -> None:
        if tab == 1:
            self.views.tabs.choose(0)  # as it stands when somebody comes back to the ballots
            self._stack.setCurrentIndex(_POSTING)
            self.posting.load(self.code)
            self.posting.pane.paper.setFocus()

    def _close_paper(self) -> None:
        self._stack.setCurrentIndex(self._view_of(self._book) if self._book else _BALLOTS)
        self.sheets.setFocus()

    def _close_roll(self) -> None:
        if self._book is None or self._book.state != "listed":
            return
        unit = electors_unit(voters=self._book.voters)
        headline = self.tr("Chốt danh sách {0} {1}?").format(self._book.electorate, unit)
        sentence = self.tr("Bầu giơ tay không in phiếu nên danh sách và quy định áp dụng được chốt ở đây.")
        code = self.code
        if ask(self.window(), headline, sentence, self.tr("Chốt danh sách")):
            self.change(lambda _: close_roll(self.context.workplace, code))
