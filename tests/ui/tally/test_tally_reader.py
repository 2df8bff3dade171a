"""Digits become marks and reasons."""

from __future__ import annotations

import pytest

from desktop.rules.tally import OTHER, KeyKind, TallyForm, TallyKey
from desktop.ui.tally.tally_drawing import FIVE, laid_out
from desktop.ui.tally.tally_reader import Heard, TallyReader

REASONS = ("not_issued", "too_many")
NINE, TWELVE = TallyForm("strike", 5, 9, REASONS), TallyForm("strike", 7, 12, REASONS)
AGREE = TallyForm("agree", 1, 1, REASONS)


@pytest.mark.parametrize(
    ("form", "digits", "made"),
    [
        (NINE, "9", TallyKey(KeyKind.MARK, 8)),
        (NINE, "02", TallyKey(KeyKind.INVALID, reason="too_many")),
        (TWELVE, "09", TallyKey(KeyKind.MARK, 8)),
        (TWELVE, "12", TallyKey(KeyKind.MARK, 11)),
        (TWELVE, "001", TallyKey(KeyKind.INVALID, reason="not_issued")),
        (AGREE, "1", TallyKey(KeyKind.AGREE)),
        (AGREE, "2", TallyKey(KeyKind.AGAINST)),
        (AGREE, "3", TallyKey(KeyKind.BLANK)),
        (AGREE, "4", Heard.NOTHING),
        (NINE, "03", Heard.ASKS_WORDS),
        (NINE, "04", Heard.NOTHING),
    ],
)
def test_digits_make_a_key(form: TallyForm, digits: str, made: TallyKey | Heard) -> None:
    reader = TallyReader(form)
    heard = [reader.digit(digit) for digit in digits]
    assert heard[-1] == made
    assert set(heard[:-1]) <= {Heard.WAITS}
    assert OTHER not in REASONS


def test_more_than_nine_names_have_two_digits_each() -> None:
    assert [TallyReader(TWELVE).name_key(place) for place in (0, 11)] == ["01", "12"]
    assert TallyReader(TWELVE).invalid_key == "00"


@pytest.mark.parametrize("marks", [1, 44, 83, 300, 1200])
def test_squares_fold_where_they_would_run_over(marks: int) -> None:
    laid = laid_out(marks, 320, 60)
    shown = -(-marks // FIVE) - laid.folded
    assert shown >= 1
    lines = -(-(shown + (3 if laid.folded else 0)) // laid.across)
    assert lines * laid.side <= 60 + laid.side
