"""Pictures of the window, made by the program: ``python -m tests.ui.screens.make_screens build/screens``."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.xvfb import x_server

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame


def main(arguments: list[str]) -> None:
    """Draw every picture at 100 % and 125 % into the folder that is named first."""
    folder = Path(arguments[0])
    if len(arguments) > 1:
        _draw(folder, int(arguments[1]))
        return
    folder.mkdir(parents=True, exist_ok=True)
    with x_server() as first, x_server() as second:
        # Qt reads its scale once, before the application is made: a process for each, on a screen of its own.
        drawing = [_start(folder, display, percent) for display, percent in ((first, 100), (second, 125))]
        ended = [process.wait() for process in drawing]
    if any(ended):
        sys.exit(1)


def _start(folder: Path, display: str, percent: int) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": str(percent / 100),
    }
    command = [sys.executable, "-m", "tests.ui.screens.make_screens", str(folder), str(percent)]
    return subprocess.Popen(command, env=environment)


def _draw(folder: Path, percent: int) -> None:
    from desktop.ui.app import make_application  # noqa: PLC0415 - needs the display that main() starts
    from desktop.ui.frame.desk import EMPTY_DESK  # noqa: PLC0415
    from desktop.ui.frame.frame import Frame  # noqa: PLC0415
    from desktop.ui.frame.help_dialog import HelpDialog  # noqa: PLC0415
    from tests.offices.desks import COMMUNE, RECEIVING  # noqa: PLC0415
    from tests.ui.screens.pictures import LOW_SCREEN, SCREEN, save  # noqa: PLC0415

    make_application()
    for name, desk, place, screen in (
        ("khung-xa", COMMUNE, "today", SCREEN),
        ("khung-xa-700", COMMUNE, "election", LOW_SCREEN),
        ("khung-cap-tren", RECEIVING, "progress", SCREEN),
        ("khung-chua-mo", EMPTY_DESK, "today", SCREEN),
    ):
        frame = Frame(desk)
        _show(frame, place, tuple(side * 100 // percent for side in screen))
        save(frame, folder / f"{name}-{percent}.png")
        frame.close()
    frame = Frame(COMMUNE)
    _show(frame, "today", tuple(side * 100 // percent for side in SCREEN))
    dialog = HelpDialog(10, frame)
    dialog.show()
    _settle()
    save(frame, folder / f"tro-giup-{percent}.png")
    dialog.close()
    frame.close()
    for pages in sorted(Path(__file__).parent.glob("*_screens.py")):
        drawing = getattr(importlib.import_module(f"tests.ui.screens.{pages.stem}"), "draw", None)
        if drawing is not None:
            drawing(folder, percent)
            _let_go()


def _let_go() -> None:
    # Windows that are only closed would be dressed anew with every change of the look.
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    for window in QApplication.topLevelWidgets():
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _show(frame: Frame, place: str, side: tuple[int, ...]) -> None:
    frame.setGeometry(0, 0, *side)
    frame.show()
    frame.rail.entries[place].setChecked(True)
    _settle()


def _settle() -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.qWait(200)


if __name__ == "__main__":
    main(sys.argv[1:])
