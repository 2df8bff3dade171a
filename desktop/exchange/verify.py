"""Trust as a pure engine: bytes in, one verdict for each step, nothing stored.

Source: package.md "Taking in"; the shape after python-tuf's ``trusted_metadata_set``.
"""

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyrage

from desktop.errors import PackageRefused, Refusal
from desktop.exchange import age_head, age_identity, archive, bag, canonical, envelope, records, recount
from desktop.exchange.bounds import MIB, PACKAGE, Package
from desktop.exchange.card import TrustedCard
from desktop.exchange.fields import Role, Stream
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.log_head import LogHead, told_head
from desktop.exchange.records import Record
from desktop.exchange.seal import ENVELOPE
from desktop.exchange.statement import PAYLOAD_TYPE, IssuerClaim, Statement, digest, read_statement


@dataclass(frozen=True, slots=True)
class Reader:
    """The office that takes in: its keys, the cards it trusts (one for each signing key), from what roles."""

    keys: OfficeKeys
    cards: Sequence[TrustedCard]
    roles: frozenset[Role] = frozenset({"commune"})


@dataclass(frozen=True, slots=True)
class Step:
    """The verdict of one step.

    Args:
        step: its name, which is also the code of its refusal.
        ok: passed.
        reason: the finer reason, key of a sentence, such as ``zip.unlisted``; empty where passed.
        locations: paths and fields, never values.
        facts: what the sentence of the reason is filled with besides, such as a bound.
    """

    step: str
    ok: bool
    reason: str = ""
    locations: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def detail(self) -> str:
        """Reason and locations in one line, for machines; empty where there is nothing to add."""
        return ": ".join(part for part in (self.reason, "; ".join(self.locations)) if part)


@dataclass(frozen=True, slots=True)
class Verification:
    """What a package proved to be, as far as it went.

    Args:
        steps: up to and with the one that refused.
        code: name of the step that refused; None where all passed.
        digest: the package's identity, once its signature held.
        payload: the signed bytes, of which ``digest`` is the SHA-256.
        statement: once its format held.
        log: what it says of its sender's log, once the bag held.
        files: the payload by path, once the bag held.
        records: by path, once they were read; counts are as they were sent until they were counted again.
    """

    steps: tuple[Step, ...]
    code: str | None
    digest: str | None = None
    payload: bytes = field(default=b"", repr=False)
    statement: Statement | None = None
    log: LogHead | None = None
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    records: Mapping[str, Record] = field(default_factory=dict, repr=False)


def verify(
    data: bytes,
    reader: Reader,
    decide: Callable[[dict[str, Any], date], Mapping[str, Any]],
    bounds: Package = PACKAGE,
) -> Verification:
    """Take a package through every step that needs no database, stopping at the first that refuses.

    Bad input is never an exception, whatever the bytes.

    Args:
        data: the package's bytes, already copied from where they lay; inside it they are held once more.
        reader: the office that takes in.
        decide: the rules: facts and the day of the vote to outcome, refusing facts by a :class:`Refusal`.
        bounds: how much to read.
    """
    intake = _Intake(data, reader, decide, bounds)
    steps: list[Step] = []
    for name, step in _STEPS:
        try:
            notes = step(intake) or ()
        except Refusal as refusal:
            steps.append(_refused(name, refusal))
            return intake.verification(steps, name)
        steps.append(Step(name, ok=True, locations=notes))
    return intake.verification(steps, None)


def refused_unread(data: bytes, bounds: Package = PACKAGE) -> Verification | None:
    """Return what refuses a file before a key is needed: its size, or the head of its encryption.

    Returns:
        What :func:`verify` would return; None where keys have to be tried.
    """
    try:
        _check_size(data, bounds)
    except PackageRefused as refusal:
        return Verification((_refused("size", refusal),), "size")
    try:
        age_head.check_head(data, bounds)
    except PackageRefused as refusal:
        return Verification((Step("size", ok=True), _refused("age", refusal)), "age")
    return None


@dataclass(slots=True)
class _Intake:
    data: bytes
    reader: Reader
    decide: Callable[[dict[str, Any], date], Mapping[str, Any]]
    bounds: Package
    # Each is set by the step that establishes it, before any step that reads it.
    stream: Stream = field(init=False)
    archived: bytes = field(init=False)
    held: Mapping[str, bytes] = field(init=False)
    issuer: TrustedCard = field(init=False)
    payload: bytes = field(init=False)
    digest: str | None = None
    statement: Statement = field(init=False)
    log: LogHead | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)

    def verification(self, steps: Sequence[Step], code: str | None) -> Verification:
        return Verification(
            steps=tuple(steps),
            code=code,
            digest=self.digest,
            payload=getattr(self, "payload", b""),
            statement=getattr(self, "statement", None),
            log=self.log,
            files=self.files,
            records=self.records,
        )


def _refused(name: str, refusal: Refusal) -> Step:
    facts = {key: value for key, value in refusal.context.items() if key != "locations"}
    return Step(name, ok=False, reason=refusal.code, locations=_locations(refusal), facts=facts)


def _locations(refusal: Refusal) -> tuple[str, ...]:
    locations = refusal.context.get("locations")
    if isinstance(locations, tuple):
        return locations
    return (refusal.where,) if refusal.where else ()


