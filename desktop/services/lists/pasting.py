"""Of which list a block of copied cells is."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.services.lists.list_kind import OfficeList
from desktop.sheets.lists.block import likeliest


def list_of(rows: Sequence[Sequence[str]], lists: Sequence[OfficeList]) -> OfficeList:
    """Return the list that cells likely are, by what their first row names; the first where nothing tells."""
    name = likeliest(rows, [each.name for each in lists])
    return next(each for each in lists if each.name == name)
