"""The whole screen of a count ballot by ballot: what its keys do, and when it is left or locked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.rules.tally import OTHER, KeyKind, TallyKey, read_keys
from desktop.services.counting.tallies import OpenTally, TallyLocked, lock_tally, sit_at_tally
from desktop.services.papers.tally_logs import draw_tally_log
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.tally.lock_question import LockQuestion
from desktop.ui.tally.projector import Projector
from desktop.ui.tally.tally_board import TallyBoard
from desktop.ui.tally.tally_foot import TallyFoot
from desktop.ui.tally.tally_head import TallyHead
from desktop.ui.tally.tally_queue import TallyQueue
from desktop.ui.tally.tally_reader import Heard, TallyReader
from desktop.ui.tally.tally_words import fault_words, locked_words, sum_words, totals_words
from desktop.ui.widgets.dialogs.fitted import StandingDialog
from desktop.ui.widgets.dialogs.question import Question, TextQuestion, ask
from desktop.ui.widgets.drawn.training_strip import TrainingStrip
from desktop.wording import refusal_sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = {Qt.Key(Qt.Key.Key_0.value + digit): str(digit) for digit in range(10)}


class TallyWindow(StandingDialog):
    """Every key is painted at once and stored behind; closing waits until all are.

    ``locked`` carries what became of the count.

    Args:
        context: the open office.
        opened: the count, with what was stored of it before.
        pin: of its operator, who sat down with it.
        first_made: when and by whom the first count was locked, in words.
        parent: the counting step.
    """

    locked = Signal(object)

    def __init__(
        self,
        context: Context,
        opened: OpenTally,
        pin: str,
        first_made: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kiểm từng phiếu: {0}").format(opened.body))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._context, self._opened, self._pin = context, opened, pin
        self.reader = TallyReader(opened.form)
        self.tally = read_keys(opened.form, opened.keys)
        self.queue = TallyQueue(context, opened.code, opened.log, len(opened.keys), self)
        self.queue.moved.connect(self._stored)
        self._leaves = self._locks = False
        self.projector: Projector | None = None
        self.board = TallyBoard(opened, self.reader, self)
        self.board.keys.paper.clicked.connect(self.print_log)
        self.card = self.board.card
        self.foot = TallyFoot(opened, self.reader, self)
        self.foot.lock.clicked.connect(self.lock)
        self._lay_out(first_made)
        begun = len(self.tally.ballots)
        self._refresh()
        if opened.keys:
            self.card.say(self.tr("Đọc tiếp từ phiếu {0}.").format(begun + 1), "attention")

    def fit(self) -> None:
        """Cover the whole screen where the window fills it, else the window."""
        parent = self.parentWidget()
        over = parent.window() if parent is not None else None
        if over is None or over.isMaximized() or over.isFullScreen():
            self.setGeometry(self.screen().geometry())
        else:
            self.setGeometry(over.geometry())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key once, however long it is held."""
        if event.isAutoRepeat():
            return
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control:
            self._command(key)
        elif key in _DIGITS or (event.text().isdecimal() and event.text().isascii()):
            self._digit(_DIGITS.get(key) or event.text())
        elif key in _ENTER:
            self._take(TallyKey(KeyKind.END))
        elif key == Qt.Key.Key_Backspace:
            self._back()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_F9:
            self.read_again()
        elif key == Qt.Key.Key_F11:
            self.project()

    def reject(self) -> None:
        """Leave once every key is stored; where the store refuses, ask."""
        if not self.queue.unstored():
            super().reject()
            return
        self._leaves = True
        self._stored()

    def lock(self) -> None:
        """Ask for what nobody reads off ballots, and lock the count."""
        if self.tally.open or self.reader.begun or self.reader.in_reason:
            self._refuse(self.tr("Phiếu đang đọc chưa xong. Đọc hết phiếu, hoặc bỏ đi, rồi khóa."))
            return
        if self.queue.unstored():
            self._locks = True
            self._stored()
            return
        question = LockQuestion(self._opened, len(self.tally.ballots), self)
        question.accepted.connect(partial(self._lock, question))
        question.open()

    def print_log(self) -> None:
        """Print the log of keys, as far as it is stored."""
        place, opened = self._context.workplace, self._opened
        code = opened.code
        print_paper(
            self._context,
            self,
            lambda: draw_tally_log(place, code, opened.log, opened.operator.id),
            headline=self.tr("In nhật ký kiểm từng phiếu?"),
            sentence=self.tr("Mỗi phiếu một ô, theo thứ tự đọc; phiếu bỏ lại được gạch."),
            yes=self.tr("In"),
            file_name=f"nhat-ky-kiem-phieu-{code}.pdf",
        )

    def read_again(self) -> None:
        """Read the stored keys anew, and say what they add up to."""
        place, opened, pin = self._context.workplace, self._opened, self._pin
        self._context.ask(
            lambda: sit_at_tally(place, opened.code, opened.operator.id, pin, alone=opened.alone), self._told
        )

    def project(self) -> None:
        """Open the projector's window, or close it."""
        if self.projector is not None:
            self.projector.close()
            self.projector.deleteLater()
            self.projector = None
            return
        self.projector = Projector(self._opened, self)
        self._refresh()
        self.projector.put()
        self.activateWindow()

    def _lay_out(self, first_made: str) -> None:
        head = TallyHead(self._opened, first_made, self)
        head.leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen says how large it is
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._opened.training:
            column.addWidget(TrainingStrip(self))
        column.addWidget(head)
        column.addWidget(self.board, 1)
        column.addWidget(self.foot)

    def _command(self, key: Qt.Key) -> None:
        if key in _ENTER:
            self.lock()
        elif key == Qt.Key.Key_P:
            self.print_log()

    def _digit(self, digit: str) -> None:
        heard = self.reader.digit(digit)
        if isinstance(heard, TallyKey):
            self._take(heard)
        elif heard is Heard.ASKS_WORDS:
            self._ask_words()
        elif heard is Heard.NOTHING:
            self._refuse(self.tr("Phím này không có trên phiếu. Xem các phím ở chân màn hình."))
        else:
            self.card.say("")
            self._refresh()

    def _ask_words(self) -> None:
        self._refresh()
        question = TextQuestion(
            self,
            self.tr("Vì sao phiếu này không hợp lệ?"),
            self.tr("Ban kiểm phiếu quyết định; câu này được in trong biên bản."),
            self.tr("Lý do"),
            self.tr("Ghi"),
        )
        question.accepted.connect(partial(self._said_words, question))
        question.open()

    def _said_words(self, question: TextQuestion) -> None:
        self._take(TallyKey(KeyKind.INVALID, reason=OTHER, words=str(question.field.value())))

    def _back(self) -> None:
        if self.reader.forget():
            self.card.say("")
            self._refresh()
        else:
            self._take(TallyKey(KeyKind.BACK))

    def _escape(self) -> None:
        if self.reader.forget():
            self._refresh()
        else:
            self.reject()

    def _take(self, key: TallyKey) -> None:
        if key.kind is KeyKind.END and self._opened.form.one_key:
            return
        fault = self.tally.fault(key)
        if fault is not None:
            self._refuse(fault_words(fault, self._opened.form, self.reader))
            return
        row = len(self.tally.open)
        self.tally = self.tally.after(key)
        self.queue.put(key)
        self.board.take(key, row)
        self.card.say("")
        self._refresh()

    def _refuse(self, sentence: str) -> None:
        self.reader.forget()
        QApplication.beep()
        self.card.say(sentence, "wrong")
        self._refresh()

    def _refresh(self) -> None:
        totals = self.tally.totals()
        self.board.show_tally(self.tally, totals)
        self.foot.show_read(totals.read)
        if self.projector is not None:
            states, told = self.board.states(self.tally, totals), sum_words(self._opened.form, totals)
            self.projector.show_count(states, totals.read, told)

    def _stored(self) -> None:
        waiting, refusal = self.queue.unstored(), self.queue.refusal
        if refusal is not None:
            said = self.tr("Còn {0} phím không lưu được: {1}").format(waiting, refusal_sentence(refusal))
            self.card.say(said, "wrong")
            if self._leaves:
                self._leaves = False
                self._ask_leave(waiting)
            self._locks = False
            return
        if waiting:
            if self._leaves or self._locks:
                self.card.say(self.tr("Đang lưu {0} phím…").format(waiting), "attention")
            return
        if self._leaves:
            super().reject()
        elif self._locks:
            self._locks = False
            self.card.say("")
            self.lock()

    def _ask_leave(self, waiting: int) -> None:
        if ask(
            self,
            self.tr("Ra mà bỏ {0} phím chưa lưu?").format(waiting),
            self.tr(
                "Các phiếu đọc sau cùng chưa vào ổ đĩa. Ở lại thì chương trình tự lưu lại khi ổ đĩa ghi được."
            ),
            self.tr("Ra"),
            self.tr("Ở lại"),
            danger=True,
        ):
            super().reject()

    def _lock(self, question: LockQuestion) -> None:
        place, opened, pin = self._context.workplace, self._opened, self._pin
        figures, why = question.figures(), question.unlike_box()
        self._context.do(
            lambda _: lock_tally(place, opened.code, opened.log, pin, figures, unlike_box=why),
            done=self._was_locked,
            failed=self._not_locked,
        )

    def _was_locked(self, locked: TallyLocked) -> None:
        self._context.told.emit(*locked_words(self._opened, locked))
        self.accept()
        self.locked.emit(locked)

    def _not_locked(self, refusal: Refusal) -> None:
        self._refuse(refusal_sentence(refusal))

    def _told(self, stored: OpenTally) -> None:
        totals = read_keys(stored.form, stored.keys).totals()
        question = Question(
            self,
            self.tr("Tổng theo các phím đã lưu"),
            totals_words(self._opened, totals),
            self.tr("Đọc tiếp"),
        )
        question.no.hide()
        question.open()
