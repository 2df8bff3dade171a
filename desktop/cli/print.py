"""``hom-phieu print``: a finished paper to a printer of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.output import say
from desktop.errors import RequestRefused
from desktop.printing.printer import send_to_printer
from desktop.services.office.files import read_file


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command("print", help="Gửi một tệp PDF tới máy in (CUPS; trên Windows thì in từ cửa sổ).")(
        print_paper
    )


def print_paper(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="Tệp PDF sẽ in.")],
    printer: Annotated[
        str | None, typer.Option("--printer", help="Tên máy in; bỏ trống là máy in mặc định.")
    ] = None,
) -> None:
    """Hand a PDF to a printer."""
    content = read_file(file)
    if not content.startswith(b"%PDF-"):
        raise RequestRefused("print.pdf", where=file.name)
    send_to_printer(content, printer)
    say(f"Đã gửi {file.name} tới máy in.")
