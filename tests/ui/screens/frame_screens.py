"""Scenes of the frame by itself: desks, the keys that work, and the longest messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.frame.desk import EMPTY_DESK
from desktop.ui.frame.frame import Frame
from desktop.ui.frame.help_dialog import HelpDialog
from desktop.ui.page.runner import Runner
from tests.offices.desks import COMMUNE, RECEIVING

if TYPE_CHECKING:
    from tests.ui.screens.studio import Studio


_NAMES = ("khung-xa", "tro-giup", "khung-cap-tren", "khung-chua-mo")


def draw(studio: Studio) -> None:
    """Set them, where any of them is wanted."""
    if not any(map(studio.wants, _NAMES)):
        return
    runner = Runner()
    for _ in studio.each_text_size():
        for name, desk, place in (
            ("khung-xa", COMMUNE, "today"),
            ("khung-cap-tren", RECEIVING, "progress"),
            ("khung-chua-mo", EMPTY_DESK, "today"),
        ):
            frame = Frame(desk)
            studio.place(frame)
            frame.rail.entries[place].setChecked(True)
            studio.settle(runner)
            studio.keep(frame, name)
            if desk is COMMUNE:
                dialog = HelpDialog(10, frame)
                dialog.show()
                studio.settle(runner)
                studio.keep(frame, "tro-giup")
                dialog.close()
            frame.close()
    runner.close()
