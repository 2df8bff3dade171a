"""The window before an office is open: first start, passphrase, and the calm wait while keys are derived."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.bootstrap import open_office
from desktop.errors import Refusal
from desktop.services.clock_guard import ClockBehind, clock_behind, confirm_clock
from desktop.services.first_start import at_examples_time, holds_office, is_example, opens_silently
from desktop.services.keys import unlock
from desktop.services.offices import TRAINING_PASSPHRASE
from desktop.services.recovery import Renewed, is_code, open_with_code, renew, tidy_code
from desktop.ui import style
from desktop.ui.clock_question import clock_is_right
from desktop.ui.fault import Fault
from desktop.ui.first_start.recovery_step import RecoveryStep
from desktop.ui.first_start.wizard import FirstStart
from desktop.ui.forgotten_view import ForgottenView
from desktop.ui.help_dialog import HelpDialog
from desktop.ui.message_bar import MessageBar
from desktop.ui.page import Session
from desktop.ui.passphrase_view import PassphraseView
from desktop.ui.runner import Runner
from desktop.ui.start_view import StartView, WaitingView
from desktop.ui.surroundings import Surroundings
from desktop.ui.widgets.dialogs import choose_folder
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import key_cap, label


class StartWindow(QMainWindow):
    """From the start of the program to an open office; ``opened`` carries its session.

    Args:
        surroundings: folders, shipped files, law and clock.
        runner: does the slow work.
    """

    opened = Signal(object)  # Session

    def __init__(self, surroundings: Surroundings, runner: Runner) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._runner = runner
        self._folder = surroundings.folder
        self._asked = False
        self._session: Session | None = None
        self.setWindowTitle(self.tr("Hòm Phiếu"))
        self.message_bar = MessageBar(self)
        self.waiting = WaitingView(self)
        self.passphrase = PassphraseView(self)
        self.forgotten = ForgottenView(self)
        self.renewed = RecoveryStep(runner, self)
        self.wizard = FirstStart(surroundings, runner, self)
        self.stack = QStackedWidget(self)
        for view in (self.waiting, self.passphrase, self.forgotten, self.renewed, self.wizard):
            self.stack.addWidget(view)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(whole))
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self.passphrase.given.connect(lambda typed: self._open(typed, asked=True))
        self.passphrase.elsewhere.connect(self._choose_folder)
        self.passphrase.forgotten.connect(self._ask_for_code)
        self.forgotten.given.connect(self._open_with_code)
        self.forgotten.back.connect(self._ask)
        self.renewed.kept.connect(self._kept)
        self.wizard.made.connect(self.opened)
        self.wizard.restored.connect(self._on_restored)
        self.wizard.example.connect(self._open_example)
        self.wizard.refused.connect(self.message_bar.tell_refusal)
        self._runner.broke.connect(self._on_fault)
        for keys, does in (
            ("Ctrl+Return", self._primary),
            ("Ctrl+Enter", self._primary),
            ("Ctrl+P", self._print),
            ("F1", self._help),
            ("Esc", self._back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    def begin(self) -> None:
        """Open the office of the folder, or begin the first start where there is none."""
        if not holds_office(self._folder):
            self.stack.setCurrentWidget(self.wizard)
            self.wizard.view().come()
            return
        given = self._surroundings.passphrase
        try:
            silently = given is None and opens_silently(self._folder)
        except Refusal as refusal:
            self._ask(refusal)
            return
        if given is not None or silently:
            self._open(given or TRAINING_PASSPHRASE, asked=False)
        else:
            self._ask()

    def view(self) -> StartView:
        """Return the view on show."""
        shown = self.stack.currentWidget()
        if isinstance(shown, StartView):
            return shown
        return self.wizard.view()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a recovery code that was not kept is gone for good."""
        view = self.view()
        if self.isVisible() and isinstance(view, RecoveryStep) and not view.may_leave():
            event.ignore()
            return
        super().closeEvent(event)

    def _head(self, parent: QWidget) -> QWidget:
        head = QWidget(parent)
        head.setObjectName("topBar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(style.size("bar_height"))
        row = QHBoxLayout(head)
        row.setContentsMargins(style.size("page_side"), 0, style.size("page_side"), 1)
        row.setSpacing(style.size("icon_gap"))
        row.addWidget(IconView("check-square-offset", "accent", "icon_large", head))
        row.addWidget(label(self.tr("Hòm Phiếu"), "headline", head))
        row.addStretch(1)
        row.addWidget(key_cap("F1", head))
        row.addWidget(label(self.tr("giải thích"), "caption", head))
        return head

    def _ask(self, refusal: Refusal | None = None) -> None:
        self.stack.setCurrentWidget(self.passphrase)
        if refusal is None or not self._asked:
            self.passphrase.ask_for(self._folder)
            self._asked = True
        if refusal is not None:
            self.passphrase.refuse(refusal)
        self.passphrase.come()

    def _open(self, passphrase: str, *, asked: bool) -> None:
        self.waiting.wait_for(
            self.tr("Đang mở dữ liệu"),
            self.tr("Tính khóa từ mật khẩu được làm chậm có chủ ý, vài giây là xong."),
        )
        self.stack.setCurrentWidget(self.waiting)
        folder, clock = self._folder, self._surroundings.clock

        def work() -> tuple[Session, ClockBehind | None]:
            workplace = open_office(folder, passphrase, clock)
            try:
                if is_example(folder):
                    workplace = at_examples_time(workplace)
                return Session(workplace, unlock(workplace, passphrase)), clock_behind(workplace)
            except BaseException:
                workplace.database.close()
                raise

        def failed(refusal: Refusal) -> None:
            # A passphrase that nobody typed was not a wrong answer.
            silent = not asked and refusal.code == "storage.passphrase"
            self._ask(None if silent else refusal)

        self._runner.run(
            lambda _: work(), lambda found: self._after_clock(found[0], found[1], self.opened.emit), failed
        )

    def _ask_for_code(self, code: str = "") -> None:
        self.forgotten.ask_for(code)
        self.stack.setCurrentWidget(self.forgotten)
        self.forgotten.come()

    def _on_restored(self, typed: str) -> None:
        if is_code(typed):
            self._ask_for_code(tidy_code(typed))
        else:
            self._open(typed, asked=True)

    def _open_with_code(self, code: str, passphrase: str) -> None:
        self.waiting.wait_for(
            self.tr("Đang mở bằng mã khôi phục"),
            self.tr("Lập khóa từ mật khẩu mới được làm chậm có chủ ý, vài giây là xong."),
        )
        self.stack.setCurrentWidget(self.waiting)
        around, folder = self._surroundings, self._folder

        def work() -> tuple[Session, ClockBehind | None]:
            workplace, keys = open_with_code(folder, code, around.statutes, around.clock)
            return Session(workplace, keys), clock_behind(workplace)

        self._runner.run(
            lambda _: work(),
            lambda found: self._after_clock(
                found[0], found[1], lambda session: self._renew(session, passphrase)
            ),
            self._code_refused,
        )

    def _renew(self, session: Session, passphrase: str) -> None:
        def failed(refusal: Refusal) -> None:
            session.workplace.database.close()
            self._code_refused(refusal)

        self._runner.run(
            lambda _: renew(session.workplace, session.keys, passphrase),
            lambda made: self._show_code(session, made),
            failed,
        )

    def _code_refused(self, refusal: Refusal) -> None:
        self.stack.setCurrentWidget(self.forgotten)
        self.forgotten.refuse(refusal)
        self.forgotten.come()

    def _show_code(self, session: Session, made: Renewed) -> None:
        self._session = session
        self.forgotten.forget()
        self.renewed.show_code(made.code, made.sheet, official=session.keys.mode == "official")
        self.stack.setCurrentWidget(self.renewed)
        self.renewed.come()

    def _kept(self) -> None:
        session, self._session = self._session, None
        self.waiting.wait_for(self.tr("Đang mở dữ liệu"), "")
        self.stack.setCurrentWidget(self.waiting)
        self.renewed.forget()
        if session is not None:
            self.opened.emit(session)

    def _after_clock(
        self, session: Session, behind: ClockBehind | None, go_on: Callable[[Session], None]
    ) -> None:
        if behind is None:
            go_on(session)
            return
        if clock_is_right(self, behind):
            workplace = session.workplace
            self._runner.run(lambda _: confirm_clock(workplace), lambda _: go_on(session))
        else:
            session.workplace.database.close()
            self.close()

    def _open_example(self, folder: Path) -> None:
        self._folder = folder
        self._open(TRAINING_PASSPHRASE, asked=False)

    def _choose_folder(self) -> None:
        chosen = choose_folder(self, self.tr("Chọn thư mục dữ liệu của cơ quan"), str(self._folder.parent))
        if chosen is not None:
            self._folder, self._asked = Path(chosen), False
            self.begin()

    def _on_fault(self, fault: Fault) -> None:
        self.message_bar.tell_fault(fault)
        if self.stack.currentWidget() is self.waiting:
            self._ask()

    def _primary(self) -> None:
        typing = self.focusWidget()
        holder = typing.parentWidget() if typing is not None else None
        if isinstance(holder, Field):
            holder.commit()
        self.view().primary()

    def _print(self) -> None:
        view = self.view()
        if isinstance(view, RecoveryStep):
            view.print_it()

    def _help(self) -> None:
        HelpDialog(0, self, self.view().help_text()).exec()

    def _back(self) -> None:
        if self.message_bar.dismiss():
            return
        if self.stack.currentWidget() is self.wizard:
            self.wizard.go_back()
        elif self.stack.currentWidget() is self.forgotten:
            self._ask()
