"""The model of three posts held by one person each: named slots, and whether a hamlet conforms.

Secretary = head of the hamlet; deputy secretary or committee member = head of the Front board; deputy head =
police officer. Source: field-practice.md P26.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

Holder = tuple[int | None, str]
"""Who holds a post: key of the person where the registers know one, and the name."""


class Slot(StrEnum):
    """Two posts that one person is to hold."""

    SECRETARY_IS_HEAD = "secretary_is_head"
    COMMITTEE_IS_FRONT = "committee_is_front"
    DEPUTY_IS_POLICE = "deputy_is_police"


class Fits(StrEnum):
    """Whether a slot, or a hamlet, conforms; unknown where a post's holder isn't written down."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


def same_person(one: Holder, other: Holder) -> bool:
    """Tell whether two holders are one person: by key where both have one, else by name."""
    if one[0] is not None and other[0] is not None:
        return one[0] == other[0]
    return one[1].casefold() == other[1].casefold()


def slot_fits(one: Collection[Holder], other: Collection[Holder]) -> Fits:
    """Tell whether somebody holds a post of each side; unknown where a side has nobody."""
    if not one or not other:
        return Fits.UNKNOWN
    return Fits.YES if any(same_person(left, right) for left in one for right in other) else Fits.NO


def hamlet_fits(slots: Mapping[Slot, Fits]) -> Fits:
    """Tell whether a hamlet conforms: all slots do, some, or none; unknown where none is known to."""
    found = list(slots.values())
    if all(each is Fits.YES for each in found):
        return Fits.YES
    if Fits.YES in found:
        return Fits.PARTLY
    return Fits.UNKNOWN if Fits.UNKNOWN in found else Fits.NO
