"""The office's own card and the offices whose cards it trusts, as a clerk reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from desktop.exchange import card as cards
from desktop.exchange.keys import OfficeKeys
from desktop.models.exchange import PeerCard
from desktop.models.store.session import reading
from desktop.services.exchange.cards import PeerView, own_card, peer_view
from desktop.services.office.files import write_file
from desktop.services.office.workplace import Workplace, file_stem, own_office


@dataclass(frozen=True, slots=True)
class OwnCard:
    """The card: its file's usual name, and the 16 groups of its fingerprint, to be read out by telephone."""

    file_name: str
    groups: tuple[str, ...]
    content: bytes = field(repr=False)


def card_of_own(workplace: Workplace, keys: OfficeKeys) -> OwnCard:
    """Return the office's card with its fingerprint.

    Raises:
        RequestRefused: ``keys.none``.
    """
    content = own_card(workplace, keys)
    with reading(workplace.database) as session:
        stem = file_stem(own_office(session))
    return OwnCard(f"{stem}.the", cards.fingerprint(content), content)


def save_card(card: OwnCard, path: Path) -> Path:
    """Write the card to a file; one of that name is replaced.

    Raises:
        RequestRefused: ``file.write``.
    """
    return write_file(path, card.content, replace=True)


def trusted_offices(workplace: Workplace) -> tuple[PeerView, ...]:
    """List the offices whose cards are trusted, the first trusted first."""
    with reading(workplace.database) as session:
        peers = session.scalars(select(PeerCard).order_by(PeerCard.id)).all()
        return tuple(peer_view(cards.read_card(peer.content), peer.fingerprint) for peer in peers)
