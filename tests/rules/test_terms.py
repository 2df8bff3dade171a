"""Terms: those of the law, and by how much and why one may differ, before and after Decree 185/2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.rules.library import Library
from desktop.rules.statute import Statute
from desktop.rules.terms import TermFault, term_fault, terms_of

DECREE_185 = date(2026, 5, 26)


def _on(library: Library, day: date) -> Statute:
    return library.in_force("hamlet_head", day).as_of(day)


def test_terms_are_those_of_the_day(library: Library) -> None:
    assert terms_of(_on(library, DECREE_185 - timedelta(days=1))) == (30, 60)
    assert terms_of(_on(library, DECREE_185)) == (60,)


@pytest.mark.parametrize("change", [-7, -6, -1, 1, 6, 7])
@pytest.mark.parametrize("reason", [None, "reorganised", "force_majeure"])
def test_before_the_decree_a_term_is_as_long_as_the_law_says(
    library: Library, change: int, reason: str | None
) -> None:
    assert term_fault(_on(library, DECREE_185 - timedelta(days=1)), change, reason) is TermFault.FIXED


@pytest.mark.parametrize(
    ("change", "reason", "fault"),
    [
        (0, None, None),
        (6, "reorganised", None),
        (-6, "force_majeure", None),
        (7, "reorganised", TermFault.TOO_FAR),
        (-7, "force_majeure", TermFault.TOO_FAR),
        (1, None, TermFault.NO_REASON),
        (-6, "convenient", TermFault.NO_REASON),
    ],
)
def test_from_the_decree_a_term_differs_by_six_months_at_most_and_for_its_reasons_alone(
    library: Library, change: int, reason: str | None, fault: TermFault | None
) -> None:
    assert term_fault(_on(library, DECREE_185), change, reason) is fault
