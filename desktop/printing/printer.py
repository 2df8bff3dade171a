"""Handing a finished PDF to a printer of this computer."""

from __future__ import annotations

import os
import subprocess
import sys

from desktop.errors import PaperRefused

_PATIENCE = 60  # seconds that a print system may take to answer
_TRAY = "InputSlot"
_USUAL = "system default destination: "


def send_to_printer(pdf: bytes, printer: str | None) -> None:
    """Hand a PDF to a printer; returns once the print system has taken it.

    Args:
        pdf: the paper, as it is kept.
        printer: its name in the system, or None for the usual one.

    Raises:
        PaperRefused: ``printer.system`` where the computer has no print system that runs, ``printer.none``
            where it has no usual printer, ``printer.absent`` where it does not take the job for that
            printer, ``printer.stopped`` where the printer is paused or takes no jobs, ``printer.silent``
            where the print system does not answer, so that nobody knows whether it has the job,
            ``printer.window`` on Windows, whose programs for PDF files print none by themselves.

    Source: CUPS, lp(1), lpstat(1).
    """
    if os.name == "nt":
        raise PaperRefused("printer.window")
    name = _ready(printer)
    if _cups("lp", "-d", name, "-t", "Hom Phieu", "--", "-", content=pdf).returncode:
        raise PaperRefused("printer.absent", where=name)


def refuse_unready(printer: str | None) -> None:
    """Refuse a printer for which CUPS would keep a job instead of printing it; others say so themselves.

    Raises:
        PaperRefused: as ``send_to_printer``.
    """
    if os.name == "posix":
        _ready(printer)


def trays_of(printer: str) -> tuple[str, ...]:
    """Return the paper trays of a printer of CUPS, as it names them; none where it can't be asked.

    Source: CUPS, lpoptions(1); PostScript Printer Description 4.3, ``InputSlot``.
    """
    try:
        told = _cups("lpoptions", "-p", printer, "-l").stdout.decode(errors="replace").splitlines()
    except PaperRefused:
        return ()
    # "InputSlot/Media Source: *Auto Tray1 Tray2", with a mark at the usual one.
    slots = next((line for line in told if line.startswith((f"{_TRAY}/", f"{_TRAY}:"))), "")
    return tuple(slot.removeprefix("*") for slot in slots.partition(":")[2].split())


def _ready(printer: str | None) -> str:
    told = _cups("lpstat", "-r", "-d", "-p", "-a").stdout.decode(errors="replace").splitlines()
    if "scheduler is running" not in told:
        raise PaperRefused("printer.system")
    usual = next((line.removeprefix(_USUAL) for line in told if line.startswith(_USUAL)), None)
    name = printer or usual
    if name is None:
        raise PaperRefused("printer.none")
    # CUPS would keep the job of a paused printer and print it whenever somebody lets the printer go on,
    # perhaps days after the same ballots were printed elsewhere.
    stopped = (f"printer {name} disabled since ", f"{name} not accepting requests since ")
    if any(line.casefold().startswith(tuple(map(str.casefold, stopped))) for line in told):
        raise PaperRefused("printer.stopped", where=name)
    if name.casefold() not in {line.split(" ")[1].casefold() for line in told if line.startswith("printer ")}:
        raise PaperRefused("printer.absent", where=name)
    return name


def _cups(*command: str, content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell; a name is one argument
            command, input=content, capture_output=True, timeout=_PATIENCE, check=False, env=_surroundings()
        )
    except (FileNotFoundError, PermissionError) as error:
        raise PaperRefused("printer.system") from error
    except subprocess.TimeoutExpired as error:
        raise PaperRefused("printer.silent") from error


def _surroundings() -> dict[str, str]:
    """Return the environment in which CUPS' commands answer in English, whatever the person's language."""
    found = {**os.environ, "LC_ALL": "C"}
    if getattr(sys, "frozen", False):
        # A bundle puts its libraries before the system's; the system's commands need the system's own.
        found.pop("LD_LIBRARY_PATH", None)
        if "LD_LIBRARY_PATH_ORIG" in found:
            found["LD_LIBRARY_PATH"] = found["LD_LIBRARY_PATH_ORIG"]
    return found
