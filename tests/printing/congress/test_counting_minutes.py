"""Counting minutes of a congress say what the vote came to, each share with its base."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import re
from typing import Any

import pytest

from desktop.printing import catalogue
from desktop.printing.congress.vote.counting_minutes import CountingMinutes
from desktop.printing.congress.vote.facts import Deducted, TiedAtLast, TimeHeld, VotesFor
from desktop.printing.form_input import read_input
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import sample

_NAME = "congress-counting-minutes"


def _minutes() -> CountingMinutes:
    minutes = read_input(catalogue.find(_NAME), sample(_NAME), where=_NAME)
    assert isinstance(minutes, CountingMinutes)
    return minutes


def _printed(minutes: CountingMinutes) -> bytes:
    return catalogue.find(_NAME).draw(minutes, training=False)


def _secretary(**figures: Any) -> CountingMinutes:
    """Minutes of a secretary put up alone, each voter agreeing or not."""
    held = TimeHeld(
        issued=26,
        returned=26,
        valid=26,
        invalid=0,
        votes=(VotesFor(name="Nông Văn Chiến", votes=25, against=1),),
        elected=("Nông Văn Chiến",),
    )
    return dataclasses.replace(
        _minutes(),
        post="Bí thư",
        elected_as=None,
        ballot="agree",
        opening=dt.time(10, 40),
        seats=1,
        candidates=("Nông Văn Chiến",),
        times=(dataclasses.replace(held, **figures),),
        closing=dt.time(11, 5),
    )


def test_a_tie_at_the_last_seat_and_its_run_off_stand_in_the_same_minutes() -> None:
    data = _printed(_minutes())
    first, second = texts(data)
    text = one_line(data)
    assert "Căn cứ tính kết quả 27 trúng cử: từ 14" in text
    assert "Bầu lần thứ nhất. Phát ra 26 phiếu, thu về 26 phiếu; hợp lệ 25, không hợp lệ 01 phiếu" in text
    assert "Có 04 đồng chí trúng cử, xếp từ cao xuống thấp: Nông Văn Chiến (25)" in text
    assert "căn cứ tính tỷ lệ vẫn là 27." in text
    assert "Đồng chí Chìu Thị Mùi được 13 phiếu, cao hơn, trúng cử Chi ủy viên." in text
    assert "5 Chìu Thị Mùi 13 (lần thứ hai) 48,15%" in text
    assert "Biên bản gồm 02 trang, lập thành 02 bản" in text
    tie = ("Hai đồng chí Chìu Thị Mùi và Lỷ A Sáng cùng được 17 phiếu", "không cần quá một nửa.")
    assert all(words in " ".join(second.split()) for words in tie), "the paragraph of a tie is never parted"
    assert "Hai đồng chí" not in first


@pytest.mark.parametrize("times", [2, 3, 5])
def test_every_page_bears_the_digest_of_each_count_that_the_minutes_tell_of(times: int) -> None:
    minutes = _minutes()
    assert minutes.digest is not None
    first, last = minutes.times
    earlier = tuple(hashlib.sha256(bytes([number])).hexdigest() for number in range(1, times))
    told = dataclasses.replace(
        minutes,
        times=(first, *[last] * (times - 1)),
        digest=dataclasses.replace(minutes.digest, earlier=earlier),
    )
    data = _printed(told)
    for text in texts(data):
        line = " ".join(text.split())
        for number, sha256 in enumerate((*earlier, minutes.digest.sha256), 1):
            assert f"lần {number}" in line
            assert " ".join(re.findall("....", sha256)) in line
    for _, left, top, right, bottom in text_boxes(data):
        assert left >= 30 - 0.3
        assert right <= 195 + 0.3
        # A band of more lines begins higher, and the text above it ends earlier.
        band = 273.7 - 4.6 * (times - 2)
        assert bottom < 15 or top > band or bottom <= band - 1.4


def test_one_candidate_is_agreed_to_or_not_and_named_once() -> None:
    data = _printed(_secretary())
    text = one_line(data)
    assert "Số lượng bầu: 01 đồng chí. Danh sách 01 đồng chí: Nông Văn Chiến." in text
    assert "1 Nông Văn Chiến 25 01 92,59%" in text
    assert "được 25 phiếu đồng ý, bằng 92,59% của 27, trúng cử Bí thư." in text
    assert "Danh sách trúng cử" not in text
    assert_looks_like(rendered(data, 50)[0], "congress-counting-minutes-secretary")


def test_nobody_elected_is_said_with_what_the_congress_decided() -> None:
    decision = "Đại hội biểu quyết không bầu tiếp, báo cáo Đảng ủy xã Húc Động."
    lost = (VotesFor(name="Nông Văn Chiến", votes=13, against=13),)
    text = one_line(_printed(_secretary(votes=lost, elected=(), decision=decision)))
    assert f"Không có đồng chí nào trúng cử. {decision}" in text
    assert "Danh sách trúng cử" not in text


def test_a_run_off_that_ties_again_is_the_congress_to_decide() -> None:
    minutes = _minutes()
    first, second = minutes.times
    names = tuple(one.name for one in second.votes)
    tied = TiedAtLast(names=names, votes=12, seats=1, clause="khoản 3 Điều 12 Điều lệ Đảng")
    again = tuple(VotesFor(name=name, votes=12) for name in names)
    held = dataclasses.replace(second, votes=again, elected=(), tied=tied)
    text = one_line(_printed(dataclasses.replace(minutes, times=(first, held))))
    assert "cùng được 12 phiếu, bằng 44,44% của 27, bằng phiếu nhau. Theo khoản 3 Điều 12" in text
    assert "có bầu tiếp hay không do Đại hội quyết định." in text


def test_somebody_who_came_between_two_times_adds_one_to_the_base_of_the_second() -> None:
    minutes = _minutes()
    first, second = minutes.times
    text = one_line(
        _printed(
            dataclasses.replace(minutes, times=(first, dataclasses.replace(second, base=28, present=27)))
        )
    )
    assert "có mặt 27 đảng viên chính thức; căn cứ tính tỷ lệ là 28." in text
    assert "Tỷ lệ so với 28 đảng viên chính thức (căn cứ)" in text
    assert "13 (lần thứ hai) 46,43% của 28" in text
    assert "1 Nông Văn Chiến 25 92,59% của 27" in text


def test_who_left_before_the_vote_weighs_on_the_base() -> None:
    text = one_line(_printed(dataclasses.replace(_minutes(), left=1)))
    assert "vắng mặt: 05, trong đó 01 về trước khi bầu, vẫn tính vào căn cứ." in text


def test_the_list_for_a_pen_has_the_names_before_the_vote_and_every_reason_to_deduct() -> None:
    known = dataclasses.replace(
        _minutes(), convened=None, deductions=(), present=None, needed=None, times=(), digest=None
    )
    text = one_line(_printed(known))
    assert "1 Hoàng Văn Bảo 2 Nông Văn Chiến" in text
    assert text.count("Trừ: ") == 5


@pytest.mark.parametrize("deducted", [6, 40])
def test_no_more_are_present_or_taken_off_than_were_convened(deducted: int) -> None:
    with pytest.raises(ValueError, match="convened"):
        dataclasses.replace(_minutes(), deductions=(Deducted(reason="excused", members=deducted),))


def test_nobody_is_elected_who_was_not_on_the_list() -> None:
    with pytest.raises(ValueError, match="list"):
        dataclasses.replace(_minutes().times[0], elected=("Vi Văn Hợp",))


def test_the_last_sentence_ends_as_the_regime_of_its_date_says() -> None:
    earlier = dataclasses.replace(_minutes(), dated=DateLine.on("Húc Động", dt.date(2025, 1, 5)))
    assert "cùng ngày./." in one_line(_printed(earlier))
    assert "cùng ngày." in one_line(_printed(_minutes()))
