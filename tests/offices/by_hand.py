"""Packages that the program itself would not seal: of any number, after any other, with any contents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from desktop.exchange.seal import Header, Sealed, seal
from desktop.models.store.session import reading
from desktop.services.elections.lookup import campaigns_of
from desktop.services.exchange.cards import receiving_card
from desktop.services.exchange.contents import package_contents
from desktop.services.office import keys
from desktop.services.office.workplace import Workplace, own_office
from tests.offices.commune import PASSPHRASE


def contents_of(office: Workplace) -> dict[str, bytes]:
    """What a package of the office's one campaign of heads would carry now, by path."""
    with reading(office.database) as session:
        (campaign,) = campaigns_of(session)
        return package_contents(session, own_office(session), campaign)


def seal_by_hand(
    office: Workplace,
    sequence: int,
    previous: str | None,
    contents: Mapping[str, bytes] | None = None,
    *,
    later: int = 0,
) -> Sealed:
    """Seal for the district with the office's own key, so many minutes later than its clock."""
    with reading(office.database) as session:
        card = receiving_card(session, "198", "government")
    created = office.clock() + timedelta(minutes=later)
    header = Header("government", "2024", sequence, previous, created)
    held = contents_of(office) if contents is None else contents
    return seal(held, header, keys.unlock(office, PASSPHRASE), card)
