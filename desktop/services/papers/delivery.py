"""Where a finished paper goes: to a printer of this computer, or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.printing.printer import send_to_printer
from desktop.services.office.files import write_file


@dataclass(frozen=True, slots=True)
class Destination:
    """A printer by its name in the system, or the file that a paper is written to."""

    printer: str | None = None
    path: Path | None = None


def deliver(content: bytes, destination: Destination) -> None:
    """Hand a paper to a printer, or write it to a file that somebody chose.

    Raises:
        PaperRefused: as ``send_to_printer``.
        RequestRefused: ``file.write``.
    """
    if destination.path is not None:
        write_file(destination.path, content, replace=True)
    else:
        send_to_printer(content, destination.printer)
