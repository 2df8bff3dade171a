"""Counts in words are said as the office says them: linh, or lẻ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.printing import (
    ballot_handover,
    counting_blank,
    counting_minutes,
    posted_roll,
    sign_in_roll,
    stock_minutes,
)
from desktop.printing.ballot_handover import BallotHandover
from desktop.printing.counting_blank import BlankMinutes
from desktop.printing.counting_facts import CountingMinutes
from desktop.printing.posted_roll import PostedLine, PostedRoll
from desktop.printing.roll_facts import Representative, SignInRoll
from desktop.printing.setting.date_line import DateLine
from desktop.printing.stock_minutes import StockMinutes
from tests.printing.pages import one_line

Draw = Callable[..., bytes]

_HEAD: dict[str, Any] = {"form_label": "Mẫu tham khảo", "dated": DateLine(), "no_tens": "lẻ"}
_SAID = "một trăm lẻ năm"


@pytest.mark.parametrize(
    ("draw", "paper"),
    [
        (
            posted_roll.draw,
            PostedRoll(
                **_HEAD,
                lines=tuple(PostedLine(number=n, name="Lò Thị Ơn") for n in range(1, 106)),
                signer_lines=("TỔ TRƯỞNG",),
            ),
        ),
        (
            sign_in_roll.draw,
            SignInRoll(
                **_HEAD,
                purpose="ballots",
                lines=tuple(Representative(number=n, name="Lò Thị Ơn") for n in range(1, 106)),
            ),
        ),
        (stock_minutes.draw, StockMinutes(**_HEAD, printed=105)),
        (ballot_handover.draw, BallotHandover(**_HEAD, ballots=105)),
        (counting_blank.draw_blank, BlankMinutes(form_label="Mẫu số 02", electorate=105, no_tens="lẻ")),
    ],
)
def test_the_offices_word_stands_on_every_paper_with_a_count_in_words(draw: Draw, paper: object) -> None:
    assert _SAID in one_line(draw(paper, training=False)).replace("\u00a0", " ")


def test_minutes_and_what_is_known_of_them_before_say_the_offices_word(minutes: CountingMinutes) -> None:
    own = replace(minutes, electorate=105, no_tens="lẻ")
    assert _SAID in one_line(counting_minutes.draw(own, training=False)).replace("\u00a0", " ")
    assert counting_blank.half_filled(own).no_tens == "lẻ"
