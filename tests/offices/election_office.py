"""An open commune office with an election under way, and its window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Session
from tests.offices import election_example as example
from tests.offices.shown import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def office(tmp_path: Path) -> Iterator[example.Example]:
    made = example.make_example(tmp_path / "office")
    yield made
    made.workplace.database.close()


@pytest.fixture
def frame(qtbot: QtBot, office: example.Example) -> Iterator[Frame]:
    with shown(qtbot, Session(office.workplace, office.keys)) as window:
        yield window
