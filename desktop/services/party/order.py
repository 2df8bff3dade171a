"""The order of a register of members: by the number in the list, who has none after that, by name."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.models.party import Membership
from desktop.vietnamese.collation import name_sort_key

_LAST = 10**9


def in_list_order(memberships: Iterable[Membership]) -> list[Membership]:
    """Return memberships in the order of the register."""
    return sorted(
        memberships,
        key=lambda each: (
            each.member.list_number or _LAST,
            name_sort_key(each.member.person.name),
            each.member_id,
        ),
    )
