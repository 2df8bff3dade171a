"""The board by the hour: meetings and results against their hours, later rounds against their own day."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desktop.models.exchange import Intake
from desktop.models.store.session import reading
from desktop.services.counting import counts
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.changes import move_election
from desktop.services.elections.election_list import elections as election_lines
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.meeting_plans import change_plan
from desktop.services.elections.nominations import Nomination
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.progress.deadlines import hour_left
from desktop.services.progress.election_head import head
from desktop.services.results import decisions, next_vote, received
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from desktop.wording import left_words
from tests.offices import commune
from tests.offices.commune import DAY, NOBODY
from tests.offices.opening import open_meeting
from tests.services.today.test_board import cell, following, sealed

AGAIN = date(2024, 12, 22)


def due(workplace: Workplace, key: str) -> tuple[str, str] | None:
    found = next((due for due in board(workplace).deadlines if due.key == key), None)
    return (left_words(found.left, found.facts), found.kind) if found is not None else None


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (6, 0, ("doing", "Lúc 07:30")),
        (7, 59, ("doing", "Lúc 07:30")),
        (8, 0, ("wrong", "Muộn")),
    ],
)
def test_a_meeting_is_late_half_an_hour_after_its_own_hour(
    office: Workplace, clock: TrainingClock, hour: int, minute: int, expected: tuple[str, str]
) -> None:
    commune.printed(office, opening=time(7, 30))
    assert cell(office, "meeting") == ("not_yet", "")
    clock.put(DAY, hour, minute)
    assert cell(office, "meeting") == expected
    assert "07:30" in following(office).headline


def test_a_meeting_planned_for_the_afternoon_is_not_late_at_noon(
    office: Workplace, clock: TrainingClock
) -> None:
    commune.printed(office, opening=time(14, 0))
    clock.put(DAY, 12, 30)
    assert cell(office, "meeting") == ("doing", "Lúc 14:00")


def test_on_the_day_itself_the_meeting_is_due_by_the_hour(office: Workplace, clock: TrainingClock) -> None:
    code = commune.printed(office, opening=time(7, 30))
    clock.put(date(2024, 12, 7), 16, 0)
    assert due(office, "election_day") == ("Thôn Lục Ngù, còn 1 ngày", "attention")
    clock.put(DAY, 4, 50)
    assert due(office, "election_day") == ("Thôn Lục Ngù, 07:30 hôm nay, còn 2 giờ 40 phút", "attention")
    clock.put(DAY, 7, 40)
    assert due(office, "election_day") == ("Thôn Lục Ngù, 07:30 hôm nay, quá 10 phút", "wrong")
    open_meeting(office, code, clock())
    assert due(office, "election_day") is None


def test_results_are_due_by_the_hour_that_the_plan_names_until_the_receipt_is_there(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(DAY, 14, 20)
    code = commune.finalised(office)
    assert due(office, "results") is None
    change_plan(office, code, results_by=time(17, 0))
    assert due(office, "results") == ("Thôn Lục Ngù, 17:00 hôm nay, còn 2 giờ 40 phút", "attention")
    sealed(office, clock(), 1, None)
    assert due(office, "results") is not None
    sealed(office, clock(), 2, Intake.ACCEPTED)
    assert due(office, "results") is None


@pytest.mark.parametrize(
    ("hour", "minute", "note"),
    [
        (16, 0, "17:00 hôm nay, còn 1 giờ"),
        (16, 59, "17:00 hôm nay, còn 1 phút"),
        (17, 0, "17:00 hôm nay, còn 0 phút"),
        (19, 5, "17:00 hôm nay, quá 2 giờ 5 phút"),
    ],
)
def test_hours_and_minutes_that_are_left_are_said_as_people_say_them(
    hour: int, minute: int, note: str
) -> None:
    now = datetime(2024, 12, 8, hour, minute, tzinfo=VIET_NAM)
    until = hour_left(time(17, 0), now)
    assert left_words(until.left, until.facts) == note


def test_the_plan_and_the_postings_remind_until_they_are_written_down(
    office: Workplace, clock: TrainingClock
) -> None:
    code = planning.plan_election(office, commune.plan()).code
    assert due(office, "decision_before") is not None
    change_plan(office, code, plan_number="41/KH-UBND", plan_on=date(2024, 11, 18))
    assert due(office, "decision_before") is None
    clock.put(date(2024, 11, 30), 9, 0)
    change_plan(office, code, roll_posted_on=date(2024, 11, 30))
    assert due(office, "posting_before") is not None
    change_plan(office, code, list_posted_on=date(2024, 11, 30))
    assert due(office, "posting_before") is None


def test_the_meeting_is_announced_two_days_before(office: Workplace, clock: TrainingClock) -> None:
    commune.printed(office)
    clock.put(date(2024, 12, 6), 9, 0)
    assert due(office, "notice_before") == ("Thôn Lục Ngù, hôm nay", "attention")
    clock.put(date(2024, 12, 7), 9, 0)
    assert due(office, "notice_before") is None, "nobody can be told two days before any more"


def test_the_meeting_of_a_later_round_is_announced_two_days_before_its_own_day(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(DAY, 15, 0)
    code = commune.finalised(office, NOBODY)
    decisions.order_again(office, code, "13/QĐ-UBND", DAY, "Chưa ai quá nửa số hộ.")
    next_vote.begin_round(office, code)
    move_election(office, code, AGAIN)
    found = next(each for each in board(office).deadlines if each.key == "notice_before")
    assert (found.day, found.clause and found.clause.checked) == (date(2024, 12, 20), "read")


def test_the_result_is_due_at_the_commune_in_five_working_days_until_it_is_there(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(DAY, 15, 0)
    assert due(office, "sending") is None
    code = commune.finalised(office)
    assert due(office, "sending") == ("Thôn Lục Ngù, còn 5 ngày", "not_yet")
    clock.put(date(2024, 12, 16), 9, 0)
    assert due(office, "sending") == ("Thôn Lục Ngù, quá hạn 3 ngày", "wrong")
    received.receive_result(office, code, date(2024, 12, 16))
    assert due(office, "sending") is None
    assert due(office, "recognition") == ("Thôn Lục Ngù, còn 7 ngày", "not_yet")


def test_a_later_round_goes_by_its_own_day(office: Workplace, clock: TrainingClock) -> None:
    clock.put(DAY, 15, 0)
    code = commune.finalised(office, NOBODY)
    decisions.order_again(office, code, "13/QĐ-UBND", DAY, "Chưa ai quá nửa số hộ.")
    next_vote.begin_round(office, code)
    move_election(office, code, AGAIN)
    change_plan(office, code, opening=time(8, 0))
    list_candidates(office, code, [Nomination(n) for n in ("Lò Thị Ơn", "Giàng A Chớ")])
    clock.put(date(2024, 12, 20), 9, 0)
    assert cell(office, "ballots") == ("not_yet", "")
    assert due(office, "again_day") == ("Thôn Lục Ngù, còn 2 ngày", "attention")
    clock.put(date(2024, 12, 21), 9, 0)
    assert cell(office, "ballots") == ("attention", "Gấp")
    print_ballots(office, code)
    clock.put(AGAIN, 8, 10)
    assert cell(office, "meeting") == ("doing", "Lúc 08:00")
    assert due(office, "again_day") == ("Thôn Lục Ngù, 08:00 hôm nay, quá 10 phút", "wrong")
    assert (head(office, code).held_on, election_lines(office)[0].held_on) == (AGAIN, AGAIN)
    open_meeting(office, code, clock())
    commune.agree(office, code)
    counts.finalise(office, code)
    assert record_day(office, code) == AGAIN


def record_day(workplace: Workplace, code: str) -> date:
    """The day that the count's bytes, and so its minutes, name."""
    with reading(workplace.database) as session:
        return record_of(latest_count(session, vote_of(session, code))).date
