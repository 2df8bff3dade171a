from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Problem
from desktop.rules.reconciliation import BoxStock
from desktop.rules.statute import Clause
from desktop.rules.stock import MeetingFigures, check_stock, reserve_of

MORE_THAN_HALF = Clause(
    "quorum", Fraction(1, 2), "electorate", "more_than", "Điều 1", "Quá nửa.", "read", None
)
COUNTS = st.integers(min_value=0, max_value=400)


def _codes(figures: MeetingFigures) -> list[str]:
    return [problem.code for problem in check_stock(figures, MORE_THAN_HALF)]


@given(st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=1, max_size=4), COUNTS)
def test_a_true_meeting_has_nothing_against_it(boxes: list[tuple[int, int, int]], late: int) -> None:
    stocks = tuple(
        BoxStock(f"box-{n}", issued=issued, unused=unused, replaced=replaced, collected=issued)
        for n, (issued, unused, replaced) in enumerate(boxes)
    )
    issued = sum(box[0] for box in boxes)
    printed = sum(sum(box) for box in boxes)
    present = issued + late
    figures = MeetingFigures(
        electorate=max(present, 1), present=max(present, 1), printed=printed, boxes=stocks
    )

    assert _codes(figures) == []


@given(st.integers(min_value=1, max_value=300), st.integers(min_value=1, max_value=50))
def test_a_ballot_more_or_less_than_was_printed_is_found(issued: int, off: int) -> None:
    stock = BoxStock("main", issued=issued, unused=5, replaced=0, collected=issued)

    for printed in (issued + 5 + off, issued + 5 - off):
        figures = MeetingFigures(electorate=issued, present=issued, printed=printed, boxes=(stock,))
        assert _codes(figures) == ["E203"]


def test_errors_stand_before_warnings() -> None:
    stock = BoxStock("main", issued=10, unused=0, replaced=0, collected=9)
    figures = MeetingFigures(electorate=100, present=8, printed=20, boxes=(stock,))

    assert _codes(figures) == ["E203", "E205", "W203", "W204"]


def test_what_nobody_counted_is_not_checked() -> None:
    assert (
        _codes(MeetingFigures(electorate=100, present=None, printed=110, boxes=(BoxStock("main", 110),)))
        == []
    )


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({}, []),
        (
            {"collected": 91},
            [Problem("E202", ("stock.collected", "stock.issued"), {"collected": 91, "issued": 90})],
        ),
        (
            {"collected": 89},
            [Problem("W203", ("stock.issued", "stock.collected"), {"collected": 89, "issued": 90})],
        ),
        (
            {"replaced": 3},
            [
                Problem(
                    "E203", ("stock.issued", "stock.unused", "stock.replaced"), {"printed": 110, "told": 111}
                )
            ],
        ),
        ({"present": 121}, [Problem("E204", ("present",), {"present": 121, "electorate": 120})]),
        ({"present": 120}, []),
        ({"present": 89}, [Problem("E205", ("stock.issued",), {"issued": 90, "present": 89})]),
        ({"electorate": 180}, [Problem("W204", ("present",), {"present": 90, "needed": 91})]),
        ({"electorate": 179}, []),
        ({"unused": None}, []),
        ({"collected": None}, []),
        ({"printed": None}, []),
        ({"issued": None}, []),
    ],
)
def test_each_fault_of_a_meeting_names_its_boxes_and_the_figures_compared(
    changes: dict[str, int | None], problems: list[Problem]
) -> None:
    told = {"electorate": 120, "present": 90, "printed": 110, "issued": 90, "unused": 18, "replaced": 2}
    told |= {"collected": 90} | changes
    box = {field: told.pop(field) for field in ("issued", "unused", "replaced", "collected")}
    figures = MeetingFigures(**told, boxes=(BoxStock("main", **box),))
    found = check_stock(figures, MORE_THAN_HALF)
    assert list(found) == problems
    assert [problem.context for problem in found] == [problem.context for problem in problems]


@given(st.integers(0, 3000), st.integers(0, 100))
def test_the_reserve_is_the_offices_percentage_rounded_up(electorate: int, percent: int) -> None:
    reserve = reserve_of(electorate, percent)
    assert reserve >= 0
    assert (reserve - 1) * 100 < electorate * percent <= reserve * 100
