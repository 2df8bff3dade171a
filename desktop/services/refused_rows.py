"""The rows of a list that were not taken, as a workbook of their own: to be mended and read again."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.services.files import write_file
from desktop.services.import_preview import Preview
from desktop.services.workplace import Workplace
from desktop.sheets.report import write_report
from desktop.wording import row_sentence

_LETTERS = re.compile(r"[A-Z]+")


def write_refused(workplace: Workplace, preview: Preview, path: Path) -> Path:
    """Write the refused rows under the headings of their list, each with its reason in the last column.

    Raises:
        RequestRefused: ``file.write``.
    """
    headings = preview.source.headings
    rows = []
    for refused in preview.reading.refused:
        by_column = {_LETTERS.match(cell)[0]: text for cell, text in refused.cells.items()}  # type: ignore[index] # an address begins with letters
        reason = row_sentence(refused.code, refused.row)
        rows.append([*(by_column.get(heading.column, "") for heading in headings), reason])
    content = write_report(
        preview.source.sheet or preview.kind,
        [*(heading.text or heading.column for heading in headings), "Lý do bị từ chối"],
        rows,
        stamp=workplace.clock(),
        title_lines=(),
    )
    return write_file(path, content, replace=True)
