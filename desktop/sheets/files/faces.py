"""The faces of an ``.xlsx`` workbook's cells, where they tell a legacy encoding.

The parser of values doesn't tell faces, so a workbook that knows such a face is looked up a second time.

Source: ECMA-376 part 1, section 18.8.22 (fonts).
"""

from __future__ import annotations

import io
import re
import zipfile

from desktop.sheets.files.styled_cells import styled_cells
from desktop.vietnamese.legacy_encodings import LegacyFace, legacy_face

_FACE = re.compile(r'<(?:\w+:)?name\b[^<>]*\bval="([^"]*)"')


def legacy_faces(content: bytes, title: str) -> dict[tuple[int, int], LegacyFace]:
    """Return the legacy faces of a sheet's filled cells, by row and column counted from 1."""
    if not _any_legacy_face(content):
        return {}
    found: dict[tuple[int, int], LegacyFace] = {}
    try:
        for cell in styled_cells(content, title):
            face = legacy_face(cell.font.name or "") if isinstance(cell.value, str) else None
            if face is not None and cell.row is not None and cell.column is not None:
                found[cell.row, cell.column] = face
    except Exception:  # noqa: BLE001 - the stricter of two parsers; the text itself tells, too
        return {}
    return found


def _any_legacy_face(content: bytes) -> bool:
    """Tell cheaply whether the workbook knows such a face; the second look is slow."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "xl/styles.xml" not in archive.namelist():
            return False
        styles = archive.read("xl/styles.xml").decode("utf-8", "replace")
    return any(legacy_face(name) is not None for name in _FACE.findall(styles))
