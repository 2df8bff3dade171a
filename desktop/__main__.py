"""The program: a window without arguments, a command with them."""

from __future__ import annotations

import sys


def main() -> None:
    """Open the window, or run the command that the arguments name."""
    arguments = sys.argv[1:]
    if arguments:
        from desktop.cli.app import run  # noqa: PLC0415 - a window needs no command, a command no Qt

        sys.exit(run(arguments))
    from desktop.ui.app import open_window  # noqa: PLC0415
    from desktop.ui.desk import EMPTY_DESK  # noqa: PLC0415

    sys.exit(open_window(EMPTY_DESK))


if __name__ == "__main__":
    main()
