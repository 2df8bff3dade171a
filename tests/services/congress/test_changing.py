"""A congress is moved, cancelled, taken up or never planned, by the rule that hamlets' elections follow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.rules.attendance import Presence
from desktop.services.congress import approval, closing, roll
from desktop.services.congress.changing import (
    Because,
    cancel_congress,
    move_congress,
    take_back_congress,
    take_up_congress,
)
from desktop.services.congress.views import congress_view, congresses
from desktop.services.counting import counts
from desktop.services.elections.unplanning import take_back_plan
from desktop.wording import refusal_sentence
from tests.offices.congress_example import (
    DAY,
    Branch,
    bodies_chosen,
    called,
    counted,
    listed,
    make_branch,
    planned,
    printed,
)

LATER = date(2025, 1, 12)
WHY = Because("lũ", "9-QĐ/CB", date(2024, 12, 30))


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    return make_branch(tmp_path / "office", 7)


def test_the_day_changes_freely_until_a_ballot_is_printed_and_then_by_a_decision(branch: Branch) -> None:
    code = planned(branch)
    move_congress(branch.place, code, LATER)
    assert congress_view(branch.place, code).held_on == LATER
    listed(branch, code, "secretary", "Vàng Xuân Long")
    printed(branch, f"{code}.1", 8)
    with pytest.raises(RequestRefused, match=r"election\.decision"):
        move_congress(branch.place, code, DAY)
    move_congress(branch.place, code, DAY, WHY)
    assert congress_view(branch.place, code).held_on == DAY


def test_the_first_ballot_of_any_vote_asks_for_a_decision(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "nine", 9)
    code = planned(branch)
    listed(branch, code, "committee", *("Vàng Xuân Long", "Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức"))
    printed(branch, f"{code}.1", 9)
    # The deputy's vote, the last, has no ballots yet.
    for act in (
        lambda: move_congress(branch.place, code, LATER),
        lambda: cancel_congress(branch.place, code, Because("lũ")),
    ):
        with pytest.raises(RequestRefused, match=r"election\.decision"):
            act()


def test_no_two_congresses_of_a_branch_are_moved_to_one_day(branch: Branch) -> None:
    code, other = planned(branch), planned(branch, held_on=LATER, term_from=LATER)
    assert code != other
    with pytest.raises(RequestRefused, match=r"election\.exists"):
        move_congress(branch.place, other, DAY)


def test_once_the_report_on_who_attends_was_read_the_day_stays(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code)
    with pytest.raises(RequestRefused, match=r"congress\.begun"):
        move_congress(branch.place, code, LATER)
    roll.take_back_report(branch.place, code)
    move_congress(branch.place, code, LATER)


def test_a_cancelled_congress_says_why_and_can_be_taken_up_again(branch: Branch) -> None:
    code = planned(branch)
    with pytest.raises(RequestRefused, match=r"election\.reason"):
        cancel_congress(branch.place, code, Because(" "))
    cancel_congress(branch.place, code, Because("chi bộ sáp nhập"))
    (line,) = congresses(branch.place)
    assert line.stage == "cancelled"
    with pytest.raises(RequestRefused, match=r"congress\.cancelled"):
        roll.all_present(branch.place, code)
    take_up_congress(branch.place, code)
    assert roll.all_present(branch.place, code) == 7


def test_a_plan_of_which_nothing_is_written_is_taken_back_with_its_campaign(branch: Branch) -> None:
    code = planned(branch)
    with pytest.raises(RequestRefused, match=r"unknown\.election"):
        take_back_plan(branch.place, [code])
    take_back_congress(branch.place, code)
    assert congresses(branch.place) == ()
    code = planned(branch)
    roll.tell_all(branch.place, code, date(2024, 11, 20))
    with pytest.raises(RequestRefused, match=r"congress\.written"):
        take_back_congress(branch.place, code)


def test_a_congress_for_which_somebody_was_put_up_is_cancelled_and_not_taken_back(branch: Branch) -> None:
    code = planned(branch)
    listed(branch, code, "secretary", "Vàng Xuân Long")
    with pytest.raises(RequestRefused) as caught:
        take_back_congress(branch.place, code)
    assert refusal_sentence(caught.value).startswith("Đại hội Chi bộ thôn Nà Ếch đã có việc ghi")


def elected(branch: Branch) -> str:
    """Elect a secretary, close the congress and send its report three days later."""
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", "Vàng Xuân Long")
    printed(branch, f"{code}.1", 8)
    counted(branch, f"{code}.1", 7, {"Vàng Xuân Long": 6}, unused=1)
    closing.close_congress(branch.place, code, branch.at(2))
    branch.clock.put(date(2025, 3, 1), 8, 0)
    closing.record_report_sent(branch.place, code, date(2025, 1, 8))
    return code


def test_the_approval_answers_a_report_that_came_in_and_no_day_to_come(branch: Branch) -> None:
    code = elected(branch)
    approval.record_received(branch.place, code, date(2025, 1, 10))
    for day, refused in (
        (date(2025, 1, 4), r"congress\.day"),
        (date(2025, 1, 9), r"congress\.unreceived"),
        (date(2025, 3, 2), r"congress\.day"),
    ):
        with pytest.raises(RequestRefused, match=refused):
            approval.approve(branch.place, code, "31-QĐ/ĐU", day)
    approval.approve(branch.place, code, "31-QĐ/ĐU", date(2025, 1, 10))


@pytest.mark.parametrize(
    ("sent", "received", "approved", "late"),
    [
        # Seven working days from Sunday 05/01/2025 end on Tuesday 14/01; Tết is from 25/01 to 02/02.
        (date(2025, 1, 14), date(2025, 1, 14), date(2025, 2, 11), set()),
        (date(2025, 1, 15), date(2025, 1, 14), date(2025, 2, 12), {"report", "approval"}),
    ],
)
def test_the_last_day_of_report_and_approval_is_in_time_and_the_next_one_late(
    branch: Branch, sent: date, received: date, approved: date, late: set[str]
) -> None:
    code = elected(branch)
    closing.record_report_sent(branch.place, code, sent)
    approval.record_received(branch.place, code, received)
    approval.approve(branch.place, code, "31-QĐ/ĐU", approved)
    dues = congress_view(branch.place, code).dues
    assert {due.kind for due in dues if due.late} & {"report", "approval"} == late


def test_what_was_written_too_early_after_the_last_vote_is_taken_back_in_turn(branch: Branch) -> None:
    code = elected(branch)
    with pytest.raises(RequestRefused, match=r"congress\.sent"):
        closing.reopen_congress(branch.place, code)
    approval.record_received(branch.place, code, date(2025, 1, 10))
    with pytest.raises(RequestRefused, match=r"congress\.answered"):
        approval.take_back_sent(branch.place, code)
    approval.record_received(branch.place, code, date(2025, 1, 9))
    assert congress_view(branch.place, code).received_on == date(2025, 1, 9), "put right"


def test_a_report_sent_by_mistake_and_a_closing_are_taken_back(branch: Branch) -> None:
    code = elected(branch)
    approval.take_back_sent(branch.place, code)
    closing.reopen_congress(branch.place, code)
    view = congress_view(branch.place, code)
    assert (view.closed_at, view.next) == (None, "close")
    closing.close_congress(branch.place, code, branch.at(3))


def test_who_was_present_is_compared_with_the_roll_and_explained_or_put_right(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", "Vàng Xuân Long")
    vote = f"{code}.1"
    printed(branch, vote, 7)
    with pytest.raises(RequestRefused, match="W209"):
        counted(branch, vote, 6, {"Vàng Xuân Long": 5}, unused=1)
    roll.correct_presence(branch.place, vote, branch.members["Đặng Quốc Hưởng"], Presence.ABSENT)
    assert [problem.code for problem in counts.review(branch.place, vote).unexplained] == []
    counts.finalise(branch.place, vote)
