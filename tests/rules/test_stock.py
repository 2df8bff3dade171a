from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.reconciliation import BoxStock
from desktop.rules.statute import Clause
from desktop.rules.stock import MeetingFigures, check_stock

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
