"""Trusting another office's card: four groups of its fingerprint are blanked, and typed as read out."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.errors import RequestRefused
from desktop.exchange import card as cards
from desktop.services.exchange.cards import PeerView, trust
from desktop.services.office.workplace import Workplace

TRIES = 3
"""Wrong answers after which a card is discarded. Source: package.md (Keys)."""


@dataclass(frozen=True, slots=True)
class CardToCheck:
    """A card that was loaded and is not trusted yet.

    Attributes:
        groups: the 16 groups of its fingerprint, None where one is blanked.
        blanks: places (0 to 15) of the four blanked groups.
    """

    data: bytes = field(repr=False)
    name: str
    unit: str
    role: str
    mode: str
    groups: tuple[str | None, ...]
    blanks: tuple[int, ...]


def load_card(data: bytes, chance: random.Random | None = None) -> CardToCheck:
    """Read a card, and blank four groups of its fingerprint at random.

    Raises:
        PackageRefused: ``card.damaged``, ``card.signature``.
    """
    card = cards.read_card(data)
    blanks = cards.blanks(chance or random.SystemRandom())
    groups = tuple(None if place in blanks else group for place, group in enumerate(cards.fingerprint(data)))
    return CardToCheck(data, card.name, card.unit, card.role, card.mode, groups, blanks)


def trust_card(workplace: Workplace, card: CardToCheck, typed: Mapping[int, str], tries: int = 1) -> PeerView:
    """Trust a card once its four blanked groups were typed as they were read out.

    Args:
        workplace: the open office.
        card: as it was loaded.
        typed: groups by their place (0 to 15).
        tries: which answer this is, from 1.

    Raises:
        RequestRefused: ``card.groups``; at the third wrong answer ``card.discarded``; ``card.mode``,
            ``card.known``.
    """
    if set(typed) != set(card.blanks) or not cards.groups_match(card.data, typed):
        raise RequestRefused("card.discarded" if tries >= TRIES else "card.groups", where=card.name)
    return trust(workplace, card.data, " ".join(cards.fingerprint(card.data)))
