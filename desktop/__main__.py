"""The program: a window without a command, a command with one."""

from __future__ import annotations

import sys
from pathlib import Path

_DATA = "--data"


def main() -> None:
    """Open the window, on the office of ``--data DIR`` where given, or run the command that is named."""
    arguments = sys.argv[1:]
    data = Path(arguments[1]) if len(arguments) == 2 and arguments[0] == _DATA else None
    if arguments and data is None:
        from desktop.cli.app import run  # noqa: PLC0415 - a window needs no command, a command no Qt

        sys.exit(run(arguments))
    from desktop.ui.frame.toolkit import load_toolkit  # noqa: PLC0415

    load_toolkit()
    from desktop.ui.app import open_window  # noqa: PLC0415

    sys.exit(open_window(data))


if __name__ == "__main__":
    main()
