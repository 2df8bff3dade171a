"""Encrypted ``.xls`` workbooks under the password that Excel tries by itself: they open unasked.

Source: [MS-OFFCRYPTO] 2.3.5 and 2.3.6 (RC4); [MS-XLS] 2.2.10 (records in the clear) and 2.4.117 (FilePass).
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Callable, Iterator

from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from xlrd.compdoc import SIGNATURE, CompDoc

from desktop.sheets.files.xlsx.encrypted_package import PASSWORD, sha1

_FILE_PASS, _BOUND_SHEET = 0x002F, 0x0085
# Records whose content stays in the clear: BOF, FilePass and those of shared workbooks.
_CLEAR = frozenset((0x0809, _FILE_PASS, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138))
# A record that no reader knows, and passes over.
_NOTHING = 0x1FFF
_BLOCK = 1024


def decrypted(content: bytes) -> bytes | None:
    """Return the stream of an encrypted workbook in the clear; None if it opens under another password.

    Raises:
        Exception: whatever a damaged file makes the parser of compound files raise, or ``struct.error``.
    """
    stream = _stream(content)
    locks = (body for kind, _, body in _records(stream) if kind == _FILE_PASS)
    key = _key(next(locks, b""))
    if key is None:
        return None
    blocks = range(0, len(stream), _BLOCK)
    clear = b"".join(_rc4(key(at // _BLOCK), stream[at : at + _BLOCK]) for at in blocks)
    plain = bytearray(stream)
    for kind, begin, body in _records(stream):
        if kind == _FILE_PASS:
            plain[begin - 4 : begin - 2] = struct.pack("<H", _NOTHING)
        elif kind not in _CLEAR:
            # A sheet's place in the stream stays in the clear.
            hidden = begin + 4 if kind == _BOUND_SHEET else begin
            plain[hidden : begin + len(body)] = clear[hidden : begin + len(body)]
    return bytes(plain)


def _stream(content: bytes) -> bytes:
    if not content.startswith(SIGNATURE):
        return content
    compound = CompDoc(content, logfile=io.StringIO())
    return compound.get_named_stream("Workbook") or compound.get_named_stream("Book") or b""


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield kind, place and content of each record."""
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, place + 4, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _key(lock: bytes) -> Callable[[int], bytes] | None:
    """Return what gives the key of each block; None for another password or another cipher."""
    if len(lock) < 54 or lock[:2] != b"\x01\x00":
        return None
    major, minor = struct.unpack_from("<HH", lock, 2)
    if (major, minor) == (1, 1):
        return _first_key(lock[6:22], lock[22:38], lock[38:54])
    if major in (2, 3, 4) and minor == 2:
        return _later_key(lock[2:])
    return None


def _first_key(salt: bytes, verifier: bytes, verified: bytes) -> Callable[[int], bytes] | None:
    start = _md5(PASSWORD)[:5]
    start = _md5((start + salt) * 16)[:5]

    def key(block: int) -> bytes:
        return _md5(start + struct.pack("<I", block))

    clear = _rc4(key(0), verifier + verified)
    return key if _md5(clear[:16]) == clear[16:] else None


def _later_key(info: bytes) -> Callable[[int], bytes] | None:
    (header_size,) = struct.unpack_from("<I", info, 8)
    (key_bits,) = struct.unpack_from("<I", info, 12 + 16)
    verifier = info[12 + header_size :]
    start = sha1(verifier[4:20] + PASSWORD)
    size = (key_bits or 40) // 8

    def key(block: int) -> bytes:
        whole = sha1(start + struct.pack("<I", block))[:size]
        return whole.ljust(16, b"\0") if size == 5 else whole

    clear = _rc4(key(0), verifier[20:36] + verifier[40:60])
    return key if sha1(clear[:16]) == clear[16:] else None


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    return Cipher(ARC4(key), mode=None).decryptor().update(content)
