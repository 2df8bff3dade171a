"""The provisional head of a hamlet: written down, bounded by the law of the day, printed, and remembered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.errors import RequestRefused
from desktop.services.elections import planning
from desktop.services.elections.time_left import DueTask
from desktop.services.office.workplace import Workplace
from desktop.services.papers.provisional_heads import draw_provisional_decision
from desktop.services.places import hamlets, succession
from desktop.services.places.provisional import state_provisional
from desktop.services.results import decisions
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import HAMLET, OTHER_HAMLET
from tests.printing.pages import one_line

_IN_FORCE = date(2026, 5, 26)


def _line(office: Workplace, code: str = HAMLET) -> hamlets.HamletLine:
    return next(one for one in hamlets.hamlet_lines(office) if one.code == code)


def _named(office: Workplace, **written: Any) -> None:
    usual = {"provisional_head": "Nông Văn Khánh", "provisional_from": date(2026, 6, 10)}
    state_provisional(office, HAMLET, **(usual | written))


def _reminders(office: Workplace) -> list[tuple[date, str]]:
    return [(due.day, due.kind) for due in board(office).deadlines if due.task is DueTask.PROVISIONAL]


@pytest.mark.parametrize(
    ("decided_on", "until"),
    [
        (date(2026, 5, 25), None),
        (_IN_FORCE, date(2026, 11, 26)),
        (date(2026, 8, 31), date(2027, 2, 28)),
    ],
)
def test_the_last_day_follows_from_the_law_of_the_day_of_the_decision(
    office: Workplace, decided_on: date, until: date | None
) -> None:
    _named(office, provisional_from=decided_on)
    assert _line(office).provisional_until == until


def test_nobody_serves_longer_than_the_law_allows_and_no_shorter_than_a_day(office: Workplace) -> None:
    _named(office)
    with pytest.raises(RequestRefused) as late:
        state_provisional(office, HAMLET, provisional_until=date(2026, 12, 11))
    assert (late.value.code, late.value.where) == ("hamlet.provisional_until", "10/12/2026")
    with pytest.raises(RequestRefused) as early:
        state_provisional(office, HAMLET, provisional_until=date(2026, 6, 10))
    assert early.value.code == "hamlet.provisional_days"
    assert _line(office).provisional_until == date(2026, 12, 10)
    state_provisional(office, HAMLET, provisional_until=date(2026, 9, 1))
    assert _line(office).provisional_until == date(2026, 9, 1)


def test_the_decision_is_the_committees_with_the_front_and_says_until_when(office: Workplace) -> None:
    _named(office, provisional_why="vacant", provisional_number="115/QĐ-UBND")
    said = one_line(draw_provisional_decision(office, HAMLET))
    assert "Số: 115/QĐ-UBND" in said
    assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in said
    assert "Nghị định số 185/2026/NĐ-CP" in said
    assert "Sau khi thống nhất với Ban Thường trực Ủy ban MTTQ Việt Nam xã;" in said
    assert "Chỉ định ông (bà) Nông Văn Khánh làm Trưởng thôn Lục Ngù lâm thời." in said
    assert "khuyết Trưởng thôn." in said
    assert "nhưng không quá ngày 10 tháng 12 năm 2026." in said


def test_before_the_law_set_months_the_decision_says_none(office: Workplace) -> None:
    _named(office, provisional_from=date(2024, 11, 1))
    assert "không quá" not in one_line(draw_provisional_decision(office, HAMLET))


def test_where_nobody_is_written_down_there_is_no_decision(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as refused:
        draw_provisional_decision(office, HAMLET)
    assert refused.value.code == "hamlet.provisional_none"


def test_the_board_and_the_list_remind_when_the_last_day_nears(
    office: Workplace, clock: TrainingClock
) -> None:
    planning.plan_election(
        office, commune.plan(hamlet=OTHER_HAMLET, held_on=date(2027, 1, 3), term_to=date(2031, 1, 1))
    )
    _named(office)
    clock.moment = datetime(2026, 11, 19, 1, tzinfo=UTC)
    assert (_reminders(office), _line(office).provisional_ends) == ([], False)
    clock.moment = datetime(2026, 11, 20, 1, tzinfo=UTC)
    assert (_reminders(office), _line(office).provisional_ends) == ([(date(2026, 12, 10), "attention")], True)
    clock.moment = datetime(2026, 12, 11, 1, tzinfo=UTC)
    assert _reminders(office) == [(date(2026, 12, 10), "wrong")]


def test_a_head_recognised_since_ends_the_reminder(office: Workplace) -> None:
    _named(office, provisional_from=date(2024, 11, 1), provisional_until=date(2024, 11, 30))
    code = commune.finalised(office)
    assert _reminders(office)
    decisions.recognise(office, code, "102/QĐ-UBND", date(2024, 12, 10))
    assert not _reminders(office)


def test_a_hamlet_that_is_renamed_keeps_its_provisional_head(office: Workplace) -> None:
    _named(office)
    succession.rename(office, HAMLET, "Thôn", "Lục Ngù Mới", date(2024, 11, 10))
    renamed = next(one for one in hamlets.hamlet_lines(office) if one.name == "Lục Ngù Mới")
    assert (renamed.provisional_head, renamed.provisional_until) == ("Nông Văn Khánh", date(2026, 12, 10))
