"""Packages, cards, receipts and keys changed at every layer, the layers above made whole again.

A number makes one mutation, always the same: whoever changes a byte on the way, whoever holds the receiving
office's reading key, or another card that the office trusts, but never the commune's own signing key. So
whatever is taken in must be the package that was sealed, byte for byte of what it says.
"""

from __future__ import annotations

import hashlib
import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
import pyrage

from desktop.errors import PackageRefused
from desktop.exchange import archive, bag, card, envelope, keystore, receipt
from desktop.exchange.card import TrustedCard
from desktop.exchange.keys import OfficeKeys, keys_from_seed
from desktop.exchange.receipt import LastAccepted, Receipt
from desktop.exchange.seal import ENVELOPE
from desktop.exchange.statement import PAYLOAD_TYPE, Party
from desktop.exchange.verify import Reader, verify
from desktop.wording import reason_sentence, refusal_sentence
from tests.exchange.offices import (
    COMMUNE,
    OFFICE,
    OTHER_OFFICE,
    STEPS,
    WHEN,
    card_of,
    closed,
    contents,
    decide,
    opened,
    sealed,
    spelled,
)
from tests.exchange.spellings import spellings

PACKAGE = sealed()
INSIDE = dict(opened(PACKAGE.data))
ARCHIVE = archive.pack(INSIDE)

STRANGER = keys_from_seed(bytes([9]) * 32, "06838", "commune")
NEIGHBOUR = keys_from_seed(bytes([10]) * 32, "06841", "commune")
PARTY = keys_from_seed(bytes([11]) * 32, "06838", "commune")
REVOKED = keys_from_seed(bytes([12]) * 32, "06838", "commune")
RENEWED = keys_from_seed(bytes([13]) * 32, "06838", "commune")
ABOVE = keys_from_seed(bytes([14]) * 32, "06838", "receiving")
SIGNERS = (STRANGER, NEIGHBOUR, PARTY, REVOKED, RENEWED, ABOVE)
"""Who may sign, and of whom the office knows: nobody, another commune, the Party office, and so on."""

PIECES = (
    b"",
    b"\0",
    b"\xff",
    b"PK\x03\x04",
    b"-> X25519 ",
    b"\n",
    b"\r\n",
    b"../",
    b'"',
    b"{}",
    b"[" * 40,
    b"9" * 25,
)
PATHS = (
    "../x",
    "/etc/x",
    "data/../x",
    "DATA/report.xlsx",
    "data/nul",
    "fetch.txt",
    "a\\b",
    "data/x ",
    "data",
    "",
)


