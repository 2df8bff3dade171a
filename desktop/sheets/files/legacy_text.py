"""Sheets of the years before Unicode, put into Unicode before anything else looks at them.

It is decided for a whole column at once, apart for the cells in a face that tells its encoding and for all
others; a column in which nothing tells goes with the rest of its sheet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from desktop.sheets.files.cells import Sheet, Value
from desktop.vietnamese.legacy_encodings import Encoding, LegacyEncoding, LegacyFace, can_be, convert, decide
from desktop.vietnamese.syllables import is_syllable

_LATIN_LETTER = re.compile("[A-Za-z]")

_Place: TypeAlias = tuple[int, int]
# A column, and what the faces of its cells say.
_Group: TypeAlias = tuple[int, LegacyFace | None]


def in_unicode(sheet: Sheet) -> Sheet:
    """Return the sheet with its text in Unicode; ``converted`` keeps what each changed cell held.

    Source: TCVN 5712:1993; VNI-Windows; see ``legacy_encodings``.
    """
    if not sheet.faces and _is_unicode(sheet):
        return sheet
    groups = _groups(sheet)
    encodings = _encodings(groups)
    converted: dict[_Place, str] = {}
    after: dict[_Place, str] = {}
    counts: Counter[LegacyEncoding] = Counter()
    for group, cells in groups.items():
        encoding = encodings[group]
        if encoding == "unicode":
            continue
        column, face = group
        for row, text in cells.items():
            now = _converted(text, encoding, face)
            if now != text:
                place = row, column
                converted[place], after[place] = text, now
                counts[encoding] += 1
    if not converted:
        return sheet
    return replace(
        sheet,
        rows=_with(sheet.rows, after),
        encoding=counts.most_common(1)[0][0],
        converted=converted,
    )


def _is_unicode(sheet: Sheet) -> bool:
    """Tell whether no column speaks for an encoding, as in nearly every sheet in faces of Unicode."""
    return all(decide(_marked(column)) in {"unicode", None} for column in zip_longest(*sheet.rows))


def _marked(values: Iterable[Value]) -> Iterable[str]:
    """Return the texts of a column; none where no letter is beyond ASCII."""
    texts = [value for value in values if isinstance(value, str)]
    # Most columns are of figures; quicker told together than one by one.
    return () if "".join(texts).isascii() else texts


def _groups(sheet: Sheet) -> dict[_Group, dict[int, str]]:
    """Return the texts that an encoding may matter to, by row."""
    groups: defaultdict[_Group, dict[int, str]] = defaultdict(dict)
    faces = sheet.faces
    for row, values in enumerate(sheet.rows, start=1):
        for column, value in enumerate(values, start=1):
            if not isinstance(value, str):
                continue
            if not value.isascii():
                groups[column, faces.get((row, column)) if faces else None][row] = value
            elif faces and (face := faces.get((row, column))) is not None and face.capitals:
                groups[column, face][row] = value
    return groups


def _encodings(groups: Mapping[_Group, Mapping[int, str]]) -> dict[_Group, Encoding]:
    told = {group: decide(_marked(cells.values())) for group, cells in groups.items()}
    usual = _usual(told.values())
    return {
        group: encoding or (group[1].encoding if group[1] is not None else usual)
        for group, encoding in told.items()
    }


def _usual(told: Iterable[Encoding | None]) -> Encoding:
    """Return what a sheet's columns agree on; Unicode where they don't."""
    found = {encoding for encoding in told if encoding is not None}
    return found.pop() if len(found) == 1 else "unicode"


def _converted(text: str, encoding: LegacyEncoding, face: LegacyFace | None) -> str:
    if not can_be(text, encoding):
        return text
    now = convert(text, encoding)
    if face is None and not _is_text(text, now):
        return text
    return now.upper() if face is not None and face.capitals else now


def _is_text(before: str, after: str) -> bool:
    # A sign alone is a mark in a list, unless the face says that it is a letter.
    syllables = (word for word in after.split() if len(word) > 1 and is_syllable(word))
    return _LATIN_LETTER.search(before) is not None or any(syllables)


def _with(rows: tuple[tuple[Value, ...], ...], after: Mapping[_Place, str]) -> tuple[tuple[Value, ...], ...]:
    changed = {row for row, _ in after}
    return tuple(
        tuple(after.get((row, column), value) for column, value in enumerate(values, start=1))
        if row in changed
        else values
        for row, values in enumerate(rows, start=1)
    )
