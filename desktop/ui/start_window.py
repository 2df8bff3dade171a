"""The window before an office is open: first start, passphrase, and the calm wait while keys are derived."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.office.folder import SUFFIX_OF_BACKUP, TRAINING_PASSPHRASE, holds_office, opens_silently
from desktop.ui.start.start_view import StartView, WaitingView
from desktop.ui.start.surroundings import Surroundings
from desktop.ui.widgets import style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import key_cap, label

if TYPE_CHECKING:
    from desktop.services.office.operators import OperatorView
    from desktop.services.office.workplace import Workplace
    from desktop.ui.first_start.renewal import Renewal
    from desktop.ui.first_start.wizard import FirstStart
    from desktop.ui.frame.message_bar import MessageBar
    from desktop.ui.page.fault import Fault
    from desktop.ui.page.page import Session
    from desktop.ui.page.runner import Failed, Progress, Runner
    from desktop.ui.start.opening import Opened
    from desktop.ui.start.passphrase_view import PassphraseView
    from desktop.ui.start.worker_view import WorkerView

_WIZARD = "desktop.ui.first_start.wizard"


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
        self._told_of: Path | None = None
        self._session: Session | None = None  # of who is asked for a name
        self._closed = False
        self.setWindowTitle(self.tr("Hòm Phiếu"))
        self.waiting = WaitingView(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.waiting)
        self._whole = QWidget(self)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = self._head(self._whole)
        column.addWidget(self._bar)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(self._whole)
        self._runner.broke.connect(self._on_fault)
        for keys, does in (
            ("Ctrl+Return", self._primary),
            ("Ctrl+Enter", self._primary),
            ("Ctrl+P", lambda: self.view().print_it()),
            ("F1", self._help),
            ("Esc", self._back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    # What an opening does without is loaded and made when it is first asked for.

    @cached_property
    def message_bar(self) -> MessageBar:
        """The strip over the bar at the head."""
        from desktop.ui.frame.message_bar import MessageBar  # noqa: PLC0415

        message_bar = MessageBar(self._whole)
        message_bar.stand_over(self._bar, self._room_of_messages)
        return message_bar

    @cached_property
    def passphrase(self) -> PassphraseView:
        """The view that asks for the passphrase."""
        from desktop.ui.start.passphrase_view import PassphraseView  # noqa: PLC0415

        passphrase = PassphraseView(self)
        passphrase.given.connect(lambda typed: self._open(typed, asked=True))
        passphrase.elsewhere.connect(self._choose_folder)
        passphrase.forgotten.connect(self._ask_for_code)
        self.stack.addWidget(passphrase)
        return passphrase

    @cached_property
    def wizard(self) -> FirstStart:
        """The steps of the first start."""
        from desktop.ui.first_start.wizard import FirstStart  # noqa: PLC0415

        wizard = FirstStart(self._surroundings, self._runner, self)
        wizard.made.connect(self.opened)
        wizard.restored.connect(self._on_restored)
        wizard.example.connect(self._open_example)
        wizard.refused.connect(self.message_bar.tell_refusal)
        self.stack.addWidget(wizard)
        return wizard

    @cached_property
    def worker(self) -> WorkerView:
        """The view that asks who works at the window."""
        from desktop.ui.start.worker_view import WorkerView  # noqa: PLC0415

        worker = WorkerView(self)
        worker.given.connect(self._sign_in)
        self.stack.addWidget(worker)
        return worker

    @cached_property
    def renewal(self) -> Renewal:
        """What takes the recovery code and a new passphrase."""
        from desktop.ui.first_start.renewal import Renewal  # noqa: PLC0415

        renewal = Renewal(self.stack, self.waiting, self._runner, self._open_with_code, self)
        renewal.opened.connect(self._ask_worker)
        renewal.left.connect(self._ask)
        return renewal

    def begin(self) -> None:
        """Open the office of the folder, or begin the first start where there is none."""
        if not holds_office(self._folder):
            self._begin_first_start()
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

    def take_file(self, file: Path) -> bool:
        """Offer a backup for restoring where nothing stands yet; all else waits for an open office."""
        if self.stack.currentWidget() is self.waiting:
            return False
        is_backup = file.suffix.casefold() == SUFFIX_OF_BACKUP
        if is_backup and not holds_office(self._folder) and self.wizard.offer_backup(file):
            self.stack.setCurrentWidget(self.wizard)
            return True
        if file != self._told_of:
            self._told_of = file
            said = self.tr("{0} được mở sau khi mở xong dữ liệu của cơ quan.")
            self.message_bar.tell(said.format(file.name), "attention")
        return False

    def view(self) -> StartView:
        """Return the view on show."""
        shown = self.stack.currentWidget()
        if isinstance(shown, StartView):
            return shown
        return self.wizard.view()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a recovery code that was not kept is gone for good; wait for one that is being made."""
        if self._is_renewing() or (self.isVisible() and not self.view().may_leave()):
            event.ignore()
            return
        self._closed = True
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
        self._name = label(self.tr("Hòm Phiếu"), "headline", head)
        self._key = key_cap("F1", head)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._key)
        row.addWidget(label(self.tr("giải thích"), "caption", head))
        return head

    def _room_of_messages(self) -> tuple[int, int]:
        left = self._name.x() + self._name.width() + style.size("page_side")
        return left, self._key.x() - style.size("page_top")

    def _begin_first_start(self) -> None:
        if _WIZARD not in sys.modules:
            self._runner.run(lambda _: import_module(_WIZARD), lambda _: self._begin_first_start())
            return
        self.stack.setCurrentWidget(self.wizard)
        self.wizard.view().come()

    def _ask(self, refusal: Refusal | None = None) -> None:
        # While the passphrase is typed, what opening calls for is loaded.
        self._runner.run(lambda _: import_module("desktop.ui.start.opening"), lambda _: None)
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
        around, folder = self._surroundings, self._folder

        def work(_: Progress) -> Opened:
            from desktop.ui.start.opening import with_passphrase  # noqa: PLC0415

            return with_passphrase(around, folder, passphrase)

        def failed(refusal: Refusal) -> None:
            # A passphrase that nobody typed was not a wrong answer.
            silent = not asked and refusal.code == "storage.passphrase"
            self._ask(None if silent else refusal)

        self._runner.run(work, lambda found: self._after_opening(found, self._ask_worker), failed)

    def _on_restored(self, typed: str) -> None:
        from desktop.services.office.recovery import is_code, tidy_code  # noqa: PLC0415

        if is_code(typed):
            self.renewal.ask_for(tidy_code(typed))
        else:
            self._open(typed, asked=True)

    def _ask_for_code(self) -> None:
        self.renewal.ask_for()

    def _open_with_code(self, code: str, go_on: Callable[[Session], None], refused: Failed) -> None:
        around, folder = self._surroundings, self._folder

        def work(_: Progress) -> Opened:
            from desktop.ui.start.opening import with_code  # noqa: PLC0415

            return with_code(around, folder, code)

        self._runner.run(work, lambda found: self._after_opening(found, go_on), refused)

    def _after_opening(self, found: Opened, go_on: Callable[[Session], None]) -> None:
        from desktop.ui.start.settling import settle  # noqa: PLC0415

        if self._closed or not settle(self, self._runner, found, go_on):
            found.session.workplace.database.close()
            self.close()

    def _ask_worker(self, session: Session) -> None:
        """Ask who works at the window, where the office asks; else it is open to whoever opened it."""
        place = session.workplace

        def work(_: Progress) -> tuple[OperatorView, ...]:
            from desktop.services.office.operators import asks_operator, operators  # noqa: PLC0415

            return operators(place) if asks_operator(place) else ()

        def found(known: tuple[OperatorView, ...]) -> None:
            if not known:
                self.opened.emit(session)
                return
            self._session = session
            self.worker.ask_among(known)
            self.stack.setCurrentWidget(self.worker)
            self.worker.come()

        self._runner.run(work, found)

    def _sign_in(self, operator: int, pin: str) -> None:
        session = self._session
        if session is None:
            return
        place = session.workplace

        def work(_: Progress) -> Workplace:
            from desktop.services.office.operators import sign_in  # noqa: PLC0415

            return sign_in(place, operator, pin)

        def done(signed: Workplace) -> None:
            self._session = None
            session.workplace = signed
            self.opened.emit(session)

        self._runner.run(work, done, self.worker.refuse)

    def _open_example(self, folder: Path) -> None:
        self._folder = folder
        self._open(TRAINING_PASSPHRASE, asked=False)

    def _choose_folder(self) -> None:
        from desktop.ui.widgets.dialogs.file_choosing import ask_folder  # noqa: PLC0415

        ask_folder(self, "office", self.tr("Chọn thư mục dữ liệu của cơ quan"), self._use_folder)

    def _use_folder(self, folder: Path) -> None:
        self._folder, self._asked = folder, False
        self.begin()

    def _is_renewing(self) -> bool:
        return "renewal" in self.__dict__ and self.renewal.is_working()

    def _on_fault(self, fault: Fault) -> None:
        if self._is_renewing():
            self.renewal.stop()
        self.message_bar.tell_fault(fault)
        if self.stack.currentWidget() is self.waiting:
            self._ask()

    def _primary(self) -> None:
        from desktop.ui.widgets.fields.field import Field  # noqa: PLC0415

        typing = self.focusWidget()
        holder = typing.parentWidget() if typing is not None else None
        if isinstance(holder, Field):
            holder.commit()
        self.view().primary()

    def _help(self) -> None:
        from desktop.ui.frame.help_dialog import HelpDialog  # noqa: PLC0415

        HelpDialog(0, self, self.view().help_text()).exec()

    def _back(self) -> None:
        if self.message_bar.dismiss():
            return
        shown = self.stack.currentWidget()
        if isinstance(shown, StartView):
            shown.go_back()
        else:
            self.wizard.go_back()
