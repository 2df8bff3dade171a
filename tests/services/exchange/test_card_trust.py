"""A card is trusted only by somebody who was read its groups."""

from __future__ import annotations

import random

import pytest

from desktop.errors import PackageRefused, RequestRefused
from desktop.exchange.card import fingerprint
from desktop.services.exchange import cards
from desktop.services.exchange.card_trust import CardToCheck, load_card, trust_card
from desktop.services.office import keys
from desktop.services.office.workplace import Workplace
from tests.offices.commune import PASSPHRASE, traces
from tests.services.exchange.test_packages import district, new_districts

__all__ = ["district", "new_districts"]


@pytest.fixture
def stranger(new_districts: object, tmp_path: object, office: Workplace) -> bytes:
    del new_districts, tmp_path
    return cards.own_card(office, keys.unlock(office, PASSPHRASE))


def right(card: CardToCheck) -> dict[int, str]:
    groups = fingerprint(card.data)
    return {place: groups[place].upper() for place in card.blanks}


def test_four_groups_are_blanked_at_random_and_twelve_are_shown(stranger: bytes) -> None:
    # Seeded so that the test gives the same blanks each time.
    seen = {load_card(stranger, random.Random(seed)).blanks for seed in range(8)}
    card = load_card(stranger)
    assert len(seen) > 1
    assert (len(card.blanks), card.groups.count(None)) == (4, 4)
    assert all((card.groups[place] is None) == (place in card.blanks) for place in range(16))


def test_the_groups_as_read_out_make_the_card_trusted(office: Workplace, stranger: bytes) -> None:
    card = load_card(stranger)
    assert trust_card(office, card, right(card)).unit == "06859"
    with pytest.raises(RequestRefused) as caught:
        trust_card(office, card, right(card))
    assert caught.value.code == "card.known"


def test_a_wrong_group_is_refused_and_the_third_time_discards_the_card(
    office: Workplace, stranger: bytes
) -> None:
    card = load_card(stranger)
    wrong = right(card) | {card.blanks[0]: "0000"}
    before = traces(office)
    for tries, code in ((1, "card.groups"), (2, "card.groups"), (3, "card.discarded")):
        with pytest.raises(RequestRefused) as caught:
            trust_card(office, card, wrong, tries)
        assert caught.value.code == code
    with pytest.raises(RequestRefused):
        trust_card(office, card, dict(list(right(card).items())[:3]))
    assert traces(office) == before


def test_a_damaged_card_is_refused_before_anything_is_typed(stranger: bytes) -> None:
    with pytest.raises(PackageRefused):
        load_card(stranger[:-20])
