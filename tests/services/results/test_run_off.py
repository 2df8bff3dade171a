"""Those who tie past the threshold are voted on again among themselves, where the statute knows a run-off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.store.session import reading
from desktop.rules.library import Library
from desktop.rules.statute import overlaid
from desktop.services.counting import counts
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.candidates import list_candidates, take_off_list
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.nominations import Nomination
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from desktop.services.results.recognition_view import recognition_view
from tests.offices import commune
from tests.offices.opening import open_meeting
from tests.printing.pages import one_line

# Made up, to have two pass for one seat: a quarter of the households elects, and those who tie are voted on
# again. With more than half of them, as in the decree, two can't pass.
TIES = """
over = "nd59-2023"
title = "Quyết định của tỉnh"
issuer = "Ủy ban nhân dân tỉnh"
number = "13/2024/QĐ-UBND"
dated = 2024-03-01
in_force_from = 2024-04-01

[[clause]]
key = "tie"
value = "run_off"
article = "Quyết định 13/2024/QĐ-UBND, Điều 5"
explanation = "Bằng phiếu thì bầu tiếp giữa những người đó."
checked = "read"

[[clause]]
key = "elected"
value = "1/4"
unit = "electorate"
comparison = "more_than"
article = "Quyết định 13/2024/QĐ-UBND, Điều 4"
explanation = "Quá một phần tư tổng số đại diện hộ thì trúng cử."
checked = "read"
"""
BOTH = {
    f"candidates[{number}].{mark}": votes
    for number in (0, 1)
    for mark, votes in (("votes", 4), ("against", 5))
}
TIED = {field: figure for field, figure in commune.TYPED.items() if "[" not in field} | BOTH


@pytest.fixture
def province(office: Workplace) -> Workplace:
    shipped = office.statutes.get("nd59-2023")
    assert shipped is not None
    return replace(office, statutes=Library([overlaid(shipped, TIES.encode())]))


def tied(office: Workplace) -> str:
    return commune.finalised(office, TIED, ballot="agree")


def run_off(office: Workplace) -> str:
    code = tied(office)
    decisions.order_again(office, code, "12/QĐ-UBND", date(2024, 12, 12), "hai người bằng phiếu")
    next_vote.begin_round(office, code)
    return code


def test_minutes_of_a_tie_name_those_between_whom_the_next_vote_is(province: Workplace) -> None:
    said = one_line(print_minutes(province, tied(province)).content)
    assert "ông Giàng A Chớ được 04 phiếu đồng ý" in said
    assert "bà Lò Thị Ơn được 04 phiếu đồng ý" in said
    assert "bằng nhau; bầu tiếp giữa những người này theo quy định." in said
    assert "trúng cử Trưởng thôn" not in said


def test_a_run_off_begins_with_those_who_tied_and_nobody_else(province: Workplace) -> None:
    code = run_off(province)
    view = candidates_view(province, code)
    assert [line.person.name for line in view.candidates] == ["Giàng A Chớ", "Lò Thị Ơn"]
    assert not view.editable
    with reading(province.database) as session:
        vote = vote_of(session, code)
        assert (vote.number, vote.vote, vote.attempt, vote.seats, vote.state) == (
            2,
            "run_off",
            2,
            1,
            "listed",
        )
    for change in (
        lambda: list_candidates(province, code, [Nomination("Lò Thị Ơn")]),
        lambda: take_off_list(province, code, view.candidates[0].person.person),
    ):
        with pytest.raises(RequestRefused) as caught:
            change()
        assert caught.value.code == "candidates.run_off"


def test_in_a_run_off_the_higher_wins_without_the_threshold(province: Workplace) -> None:
    code = run_off(province)
    print_ballots(province, code)
    open_meeting(province, code, commune.OPENS)
    higher = TIED | {"candidates[0].votes": 5, "candidates[0].against": 4}
    higher |= {"candidates[1].votes": 4, "candidates[1].against": 5}
    commune.agree(province, code, higher)
    for problem in counts.review(province, code).unexplained:
        counts.explain(province, code, problem, "đã đọc lại tờ giấy", "Nông Văn Ếch")
    counts.finalise(province, code)
    assert decisions.recognise(province, code, "13/QĐ-UBND", date(2024, 12, 20)).state == "recognised"


def test_under_the_decree_itself_a_tie_elects_nobody_and_all_is_voted_on_again(office: Workplace) -> None:
    code = run_off(office)
    with reading(office.database) as session:
        vote = vote_of(session, code)
        assert (vote.vote, vote.state, list(vote.candidacies)) == ("again", "draft", [])


def test_a_tie_is_the_reason_why_the_vote_is_held_again_not_a_threshold_that_was_passed(
    office: Workplace,
) -> None:
    again = TIES.replace('value = "run_off"', 'value = "nobody_elected"').replace(
        "bầu tiếp giữa những người đó", "bầu lại"
    )
    shipped = office.statutes.get("nd59-2023")
    assert shipped is not None
    place = replace(office, statutes=Library([overlaid(shipped, again.encode())]))
    code = tied(place)
    view = recognition_view(place, code)
    assert view is not None
    assert view.outcome == "held_again"
    assert view.suggested_reason == (
        "Giàng A Chớ và Lò Thị Ơn được số phiếu bằng nhau "
        "(mỗi người được 4 phiếu, bằng 33,33% của 12 đại diện hộ gia đình)"
    )
    said = one_line(print_minutes(place, code).content)
    assert "bằng nhau; chưa xác định được người trúng cử, việc bầu lại thực hiện theo quy định." in said


def test_the_reason_names_the_threshold_of_the_statute_of_the_place(province: Workplace) -> None:
    few = TIED | {"valid": 9} | {f"candidates[{n}].votes": 3 - n for n in (0, 1)}
    few |= {f"candidates[{n}].against": 6 + n for n in (0, 1)}
    code = commune.finalised(province, few, ballot="agree")
    view = recognition_view(province, code)
    assert view is not None
    assert view.suggested_reason.startswith("không có người nào được quá 1/4 tổng số đại diện hộ gia đình")


def test_the_reason_counts_hands_where_hands_were_raised(office: Workplace) -> None:
    raised = {"present": 10} | {
        f"candidates[{number}].{mark}": people
        for number in (0, 1)
        for mark, people in (("votes", 5 - number), ("against", 4), ("abstain", 1 + number))
    }
    view = recognition_view(office, commune.finalised(office, raised, ballot="hands"))
    assert view is not None
    assert "người cao nhất được 5 người tán thành, bằng 41,67% của 12" in view.suggested_reason
