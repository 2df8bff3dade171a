"""Sealing: records and papers become one signed, encrypted file for one recipient."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyrage

from desktop.errors import PackageRefused
from desktop.exchange import age_identity, archive, bag, canonical, envelope, paths, records, telephone
from desktop.exchange.bounds import MIB, PACKAGE
from desktop.exchange.card import Card, is_other_office
from desktop.exchange.fields import Role, Stream
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.log_head import LogHead, info_fields
from desktop.exchange.statement import PAYLOAD_TYPE, Party, Statement, digest

ENVELOPE = "package.dsse.json"


@dataclass(frozen=True, slots=True)
class Header:
    """What the sender decides about a package; ``created`` carries its time zone, ``log`` its log's end."""

    stream: Stream
    campaign: str
    sequence: int
    previous: str | None
    created: dt.datetime
    log: LogHead | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package ready to be written: its bytes, its identity, its file name, its code for the telephone."""

    data: bytes = field(repr=False)
    digest: str
    statement: Statement
    file_name: str
    code: str


def seal(contents: Mapping[str, bytes], header: Header, keys: OfficeKeys, recipient: Card) -> Sealed:
    """Seal the whole current state of a stream and campaign for one recipient.

    All but age's encryption follows from the input: the same input, the same ``digest``.

    Args:
        contents: bytes by path under ``data/``.
        header: stream, campaign, place in the sequence, time.
        keys: the sender's.
        recipient: a card that the sender trusts.

    Raises:
        PackageRefused: ``seal.mode``, ``seal.role`` or ``seal.stream`` for a card that cannot receive it,
            ``seal.path`` and ``records.…`` for contents that would be refused at the other end,
            ``seal.size`` and ``seal.files`` for more than would be taken in.

    Source: package.md "One file".
    """
    statement, files = _signed_bag(contents, header, keys, recipient)
    data = pyrage.encrypt(
        archive.pack(files), [pyrage.x25519.Recipient.from_str(recipient.reading_keys[header.stream])]
    )
    if len(data) > PACKAGE.package:
        raise PackageRefused("seal.size", mebibytes=PACKAGE.package // MIB)
    identity = digest(canonical.encode(statement))
    return Sealed(
        data=data,
        digest=identity,
        statement=statement,
        file_name=file_name(statement),
        code=telephone.code(identity),
    )


def file_name(statement: Statement, suffix: str = ".goi") -> str:
    """Give a package's label, never trusted; its receipt takes the same with ``.bn``.

    What goes to the other office of the same unit is called by what it holds: its numbers are its own.
    """
    return (
        label(statement.issuer.unit, statement.recipient.unit, statement.stream, statement.sequence) + suffix
    )


def label(issuer: str, recipient: str, stream: Stream, sequence: int) -> str:
    """Give the label of a package by the units of its two offices, without its suffix."""
    return f"{issuer}-{'heads' if recipient == issuer else stream}-{sequence:04d}"


def _signed_bag(
    contents: Mapping[str, bytes], header: Header, keys: OfficeKeys, recipient: Card
) -> tuple[Statement, dict[str, bytes]]:
    _check_recipient(header.stream, keys, recipient)
    _check_contents(contents, header, keys, recipient.role)
    info = {
        "Source-Organization": keys.unit,
        "External-Identifier": label(keys.unit, recipient.unit, header.stream, header.sequence),
        "Bag-Group-Identifier": header.campaign,
        "Bagging-Date": header.created.date().isoformat(),
        **info_fields(header.log),
    }
    files = bag.make_bag(contents, info)
    statement = Statement(
        issuer=Party(unit=keys.unit, key=keys.fingerprint),
        recipient=Party(
            unit=recipient.unit, key=age_identity.reading_fingerprint(recipient.reading_keys[header.stream])
        ),
        stream=header.stream,
        mode=keys.mode,
        campaign=header.campaign,
        sequence=header.sequence,
        previous=header.previous,
        created=header.created,
        tagmanifest=hashlib.sha256(files[bag.TAG_MANIFEST]).hexdigest(),
    )
    files[ENVELOPE] = envelope.sign(canonical.encode(statement), PAYLOAD_TYPE, keys)
    return statement, files


def _check_recipient(stream: Stream, keys: OfficeKeys, recipient: Card) -> None:
    if recipient.mode != keys.mode:
        raise PackageRefused("seal.mode", where=recipient.unit)
    if recipient.role != "receiving" and not is_other_office(recipient, keys):
        raise PackageRefused("seal.role", where=recipient.unit)
    if stream not in recipient.reading_keys:
        raise PackageRefused("seal.stream", where=recipient.unit, stream=stream)


def _check_contents(contents: Mapping[str, bytes], header: Header, keys: OfficeKeys, reader: Role) -> None:
    for path in contents:
        if not path.startswith("data/") or not paths.is_safe(path):
            raise PackageRefused("seal.path", where=path)
    if paths.has_twins(contents):
        raise PackageRefused("seal.path", where="data/")
    sizes = [len(content) for content in contents.values()]
    # Room for the five files beside the payload.
    if len(sizes) > PACKAGE.files - 5:
        raise PackageRefused("seal.files", files=PACKAGE.files - 5)
    if max(sizes, default=0) > PACKAGE.file:
        raise PackageRefused("seal.size", mebibytes=PACKAGE.file // MIB)
    records.read_contents(contents, keys.unit, header.campaign, header.stream, reader)
