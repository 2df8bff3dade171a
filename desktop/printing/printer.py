"""Handing a finished PDF to a printer of this computer."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop.errors import PaperRefused

_PATIENCE = 60  # seconds that a print system may take to accept a job


def send_to_printer(pdf: bytes, printer: str | None) -> None:
    """Hand a PDF to a printer; returns once the print system has taken it.

    Args:
        pdf: the paper, as it is kept.
        printer: its name in the system, or None for the usual one.

    Raises:
        PaperRefused: ``printer.none`` where the computer can print to nothing, ``printer.absent`` where it
            does not know that printer or the print system does not answer.

    Source: CUPS, lp(1); Windows, ShellExecute verbs ``print`` and ``printto``.
    """
    if sys.platform == "win32":
        _through_shell(pdf, printer)
    else:
        _through_cups(pdf, printer)


def _through_cups(pdf: bytes, printer: str | None) -> None:
    command = ["lp", *(["-d", printer] if printer else []), "-t", "Hom Phieu", "--", "-"]
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603 - no shell; the name is one argument
    except (FileNotFoundError, PermissionError) as error:
        raise _refused(printer=None) from error
    except subprocess.TimeoutExpired as error:
        raise _refused(printer) from error
    if done.returncode:
        raise _refused(printer)


def _through_shell(pdf: bytes, printer: str | None) -> None:
    """Let the program that shows PDF files print it; it reads the file after this returns."""
    handle, name = tempfile.mkstemp(prefix="hom-phieu-", suffix=".pdf")
    path = Path(name)
    with os.fdopen(handle, "wb") as file:
        file.write(pdf)
    start = getattr(os, "startfile")  # noqa: B009 - there on Windows only
    try:
        if printer is None:
            start(path, "print")
        else:
            start(path, "printto", f'"{printer}"')
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _refused(printer) from error


def _refused(printer: str | None) -> PaperRefused:
    if printer is None:
        return PaperRefused("printer.none")
    return PaperRefused("printer.absent", where=printer)
