"""What a campaign is, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Result:
    """What a campaign found.

    Attributes:
        tried: points: calls that failed, kills, mutations, walks.
        of: how many there are in all; 0 where there is no end to them.
        lost: records that were acknowledged and are not there, or half there.
        corrupt: offices that do not open, or that ``check`` finds damaged.
        accepted: forgeries that were taken for true.
        raw: exceptions that reached a person as they were.
        notes: a line for each of these, and whatever else should be seen.
    """

    tried: int = 0
    of: int = 0
    lost: int = 0
    corrupt: int = 0
    accepted: int = 0
    raw: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not (self.lost or self.corrupt or self.accepted or self.raw)


@dataclass(frozen=True, slots=True)
class Campaign:
    """Something that is tried for so long.

    Attributes:
        name: by which it is asked for.
        run: is given an empty folder and seconds, and returns what it found.
        share: of the time, beside the others' shares.
    """

    name: str
    run: Callable[[Path, float], Result]
    share: int = 1
