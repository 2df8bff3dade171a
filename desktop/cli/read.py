"""``hom-phieu read``: a workbook as the program understands it; writes nothing."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.options import AsJson
from desktop.cli.output import print_json, say
from desktop.services.lists.preview import row_words
from desktop.sheets.lists.kinds.known import KINDS
from desktop.sheets.lists.reading import Reading, read
from desktop.sheets.lists.stated import hamlets_stated
from desktop.wording import row_sentence

Kind = StrEnum("Kind", [(name, name) for name in KINDS])  # type: ignore[misc] # those that the reader knows
"""The lists that a workbook can hold."""
ListName = Annotated[Kind, typer.Option("--kind", help="Danh sách gì.")]


def add_to(application: typer.Typer) -> None:
    """Add the command to the application."""
    application.command(
        "read", help="Đọc thử một bảng tính: các dòng, chỗ đã sửa, chỗ từ chối; không ghi gì."
    )(read_workbook)


def read_workbook(
    file: Annotated[Path, typer.Argument(help="Tệp .xlsx, .xls, .ods hoặc .csv.")],
    kind: ListName,
    as_json: AsJson = False,
) -> None:
    """Read a workbook and print its rows, notes and refusals. Source: commands.md (``read``)."""
    reading = read(file, kind)
    say_sheets(reading)
    if as_json:
        # Each row says its hamlet where the file has several sheets: its column, or its sheet's name.
        hamlets = hamlets_stated(reading) if reading.source.has_several else {}
        print_json(
            {
                "rows": [
                    {**row, "hamlet": hamlets[number]} if hamlets.get(number) else row
                    for number, row in zip(reading.numbers, reading.rows, strict=True)
                ],
                "notes": [asdict(note) for note in reading.notes],
                "refused": [
                    {
                        "row": _place(*reading.place(refused.row)),
                        "code": refused.code,
                        "cells": refused.cells,
                    }
                    for refused in reading.refused
                ],
                "passed": [
                    {"row": _place(*reading.place_passed(line)), "code": line.code, "words": line.words}
                    for line in reading.passed
                ],
                "encoding": reading.encoding,
            }
        )
        return
    say(
        f"{file.name}: đọc được {len(reading.rows)} dòng, sửa {len(reading.notes)} chỗ, "
        f"từ chối {len(reading.refused)} dòng, bỏ qua {len(reading.passed)} dòng.",
        error=False,
    )
    for note in reading.notes:
        say(f"  {note.cell} ({note.code}): {note.was} → {note.now}", error=False)
    for refused in reading.refused:
        say(f"  {row_sentence(refused.code, row_words(reading, refused.row))} ({refused.code})", error=False)
    for line in reading.passed:
        place = _place(*reading.place_passed(line))
        say(f"  {place} ({line.code}): {line.words}", error=False)


def say_sheets(reading: Reading) -> None:
    """Say which sheets were read where there were several, and which were not."""
    source = reading.source
    if len(source.names) > 1:
        say(f"{source.name}: đã ghép các trang {', '.join(source.names)}.")
    if source.left_out:
        say(f"{source.name}: không đọc các trang {', '.join(source.left_out)}.")


def _place(sheet: str, row: int) -> int | str:
    """Name a line by its number, and by its sheet where the file has several."""
    return f"{sheet}!{row}" if sheet else row
