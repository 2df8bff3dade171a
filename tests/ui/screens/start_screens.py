"""Pictures of the first start, of opening an office, and of the settings."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui.screens.pictures import LOW_SCREEN, SCREEN, save

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

    from desktop.ui.frame.office_window import OfficeWindow
    from desktop.ui.page.runner import Runner
    from desktop.ui.start.surroundings import Surroundings
    from desktop.ui.start_window import StartWindow


def draw(folder: Path, percent: int) -> None:
    """Draw them at a scale that Qt was started with."""
    with tempfile.TemporaryDirectory() as kept:
        around = _around(Path(kept))
        code = _first_start(around, folder, percent)
        _restoring(around, Path(kept), code, folder, percent)
        _settings(around, folder, percent)


def _around(kept: Path) -> Surroundings:
    from desktop.bootstrap import shipped_statutes  # noqa: PLC0415 - after Qt has its scale
    from desktop.resources import resource  # noqa: PLC0415
    from desktop.ui.start.surroundings import Surroundings  # noqa: PLC0415

    return Surroundings(
        folder=kept / "co-quan",
        home=kept,
        example=kept / "xa-mau",
        units=resource("units", "units.csv"),
        samples=resource("samples"),
        statutes=shipped_statutes,
        clock=lambda: datetime(2024, 11, 22, 2, 0, tzinfo=UTC),
    )


def _first_start(around: Surroundings, folder: Path, percent: int) -> str:
    from desktop.ui.page.runner import Runner  # noqa: PLC0415
    from desktop.ui.start_window import StartWindow  # noqa: PLC0415

    runner = Runner()
    window = StartWindow(around, runner)
    _place(window, LOW_SCREEN, percent)
    window.begin()
    wizard = window.wizard
    _settle(runner)
    _save(window, folder / f"bat-dau-1-{percent}.png")
    window.view().primary()
    wizard.unit.field.line.setText("huc dong")
    _until(lambda: bool(wizard.unit.found.rows()), runner)
    wizard.unit.found.setFocus()
    _save(window, folder / f"bat-dau-2-{percent}.png")
    window.view().primary()
    wizard.guard.pair.first.line.setText("rừng")
    window.view().primary()
    _settle(runner)
    _save(window, folder / f"bat-dau-3-{percent}.png")
    wizard.guard.ways.choose("training")
    window.view().primary()
    _until(lambda: wizard.recovery.view.page_count() == 1, runner)
    _save(window, folder / f"bat-dau-4-{percent}.png")
    code = _code_on(wizard.recovery)
    window.view().primary()
    wizard.hamlets.read_file(around.samples / "thon-ban.csv")
    _until(lambda: bool(wizard.hamlets.table.rows()), runner)
    _save(window, folder / f"bat-dau-5-{percent}.png")
    window.opened.connect(lambda session: session.workplace.database.close())
    window.view().primary()
    _settle(runner)
    _passphrase(window, around, folder, percent)
    _forgotten(window, code, folder, percent)
    runner.finish()
    window.close()
    return code


def _passphrase(window: StartWindow, around: Surroundings, folder: Path, percent: int) -> None:
    from desktop.errors import StorageRefused  # noqa: PLC0415

    window.stack.setCurrentWidget(window.passphrase)
    window.passphrase.ask_for(around.folder)
    window.passphrase.field.line.setText("sai rồi")
    window.passphrase.refuse(StorageRefused("storage.passphrase"))
    window.passphrase.come()
    _save(window, folder / f"mo-mat-khau-{percent}.png")


def _code_on(view: QWidget) -> str:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    return "-".join(said.text() for said in view.findChildren(QLabel) if len(said.text()) == 3)


def _forgotten(window: StartWindow, code: str, folder: Path, percent: int) -> None:
    window.passphrase.lost.click()
    window.forgotten.code.line.setText(code[:-1] + ("A" if code[-1] != "A" else "B"))
    window.view().primary()
    _save(window, folder / f"quen-mat-khau-{percent}.png")


def _restoring(around: Surroundings, kept: Path, code: str, folder: Path, percent: int) -> None:
    from desktop.bootstrap import open_office  # noqa: PLC0415
    from desktop.services.office.backups import back_up  # noqa: PLC0415
    from desktop.services.office.folder import TRAINING_PASSPHRASE  # noqa: PLC0415
    from desktop.ui.page.runner import Runner  # noqa: PLC0415
    from desktop.ui.start_window import StartWindow  # noqa: PLC0415

    workplace = open_office(around.folder, TRAINING_PASSPHRASE, around.clock)
    file = back_up(workplace, kept).path
    workplace.database.close()
    runner = Runner()
    window = StartWindow(replace(around, folder=kept / "may-moi"), runner)
    _place(window, LOW_SCREEN, percent)
    window.begin()
    window.wizard.purpose.ways.choose("restore")
    window.view().primary()
    step = window.wizard.restore
    step.use_file(file)
    step.secret.line.setText("sai rồi")
    window.view().primary()
    _until(lambda: bool(step.secret.problem()), runner)
    _save(window, folder / f"khoi-phuc-1-{percent}.png")
    step.secret.line.setText(code)
    window.view().primary()
    _until(step.card.isVisible, runner)
    _save(window, folder / f"khoi-phuc-2-{percent}.png")
    window.view().primary()
    _until(lambda: window.view() is window.forgotten, runner)
    for field in (window.forgotten.pair.first, window.forgotten.pair.second):
        field.line.setText("suối mơ tháng chạp")
    _save(window, folder / f"khoi-phuc-3-{percent}.png")
    window.view().primary()
    _until(lambda: window.renewed.view.page_count() == 1, runner)
    _save(window, folder / f"khoi-phuc-4-{percent}.png")
    window.opened.connect(lambda session: session.workplace.database.close())
    window.view().primary()
    runner.finish()
    window.close()


def _settings(around: Surroundings, folder: Path, percent: int) -> None:
    from desktop.bootstrap import open_office  # noqa: PLC0415
    from desktop.services.office.folder import TRAINING_PASSPHRASE  # noqa: PLC0415
    from desktop.services.office.keys import unlock  # noqa: PLC0415
    from desktop.services.office.operators import register_operator  # noqa: PLC0415
    from desktop.services.today.top_bar import desk_facts  # noqa: PLC0415
    from desktop.ui.app import dress, make_application  # noqa: PLC0415
    from desktop.ui.frame.office_window import OfficeWindow  # noqa: PLC0415
    from desktop.ui.page.page import Context, Session  # noqa: PLC0415
    from desktop.ui.page.runner import Runner  # noqa: PLC0415
    from desktop.ui.settings.settings_page import SettingsPage  # noqa: PLC0415
    from desktop.ui.widgets import style  # noqa: PLC0415

    workplace = open_office(around.folder, TRAINING_PASSPHRASE, around.clock)
    register_operator(workplace, "Tằng Văn Bình", "1357")
    session = Session(workplace, unlock(workplace, TRAINING_PASSPHRASE))
    runner = Runner()
    for subject, points in (
        ("office", 10.5),
        ("backup", 10.5),
        ("passphrase", 10.5),
        ("operators", 10.5),
        ("keys", 10.5),
        ("office", 16),
    ):
        style.set_text_points(points)
        dress(make_application())
        window = OfficeWindow(Context(session, runner), desk_facts(workplace))
        _place(window, SCREEN, percent)
        window.rail.choose("settings")
        page = window.page()
        if not isinstance(page, SettingsPage):
            raise TypeError(page)
        page.open_with(subject)
        _settle(runner)
        first = page.panel().first()
        if first is not None:
            first.setFocus()
        suffix = "" if points < 16 else "-16pt"
        _save(window, folder / f"thiet-lap-{subject}{suffix}-{percent}.png")
        if subject == "passphrase":
            _new_code(window, runner, folder / f"thiet-lap-ma-moi-{percent}.png")
        window.close()
    style.set_text_points(style.SMALLEST_TEXT)
    dress(make_application())
    runner.finish()
    workplace.database.close()


def _new_code(window: OfficeWindow, runner: Runner, path: Path) -> None:
    from desktop.services.office.passphrases import Renewed, recovery_sheet  # noqa: PLC0415
    from desktop.ui.settings.recovery_dialog import RecoveryDialog  # noqa: PLC0415

    code = "7MP-RCS-4MA-2TN-R8Y-95Y-92R-X2H-WA3"
    context = window.context
    if context is None:
        raise TypeError(window)
    sheet = recovery_sheet(context.workplace, code)
    dialog = RecoveryDialog(window, runner, Renewed(code, sheet), official=False)
    dialog.show()
    _until(lambda: dialog.step.view.page_count() == 1, runner)
    _save(window, path)
    dialog.accept()


def _place(window: QMainWindow, screen: tuple[int, int], percent: int) -> None:
    window.setGeometry(0, 0, *(side * 100 // percent for side in screen))
    window.show()
    window.activateWindow()


def _settle(runner: Runner) -> None:
    _until(lambda: not runner.is_busy(), runner)


def _until(there: Callable[[], bool], runner: Runner) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.qWait(250)
    while not there() or runner.is_busy():
        QTest.qWait(50)
    QTest.qWait(150)


def _save(window: QMainWindow, path: Path) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.qWait(150)
    save(window, path)
