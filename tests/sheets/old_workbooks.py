"""Older workbooks written byte by byte, since nothing writes them any more: the faces of cells are stated.

Source: [MS-XLS]; a stream of records needs no compound file around it.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import TypeAlias

# A text is in the first face unless another is named beside it.
Written: TypeAlias = str | float | bool | bytes | tuple[str | float, str] | None

_FIRST_OWN_FONT = 5


def old_workbook(
    rows: Sequence[Sequence[Written]],
    *,
    face: str = "Arial",
    title: str = "Sheet1",
    merges: Sequence[tuple[int, int, int, int]] = (),
    number_format: str = "General",
    date1904: bool = False,
    hidden: bool = False,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    struck_face: str = "",
    remarks: Mapping[tuple[int, int], str] | None = None,
) -> bytes:
    """Write one sheet; numbers are shown in one format, merges are (top, left, bottom, right) from 1.

    A cell that is bytes is the code of an error. Rows, columns and places count from 1.
    """
    faces = [face, *dict.fromkeys(cell[1] for row in rows for cell in row if isinstance(cell, tuple))]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    head += _record(0x0042, struct.pack("<H", 1200)) + _record(0x0022, struct.pack("<H", date1904))
    # The format counts four built-in fonts and none with index 4.
    for name in ("Arial", "Arial", "Arial", "Arial", *faces):
        options = 0x0008 if name == struck_face else 0
        data = struct.pack("<HHHHHBBBB", 220, options, 0x7FFF, 400, 0, 0, 0, 0, 0)
        head += _record(0x0031, data + struct.pack("<BB", len(name), 0) + name.encode("latin-1"))
    head += _record(0x041E, struct.pack("<H", 164) + _text(number_format))
    for index in range(16):
        head += _format(0, 0, style=index != 15)
    for index in range(len(faces)):
        head += _format(_FIRST_OWN_FONT + index, 164, style=False)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    for column in hidden_columns:
        sheet += _record(0x007D, struct.pack("<HHHHHH", column - 1, column - 1, 2560, 15, 0x0001, 0))
    for row in range(1, len(rows) + 1):
        bits = 0x0100 | (0x0020 if row in hidden_rows else 0)
        sheet += _record(0x0208, struct.pack("<HHHHHHI", row - 1, 0, 9, 255, 0, 0, bits))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            sheet += _cell(row, column, value, faces)
    for number, (place, text) in enumerate((remarks or {}).items(), start=1):
        sheet += _remark(number, place, text)
    if merges:
        ranges = b"".join(struct.pack("<HHHH", t - 1, b - 1, le - 1, r - 1) for t, le, b, r in merges)
        sheet += _record(0x00E5, struct.pack("<H", len(merges)) + ranges)
    sheet += _record(0x000A, b"")
    bound = struct.pack("<BB", hidden, 0) + struct.pack("<BB", len(title), 1) + title.encode("utf-16-le")
    start = len(head) + len(_record(0x0085, bytes(4) + bound)) + len(_record(0x000A, b""))
    return head + _record(0x0085, struct.pack("<I", start) + bound) + _record(0x000A, b"") + sheet


def _cell(row: int, column: int, value: Written, faces: Sequence[str]) -> bytes:
    if value is None:
        return b""
    value, face = value if isinstance(value, tuple) else (value, faces[0])
    place = struct.pack("<HHH", row, column, 16 + faces.index(face))
    if isinstance(value, bytes):
        return _record(0x0205, place + value + b"\x01")
    if isinstance(value, bool):
        return _record(0x0205, place + struct.pack("<BB", value, 0))
    if isinstance(value, str):
        return _record(0x0204, place + _text(value))
    return _record(0x0203, place + struct.pack("<d", value))


def _remark(number: int, place: tuple[int, int], text: str) -> bytes:
    """Write the drawn object that holds a remark's text, then the remark that refers to it."""
    drawn = struct.pack("<HHHHH12x", 0x15, 18, 0x19, number, 0x4011) + bytes(4)
    shape = struct.pack("<HH6xHHH", 0x0212, 0, len(text), 0, 0)
    written = _record(0x005D, drawn) + _record(0x01B6, shape)
    written += _record(0x003C, b"\x01" + text.encode("utf-16-le"))
    note = struct.pack("<HHHHHB", place[0] - 1, place[1] - 1, 0, number, 1, 0) + b"a\x00"
    return written + _record(0x001C, note)


def _format(font: int, number_format: int, *, style: bool) -> bytes:
    kind = 0xFFF5 if style else 0x0001
    return _record(0x00E0, struct.pack("<HHHBBBBIIH", font, number_format, kind, 0x20, 0, 0, 0, 0, 0, 0))


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data
