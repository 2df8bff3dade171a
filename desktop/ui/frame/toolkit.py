"""Whether a window can be opened here at all; loads Qt, and takes its import hook away again."""

from __future__ import annotations

import builtins
import os
import sys


def load_toolkit() -> None:
    """Load Qt before anything else of the window.

    PySide6 puts a hook of its own in place of Python's import, for the sake of ``from __feature__ import …``,
    which nothing here uses. The hook reads the source text of every module that is imported afterwards, and
    the standard library's linecache keeps it: a second of the start and 40 MB.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - between the two lines on purpose

    builtins.__import__ = own


def has_display() -> bool:
    """Return whether there is anything to open a window on; without it Qt would end the process."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)
