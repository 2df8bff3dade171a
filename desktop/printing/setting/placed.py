"""A word or a blank where it stands on a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """A word, or a blank without one, that stands from ``x`` to ``end`` on its line, mm."""

    word: str | None
    x: float
    end: float
