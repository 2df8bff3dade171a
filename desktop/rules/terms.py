"""For how long a head may be elected: a statute's terms, and by how much and why one may differ from them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from desktop.rules.statute import Clause, Statute


class TermFault(StrEnum):
    """Why a term may not be as long as it is planned."""

    FIXED = "fixed"
    TOO_FAR = "too_far"
    NO_REASON = "no_reason"


def terms_of(statute: Statute) -> tuple[int, ...]:
    """Return the terms that a statute knows, in months. Source: rules.md §2 (term)."""
    value = statute.clause("term").value
    years = value if isinstance(value, tuple) else (value,)
    return tuple(int(Fraction(each) * 12) for each in years)


def term_change(statute: Statute) -> Clause | None:
    """Return the clause on how many months a term may differ; None where it may not."""
    return statute.find("term_change_max")


def term_fault(statute: Statute, change: int, reason: str | None) -> TermFault | None:
    """Tell why a term may not differ so from the statute's, None where it may.

    Args:
        statute: as of the day of the election.
        change: months more than the term, or less below 0.
        reason: one of the words of ``term_change_reasons``; None where none is given.

    Source: Decree 185/2026/NĐ-CP art. 4.3 (6 months, hamlets reorganised or force majeure alone).
    """
    if not change:
        return None
    most, reasons = term_change(statute), statute.find("term_change_reasons")
    if most is None or reasons is None:
        return TermFault.FIXED
    if abs(change) > most.whole():
        return TermFault.TOO_FAR
    return None if reason in reasons.words() else TermFault.NO_REASON
