"""The voting list is read from a wall, and sealing minutes add up."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from desktop.printing import catalogue
from desktop.printing.congress.after.sealing_minutes import SealedVote
from desktop.printing.congress.facts import Hands
from desktop.printing.congress.listing.voting_list import FromTheFloor, Listed
from desktop.printing.form_input import read_input
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import one_line, texts
from tests.printing.samples import sample


def _value(name: str) -> Any:
    return read_input(catalogue.find(name), sample(name), where=name)


def _text(name: str, value: Any) -> str:
    return one_line(catalogue.find(name).draw(value, training=False))


def test_a_list_says_its_surplus_who_was_put_up_and_who_was_let_go() -> None:
    text = _text("congress-voting-list", _value("congress-voting-list"))
    assert "Đại hội biểu quyết bầu 05 đồng chí vào Chi ủy, với 27/27 đảng viên chính thức có mặt" in text
    assert "Danh sách bầu cử gồm 06 đồng chí, số dư 01, xếp theo vần A, B, C của tên" in text
    assert "đồng chí Vi Thị Hậu xin rút, được Đại hội đồng ý." in text
    assert (
        "15/27 đảng viên chính thức có mặt, bằng 55,56%, đồng ý đưa vào danh sách (quy định: hơn 30%)" in text
    )
    assert "ngày 05 tháng 01 năm 2025./." in text


def test_a_list_of_one_has_neither_surplus_nor_order() -> None:
    value = dataclasses.replace(
        _value("congress-voting-list"),
        post="Bí thư",
        seats=1,
        listed=(Listed(name="Trần Văn Thìn", birth_year=1984, note="Trưởng thôn"),),
        put_up=1,
        withdrawn=(),
        from_floor=(FromTheFloor(name="Lỷ Thị Hoa", hands=Hands(approving=9, present=27), stood=True),),
    )
    text = _text("congress-voting-list", value)
    assert "bầu 01 đồng chí giữ chức Bí thư, với" in text
    assert "Danh sách bầu cử gồm 01 đồng chí, đã được Đại hội thông qua" in text
    assert "Đồng chí Lỷ Thị Hoa ứng cử tại Đại hội; 09/27 đảng viên" in text


def test_no_more_hands_are_raised_than_are_present_and_a_list_is_no_shorter_than_the_seats() -> None:
    with pytest.raises(ValueError, match="hands"):
        Hands(approving=25, against=2, abstaining=1, present=27)
    with pytest.raises(ValueError, match="shorter"):
        dataclasses.replace(_value("congress-voting-list"), seats=7)


def test_ballots_of_all_votes_are_added_up_on_one_page() -> None:
    value = _value("congress-sealing-minutes")
    text = _text("congress-sealing-minutes", value)
    assert "Cộng 136 104 104 102 02 01 31" in text
    assert "không mở trong 06 tháng kể từ ngày bầu cử (đến hết ngày 02 tháng 02 năm 2027)." in text
    earlier = dataclasses.replace(value, dated=DateLine.on("Húc Động", dt.date(2025, 1, 5)))
    assert "các bên nhất trí ký tên./." in _text("congress-sealing-minutes", earlier)
    assert len(texts(catalogue.find("congress-sealing-minutes").draw(value, training=False))) == 1


def test_a_sum_with_an_unknown_part_is_left_for_a_pen() -> None:
    value = _value("congress-sealing-minutes")
    first, *others = value.votes
    votes = (dataclasses.replace(first, returned=None), *others)
    assert "Cộng 136 104 102" in _text("congress-sealing-minutes", dataclasses.replace(value, votes=votes))


def test_ballots_received_are_those_issued_replaced_and_left() -> None:
    with pytest.raises(ValueError, match="received"):
        SealedVote(name="Bí thư", received=34, issued=26, replaced=1, unused=8)
