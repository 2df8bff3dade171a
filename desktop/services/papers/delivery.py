"""Where a finished paper goes: to a printer of this computer, or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.printing.merge import first_sheet, merged
from desktop.printing.printer import send_to_printer
from desktop.services.office.files import write_file


@dataclass(frozen=True, slots=True)
class Destination:
    """A printer by its name in the system, or the file that a paper is written to."""

    printer: str | None = None
    path: Path | None = None


def deliver(content: bytes, destination: Destination, copies: int = 1) -> None:
    """Hand a paper to a printer, or write it to a file that somebody chose.

    One copy is the very bytes on show; a file holds one, whoever prints it says how many.

    Raises:
        PaperRefused: as ``send_to_printer``.
        RequestRefused: ``file.write``.
    """
    if destination.path is not None:
        write_file(destination.path, content, replace=True)
    else:
        send_to_printer(content if copies == 1 else merged([content] * copies), destination.printer)


def deliver_first_sheet(content: bytes, destination: Destination) -> None:
    """Hand on the first page alone, as a trial.

    Raises:
        PaperRefused: ``paper.damaged``, or as ``send_to_printer``.
        RequestRefused: ``file.write``.
    """
    deliver(first_sheet(content), destination)
