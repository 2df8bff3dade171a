"""The days for recognition run from the day on which the result came in; the decision is prepared, drawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.printing.setting.sheets import page_count
from desktop.services.counting import counts
from desktop.services.office.workplace import Workplace
from desktop.services.papers.decisions import draw_decision, print_decision
from desktop.services.papers.kept import printed_papers
from desktop.services.results import decisions
from desktop.services.results.received import prepare_decision, receive_result
from desktop.services.results.recognition_view import RecognitionView, recognition_view
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import DAY, NOBODY, TYPED, agree, agreed, finalised, traces

MONDAY = DAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _later(clock: TrainingClock) -> None:
    clock.put(date(2024, 12, 12), 9, 0)


def view(office: Workplace, code: str) -> RecognitionView:
    found = recognition_view(office, code)
    assert found is not None
    return found


def test_there_is_nothing_to_recognise_before_the_count_is_finalised(office: Workplace) -> None:
    assert recognition_view(office, agreed(office)) is None


def test_five_working_days_run_from_the_day_after_the_result_came_in(office: Workplace) -> None:
    code = finalised(office)
    assert view(office, code).due_on is None
    receive_result(office, code, MONDAY)
    shown = view(office, code)
    # From Monday 9 December: 10, 11, 12, 13 and, after the weekend, 16 December.
    assert (shown.received_on, shown.due_on) == (MONDAY, date(2024, 12, 16))
    assert shown.clause.key == "recognition"


def test_the_day_is_taken_back_until_something_is_decided(office: Workplace) -> None:
    code = finalised(office)
    receive_result(office, code, MONDAY)
    receive_result(office, code, None)
    assert view(office, code).received_on is None
    decisions.recognise(office, code, "112/QĐ-UBND", date(2024, 12, 12))
    with pytest.raises(StepRefused):
        receive_result(office, code, None)


@pytest.mark.parametrize("day", [DAY - timedelta(days=1), date(2024, 12, 13)])
def test_a_result_comes_in_between_the_election_and_today(office: Workplace, day: date) -> None:
    code = finalised(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        receive_result(office, code, day)
    assert (caught.value.code, caught.value.where) == ("submission.day", f"{day:%d/%m/%Y}")
    assert traces(office) == before


def test_a_recount_has_to_come_in_anew(office: Workplace) -> None:
    code = finalised(office)
    receive_result(office, code, MONDAY)
    counts.reopen(office, code, "đếm lại")
    counts.finalise(office, agree(office, code))
    assert view(office, code).received_on is None


def test_what_is_written_of_the_decision_is_kept_until_it_is_recorded(office: Workplace) -> None:
    code = finalised(office)
    prepare_decision(office, code, number=" 112/QĐ-UBND ")
    prepare_decision(office, code, decided_on=date(2024, 12, 12))
    shown = view(office, code)
    assert (shown.number, shown.decided_on, shown.decisions) == ("112/QĐ-UBND", date(2024, 12, 12), ())
    decisions.recognise(office, code, "112/QĐ-UBND", date(2024, 12, 12))
    [made] = view(office, code).decisions
    assert (made.number, made.accepted, made.people[0].name) == ("112/QĐ-UBND", True, "Bà Lò Thị Ơn")
    with pytest.raises(StepRefused):
        prepare_decision(office, code, number="113")


def test_the_reason_that_is_suggested_names_its_base(office: Workplace) -> None:
    reason = view(office, finalised(office, NOBODY)).suggested_reason
    assert "5 phiếu, bằng 41,67% của 12 đại diện hộ gia đình" in reason


def test_too_few_present_is_the_reason_that_is_suggested(office: Workplace) -> None:
    few = dict.fromkeys(TYPED, 0) | {"present": 6, "issued": 6, "returned": 6, "unused": 9, "valid": 6}
    code = agreed(office, few | {"candidates[1].votes": 6})
    for problem in counts.review(office, code).unexplained:
        counts.explain(office, code, problem, "trời mưa to", "Nông Văn Ếch")
    counts.finalise(office, code)
    assert view(office, code).suggested_reason == (
        "chỉ có 6 trên 12 đại diện hộ gia đình dự họp, bằng 50,00%"
    )


def test_the_decision_is_drawn_before_and_kept_once_it_is_printed(office: Workplace) -> None:
    code = finalised(office)
    assert page_count(draw_decision(office, code)) == 1
    with pytest.raises(StepRefused):
        print_decision(office, code)
    decisions.recognise(office, code, "112/QĐ-UBND", date(2024, 12, 12))
    made = print_decision(office, code)
    assert made.form == "recognition-decision"
    assert made in printed_papers(office, code)


def test_the_order_to_hold_again_may_name_its_day_afterwards(office: Workplace) -> None:
    code = finalised(office, NOBODY)
    prepare_decision(office, code, reason="chưa ai đủ số phiếu")
    decisions.order_again(office, code, "12/QĐ-UBND", date(2024, 12, 12), "chưa ai đủ số phiếu")
    blank = print_decision(office, code)
    prepare_decision(office, code, again_on=date(2024, 12, 22))
    named = print_decision(office, code)
    assert {blank.form, named.form} == {"hold-again-decision"}
    assert blank.content != named.content
