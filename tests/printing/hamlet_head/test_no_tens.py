"""Counts in words are said as the office says them: linh, or lẻ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.counting.roll_facts import Representative, SignInRoll
from desktop.printing.hamlet_head.before import posted_roll
from desktop.printing.hamlet_head.before.posted_roll import PostedLine, PostedRoll
from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.hamlet_head.count import stock_minutes
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.count.stock_minutes import StockMinutes
from desktop.printing.hamlet_head.day import ballot_handover, sign_in_roll
from desktop.printing.hamlet_head.day.ballot_handover import BallotHandover
from desktop.printing.setting.date_line import DateLine
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
