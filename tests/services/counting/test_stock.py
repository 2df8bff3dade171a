"""What papers may say of the ballots: the sum of the boxes, or nothing where that cannot be true."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.rules.reconciliation import BoxStock
from desktop.services.counting.stock import StockTotals, stock_of

MAIN: Any = BoxStock("main", printed=110, issued=90, unused=18, replaced=2, collected=90)
MOBILE: Any = BoxStock("mobile", printed=12, issued=10, unused=2, collected=9)


def test_the_boxes_are_added_up() -> None:
    assert stock_of([MAIN, MOBILE]) == StockTotals(
        printed=122, issued=100, unused=20, replaced=2, collected=99
    )
    assert stock_of([MAIN]) == StockTotals(printed=110, issued=90, unused=18, replaced=2, collected=90)


@pytest.mark.parametrize("field", ["issued", "unused", "collected"])
def test_nothing_is_said_while_a_box_is_not_counted(field: str) -> None:
    assert stock_of([MAIN, replace(MOBILE, **{field: None})]) is None
    assert stock_of([]) is None


@pytest.mark.parametrize(
    "changes", [{"issued": 11}, {"unused": 1}, {"replaced": 1}, {"printed": 13}, {"collected": 11}]
)
def test_nothing_is_said_of_figures_that_contradict_each_other(changes: dict[str, int]) -> None:
    assert stock_of([MAIN, replace(MOBILE, **changes)]) is None


def test_ballots_that_did_not_come_back_contradict_nothing() -> None:
    assert stock_of([MAIN, replace(MOBILE, collected=0)]) is not None
