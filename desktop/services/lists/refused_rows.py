"""The rows of a list that were not taken, as a workbook of their own: to be mended and read again."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.services.lists.preview import Preview, row_words
from desktop.services.office.files import write_file
from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.source import Heading, Source
from desktop.sheets.report import write_report
from desktop.wording import row_sentence, words

_LETTERS = re.compile(r"[A-Z]+(?=[0-9]+$)")


def write_refused(workplace: Workplace, preview: Preview, path: Path) -> Path:
    """Write the refused rows under the headings of their list, each with its reason in the last column.

    Raises:
        RequestRefused: ``file.write``.
    """
    reading, headings = preview.reading, _headings(preview.source)
    rows = []
    for refused in reading.refused:
        sheet = preview.source.sheet_of(refused.row)
        by_column = {_LETTERS.search(cell)[0]: text for cell, text in refused.cells.items()}  # type: ignore[index] # an address ends with letters and a number
        told = {_known_by(heading): by_column.get(heading.column, "") for heading in sheet.headings}
        reason = row_sentence(refused.code, row_words(reading, refused.row))
        rows.append([*(told.get(known_by, "") for known_by in headings), reason])
    content = write_report(
        words("list.refused.title"),
        [*headings.values(), words("list.refused.reason")],
        rows,
        stamp=workplace.clock(),
        title_lines=(),
    )
    return write_file(path, content, replace=True)


def _headings(source: Source) -> dict[str, str]:
    """Return the headings of all sheets by what they are known by, those of the first sheet first."""
    found: dict[str, str] = {}
    for sheet in source.sheets:
        for heading in sheet.headings:
            found.setdefault(_known_by(heading), heading.text or heading.column)
    return found


def _known_by(heading: Heading) -> str:
    return heading.key or f"{heading.column} {heading.text}"
