"""Python's search for circles, kept to the window's thread.

Python begins its search on whichever thread happens to make the next object. A circle with a part of Qt's in
it would then be taken apart on the thread of the background work while the window's own thread still talks
to it, and the program would end without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
# What a start makes stays: a search before the window has come to rest finds nothing and holds it up.
_FIRST_MS = 5000


class Collector(QObject):
    """Takes the search for circles away from every other thread for as long as the program runs.

    Args:
        parent: lives on the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        QTimer.singleShot(_FIRST_MS, timer, lambda: timer.start(_EVERY_MS))


def keep_what_is_loaded() -> None:
    """Leave all that is there by now out of every later search: modules, tables and rules stay to the end."""
    gc.freeze()


def collect_due() -> None:
    """Search the oldest generation whose turn has come, by Python's own thresholds."""
    made, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if made[generation] > limits[generation]]
    if due:
        gc.collect(due[-1])
