"""The card (`.the`) by which one office comes to know another's keys."""

import datetime as dt
import hashlib
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from msgspec import UNSET, Meta, UnsetType

from desktop.errors import PackageRefused
from desktop.exchange import age_identity, canonical, envelope
from desktop.exchange.bounds import CARD, KIB
from desktop.exchange.fields import Closed, Code, Digest, Instant, Mode, Ordinal, Role, Stream, Text
from desktop.exchange.keys import OfficeKeys, signing_fingerprint

PAYLOAD_TYPE = "application/vnd.hom-phieu.card+json"
DOMAIN = b"hom-phieu card v1\n"
GROUPS = 16
BLANKS = 4
STREAMS: tuple[Stream, ...] = get_args(Stream)


class Card(Closed, frozen=True, kw_only=True):
    """What an office says of itself.

    Args:
        signing_key: raw Ed25519 public key in hex.
        reading_keys: ``age1…`` for each stream that the office receives.
        first_sequence: the first package that this key may sign.
        signs: the streams that the office signs, where it is one of a unit's two offices; left out where it
            signs all.
    """

    format: Literal[1] = 1
    name: Text
    unit: Code
    role: Role
    mode: Mode
    signing_key: Digest
    reading_keys: dict[Stream, str]
    first_sequence: Ordinal = 1
    issued: Instant
    signs: Annotated[tuple[Stream, ...], Meta(min_length=1)] | UnsetType = UNSET

    @property
    def streams(self) -> frozenset[Stream]:
        """The streams whose packages this key may sign. Source: package.md ("Two offices of one commune")."""
        return frozenset(STREAMS if self.signs is UNSET else self.signs)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the signing key, by which packages name their issuer."""
        return signing_fingerprint(self.signing_key)


def is_other_office(card: Card, keys: OfficeKeys) -> bool:
    """Tell whether a card is that of the other office of a commune that has two.

    Source: package.md ("Two offices of one commune").
    """
    own = (card.role, keys.role) == ("commune", "commune") and card.unit == keys.unit
    return own and card.fingerprint != keys.fingerprint


@dataclass(frozen=True, slots=True)
class TrustedCard:
    """A card whose groups a person has typed, and from which sequence on its key is revoked."""

    card: Card
    revoked_from: int | None = None


def make_card(
    keys: OfficeKeys,
    name: str,
    issued: dt.datetime,
    first_sequence: int = 1,
    signs: tuple[Stream, ...] = STREAMS,
) -> bytes:
    """Write the office's card, signed by itself.

    Args:
        keys: the office's keys.
        name: the office's name, as people know it.
        issued: with its time zone.
        first_sequence: above 1 where these keys follow older ones.
        signs: the streams of the office, where it is one of a unit's two.
    """
    card = Card(
        name=name,
        unit=keys.unit,
        role=keys.role,
        mode=keys.mode,
        signing_key=keys.signing_public,
        reading_keys=keys.recipients,
        first_sequence=first_sequence,
        issued=issued,
        # A card of an office that signs all has always been without them, and its fingerprint was read out.
        signs=UNSET if set(signs) == set(STREAMS) else signs,
    )
    return envelope.sign(canonical.encode(card), PAYLOAD_TYPE, keys)


def read_card(data: bytes) -> Card:
    """Read a card and check that it is signed by the key it names; that alone is no trust.

    Raises:
        PackageRefused: ``card.size``, ``card.damaged`` or ``card.signature``.
    """
    if len(data) > CARD:
        raise PackageRefused("card.size", kibibytes=CARD // KIB)
    try:
        signed = envelope.read(data, CARD)
        card = canonical.decode(signed.payload, Card)
    except PackageRefused as refusal:
        raise PackageRefused("card.damaged", where=refusal.where) from None
    if not envelope.is_signed_by(signed, PAYLOAD_TYPE, card.signing_key):
        raise PackageRefused("card.signature", where=card.unit)
    if not all(age_identity.is_recipient(text) for text in card.reading_keys.values()):
        raise PackageRefused("card.damaged", where="reading_keys")
    return card


def fingerprint(data: bytes) -> tuple[str, ...]:
    """Give the 16 groups of 4 hex digits that two people compare: SHA-256 over a card's exact bytes."""
    digest = hashlib.sha256(DOMAIN + data).hexdigest()
    return tuple(digest[start : start + 4] for start in range(0, 64, 4))


def blanks(chance: random.Random) -> tuple[int, ...]:
    """Choose the four groups (0 to 15) that the screen leaves blank for a person to type."""
    return tuple(sorted(chance.sample(range(GROUPS), BLANKS)))


def groups_match(data: bytes, typed: Mapping[int, str]) -> bool:
    """Say whether the blanked groups, typed as heard, are the card's own; fewer than four never are."""
    groups = fingerprint(data)
    if len(typed) < BLANKS or not set(typed) <= set(range(GROUPS)):
        return False
    return all(_folded(text) == groups[index] for index, text in typed.items())


def all_groups_match(data: bytes, typed: str) -> bool:
    """Say whether all 16 groups, typed in one line in either case, are the card's own."""
    return _folded(typed) == "".join(fingerprint(data))


def _folded(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed).lower()
