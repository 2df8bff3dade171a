"""The hamlets of the commune given out as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.services.lists.giving_out import list_workbook, yes_or_no
from desktop.services.office.files import write_file
from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import commune_words, hamlet_lines
from desktop.sheets.lists.kinds.hamlets import HAMLETS
from desktop.wording import words


def give_out_hamlets(workplace: Workplace, path: Path, on: date | None = None) -> int:
    """Write the living hamlets, by name, into a workbook, and return how many they are.

    Args:
        workplace: the open office.
        path: of the workbook.
        on: write those of that day, under their names then.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    lines = hamlet_lines(workplace, on=on)
    rows = [
        {
            "kind": line.kind,
            "name": line.name,
            "households": line.stated,
            "head": line.head,
            "especially_difficult": yes_or_no(line.especially_difficult),
            "head_is_member": yes_or_no(line.head_is_member),
        }
        for line in lines
    ]
    commune = commune_words(workplace)
    if on is not None:
        commune = words("list.as_of", place=commune, day=f"{on:%d/%m/%Y}")
    content = list_workbook(workplace, HAMLETS, words("list.hamlets.title"), commune, rows)
    write_file(path, content, replace=True)
    return len(rows)
