"""An open commune office with one small hamlet, its window, and a receiving office it does not know yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.bootstrap import open_office
from desktop.services.office import keys
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from tests.offices.commune import BEFORE, PASSPHRASE
from tests.offices.shown import shown
from tests.services.conftest import clock, office, settled_office
from tests.services.exchange.test_packages import new_districts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.offices.hands import Hands

__all__ = ["clock", "context", "district", "frame", "new_districts", "office", "settled_office", "sit_down"]


@pytest.fixture
def frame(qtbot: QtBot, qapp: object, office: Workplace) -> Iterator[Frame]:
    """The real window on the office, active."""
    del qapp
    with shown(qtbot, Session(office, keys.unlock(office, PASSPHRASE))) as window:
        yield window


@pytest.fixture
def context(qapp: object, office: Workplace) -> Iterator[Context]:
    """The open office and a runner, as a part of a page is given them where there is no page."""
    del qapp
    runner = Runner()
    yield Context(Session(office, keys.unlock(office, PASSPHRASE)), runner)
    runner.close()


@pytest.fixture
def district(new_districts: Path) -> Iterator[Workplace]:
    """The receiving office."""
    opened = open_office(new_districts / "198", PASSPHRASE, TrainingClock(BEFORE))
    yield opened
    opened.database.close()


def sit_down(hands: Hands, pin: str, *, below: int = 0) -> None:
    """Choose the name that many places below the first, and type the PIN."""
    assert isinstance(hands.dialog(), OperatorDialog)
    for _ in range(below):
        hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.fill(pin)
