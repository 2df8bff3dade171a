"""Types of Qt's are made on the window's thread alone: two threads that make one at once end the program."""

from __future__ import annotations

import subprocess
import sys

_LOADED = """
import sys, threading
from importlib import import_module
from pathlib import Path
from desktop.ui.frame.toolkit import load_toolkit
load_toolkit()
from PySide6 import QtCore, QtGui, QtWidgets
from desktop.ui.widgets.qt_types import make_types
import desktop.ui

def made():
    return {f"{module.__name__}.{name}" for module in (QtCore, QtGui, QtWidgets) for name in vars(module)}

def load_all():
    root = Path(desktop.ui.__path__[0])
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        import_module(".".join(("desktop.ui", *parts)).removesuffix(".__init__"))
        loaded.append(path)

loaded = []
make_types()
before = made()
thread = threading.Thread(target=load_all)
thread.start()
thread.join()
print(len(loaded), *sorted(made() - before))
"""


def test_whatever_of_the_window_is_loaded_in_the_background_finds_its_types_made() -> None:
    ran = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, encoding="utf-8", check=True)
    count, *late = ran.stdout.split()
    assert int(count) > 300
    assert late == []
