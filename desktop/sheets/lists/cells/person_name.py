"""The name in a row of a list: of a person or a place, from one column or two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings.columns import GIVEN, NAME
from desktop.vietnamese.names import capital_heads, title_case
from desktop.vietnamese.readable import is_name, plain_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.sheets.lists.cells.record import Record

# Longer than any name: a sentence has come into the column.
_LONGEST_NAME = 120
_TITLE = re.compile(r"\s*(?:ông|bà)\s*(?:[:.]|\s)\s*(?=\w)", re.IGNORECASE)


def name_of(
    record: Record, capitals: Callable[[str], str] = title_case, reads: Callable[[str], bool] = is_name
) -> str:
    """Return the name; ``capitals`` writes one that is all in capitals, ``reads`` tells what can be one.

    Raises:
        RowRefused: ``no_name`` for an empty name, one without a letter, or a ditto; ``bad_value`` for
            one so long that it is no name; ``unreadable`` where nobody can tell what it is.
    """
    if not (GIVEN in record.values or record.titled or record.sheet.converted or NAME in record.dittos):
        value = record.values[NAME]
        # Most names are as they should be; ``reads`` takes no less than names of people.
        name = plain_name(value) if isinstance(value, str) and len(value) <= _LONGEST_NAME else None
        if name is not None and not name.isupper():
            if name != value:
                record.note(NAME, "spaces", value, name)
            return name
    parts = [_name_part(record, key, capitals) for key in (NAME, GIVEN) if record.has(key)]
    name = " ".join(part for part in parts if part is not None)
    if not any(map(str.isalpha, name)):
        raise RowRefused("no_name")
    if len(name) > _LONGEST_NAME:
        raise RowRefused("bad_value")
    if not reads(name):
        raise RowRefused("unreadable")
    return name


def without_title(name: str) -> str:
    """Return a name without the "Ông" or "Bà" before it."""
    return _TITLE.sub("", name)


def _name_part(record: Record, key: str, capitals: Callable[[str], str]) -> str | None:
    if record.says_ditto(key):
        raise RowRefused("no_name")
    text = record.capitalised(key, capitals)
    if text is not None and record.titled and key == NAME and (without := without_title(text)) != text:
        record.note(key, "spaces", text, without)
        text = without
    if text is not None and _was_legacy(record, key):
        # TCVN3 has no toned capital, not even at the head of a name.
        return capital_heads(text)
    return text


def _was_legacy(record: Record, key: str) -> bool:
    if (record.line.row, record.line.header.columns[key]) in record.sheet.converted:
        return True
    return any(note.code == "legacy" and note.cell == record.cell(key) for note in record.notes)
