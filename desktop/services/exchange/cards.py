"""The cards by which offices know each other's keys: the office's own, and those that it trusts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange import card as cards
from desktop.exchange.card import Card, TrustedCard
from desktop.exchange.fields import Stream
from desktop.exchange.keys import OfficeKeys
from desktop.models.exchange import PeerCard
from desktop.models.office import Role
from desktop.models.store.session import reading, writing
from desktop.services.exchange.streams import streams_seen
from desktop.services.office.keys import keys_in_use
from desktop.services.office.workplace import Workplace, own_office


@dataclass(frozen=True, slots=True)
class PeerView:
    """An office whose card is trusted; ``streams`` are those that it signs, or receives."""

    unit: str
    name: str
    role: str
    fingerprint: str
    streams: tuple[Stream, ...]


def own_card(workplace: Workplace, keys: OfficeKeys) -> bytes:
    """Write the office's card, to be given to other offices; one that does one side signs its stream alone.

    Raises:
        RequestRefused: ``keys.none``.
    """
    with reading(workplace.database) as session:
        office = own_office(session)
        signs = streams_seen(office.settings.side)
        return cards.make_card(keys, office.name, keys_in_use(session).made_at, signs=signs)


def trust(workplace: Workplace, data: bytes, typed: str) -> PeerView:
    """Trust another office's card once all 16 groups of its fingerprint were typed.

    Raises:
        PackageRefused: ``card.damaged``, ``card.signature``.
        RequestRefused: ``card.groups`` when the groups are not the card's; ``card.mode`` for a training card
            in an official office or the other way round; ``card.known`` when it is trusted already.
    """
    card = cards.read_card(data)
    if not cards.all_groups_match(data, typed):
        raise RequestRefused("card.groups", where=card.unit)
    with writing(workplace.database) as session:
        if card.mode != own_office(session).mode.value:
            raise RequestRefused("card.mode", where=card.unit)
        digest = "".join(cards.fingerprint(data))
        if session.scalar(select(PeerCard.id).where(PeerCard.fingerprint == digest)):
            raise RequestRefused("card.known", where=card.unit)
        peer = PeerCard(
            content=data,
            fingerprint=digest,
            unit_code=card.unit,
            role=Role(card.role),
            trusted_at=workplace.clock(),
        )
        session.add(peer)
        session.flush()
        workplace.note(session, "card.trust", peer, "content", "fingerprint")
    return peer_view(card, digest)


def peer_view(card: Card, fingerprint: str) -> PeerView:
    """Return an office as its card tells of it.

    Args:
        card: that was read.
        fingerprint: of the card's bytes, in hex.
    """
    does = card.streams if card.role == "commune" else card.reading_keys
    return PeerView(card.unit, card.name, card.role, fingerprint, tuple(sorted(does)))


def trusted_cards(session: Session, role: Role) -> list[TrustedCard]:
    """Return the trusted cards of offices of a role."""
    peers = select(PeerCard).where(PeerCard.role == role, PeerCard.trusted_at.is_not(None))
    return [
        TrustedCard(cards.read_card(peer.content), peer.revoked_from)
        for peer in session.scalars(peers.order_by(PeerCard.id))
    ]


def party_office(session: Session) -> Card | None:
    """Return the card of the commune's Party office that has a folder of its own and reads who heads hamlets.

    Returns:
        The one that was trusted last; None where none is, as in that office itself.
    """
    office, own = own_office(session), keys_in_use(session)
    found = _of_other_office(session, office.unit_code, own.fingerprint)
    return next((one.card for one in reversed(found) if "government" in one.card.reading_keys), None)


def answering_cards(session: Session, keys: OfficeKeys) -> list[TrustedCard]:
    """Return the trusted cards of whoever may give us receipts: offices that receive, the commune's other."""
    others = _of_other_office(session, keys.unit, keys.fingerprint)
    return [*trusted_cards(session, Role.RECEIVING), *others]


def _of_other_office(session: Session, unit: str, own: str) -> list[TrustedCard]:
    return [
        known
        for known in trusted_cards(session, Role.COMMUNE)
        if known.card.unit == unit and known.card.fingerprint != own and known.revoked_from is None
    ]


def receiving_card(session: Session, unit: str, stream: Stream) -> Card:
    """Return the card that was trusted last of the receiving office of a unit, of one that reads the stream.

    A unit may have one office for each stream; where none reads it, sealing refuses the card.

    Raises:
        RequestRefused: ``card.none``.
    """
    cards_of_unit = [
        known.card
        for known in trusted_cards(session, Role.RECEIVING)
        if known.card.unit == unit and known.revoked_from is None
    ]
    if not cards_of_unit:
        raise RequestRefused("card.none", where=unit)
    return next((card for card in reversed(cards_of_unit) if stream in card.reading_keys), cards_of_unit[-1])
