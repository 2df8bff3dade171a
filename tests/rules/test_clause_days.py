"""The days of a clause are those on which the statute, taken as of a day, has it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.resources import resource
from desktop.rules.clause_days import days_in_force
from desktop.rules.statute import Statute, overlaid, read_statute
from tests.rules.examples import PROVINCE

NAMES = ("nd59-2023", "nqlt09-2008", "qd190-2024", "qd244-2014")
SHIPPED = [read_statute(resource("statutes", f"{name}.toml").read_bytes(), name) for name in NAMES]
LAID = overlaid(SHIPPED[0], PROVINCE.encode())
SAME_DAY = overlaid(SHIPPED[0], PROVINCE.replace("2024-04-01", "2023-07-01").encode())


@given(st.sampled_from([*SHIPPED, LAID, SAME_DAY]), st.dates(date(2008, 1, 1), date(2030, 12, 31)))
def test_the_clauses_that_hold_on_a_day_are_the_statutes_as_of_it(statute: Statute, day: date) -> None:
    if not statute.in_force_on(day):
        return
    holding = [held.clause for held in days_in_force(statute) if held.holds_on(day)]
    assert sorted(holding, key=lambda clause: clause.key) == sorted(
        statute.as_of(day).clauses, key=lambda clause: clause.key
    )


def test_what_is_laid_over_a_clause_on_its_first_day_leaves_it_none() -> None:
    terms = [(held.clause.value, held.first) for held in days_in_force(SAME_DAY) if held.clause.key == "term"]
    assert terms == [(5, date(2026, 5, 26)), (5, date(2023, 7, 1))]
