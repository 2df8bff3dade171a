"""The wizard of the first start: its steps in order, and what they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.keys import Keys, unlock
from desktop.services.office.passphrases import note_sheet_printed, recovery_sheet
from desktop.services.office.sides import Side
from desktop.services.places.unit_list import UnitChoice
from desktop.services.training.first_start import Start, Started, make_example, office_name, start_office
from desktop.ui.first_start.guard_step import GuardStep
from desktop.ui.first_start.hamlets_step import HamletsStep
from desktop.ui.first_start.purpose_step import PurposeStep
from desktop.ui.first_start.recovery_step import RecoveryStep
from desktop.ui.first_start.restore_step import RestoreStep
from desktop.ui.first_start.unit_step import UnitStep
from desktop.ui.page.page import Session
from desktop.ui.page.runner import Progress, Runner
from desktop.ui.start.start_view import StartView, WaitingView
from desktop.ui.start.surroundings import Surroundings
from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.stepper import Stepper, StepView


@dataclass(frozen=True, slots=True)
class _Made:
    started: Started
    keys: Keys
    sheet: bytes = field(repr=False)


class FirstStart(QWidget):
    """Steps from an empty computer to an open office.

    ``made`` carries the session of a new office, ``restored`` what opens the one that came out of a backup,
    ``example`` the folder of the example commune's office, ``refused`` a refusal for the message bar.

    Args:
        surroundings: folders, shipped files, law and clock.
        runner: does the slow work.
        parent: the window.
    """

    made = Signal(object)  # Session
    restored = Signal(str)
    example = Signal(object)  # Path
    refused = Signal(object)  # Refusal
    _told = Signal(str)

    def __init__(self, surroundings: Surroundings, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._runner = runner
        self._way = "commune"
        self._unit: UnitChoice | None = None
        self._session: Session | None = None
        self._stopped: bool | None = None  # whether the example's making was; None where nothing can be
        self.stepper = Stepper(self)
        self.purpose = PurposeStep(self)
        self.unit = UnitStep(surroundings, runner, self)
        self.guard = GuardStep(self)
        self.recovery = RecoveryStep(runner, self)
        self.hamlets = HamletsStep(runner, self)
        self.restore = RestoreStep(surroundings, runner, self)
        self.waiting = WaitingView(self)
        self._stack = QStackedWidget(self)
        steps = (self.purpose, self.unit, self.guard, self.recovery, self.hamlets, self.restore)
        for view in (*steps, self.waiting):
            self._stack.addWidget(view)
        self._head = QWidget(self)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(style.size("page_side"), style.size("grid"), style.size("page_side"), 0)
        head.addWidget(self.stepper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._connect()
        self.show_step(self.purpose)

    def view(self) -> StartView:
        """Return the step on show."""
        shown = self._stack.currentWidget()
        if not isinstance(shown, StartView):
            raise TypeError(shown)
        return shown

    def show_step(self, view: StartView) -> None:
        """Go to a step."""
        self._stack.setCurrentWidget(view)
        if view is not self.waiting:
            self._mark(view)
        view.come()

    def offer_backup(self, file: Path) -> bool:
        """Go to the restoring with a backup already chosen; False once an office was begun."""
        if self.view() not in (self.purpose, self.restore) or self.restore.is_working():
            return False
        self._way = "restore"
        self.show_step(self.restore)
        self.restore.use_file(file)
        return True

    def go_back(self) -> None:
        """Go a step back, as long as nothing was made yet (Esc); work that can be is stopped first."""
        if self.view() is self.waiting and self._stopped is False:
            self._stopped = True
            self._runner.cancel()
            return
        before: dict[StartView, StartView] = {
            self.unit: self.purpose,
            self.guard: self.unit,
            self.restore: self.purpose,
        }
        if self.view() in before and not self.restore.stop():
            self.show_step(before[self.view()])

    def _connect(self) -> None:
        self.purpose.chosen.connect(self._on_purpose)
        self.unit.chosen.connect(self._on_unit)
        self.unit.back.connect(self.go_back)
        self.guard.chosen.connect(self._on_guard)
        self.guard.back.connect(self.go_back)
        self.recovery.kept.connect(self._on_kept)
        self.recovery.printed.connect(self._note_sheet)
        self.hamlets.finished.connect(self._finish)
        self.restore.back.connect(self.go_back)
        self.restore.restored.connect(self.restored)
        self.restore.refused.connect(self.refused)
        self.stepper.chosen.connect(self._on_step)
        self._told.connect(self.waiting.set_step)
        self._runner.busy_changed.connect(self._on_busy)

    def _role(self) -> str:
        return "commune" if self._way == "party" else self._way

    def _side(self) -> Side:
        return Side.PARTY if self._way == "party" else Side.BOTH

    def _steps(self) -> list[tuple[StartView, str, str]]:
        steps: list[tuple[StartView, str, str]] = [
            (self.purpose, "purpose", self.tr("Dùng để làm gì")),
        ]
        if self._way == "restore":
            return [*steps, (self.restore, "restore", self.tr("Bản sao lưu"))]
        steps += [
            (self.unit, "unit", self.tr("Đơn vị")),
            (self.guard, "guard", self.tr("Mật khẩu")),
            (self.recovery, "recovery", self.tr("Mã khôi phục")),
        ]
        if self._role() == "commune":
            steps.append((self.hamlets, "hamlets", self.tr("Danh sách thôn")))
        return steps

    def _mark(self, view: StartView) -> None:
        steps = self._steps()
        at = next(number for number, (each, _, _) in enumerate(steps) if each is view)
        self.stepper.set_steps(
            [
                StepView(key, word, "done" if number < at else "not_yet")
                for number, (_, key, word) in enumerate(steps)
            ],
            steps[at][1],
        )

    def _on_step(self, key: str) -> None:
        keys = [each for _, each, _ in self._steps()]
        views = [view for view, _, _ in self._steps()]
        # Only back, and only before the office is made.
        if self._session is None and self.view() in views and keys.index(key) < views.index(self.view()):
            self.show_step(views[keys.index(key)])

    def _on_purpose(self, key: str) -> None:
        if key in ("example", "example-2024"):
            self._make_example(older=key != "example")
            return
        if key != self._way:
            self._way = key
            self.unit.field.line.clear()
        if key == "restore":
            self.show_step(self.restore)
            return
        self.unit.ask_for(self._role())
        self.show_step(self.unit)

    def _on_unit(self, unit: UnitChoice) -> None:
        self._unit = unit
        self.guard.ask_for(office_name(self._role(), unit, self._side()), unit)
        self.show_step(self.guard)

    def _on_guard(self, official: bool, passphrase: str) -> None:
        if self._unit is None:
            return
        start = Start(self._role(), self._unit, official, passphrase, self._side())
        self.waiting.wait_for(
            self.tr("Đang lập cơ quan"),
            self.tr("Lập khóa từ mật khẩu được làm chậm có chủ ý, vài giây là xong."),
        )
        self.show_step(self.waiting)

        def failed(refusal: Refusal) -> None:
            self.show_step(self.guard)
            self.refused.emit(refusal)

        self._runner.run(lambda _: self._make(start), lambda made: self._on_made(start, made), failed)

    def _make(self, start: Start) -> _Made:
        around = self._surroundings
        started = start_office(around.folder, start, around.units, around.statutes(), around.clock)
        try:
            keys = unlock(started.workplace, start.passphrase)
            sheet = recovery_sheet(started.workplace, started.recovery_code)
        except Refusal:
            started.workplace.database.close()
            raise
        return _Made(started, keys, sheet)

    def _on_made(self, start: Start, made: _Made) -> None:
        self.guard.clear()
        self._session = Session(made.started.workplace, made.keys)
        self.recovery.show_code(made.started.recovery_code, made.sheet, official=start.official)
        self.show_step(self.recovery)

    def _note_sheet(self) -> None:
        session = self._session
        if session is not None:
            self._runner.run(lambda _: note_sheet_printed(session.workplace), lambda _: None)

    def _on_kept(self) -> None:
        self.recovery.forget()
        if self._role() == "commune" and self._session is not None:
            self.hamlets.ask_for(self._session.workplace)
            self.show_step(self.hamlets)
        else:
            self._finish()

    def _finish(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self.made.emit(session)

    def _on_busy(self, busy: bool) -> None:
        # Work that was stopped calls nobody back.
        if not busy and self._stopped:
            self._stopped = None
            self.show_step(self.purpose)

    def _make_example(self, *, older: bool) -> None:
        around = self._surroundings
        self.waiting.wait_for(
            self.tr("Đang lập xã mẫu"),
            self.tr("Chương trình làm thử một ngày bầu cử, khoảng một phút. Nhấn Esc để dừng."),
        )
        self.show_step(self.waiting)
        self._stopped = False

        def work(progress: Progress) -> object:
            def tell(sentence: str) -> None:
                progress.step(0, 0, sentence)
                self._told.emit(sentence)

            around_it = around.example, TRAINING_PASSPHRASE, around.statutes(), around.samples
            return make_example(*around_it, tell, older=older)

        def failed(refusal: Refusal) -> None:
            self._stopped = None
            self.show_step(self.purpose)
            self.refused.emit(refusal)

        self._runner.run(work, self.example.emit, failed)
