"""A list of the whole commune opened: read as a person said before, and set beside the register again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.services.lists import taking
from desktop.services.lists.preview import Preview
from desktop.services.lists.sources import Said, read_as_remembered, read_as_said
from desktop.services.lists.taking import ListKind, Target
from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.reading import open_list


def opened(workplace: Workplace, kind: ListKind[Target], code: str, path: Path) -> Preview:
    """Read a workbook and set it beside what the code stands for.

    Raises:
        SheetRefused: the workbook cannot be read.
    """
    file = open_list(path)
    reading, said = read_as_remembered(workplace, kind.name, file)
    return replace(taking.preview(workplace, kind, code, reading), file=file, said=said)


def looked_at_again(
    workplace: Workplace, kind: ListKind[Target], code: str, shown: Preview, said: Said
) -> Preview:
    """Set a list beside the register anew, read as a person says.

    Raises:
        SheetRefused: so read it is no list.
    """
    reading = shown.reading
    if shown.file is not None and said.columns != shown.said.columns:
        reading = read_as_said(workplace, kind.name, shown.file, said)
    return replace(taking.preview(workplace, kind, code, reading), file=shown.file, said=said)
