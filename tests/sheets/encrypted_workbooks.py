"""Workbooks encrypted under a password, for one test, in the four ways that Excel has had.

Source: [MS-OFFCRYPTO] 2.3.4, 2.3.5 and 2.3.6; [MS-CFB] 2 (compound files); [MS-XLS] 2.2.10.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Callable, Mapping

from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB

SALT, SECRET, VERIFIER = bytes(range(16)), bytes(range(32)), b"so khop mat khau"
# What proves the package whole, which no reader has to ask.
_UNCHECKED = '<dataIntegrity encryptedHmacKey="AA==" encryptedHmacValue="AA=="/>'
_OFFICE = "http://schemas.microsoft.com/office/2006"
_EACH_BLOCK = ECB()  # noqa: S305 - the format's own
_SECTOR = 512
# Shorter streams stand elsewhere in a compound file.
_SHORTEST = 4096


def agile(workbook: bytes, password: str, *, hash_name: str = "SHA512", spins: int = 1000) -> bytes:
    def digest(content: bytes) -> bytes:
        return hashlib.new(hash_name, content).digest()

    def pad(content: bytes, size: int) -> bytes:
        return content[:size].ljust(size, b"\x36")

    key_size = 16 if hash_name == "SHA1" else 32
    spun = digest(SALT + password.encode("utf-16-le"))
    for turn in range(spins):
        spun = digest(struct.pack("<I", turn) + spun)

    def locked(purpose: str, content: bytes) -> str:
        key = pad(digest(spun + bytes.fromhex(purpose)), key_size)
        whole = content.ljust(-len(content) % 16 + len(content), b"\0")
        return base64.b64encode(_aes(key, CBC(SALT), whole)).decode()

    scheme = (
        f'saltSize="16" blockSize="16" keyBits="{key_size * 8}" hashSize="{len(digest(b""))}" '
        f'cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="{hash_name}" '
        f'saltValue="{base64.b64encode(SALT).decode()}"'
    )
    lock = (
        f'encryptedVerifierHashInput="{locked("fea7d2763b4b9e79", VERIFIER)}" '
        f'encryptedVerifierHashValue="{locked("d7aa0f6d3061344e", digest(VERIFIER))}" '
        f'encryptedKeyValue="{locked("146e0be7abacd0d6", SECRET[:key_size])}"'
    )
    info = (
        f'<?xml version="1.0"?><encryption xmlns="{_OFFICE}/encryption" '
        f'xmlns:p="{_OFFICE}/keyEncryptor/password">'
        f"<keyData {scheme}/>{_UNCHECKED}<keyEncryptors><keyEncryptor>"
        f'<p:encryptedKey spinCount="{spins}" {scheme} {lock}/>'
        "</keyEncryptor></keyEncryptors></encryption>"
    )
    whole = workbook.ljust(-len(workbook) % 16 + len(workbook), b"\0")
    package = b"".join(
        _aes(
            SECRET[:key_size],
            CBC(pad(digest(SALT + struct.pack("<I", at // 4096)), 16)),
            whole[at : at + 4096],
        )
        for at in range(0, len(whole), 4096)
    )
    head = struct.pack("<HHI", 4, 4, 0x40) + info.encode()
    return compound_file(
        {
            "EncryptionInfo": head.ljust(_SHORTEST),
            "EncryptedPackage": struct.pack("<Q", len(workbook)) + package,
        }
    )


def standard(workbook: bytes, password: str) -> bytes:
    spun = sha1(SALT + password.encode("utf-16-le"))
    for turn in range(50_000):
        spun = sha1(struct.pack("<I", turn) + spun)
    final = sha1(spun + bytes(4))
    key = sha1(bytes(one ^ 0x36 for one in final.ljust(64, b"\0")))[:16]
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + "AES\0".encode("utf-16-le")
    hidden = _aes(key, _EACH_BLOCK, VERIFIER)
    hidden_hash = _aes(key, _EACH_BLOCK, sha1(VERIFIER).ljust(32, b"\0"))
    verifier = struct.pack("<I", 16) + SALT + hidden + struct.pack("<I", 20) + hidden_hash
    info = struct.pack("<HHII", 4, 2, 0x24, len(header)) + header + verifier
    whole = workbook.ljust(-len(workbook) % 16 + len(workbook), b"\0")
    package = struct.pack("<Q", len(workbook)) + _aes(key, _EACH_BLOCK, whole)
    return compound_file({"EncryptionInfo": info.ljust(_SHORTEST, b"\0"), "EncryptedPackage": package})


def old(stream: bytes, password: str, *, later: bool) -> bytes:
    """Encrypt an older workbook's stream of records; ``later`` is how Excel 2002 and 2003 did it."""
    key = _later_key(password) if later else _first_key(password)
    hashed = sha1(VERIFIER) if later else md5(VERIFIER)
    hidden = _rc4(key(0), VERIFIER + hashed)
    if later:
        header = struct.pack("<8I", 4, 0, 0x6801, 0x8004, 128, 1, 0, 0) + "RC4\0".encode("utf-16-le")
        lock = struct.pack("<HHHII", 1, 2, 2, 4, len(header)) + header + struct.pack("<I", 16) + SALT
        lock += hidden[:16] + struct.pack("<I", 20) + hidden[16:]
    else:
        lock = struct.pack("<HHH", 1, 1, 1) + SALT + hidden
    lock = struct.pack("<HH", 0x002F, len(lock)) + lock
    begin = 4 + struct.unpack_from("<H", stream, 2)[0]
    whole = bytearray(stream[:begin] + lock + stream[begin:])
    cipher = b"".join(
        _rc4(key(at // 1024), bytes(whole[at : at + 1024])) for at in range(0, len(whole), 1024)
    )
    place = 0
    while place < len(whole):
        kind, size = struct.unpack_from("<HH", whole, place)
        hidden_from = place + 4
        if kind == 0x0085:
            # The sheet's place in the stream stays in the clear, and is further on now.
            (sheet,) = struct.unpack_from("<I", whole, place + 4)
            whole[place + 4 : place + 8] = struct.pack("<I", sheet + len(lock))
            hidden_from = place + 8
        if kind not in (0x0809, 0x002F):
            whole[hidden_from : place + 4 + size] = cipher[hidden_from : place + 4 + size]
        place += 4 + size
    return compound_file({"Workbook": bytes(whole).ljust(_SHORTEST, b"\0")})


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """Write a compound file of streams of 4,096 bytes or more, one after the other."""
    sectors, chains, entries = b"", [], _entry("Root Entry", 5, 0xFFFFFFFE, 0, 1)
    for number, (name, content) in enumerate(streams.items(), start=1):
        first, count = len(chains), -(-len(content) // _SECTOR)
        entries += _entry(
            name, 2, first, len(content), right=number + 1 if number < len(streams) else 0xFFFFFFFF
        )
        chains += [*range(first + 1, first + count), 0xFFFFFFFE]
        sectors += content.ljust(count * _SECTOR, b"\0")
    directory = len(chains)
    chains.append(0xFFFFFFFE)
    tables = 1
    while tables * 128 < len(chains) + tables:
        tables += 1
    places = list(range(len(chains), len(chains) + tables))
    chains += [0xFFFFFFFD] * tables
    table = struct.pack(f"<{tables * 128}I", *chains, *[0xFFFFFFFF] * (tables * 128 - len(chains)))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack(
            "<HHHHH6xIIIIIIIII",
            0x3E,
            3,
            0xFFFE,
            9,
            6,
            0,
            tables,
            directory,
            0,
            _SHORTEST,
            0xFFFFFFFE,
            0,
            0xFFFFFFFE,
            0,
        )
    )
    head += struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - tables))
    return head + sectors + entries.ljust(_SECTOR, b"\0") + table


def _entry(
    name: str, kind: int, first: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, right, child)
    return written.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", first, size)


def _first_key(password: str) -> Callable[[int], bytes]:
    start = md5(password.encode("utf-16-le"))[:5]
    start = md5((start + SALT) * 16)[:5]
    return lambda block: md5(start + struct.pack("<I", block))


def _later_key(password: str) -> Callable[[int], bytes]:
    start = sha1(SALT + password.encode("utf-16-le"))
    return lambda block: sha1(start + struct.pack("<I", block))[:16]


def sha1(content: bytes) -> bytes:
    return hashlib.sha1(content, usedforsecurity=False).digest()


def md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _aes(key: bytes, mode: CBC | ECB, content: bytes) -> bytes:
    return Cipher(AES(key), mode).encryptor().update(content)


def _rc4(key: bytes, content: bytes) -> bytes:
    return Cipher(ARC4(key), mode=None).encryptor().update(content)
