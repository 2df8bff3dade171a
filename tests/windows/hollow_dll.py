"""A 64-bit DLL that holds no code, only names that stand for functions of other DLLs.

Windows 10 has libraries that Wine lacks and of which a program here asks for little: a name is enough.

Source: Microsoft, PE Format.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_BASE, _ALIGNED = 0x1000, 0x200


def hollow_dll(name: str, stands_for: Mapping[str, str]) -> bytes:
    """Return the bytes of a DLL.

    Args:
        name: of the file, such as ``icuuc.dll``.
        stands_for: names that it exports, each with the function it leads to, such as ``advapi32.Function``.
    """
    data = _exports(name, stands_for)
    room = -(-len(data) // _ALIGNED) * _ALIGNED
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    coff = struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    image = _BASE + -(-len(data) // _BASE) * _BASE
    optional = struct.pack(
        "<HBBIIIIIQIIHHHHHHIIIIHHQQQQII",
        0x20B, 14, 0, 0, room, 0, 0, _BASE, 0x180000000, _BASE, _ALIGNED, 6, 0, 0, 0, 6, 0, 0,
        image, _ALIGNED, 0, 3, 0x100, 1 << 20, 1 << 12, 1 << 20, 1 << 12, 0, 16,
    )  # fmt: skip
    directories = struct.pack("<II", _BASE, len(data)) + bytes(8 * 15)
    section = struct.pack("<8sIIIIIIHHI", b".edata", len(data), _BASE, room, _ALIGNED, 0, 0, 0, 0, 0x40000040)
    head = dos + b"PE\0\0" + coff + optional + directories + section
    return head.ljust(_ALIGNED, b"\0") + data.ljust(room, b"\0")


def _exports(name: str, stands_for: Mapping[str, str]) -> bytes:
    names = sorted(stands_for)
    tables = 40 + 10 * len(names)
    strings, at = b"", {}
    for text in (name, *names, *stands_for.values()):
        at[text] = _BASE + tables + len(strings)
        strings += text.encode("ascii") + b"\0"
    count = len(names)
    functions, known, ordinals = _BASE + 40, _BASE + 40 + 4 * count, _BASE + 40 + 8 * count
    head = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, at[name], 1, count, count, functions, known, ordinals)
    body = b"".join(struct.pack("<I", at[stands_for[each]]) for each in names)
    body += b"".join(struct.pack("<I", at[each]) for each in names)
    return head + body + b"".join(struct.pack("<H", number) for number in range(count)) + strings
