"""What tests of the start of the program begin from: folders of their own, the shipped files, a clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import shipped_statutes
from desktop.resources import resource
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.places.unit_list import UnitChoice, find_units
from desktop.services.training.first_start import Start, start_office
from desktop.ui.start.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.training.first_start import Started

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
OFFICIAL_PASSPHRASE = "rừng tre xanh mát"  # noqa: S105 - of an invented office
UNITS = resource("units", "units.csv")


def around(home: Path, clock: Callable[[], datetime] = lambda: NOW) -> Surroundings:
    return Surroundings(
        folder=home / "co-quan",
        home=home,
        example=home / "xa-mau",
        units=UNITS,
        samples=resource("samples"),
        statutes=shipped_statutes,
        clock=clock,
    )


def unit_in_force(code: str) -> UnitChoice:
    """Return the commune or province that bears a code today."""
    found = find_units(UNITS, code, NOW.date(), levels=("commune", "province"), most=10_000)
    return next(choice for choice in found if choice.unit.code == code)


def make_office(home: Path, *, official: bool = False) -> Started:
    """Make an office of xã Bình Liêu in the folder that the window opens."""
    passphrase = OFFICIAL_PASSPHRASE if official else TRAINING_PASSPHRASE
    start = Start("commune", unit_in_force("06838"), official, passphrase)
    return start_office(home / "co-quan", start, UNITS, shipped_statutes(), lambda: NOW)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a hand would."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def do_primary(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
