"""Which guidance says how a Party paper looks: the one in force on the paper's own date, not on today's.

Source: 36-HD/VPTW of 2018 [read]; 05-HD/VPTW under 399-QĐ/TW from 2026-05-27 [second-hand]; rules.md §6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Regime:
    """How papers of a time differ.

    Args:
        number: of the guidance.
        since: its first day; None for the earliest that is known.
        closing: what ends the last sentence of a paper.
    """

    number: str
    since: date | None
    closing: str


REGIMES = (
    Regime("36-HD/VPTW", None, "./."),
    Regime("05-HD/VPTW", date(2026, 5, 27), "."),
)


def regime_on(day: date | None) -> Regime:
    """Return the regime of a paper of a day; of one that is dated with a pen, the newest."""
    if day is None:
        return REGIMES[-1]
    return [regime for regime in REGIMES if regime.since is None or regime.since <= day][-1]
