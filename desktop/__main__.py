"""The program: a window without a command or with files to open, a command with one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

_DATA = "--data"
_OLDEST_BUILD = 17763
"""Windows 10 1809. Source: Qt 6.11, Supported Platforms."""
OPENED = (".goi", ".bn", ".the", ".sao-luu")
"""Suffixes of the files that the window opens: package, receipt, card, backup."""
COMMAND_PROGRAM = "hom-phieu-lenh"
"""Name of Windows' program for commands; it has a console, the one for the window has none."""


def main() -> None:
    """Open the window, on the office of ``--data DIR`` and with files where given, or run a command."""
    _give_streams()
    arguments = sys.argv[1:]
    if is_too_old(_build_of_windows()):
        sys.exit(_tell_too_old())
    wanted = window_arguments(arguments, _only())
    if wanted is None:
        from desktop.cli.app import run  # noqa: PLC0415 - a window needs no command, a command no Qt

        # A double click on Windows' program for commands: it says what it is for, and opens no window.
        sys.exit(run(arguments or ["--help"]))
    sys.exit(_open_window(*wanted))


def window_arguments(
    arguments: Sequence[str], only: Literal["window", "command"] | None = None
) -> tuple[Path | None, tuple[Path, ...]] | None:
    """Return the office's folder and the files that a window is to open; None for a command.

    Args:
        arguments: of the program.
        only: what this program does, where it is one of two.
    """
    rest, data = list(arguments), None
    if len(rest) > 1 and rest[0] == _DATA:
        data, rest = Path(rest[1]), rest[2:]
    are_files = all(Path(name).suffix.casefold() in OPENED for name in rest)
    if only == "command" or (only is None and not are_files):
        return None
    return data, tuple(Path(name) for name in rest)


def is_too_old(build: int | None) -> bool:
    """Tell whether a build of Windows lacks what Qt needs; None where this is no Windows."""
    return build is not None and build < _OLDEST_BUILD


if sys.platform == "win32":

    def _build_of_windows() -> int | None:
        """Return the build of the system itself, whatever it tells older programs."""
        return int(sys.getwindowsversion().platform_version[2])

    def _tell_too_old() -> int:
        """Say so before Qt is loaded, which would fail with a message about a DLL."""
        import ctypes  # noqa: PLC0415 - not needed elsewhere

        from desktop.errors import RequestRefused  # noqa: PLC0415
        from desktop.wording import refusal_sentence  # noqa: PLC0415

        said = refusal_sentence(RequestRefused("system.old"))
        if _only() == "command":
            sys.stderr.write(f"{said}\n")
        else:
            stop_icon = 0x10
            ctypes.windll.user32.MessageBoxW(None, said, "Hòm Phiếu", stop_icon)
        return 1

    def _only() -> Literal["window", "command"] | None:
        """Tell which of the two programs of the bundle runs; None from source, where one does both."""
        if not getattr(sys, "frozen", False):
            return None
        return "command" if Path(sys.executable).stem.casefold() == COMMAND_PROGRAM else "window"

else:

    def _build_of_windows() -> int | None:
        """Tell nothing: this is no Windows."""
        return None

    def _tell_too_old() -> int:
        """Never needed here."""
        return 1

    def _only() -> Literal["window", "command"] | None:
        """Tell nothing: one program does both."""
        return None


def _open_window(data: Path | None, files: tuple[Path, ...]) -> int:
    from desktop.bootstrap import usual_folder  # noqa: PLC0415
    from desktop.ui.frame.toolkit import has_display, load_toolkit  # noqa: PLC0415

    if not has_display():
        from desktop.errors import RequestRefused  # noqa: PLC0415
        from desktop.wording import refusal_sentence  # noqa: PLC0415

        sys.stderr.write(refusal_sentence(RequestRefused("window.no_display")) + "\n")
        return 1
    load_toolkit()
    from desktop.ui.frame.one_window import Asked, OneWindow  # noqa: PLC0415

    only, asked = OneWindow(usual_folder()), Asked(files, data)
    claim = only.claim(asked)
    if claim == "handed":
        return 0
    from desktop.ui.app import open_window, tell_silent  # noqa: PLC0415

    return open_window(asked, only) if claim == "first" else tell_silent()


def _give_streams() -> None:
    """Give a program without a console the streams that it writes to; nobody reads them."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end


if __name__ == "__main__":
    main()
