"""A lost passphrase: the recovery code and a new passphrase are typed, then the new code is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.errors import Refusal
from desktop.ui.first_start.recovery_step import RecoveryStep
from desktop.ui.page.runner import Failed, Runner
from desktop.ui.start.forgotten_view import ForgottenView
from desktop.ui.start.start_view import WaitingView

if TYPE_CHECKING:
    from desktop.services.office.passphrases import Renewed
    from desktop.ui.page.page import Session

Opens = Callable[[str, Callable[["Session"], None], Failed], None]
"""Opens the office with a recovery code; calls the second with its session, or the third with why not."""


class Renewal(QObject):
    """From the recovery code to an office that another passphrase opens.

    ``opened`` carries its session; ``left`` asks for the passphrase after all.

    Args:
        stack: of the window's views, which takes those of the renewal.
        waiting: the calm view for what takes its time.
        runner: does the slow work.
        opens: opens the office with a code.
        parent: the window.
    """

    opened = Signal(object)  # Session
    left = Signal()

    def __init__(
        self, stack: QStackedWidget, waiting: WaitingView, runner: Runner, opens: Opens, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stack, self._waiting, self._runner, self._opens = stack, waiting, runner, opens
        self._session: Session | None = None
        self._works = False
        self.forgotten = ForgottenView()
        self.forgotten.given.connect(self._open)
        self.forgotten.back.connect(self.left)
        stack.addWidget(self.forgotten)

    @cached_property
    def renewed(self) -> RecoveryStep:
        """The view that shows the new recovery code."""
        renewed = RecoveryStep(self._runner)
        renewed.kept.connect(self._kept)
        renewed.printed.connect(self._note_sheet)
        self._stack.addWidget(renewed)
        return renewed

    def is_working(self) -> bool:
        """Tell whether a new code is being made, which nobody would see if the window were closed."""
        return self._works

    def stop(self) -> None:
        """Forget what was being made: it broke."""
        self._works = False

    def ask_for(self, code: str = "") -> None:
        """Ask for the code, or show one that is known already, and for the new passphrase."""
        self.forgotten.ask_for(code)
        self._stack.setCurrentWidget(self.forgotten)
        self.forgotten.come()

    def _open(self, code: str, passphrase: str) -> None:
        self._waiting.wait_for(
            self.tr("Đang mở bằng mã khôi phục"),
            self.tr("Lập khóa từ mật khẩu mới được làm chậm có chủ ý, vài giây là xong."),
        )
        self._stack.setCurrentWidget(self._waiting)
        self._opens(code, lambda session: self._renew(session, passphrase), self._refused)

    def _renew(self, session: Session, passphrase: str) -> None:
        from desktop.services.office.passphrases import renew  # noqa: PLC0415 - prints a sheet

        def failed(refusal: Refusal) -> None:
            self._works = False
            session.workplace.database.close()
            self._refused(refusal)

        self._works = True
        self._runner.run(
            lambda _: renew(session.workplace, session.keys, passphrase),
            lambda made: self._show_code(session, made),
            failed,
        )

    def _refused(self, refusal: Refusal) -> None:
        self._stack.setCurrentWidget(self.forgotten)
        self.forgotten.refuse(refusal)
        self.forgotten.come()

    def _show_code(self, session: Session, made: Renewed) -> None:
        self._session, self._works = session, False
        self.forgotten.forget()
        self.renewed.show_code(made.code, made.sheet, official=session.keys.mode == "official")
        self._stack.setCurrentWidget(self.renewed)
        self.renewed.come()

    def _note_sheet(self) -> None:
        from desktop.services.office.passphrases import note_sheet_printed  # noqa: PLC0415

        session = self._session
        if session is not None:
            self._runner.run(lambda _: note_sheet_printed(session.workplace), lambda _: None)

    def _kept(self) -> None:
        session, self._session = self._session, None
        self._waiting.wait_for(self.tr("Đang mở dữ liệu"), "")
        self._stack.setCurrentWidget(self._waiting)
        self.renewed.forget()
        if session is not None:
            self.opened.emit(session)
