"""A window over an office with registers, made once and opened by each test as its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.offices import register_example as example
from tests.offices.register_window import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def settled_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("so") / "xa"
    example.with_households(folder).workplace.database.close()
    return folder


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Window]]:
    windows: list[Window] = []

    def open_on(made: Path) -> Window:
        windows.append(Window(qtbot, made, tmp_path / "office"))
        return windows[-1]

    yield open_on
    for window in windows:
        window.close()
