"""Where a finished paper goes: to a printer of this computer, or into a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import PaperRefused
from desktop.printing import printer as print_system
from desktop.printing.merge import first_sheet
from desktop.printing.printer import refuse_unready
from desktop.services.office.files import write_file


@dataclass(frozen=True, slots=True)
class Destination:
    """A printer by its name in the system, or the file that a paper is written to.

    ``send`` draws a paper on that printer so many times; it raises PaperRefused where it can't.
    """

    printer: str | None = None
    path: Path | None = None
    send: Callable[[bytes, int], None] | None = None


def trays_of(printer: str) -> tuple[str, ...]:
    """Return the names of a printer's paper trays; none on Windows, where Qt asks for their numbers."""
    return print_system.trays_of(printer) if os.name == "posix" else ()


def deliver(content: bytes, destination: Destination, copies: int = 1) -> None:
    """Hand a paper to a printer, or write it to a file that somebody chose.

    A file holds one copy, whoever prints it says how many.

    Raises:
        PaperRefused: as ``refuse_unready``, or why the printer took nothing.
        RequestRefused: ``file.write``.
    """
    if destination.path is not None:
        write_file(destination.path, content, replace=True)
    elif destination.send is not None:
        refuse_unready(destination.printer)
        destination.send(content, copies)
    else:
        raise PaperRefused("printer.none")


def deliver_first_sheet(content: bytes, destination: Destination) -> None:
    """Hand on the first page alone, as a trial.

    Raises:
        PaperRefused: ``paper.damaged``, or as ``send_to_printer``.
        RequestRefused: ``file.write``.
    """
    deliver(first_sheet(content), destination)
