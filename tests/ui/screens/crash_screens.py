"""Pictures of a fault: its report over the window, and in the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.frame import Frame
from desktop.ui.page.fault import Fault
from tests.offices.desks import COMMUNE
from tests.ui.screens.pictures import LOW_SCREEN, save

if TYPE_CHECKING:
    from pathlib import Path


def draw(folder: Path, percent: int) -> None:
    """Draw them at a scale that Qt was started with."""
    places = ("app.py:64 open_window", "frame.py:211 _on_page", "election_page.py:139 primary")
    fault = Fault("LookupError", (*places, "counting_step.py:118 primary"))
    frame = Frame(COMMUNE)
    frame.setGeometry(0, 0, *(side * 100 // percent for side in LOW_SCREEN))
    frame.show()
    frame.message_bar.tell_fault(fault)
    QTest.qWait(200)
    save(frame, folder / f"loi-mot-dong-{percent}.png")
    frame.message_bar.dismiss()
    for name, before in (("loi-bao-cao", False), ("loi-lan-truoc", True)):
        dialog = CrashDialog(fault, frame, before=before)
        dialog.open()
        QTest.qWait(200)
        save(frame, folder / f"{name}-{percent}.png")
        dialog.close()
    frame.close()
