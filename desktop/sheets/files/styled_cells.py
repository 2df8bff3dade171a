"""The cells of a sheet with their formats and faces, which the parser of values doesn't tell; a slow look."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl import load_workbook

if TYPE_CHECKING:
    from openpyxl.cell import _CellOrMergedCell


def styled_cells(content: bytes, title: str) -> Iterator[_CellOrMergedCell]:
    """Yield every cell of a sheet, row by row.

    Args:
        content: the workbook.
        title: the sheet's name.

    Raises:
        Exception: whatever a damaged workbook makes its parser raise.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            sheet = book[title]
            # The range that it says it uses may be the whole sheet, and is laid out.
            sheet.reset_dimensions()
            for row in sheet.iter_rows():
                yield from row
        finally:
            book.close()