def _check_size(data: bytes, bounds: Package) -> None:
    if len(data) > bounds.package:
        raise PackageRefused("size.above", mebibytes=bounds.package // MIB)
    if not data:
        raise PackageRefused("size.empty")


def _size(intake: _Intake) -> None:
    _check_size(intake.data, intake.bounds)


def _age(intake: _Intake) -> None:
    age_head.check_head(intake.data, intake.bounds)
    for stream, secret in intake.reader.keys.reading.items():
        identity = pyrage.x25519.Identity.from_str(age_identity.identity_text(secret))
        clear = io.BytesIO()
        try:
            # Piece by piece: the library's other way holds the whole of it twice.
            pyrage.decrypt_io(io.BytesIO(intake.data), clear, [identity])
        except (pyrage.DecryptError, OSError):  # the second is what it says of a damaged piece
            continue
        intake.archived, intake.data, intake.stream = clear.getvalue(), b"", stream
        return
    raise PackageRefused("age.closed")


def _zip(intake: _Intake) -> None:
    intake.held = archive.unpack(intake.archived, intake.bounds)
    intake.archived = b""
    listed = {ENVELOPE, *bag.listed_files(intake.held, intake.bounds.files)}
    if unlisted := sorted(set(intake.held) - listed):
        raise PackageRefused("zip.unlisted", where=unlisted[0])
    if missing := sorted(listed - set(intake.held)):
        raise PackageRefused("zip.missing", where=missing[0])


def _signature(intake: _Intake) -> None:
    try:
        signed = envelope.read(intake.held[ENVELOPE])
        claim = canonical.decode_part(signed.payload, IssuerClaim)
    except PackageRefused as refusal:
        raise PackageRefused("signature.form", where=refusal.where) from None
    known = [entry for entry in intake.reader.cards if entry.card.fingerprint == signed.signatures[0].keyid]
    if not known:
        raise PackageRefused("signature.unknown")
    issuer = known[-1]
    card = issuer.card
    if not envelope.is_signed_by(signed, PAYLOAD_TYPE, card.signing_key):
        raise PackageRefused("signature.wrong", where=card.unit)
    if (claim.issuer.unit, claim.issuer.key) != (card.unit, card.fingerprint):
        raise PackageRefused("signature.issuer", where=card.unit)
    if card.role not in intake.reader.roles:
        raise PackageRefused("signature.role", where=card.unit)
    # What a commune's office reads comes from the other office of the same commune.
    if intake.reader.keys.role == "commune" and card.unit != intake.reader.keys.unit:
        raise PackageRefused("signature.foreign", where=card.unit)
    if intake.stream not in card.streams:
        raise PackageRefused("signature.stream", where=card.unit)
    if issuer.revoked_from is not None and claim.sequence >= issuer.revoked_from:
        raise PackageRefused("signature.revoked", where=card.unit)
    if claim.sequence < card.first_sequence:
        raise PackageRefused("signature.early", where=card.unit)
    intake.issuer, intake.payload, intake.digest = issuer, signed.payload, digest(signed.payload)


def _format(intake: _Intake) -> None:
    intake.statement = read_statement(intake.payload)


def _recipient(intake: _Intake) -> None:
    statement, keys = intake.statement, intake.reader.keys
    if statement.recipient.unit != keys.unit:
        raise PackageRefused("recipient.unit", where=statement.recipient.unit)
    if statement.stream != intake.stream:
        raise PackageRefused("recipient.stream", where=statement.stream)
    ours = age_identity.reading_fingerprint(age_identity.recipient(keys.reading[statement.stream]))
    if statement.recipient.key != ours:
        raise PackageRefused("recipient.key", where=statement.stream)


def _mode(intake: _Intake) -> None:
    statement = intake.statement
    if statement.mode != intake.reader.keys.mode:
        raise PackageRefused("mode.other", where=statement.mode)
    if statement.mode != intake.issuer.card.mode:
        raise PackageRefused("mode.card", where=statement.issuer.unit)


def _tag_manifest(intake: _Intake) -> None:
    if hashlib.sha256(intake.held[bag.TAG_MANIFEST]).hexdigest() != intake.statement.tagmanifest:
        raise PackageRefused("tagmanifest.digest", where=bag.TAG_MANIFEST)


def _bag(intake: _Intake) -> None:
    intake.files = bag.check_bag(intake.held, intake.bounds.files)
    intake.log = told_head(intake.held)


def _records(intake: _Intake) -> None:
    statement = intake.statement
    intake.records = records.read_contents(
        intake.files,
        statement.issuer.unit,
        statement.campaign,
        statement.stream,
        intake.reader.keys.role,
    )


def _recount(intake: _Intake) -> tuple[str, ...]:
    noted = recount.check(intake.records, intake.decide)
    intake.records = recount.counted_again(intake.records)
    return noted


_STEPS: tuple[tuple[str, Callable[[_Intake], tuple[str, ...] | None]], ...] = (
    ("size", _size),
    ("age", _age),
    ("zip", _zip),
    ("signature", _signature),
    ("format", _format),
    ("recipient", _recipient),
    ("mode", _mode),
    ("tagmanifest", _tag_manifest),
    ("bag", _bag),
    ("records", _records),
    ("recount", _recount),
)