@cache
def reader() -> Reader:
    known = [
        TrustedCard(card_of(COMMUNE)),
        TrustedCard(card_of(NEIGHBOUR)),
        TrustedCard(card_of(PARTY, signs=("party",))),
        TrustedCard(card_of(REVOKED), revoked_from=1),
        TrustedCard(card_of(RENEWED, first_sequence=9999)),
        TrustedCard(card_of(ABOVE)),
    ]
    return Reader(OFFICE, known)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutation.

    Attributes:
        code: why it was refused; ``same`` where it still was what it had been; ``accepted`` for a forgery.
        said: the sentence; empty where nothing was refused.
    """

    code: str
    said: str


def package(number: int) -> Outcome:
    """Return what became of a package changed as its number says."""
    chance = random.Random(f"package {number}")
    data = chance.choice(_LAYERS)(chance)
    found = verify(data, reader(), decide)
    if found.code is None:
        is_same = found.digest == PACKAGE.digest and found.files == contents()
        return Outcome("same" if is_same else "accepted", "")
    assert found.code in STEPS
    last = found.steps[-1]
    return Outcome(last.reason, reason_sentence(last.reason, last.locations, last.facts))


def card_file(number: int) -> Outcome:
    """Return what became of a card changed by somebody without its key."""
    chance = random.Random(f"card {number}")
    whole = _card()
    return _read(whole, _envelope_changed(whole, chance), card.read_card)


def receipt_file(number: int) -> Outcome:
    """Return what became of a receipt changed, or signed by another office."""
    chance = random.Random(f"receipt {number}")
    whole, office = _receipt(), TrustedCard(card_of(OFFICE))
    return _read(
        whole, _envelope_changed(whole, chance), lambda data: receipt.read_receipt(data, office, COMMUNE)
    )


def key_file(number: int) -> Outcome:
    """Return what became of stored keys changed, and opened with their passphrase."""
    chance = random.Random(f"keys {number}")
    whole = _keys()
    if chance.random() < 0.4:
        other = bytes_changed(whole, chance)
    else:
        other = spelled(_value_changed(msgspec.json.decode(whole), chance))
    opened_by: list[OfficeKeys] = []
    found = _read(whole, other, lambda data: opened_by.append(keystore.unlock(data, "x")))
    # What the recovery code opens isn't looked at with the passphrase; the keys are the same or none.
    return Outcome("same", "") if opened_by == [COMMUNE] else found


KINDS: dict[str, Callable[[int], Outcome]] = {
    "packages": package,
    "cards": card_file,
    "receipts": receipt_file,
    "keys": key_file,
}


def bytes_changed(whole: bytes, chance: random.Random) -> bytes:
    """Flip, cut, insert, repeat or move some bytes."""
    content = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(content) or 1)
        match chance.randrange(7):
            case 0 | 1 if content:
                content[at] ^= 1 << chance.randrange(8)
            case 2:
                del content[at : at + chance.randint(1, 300)]
            case 3:
                content[at:at] = chance.choice(PIECES) or bytes([chance.randrange(256)])
            case 4:
                content[at:at] = content[at : at + chance.randint(1, 200)] * chance.randint(1, 3)
            case 5:
                other = chance.randrange(len(content) or 1)
                length = chance.randint(1, 60)
                one, two = content[at : at + length], content[other : other + length]
                content[at : at + length], content[other : other + length] = two, one
            case _:
                if chance.random() < 0.3:
                    del content[at:]
    return bytes(content)


def _read(whole: bytes, other: bytes, read: Callable[[bytes], Any]) -> Outcome:
    if other == whole:
        return Outcome("same", "")
    try:
        read(other)
    except PackageRefused as refusal:
        return Outcome(refusal.code, refusal_sentence(refusal))
    return Outcome("accepted", "")


def _outer(chance: random.Random) -> bytes:
    return bytes_changed(PACKAGE.data, chance)


def _head(chance: random.Random) -> bytes:
    at = PACKAGE.data.index(b"\n--- ") + 49
    head, rest = PACKAGE.data[:at], PACKAGE.data[at:]
    if chance.random() < 0.5:
        return bytes_changed(head, chance) + rest
    lines = head.split(b"\n")
    _lines_changed(lines, chance)
    return b"\n".join(lines) + rest


def _other_recipient(chance: random.Random) -> bytes:
    office = chance.choice(
        (OTHER_OFFICE, keys_from_seed(chance.randbytes(32), "huyen-193", "receiving", ("government",)))
    )
    if chance.random() < 0.5:
        return closed(ARCHIVE, office)
    names = [office.recipients["government"]] * chance.randint(1, 6) + [OFFICE.recipients["party"]]
    return pyrage.encrypt(ARCHIVE, [pyrage.x25519.Recipient.from_str(name) for name in names])


def _archived(chance: random.Random) -> bytes:
    return closed(bytes_changed(ARCHIVE, chance))


def _zip_field(chance: random.Random) -> bytes:
    """Another number in a head of the ZIP, in one of its two places or in both."""
    data = bytearray(ARCHIVE)
    at = chance.choice([place for place in range(len(data) - 4) if data[place : place + 2] == b"PK"])
    offset, kind = at + chance.randrange(4, 46), chance.choice(["<B", "<H", "<L"])
    if offset + struct.calcsize(kind) <= len(data):
        top = 256 ** struct.calcsize(kind)
        struct.pack_into(kind, data, offset, chance.choice((0, 1, top - 1, chance.randrange(top))))
    return closed(bytes(data))


def _entries(chance: random.Random) -> bytes:
    """Entries swapped, renamed, doubled, dropped, added, deflated, or made links."""
    held = list(INSIDE.items())
    for _ in range(chance.choice((1, 1, 2))):
        at, other = chance.randrange(len(held)), chance.randrange(len(held))
        match chance.randrange(7):
            case 0:
                held[at], held[other] = (held[at][0], held[other][1]), (held[other][0], held[at][1])
            case 1:
                held[at] = (chance.choice(PATHS), held[at][1])
            case 2:
                held.append(held[at])
            case 3 if len(held) > 1:
                del held[at]
            case 4:
                held.append((chance.choice((*PATHS, "data/roll.json", "run.exe")), chance.randbytes(9)))
            case 5:
                held[at] = (held[at][0].swapcase(), held[at][1])
            case _:
                held[at] = (held[at][0], bytes_changed(held[at][1], chance))
    buffer = io.BytesIO()
    mode = chance.choice((0o100644, 0o120777, 0o040755, 0o010644, 0))
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in held:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            # The library says it of every name twice, and that is what is wanted.
            made.NameToInfo.pop(name, None)
            made.writestr(info, content, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    return closed(buffer.getvalue())


def _manifest(chance: random.Random) -> bytes:
    """Lines of a manifest changed, as whoever can open the package may; sometimes both made to fit again."""
    files = dict(INSIDE)
    name = chance.choice((bag.MANIFEST, bag.TAG_MANIFEST))
    lines = files[name].split(b"\n")
    _lines_changed(lines, chance)
    files[name] = b"\n".join(lines)
    return _closed(files)


def _rebagged(chance: random.Random) -> bytes:
    """Another payload in a whole bag, under the signature of the one before."""
    files = bag.make_bag(_payload_changed(chance), {"Source-Organization": "06838"})
    return _closed({**files, ENVELOPE: INSIDE[ENVELOPE]})


def _signature(chance: random.Random) -> bytes:
    return _closed({**INSIDE, ENVELOPE: _envelope_changed(INSIDE[ENVELOPE], chance)})


def _signed_by_another(chance: random.Random) -> bytes:
    """A whole package, true or not, signed by whoever isn't the commune of the stream."""
    payload = contents() if chance.random() < 0.5 else _payload_changed(chance)
    files = bag.make_bag(payload, {"Source-Organization": "06838"})
    said = msgspec.to_builtins(PACKAGE.statement)
    said["tagmanifest"] = hashlib.sha256(files[bag.TAG_MANIFEST]).hexdigest()
    signer = chance.choice(SIGNERS)
    if chance.random() < 0.8:
        said["issuer"] = {"unit": chance.choice((signer.unit, "06838")), "key": signer.fingerprint}
    if chance.random() < 0.5:
        said["sequence"] = chance.choice((1, 2, 50, 9998))
    if chance.random() < 0.3:
        said = _value_changed(said, chance)
    return _closed({**files, ENVELOPE: envelope.sign(spelled(said), PAYLOAD_TYPE, signer)})


