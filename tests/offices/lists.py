"""Lists taken in by tests, as the command does it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.services.lists.batches import Import
from desktop.services.lists.list_kind import ListKind, Wanted
from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.block import block_file
from desktop.sheets.lists.reading import Reading, read, read_list


def taken(office: Workplace, kind: ListKind[Any], path: Path, hamlet: str | None = None) -> Import:
    """Read a workbook and store it; doubtful rows wait for a person."""
    reading = read(path, kind.name, office.today())
    return kind.take_in(office, reading, Wanted(hamlet=hamlet))[0]


def read_block(rows: Sequence[Sequence[str]], kind: str, name: str, today: date | None = None) -> Reading:
    """Read cells that were copied, as the window does before anybody corrects a column."""
    return read_list(block_file(rows, kind, name), kind, today)
