"""The order of candidates on a ballot, and which of them need their birth date beside the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.printed import printed_key


@dataclass(frozen=True, slots=True)
class Nominee:
    """A person who stands: name, and birth where known."""

    name: str
    birth: PartialDate | None


def ballot_order(nominees: Sequence[Nominee]) -> list[int]:
    """Return the positions of the nominees in the order of the ballot.

    By given name, surname, middle name in the Vietnamese alphabet, then the earlier birth date; one
    without a birth date stands after those who have one. Source: rules.md §5.
    """

    def key(index: int) -> tuple[object, ...]:
        birth = nominees[index].birth
        return (
            name_sort_key(nominees[index].name),
            birth is None,
            birth.earliest() if birth else None,
        )

    return sorted(range(len(nominees)), key=key)


def shown_births(nominees: Sequence[Nominee]) -> list[str | None]:
    """Return for each nominee the birth text to print in brackets, only where names print alike.

    Source: rules.md §5 ("equal names show the birth date in brackets").
    """
    names = [printed_key(nominee.name) for nominee in nominees]
    times = Counter(names)
    return [
        nominee.birth.text() if times[name] > 1 and nominee.birth else None
        for name, nominee in zip(names, nominees, strict=True)
    ]
