"""Encrypted ``.xlsx`` workbooks under the password that Excel tries by itself: they open unasked.

A workbook whose structure is protected, or that is only marked as final, may be encrypted so; any other
password stays the clerk's.

Source: [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9 (standard) and 2.3.4.10 to 2.3.4.15 (agile encryption).
"""

from __future__ import annotations

import base64
import hashlib
import io
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB
from xlrd.compdoc import CompDoc

from desktop.sheets.files.markup import number, tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Source: [MS-OFFCRYPTO] 2.3.7.1, and what Excel does.
PASSWORD = "VelvetSweatshop".encode("utf-16-le")

_INFO, _PACKAGE = "EncryptionInfo", "EncryptedPackage"
_AGILE, _STANDARD = (4, 4), (2, 3, 4)
_KEY_OF_INPUT = bytes.fromhex("fea7d2763b4b9e79")
_KEY_OF_HASH = bytes.fromhex("d7aa0f6d3061344e")
_KEY_OF_KEY = bytes.fromhex("146e0be7abacd0d6")
_SEGMENT = 4096
_STANDARD_SPINS = 50_000
# Ten times what Excel takes; the format allows as much as takes minutes.
_MOST_SPINS = 1_000_000
_HASHES = {"SHA1": hashlib.sha1, "SHA256": hashlib.sha256, "SHA384": hashlib.sha384, "SHA512": hashlib.sha512}


def decrypted(content: bytes) -> bytes | None:
    """Return the workbook inside an encrypted one; None if it opens under another password.

    Raises:
        Exception: whatever a damaged file makes the parser of compound files raise, or ``ValueError``.
    """
    compound = CompDoc(content, logfile=io.StringIO())
    info, package = compound.get_named_stream(_INFO), compound.get_named_stream(_PACKAGE)
    if info is None or package is None:
        raise ValueError
    version = struct.unpack_from("<HH", info)
    size = int(struct.unpack_from("<Q", package)[0])
    if version == _AGILE:
        plain = _agile(info[8:], package[8:])
    elif version[0] in _STANDARD and version[1] == 2:
        plain = _standard(info, package[8:])
    else:
        plain = None
    return plain[:size] if plain is not None else None


def sha1(content: bytes) -> bytes:
    """Return the digest that the older ways of encrypting take."""
    return hashlib.sha1(content, usedforsecurity=False).digest()


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How one part of the file is encrypted."""

    salt: bytes
    hash: Callable[[bytes], bytes]
    key_size: int
    block_size: int

    @classmethod
    def of(cls, element: Element) -> _Scheme:
        name = element.get("hashAlgorithm", "")
        if name not in _HASHES or element.get("cipherAlgorithm") != "AES":
            raise ValueError
        if element.get("cipherChaining") != "ChainingModeCBC":
            raise ValueError
        salt = base64.b64decode(element.get("saltValue", ""))
        return cls(salt, _digest(name), number(element.get("keyBits")) // 8, number(element.get("blockSize")))

    def decrypt(self, key: bytes, start: bytes, content: bytes) -> bytes:
        start = start[: self.block_size].ljust(self.block_size, b"\x36")
        whole = content[: len(content) - len(content) % self.block_size]
        return _decrypt(Cipher(AES(key), CBC(start)), whole)


def _digest(name: str) -> Callable[[bytes], bytes]:
    return lambda content: _HASHES[name](content).digest()


def _agile(info: bytes, package: bytes) -> bytes | None:
    root = tree(info)
    data, lock = root.find("*/keyData"), root.find(".//encryptedKey")
    if data is None or lock is None:
        return None
    scheme, spins = _Scheme.of(lock), number(lock.get("spinCount"))
    if spins > _MOST_SPINS:
        return None
    spun = scheme.hash(scheme.salt + PASSWORD)
    for turn in range(spins):
        spun = scheme.hash(struct.pack("<I", turn) + spun)

    def unlocked(purpose: bytes, attribute: str) -> bytes:
        key = scheme.hash(spun + purpose)[: scheme.key_size].ljust(scheme.key_size, b"\x36")
        return scheme.decrypt(key, scheme.salt, base64.b64decode(lock.get(attribute, "")))

    verifier = unlocked(_KEY_OF_INPUT, "encryptedVerifierHashInput")
    expected = scheme.hash(verifier[: len(scheme.salt)])
    if unlocked(_KEY_OF_HASH, "encryptedVerifierHashValue")[: len(expected)] != expected:
        return None
    key = unlocked(_KEY_OF_KEY, "encryptedKeyValue")[: scheme.key_size]
    of_data = _Scheme.of(data)
    segments = (package[begin : begin + _SEGMENT] for begin in range(0, len(package), _SEGMENT))
    return b"".join(
        of_data.decrypt(key, of_data.hash(of_data.salt + struct.pack("<I", index)), segment)
        for index, segment in enumerate(segments)
    )


def _standard(info: bytes, package: bytes) -> bytes | None:
    (header_size,) = struct.unpack_from("<I", info, 8)
    (key_bits,) = struct.unpack_from("<I", info, 12 + 16)
    verifier = info[12 + header_size :]
    salt, hidden, hidden_hash = verifier[4:20], verifier[20:36], verifier[40:72]
    spun = sha1(salt + PASSWORD)
    for turn in range(_STANDARD_SPINS):
        spun = sha1(struct.pack("<I", turn) + spun)
    final = sha1(spun + bytes(4)).ljust(64, b"\0")
    halves = (bytes(one ^ pad for one in final) for pad in (0x36, 0x5C))
    pads = b"".join(sha1(half) for half in halves)
    cipher = Cipher(AES(pads[: key_bits // 8]), ECB())  # noqa: S305 - the format's own
    expected = sha1(_decrypt(cipher, hidden))
    if _decrypt(cipher, hidden_hash)[: len(expected)] != expected:
        return None
    return _decrypt(cipher, package[: len(package) - len(package) % 16])


def _decrypt(cipher: Cipher[CBC] | Cipher[ECB], content: bytes) -> bytes:
    decryptor = cipher.decryptor()
    return decryptor.update(content) + decryptor.finalize()
