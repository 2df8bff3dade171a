"""The ballots: looked at as they will be printed, tried on one sheet, printed, and again where spoiled."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from desktop.errors import Refusal
from desktop.services.ballots import BallotBook, BallotPreview, ballot_book, ballot_preview
from desktop.services.papers import blank_minutes
from desktop.services.rolls import close_roll
from desktop.ui import style
from desktop.ui.election.ballot_panel import BallotPanel
from desktop.ui.election.ballot_printing import print_real, print_spoiled, print_trial, send_again
from desktop.ui.election.envelope_dialog import make_envelopes
from desktop.ui.election.paper_view import PaperView
from desktop.ui.election.step import Step, lay_out
from desktop.ui.page import Context
from desktop.ui.widgets.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs import ask
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.pdf_view import PdfView

_BEFORE = ("draft", "listed")
_REPRINTABLE = ("printed", "meeting")
_BALLOTS, _PAPER, _NONE, _HANDS = range(4)


class BallotsStep(Step):
    """The step ``ballots``."""

    key = "ballots"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._book: BallotBook | None = None
        self._reserves: dict[str, int] = {}
        self._seen: tuple[object, ...] = ()
        self.sheets = PdfView(context.runner, self)
        self.sheets.setAccessibleName(self.tr("Tờ phiếu A4"))
        self.one = PdfView(context.runner, self)
        self.one.setAccessibleName(self.tr("Một phiếu, phóng to"))
        self.one.set_words(self.tr("Một phiếu, phóng to"))
        self.panel = BallotPanel(self)
        self.panel.reserve.committed.connect(self._set_reserve)
        self.panel.resend.clicked.connect(self._resend)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._close_paper)
        self.bar = BottomBar(self)
        blank = secondary(self.tr("Biên bản trắng"), "file-text", self)
        blank.clicked.connect(self._look_at_blank)
        self.envelope = secondary(self.tr("Phong bì"), "envelope-simple", self)
        self.envelope.clicked.connect(lambda: make_envelopes(self))
        for button in (blank, self.envelope):
            self.bar.add_left(button)
        self.trial = self.bar.add_secondary(self.tr("In thử 1 tờ"), self._print_trial, "printer")
        self.again = self.bar.add_secondary(
            self.tr("In lại tờ hỏng"), self._reprint, "arrow-counter-clockwise"
        )
        desk = QFrame(self)
        desk.setObjectName("pdfDesk")
        views = QHBoxLayout(desk)
        views.setContentsMargins(0, 0, 0, 0)
        views.setSpacing(0)
        for view in (self.sheets, self.one):
            view.setObjectName("")  # the desk is drawn once beneath both
            views.addWidget(view, 1)
        body = QHBoxLayout()
        body.setSpacing(style.size("column_gap"))
        body.addWidget(desk, 1)
        body.addWidget(self.panel)
        main = QWidget(self)
        self._stack = QStackedWidget(self)
        lay_out(main, body, self.bar)
        self._stack.addWidget(main)
        self._stack.addWidget(self.paper)
        self._stack.addWidget(self._nobody())
        self._stack.addWidget(self._by_hands())
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def load(self, code: str) -> None:
        """Read the book, and draw the preview where it would be another."""
        if code != self.code:
            self._seen = ()
            self.sheets.clear()
            self.one.clear()
            self._stack.setCurrentIndex(_BALLOTS)
        super().load(code)
        reserve = self._reserves.get(code)
        self.context.ask(lambda: ballot_book(self.context.workplace, code, reserve), self._show)

    def first_field(self) -> QWidget:
        """Return the sheets."""
        return self.sheets

    def primary(self) -> None:
        """Print; once printed, go on to the meeting; by hands, close the roll."""
        at = self._stack.currentIndex()
        if at == _NONE:
            self.proceed.emit("candidates")
        elif at == _HANDS:
            self._close_roll()
        elif at == _BALLOTS:
            self.panel.reserve.commit()
            self.bar.press()

    def print_it(self) -> None:
        """Print the paper on show: the ballots, or the inner one."""
        at = self._stack.currentIndex()
        if at == _PAPER:
            self.paper.print_it()
        elif at == _BALLOTS and self._book is not None:
            if self._book.state in _BEFORE:
                self._print()
            else:
                self._resend()

    def help_text(self) -> str:
        """Explain the reserve, or the order of the names."""
        if self.panel.reserve.line.hasFocus():
            return self.panel.reserve.explain
        return self.tr(
            "Người ứng cử xếp theo tên, rồi họ, rồi tên đệm, theo bảng chữ cái tiếng Việt. Khổ phiếu chọn "
            "bằng cách đo chữ thật: nhỏ nhất mà vừa. Mặt phiếu không có số nào, để giữ bí mật. In thử không "
            "khóa danh sách; in thật lần đầu thì khóa danh sách hộ và quy định áp dụng. Phiếu hỏng in lại "
            "kèm lý do."
        )

    def go_back(self) -> bool:
        """Leave the inner paper."""
        if self._stack.currentIndex() == _PAPER:
            self._close_paper()
            return True
        return False

    def _show(self, book: BallotBook) -> None:
        self._book = book
        if self._stack.currentIndex() != _PAPER:
            self._stack.setCurrentIndex(self._view_of(book))
        if book.by_hands or not book.candidates:
            return
        printed = bool(book.printings)
        self.panel.set_book(book, printed=printed)
        self.trial.setVisible(not printed)
        self.again.setVisible(printed and book.state in _REPRINTABLE)
        self.envelope.setVisible(book.state in ("listed", "printed"))
        if printed:
            self.bar.set_primary(self.tr("Sang bước Họp"), lambda: self.proceed.emit("meeting"))
        else:
            ready = book.state == "listed" and book.copies > 0
            words = self.tr("In {0} tờ").format(book.sheets)
            self.bar.set_primary(words, self._print, enabled=ready, key="Ctrl+P")
        self.bar.set_note("" if book.electorate else self.tr("Thôn chưa có hộ nào nên chưa in được."))
        self._draw(book)

    def _draw(self, book: BallotBook) -> None:
        seen = (self.code, book.copies, book.paper, book.order, book.printings)
        if seen == self._seen:
            return
        self._seen = seen
        code, reserve = self.code, self._reserves.get(self.code)

        def drawn(preview: BallotPreview) -> None:
            if code == self.code:
                self.sheets.show_pdf(preview.sheets)
                self.one.show_pdf(preview.ballot)

        self.context.ask(lambda: ballot_preview(self.context.workplace, code, reserve), drawn, self._undrawn)

    def _undrawn(self, refusal: Refusal) -> None:
        self._seen = ()
        self.sheets.clear()
        self.one.clear()
        self.context.runner.failed.emit(refusal)

    def _view_of(self, book: BallotBook) -> int:
        if book.by_hands:
            self.hands.button.setVisible(book.state == "listed") if self.hands.button else None
            return _HANDS
        return _BALLOTS if book.candidates else _NONE

    def _set_reserve(self, reserve: int | None) -> None:
        if reserve is not None:
            self._reserves[self.code] = reserve
        self.load(self.code)

    def _print_trial(self) -> None:
        print_trial(self)

    def _print(self) -> None:
        book = self._book
        if book is not None and book.state == "listed":
            print_real(self, book, self._reserves.get(self.code))

    def _resend(self) -> None:
        if self._book is not None and self._book.printings:
            send_again(self, self._book)

    def _reprint(self) -> None:
        print_spoiled(self)

    def _look_at_blank(self) -> None:
        code = self.code
        self._stack.setCurrentIndex(_PAPER)
        self.paper.show_paper(
            self.tr("Biên bản kiểm phiếu để điền tay"),
            lambda: blank_minutes(self.context.workplace, code),
            f"bien-ban-trang-{code}.pdf",
        )

    def _close_paper(self) -> None:
        self._stack.setCurrentIndex(self._view_of(self._book) if self._book else _BALLOTS)
        self.sheets.setFocus()

    def _close_roll(self) -> None:
        if self._book is None or self._book.state != "listed":
            return
        headline = self.tr("Khóa danh sách {0} hộ?").format(self._book.electorate)
        sentence = self.tr("Bầu giơ tay không in phiếu nên danh sách hộ và quy định áp dụng được khóa ở đây.")
        code = self.code
        if ask(self.window(), headline, sentence, self.tr("Khóa danh sách")):
            self.change(lambda _: close_roll(self.context.workplace, code), "elections")

    def _nobody(self) -> EmptyView:
        return EmptyView(
            "check-square-offset-fill",
            self.tr("Chưa có người ứng cử"),
            self.tr("Phiếu in tên người ứng cử. Chọn người ứng cử rồi quay lại bước này."),
            self.tr("Mở bước Ứng cử"),
            lambda: self.proceed.emit("candidates"),
            "Ctrl+Enter",
            parent=self,
        )

    def _by_hands(self) -> EmptyView:
        self.hands = EmptyView(
            "hand-palm-fill",
            self.tr("Bầu giơ tay, không in phiếu"),
            self.tr("Khóa danh sách hộ để mở được cuộc họp. Đổi hình thức bầu ở bước Ứng cử."),
            self.tr("Khóa danh sách hộ"),
            self._close_roll,
            "Ctrl+Enter",
            parent=self,
        )
        return self.hands
