"""Scenes of the first start, of opening an office, and of restoring one."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from desktop.bootstrap import open_office, shipped_statutes
from desktop.errors import RequestRefused, StorageRefused
from desktop.resources import resource
from desktop.services.office.backups import back_up
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.operators import OperatorView
from desktop.ui.page.runner import Runner
from desktop.ui.start.surroundings import Surroundings
from desktop.ui.start_window import StartWindow
from tests.offices.waiting import pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.screens.studio import Studio


_NAMES = (
    *(f"bat-dau-{number}" for number in range(1, 6)),
    *("mo-mat-khau", "quen-mat-khau"),
    *(f"khoi-phuc-{number}" for number in range(1, 5)),
)


def draw(studio: Studio) -> None:
    """Set them, one after the other, where any of them is wanted."""
    if not any(map(studio.wants, _NAMES)):
        return
    for _ in studio.each_text_size():
        with tempfile.TemporaryDirectory() as kept:
            start = _Start(studio, Path(kept))
            code = start.first_start()
            start.restoring(code)
            start.runner.finish()


def surroundings(kept: Path) -> Surroundings:
    """Return what a window is started with, in a folder that is thrown away."""
    return Surroundings(
        folder=kept / "co-quan",
        home=kept,
        example=kept / "xa-mau",
        units=resource("units", "units.csv"),
        samples=resource("samples"),
        statutes=shipped_statutes,
        clock=lambda: datetime(2024, 11, 22, 2, 0, tzinfo=UTC),
    )


class _Start:
    """A window that goes on from scene to scene."""

    def __init__(self, studio: Studio, kept: Path) -> None:
        self.studio, self.kept = studio, kept
        self.around = surroundings(kept)
        self.runner = Runner()

    def first_start(self) -> str:
        """Go through the first start, and return the recovery code of the office that was made."""
        window = self._window(self.around)
        wizard = window.wizard
        self._keep(window, "bat-dau-1")
        window.view().primary()
        wizard.unit.field.line.setText("huc dong")
        self._until(lambda: bool(wizard.unit.found.rows()))
        wizard.unit.found.setFocus()
        self._keep(window, "bat-dau-2")
        window.view().primary()
        wizard.guard.pair.first.line.setText("rừng")
        window.view().primary()
        self._keep(window, "bat-dau-3")
        wizard.guard.ways.choose("training")
        window.view().primary()
        self._until(lambda: wizard.recovery.view.page_count() == 1)
        self._keep(window, "bat-dau-4")
        code = _code_on(wizard.recovery)
        window.view().primary()
        wizard.hamlets.read_file(self.around.samples / "thon-ban.csv")
        self._until(lambda: bool(wizard.hamlets.table.rows()))
        self._keep(window, "bat-dau-5")
        window.opened.connect(lambda session: session.workplace.database.close())
        window.view().primary()
        self._until(lambda: True)
        window.stack.setCurrentWidget(window.worker)
        window.worker.ask_among([OperatorView(1, "Tằng Văn Bình"), OperatorView(2, "Lương Thị Hạnh")])
        window.worker.refuse(RequestRefused("operator.unknown"))
        self._keep(window, "ai-lam-viec")
        self._passphrase(window)
        window.passphrase.lost.click()
        window.renewal.forgotten.code.line.setText(code[:-1] + ("A" if code[-1] != "A" else "B"))
        window.view().primary()
        self._keep(window, "quen-mat-khau")
        window.close()
        return code

    def restoring(self, code: str) -> None:
        """Restore that office on another computer, with its code."""
        workplace = open_office(self.around.folder, TRAINING_PASSPHRASE, self.around.clock)
        file = back_up(workplace, self.kept).path
        workplace.database.close()
        window = self._window(replace(self.around, folder=self.kept / "may-moi"))
        window.wizard.purpose.ways.choose("restore")
        window.view().primary()
        step = window.wizard.restore
        step.use_file(file)
        step.secret.line.setText("sai rồi")
        window.view().primary()
        self._until(lambda: bool(step.secret.problem()))
        self._keep(window, "khoi-phuc-1")
        step.secret.line.setText(code)
        window.view().primary()
        self._until(step.card.isVisible)
        self._keep(window, "khoi-phuc-2")
        window.view().primary()
        self._until(lambda: window.view() is window.renewal.forgotten)
        for field in (window.renewal.forgotten.pair.first, window.renewal.forgotten.pair.second):
            field.line.setText("suối mơ tháng chạp")
        self._keep(window, "khoi-phuc-3")
        window.view().primary()
        self._until(lambda: window.renewal.renewed.view.page_count() == 1)
        self._keep(window, "khoi-phuc-4")
        window.opened.connect(lambda session: session.workplace.database.close())
        window.view().primary()
        self._until(lambda: True)
        window.close()

    def _window(self, around: Surroundings) -> StartWindow:
        window = StartWindow(around, self.runner)
        self.studio.place(window)
        window.begin()
        self.studio.settle(self.runner)
        return window

    def _passphrase(self, window: StartWindow) -> None:
        window.stack.setCurrentWidget(window.passphrase)
        window.passphrase.ask_for(self.around.folder)
        window.passphrase.field.line.setText("sai rồi")
        window.passphrase.refuse(StorageRefused("storage.passphrase"))
        window.passphrase.come()
        self._keep(window, "mo-mat-khau")

    def _keep(self, window: StartWindow, name: str) -> None:
        self.studio.settle(self.runner)
        self.studio.keep(window, name)

    def _until(self, there: Callable[[], bool]) -> None:
        pause(30)
        while not there() or self.runner.is_busy():
            pause(20)


def _code_on(view: QWidget) -> str:
    return "-".join(said.text() for said in view.findChildren(QLabel) if len(said.text()) == 3)