_LAYERS: tuple[Callable[[random.Random], bytes], ...] = (
    _outer,
    _head,
    _other_recipient,
    _archived,
    _zip_field,
    _entries,
    _manifest,
    _rebagged,
    _signature,
    _signed_by_another,
)


def _closed(files: Mapping[str, bytes]) -> bytes:
    return closed(archive.pack(files))


def _lines_changed(lines: list[bytes], chance: random.Random) -> None:
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            lines[at], lines[other] = lines[other], lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            del lines[at]
        case 3:
            lines[at] = bytes_changed(lines[at], chance)
        case _:
            lines[at] = lines[at] + chance.choice((b"\r", b" ", b"\t", b"x"))


def _payload_changed(chance: random.Random) -> dict[str, bytes]:
    held = contents()
    path = chance.choice([path for path in held if path.endswith(".json")])
    value = _value_changed(msgspec.json.decode(held[path]), chance)
    others = [
        spelled(value),
        bytes_changed(held[path], chance),
        *(other for _, other in spellings(held[path])),
    ]
    return {**held, path: chance.choice(others)}


def _envelope_changed(whole: bytes, chance: random.Random) -> bytes:
    """Another envelope: its bytes, fields, payload under the same signature, or another's signature."""
    outer = msgspec.json.decode(whole, type=envelope.Envelope)
    match chance.randrange(5):
        case 0:
            return bytes_changed(whole, chance)
        case 1:
            return spelled(_value_changed(msgspec.json.decode(whole), chance))
        case 2:
            payload = spelled(_value_changed(msgspec.json.decode(outer.payload), chance))
            return spelled(msgspec.to_builtins(msgspec.structs.replace(outer, payload=payload)))
        case 3:
            return chance.choice(spellings(whole))[1]
        case _:
            # Signed by another key under its own name, or under the name of the right one.
            other = msgspec.json.decode(
                envelope.sign(outer.payload, outer.payloadType, chance.choice(SIGNERS)),
                type=envelope.Envelope,
            )
            if chance.random() < 0.5:
                line = msgspec.structs.replace(other.signatures[0], keyid=outer.signatures[0].keyid)
                other = msgspec.structs.replace(other, signatures=(line,))
            return spelled(msgspec.to_builtins(other))


def _value_changed(value: Any, chance: random.Random) -> Any:  # noqa: PLR0911 - a case each
    """A JSON value with something in it that is otherwise: a number, a text, a key, a kind."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        match chance.randrange(6):
            case 0:
                return {name: held for name, held in value.items() if name != key}
            case 1:
                return {**value, chance.choice(("colour", "", "a\0b", key.upper())): 1}
            case _:
                return {**value, key: _value_changed(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [*value[:at], _value_changed(value[at], chance), *value[at + 1 :]]
    if isinstance(value, str) and value and chance.random() < 0.5:
        at = chance.randrange(len(value))
        return value[:at] + chance.choice(("", "x", "0", "\u0301", "\u202e", "/", value)) + value[at + 1 :]
    if isinstance(value, int) and chance.random() < 0.5:
        return value + chance.choice((-1, 1, 10**6, 2**53, -(2**70)))
    return chance.choice(
        (None, True, 0, -1, 1.5, 2**63, "", "x" * 5000, [], {}, [[[[[]]]]], "06841", "party")
    )


@cache
def _card() -> bytes:
    return card.make_card(COMMUNE, "Xã Tập Huấn", WHEN)


@cache
def _keys() -> bytes:
    return keystore.lock(COMMUNE, "x", keystore.Cost(memory_kib=64, passes=1, lanes=1)).stored


@cache
def _receipt() -> bytes:
    return receipt.make_receipt(
        Receipt(
            issuer=Party(unit=OFFICE.unit, key=OFFICE.fingerprint),
            recipient=PACKAGE.statement.issuer,
            stream="government",
            mode="training",
            package=PACKAGE.digest,
            outcome="accepted",
            records={"count": 1, "units": 1},
            last=LastAccepted(sequence=1, digest=PACKAGE.digest),
            missing=(2, 3),
            created=WHEN,
        ),
        OFFICE,
    )
