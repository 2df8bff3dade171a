"""Pictures of the window, made by the program: ``python -m tests.ui.screens.make_screens build/screens``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.xvfb import x_server


def main(arguments: list[str]) -> None:
    """Draw every picture at each scale and size of text.

    Args:
        arguments: the folder; then, where not all are wanted, a part of the names of the scenes.
    """
    folder = Path(arguments[0])
    only = arguments[1] if len(arguments) > 1 else ""
    if len(arguments) > 2:
        _draw(folder, only, int(arguments[2]))
        return
    from tests.ui.screens.studio import PERCENTS  # noqa: PLC0415 - loads Qt

    folder.mkdir(parents=True, exist_ok=True)
    # Qt reads its scale once, before the application is made: a process for each, on a screen of its own.
    with x_server() as first, x_server() as second, x_server() as third:
        displays = (first, second, third)
        drawing = [_start(folder, only, *at) for at in zip(displays, PERCENTS, strict=True)]
        ended = [process.wait() for process in drawing]
    if any(ended):
        sys.exit(1)


def _start(folder: Path, only: str, display: str, percent: int) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": str(percent / 100),
    }
    command = [sys.executable, "-m", "tests.ui.screens.make_screens", str(folder), only, str(percent)]
    return subprocess.Popen(command, env=environment)


def _draw(folder: Path, only: str, percent: int) -> None:
    from desktop.ui.app import make_application  # noqa: PLC0415 - needs the display that main() starts
    from tests.ui.screens.pictures import Pictures  # noqa: PLC0415
    from tests.ui.screens.scenes import SCENES, scenes  # noqa: PLC0415

    make_application()
    for name in SCENES:
        scenes(name)(Pictures(folder, percent, only))


if __name__ == "__main__":
    main(sys.argv[1:])
