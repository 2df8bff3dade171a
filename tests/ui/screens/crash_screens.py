"""Scenes of a fault: its report over the window, and in the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.frame import Frame
from desktop.ui.page.fault import Fault
from desktop.ui.page.runner import Runner
from tests.offices.desks import COMMUNE

if TYPE_CHECKING:
    from tests.ui.screens.studio import Studio


_NAMES = ("loi-mot-dong", "loi-bao-cao", "loi-lan-truoc")


def draw(studio: Studio) -> None:
    """Set them, where any of them is wanted."""
    if not any(map(studio.wants, _NAMES)):
        return
    places = ("app.py:64 open_window", "frame.py:211 _on_page", "election_page.py:139 primary")
    fault = Fault("LookupError", (*places, "counting_step.py:118 primary"))
    runner = Runner()
    for _ in studio.each_text_size():
        frame = Frame(COMMUNE)
        studio.place(frame)
        frame.message_bar.tell_fault(fault)
        studio.settle(runner)
        studio.keep(frame, "loi-mot-dong")
        frame.message_bar.dismiss()
        for name, before in (("loi-bao-cao", False), ("loi-lan-truoc", True)):
            dialog = CrashDialog(fault, frame, before=before)
            dialog.open()
            studio.settle(runner)
            studio.keep(frame, name)
            dialog.close()
        frame.close()
    runner.close()
