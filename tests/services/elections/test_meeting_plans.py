"""What is planned around a meeting: written down piece by piece, refused where it can't be, kept private."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused, StepRefused
from desktop.models.audit import AuditEntry
from desktop.models.store.session import reading
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.changes import move_election
from desktop.services.elections.lookup import day_of, vote_of
from desktop.services.elections.meeting_plans import MeetingPlan, change_plan, meeting_plan
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.elections.telephone_numbers import read_number
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.fill.hamlet_head.day.ballot import ballot_of
from desktop.services.results import decisions, next_vote, received
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import DAY, NOBODY, traces

AGAIN = date(2024, 12, 22)


def held_again(office: Workplace, clock: TrainingClock, **changes: object) -> str:
    """An election that elected nobody, with its second round begun."""
    day = changes.get("held_on", DAY)
    assert isinstance(day, date)
    clock.put(day, 15, 0)
    code = commune.finalised(office, NOBODY, **changes)
    decisions.order_again(office, code, "13/QĐ-UBND", day, "Chưa ai quá nửa số hộ.")
    next_vote.begin_round(office, code)
    return code


def refusal(use: Callable[[], object]) -> str:
    with pytest.raises(RequestRefused) as caught:
        use()
    return caught.value.code


def test_before_the_team_is_named_there_is_nobody_to_call(office: Workplace) -> None:
    plan = meeting_plan(office, planning.plan_election(office, commune.plan()).code)
    assert (plan.team_head, plan.phone) == (None, "")


def test_every_part_of_the_plan_is_kept(office: Workplace, clock: TrainingClock) -> None:
    code = commune.listed(office)
    clock.put(date(2024, 12, 2), 9, 0)
    change_plan(office, code, opening=time(7, 30), venue=" Nhà văn hóa  thôn ", phone="0912.000.318")
    change_plan(office, code, roll_posted_on=date(2024, 12, 1), list_posted_on=date(2024, 12, 1))
    change_plan(office, code, plan_number="41/KH-UBND", plan_on=date(2024, 11, 18), results_by=time(17, 0))
    change_plan(office, code, team_number="103/QĐ-UBND", team_on=date(2024, 11, 18))
    plan = meeting_plan(office, code)
    assert plan == MeetingPlan(
        code=code,
        hamlet="Thôn Lục Ngù",
        round=1,
        held_on=DAY,
        day_editable=True,
        day_movable=False,
        may_cancel=True,
        decision_needed=False,
        cancelled=False,
        opening=time(7, 30),
        hour_editable=True,
        venue="Nhà văn hóa thôn",
        venue_editable=True,
        team_head="Ông Triệu Quý Đôn",
        phone="0912 000 318",
        roll_posted_on=date(2024, 12, 1),
        list_posted_on=date(2024, 12, 1),
        plan_number="41/KH-UBND",
        plan_on=date(2024, 11, 18),
        team_number="103/QĐ-UBND",
        team_on=date(2024, 11, 18),
        results_by=time(17, 0),
        campaign="Bầu Trưởng thôn xã Mẫu",
    )
    change_plan(office, code, phone="", opening=None)
    assert (meeting_plan(office, code).phone, meeting_plan(office, code).opening) == ("", None)


def test_the_number_stays_with_who_leads_the_team_and_goes_with_who_leaves(office: Workplace) -> None:
    code = commune.listed(office)
    change_plan(office, code, phone="0912 000 318")
    appoint(office, code, commune.appointments())
    assert meeting_plan(office, code).phone == "0912 000 318"
    another = Appointment("team_head", "Bà", "Đặng Hồng Điệp")
    appoint(office, code, [another, *commune.appointments()[1:]])
    assert meeting_plan(office, code).phone == ""


def test_a_telephone_number_stands_neither_in_the_log_nor_in_a_refusal(office: Workplace) -> None:
    code = commune.listed(office)
    change_plan(office, code, phone="0912 000 318")
    with pytest.raises(RequestRefused) as caught:
        change_plan(office, code, phone="0912 318")
    assert (caught.value.code, caught.value.where, caught.value.context) == ("plan.phone", None, {})
    with reading(office.database) as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
        assert entry is not None
        assert (entry.action, list(entry.fields)) == ("plan.change", ["phone"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0912000318", "0912 000 318"),
        ("+84 912 000 318", "0912 000 318"),
        ("0203.3878.111", "0203 387 8111"),
        ("912000318", None),
        ("0912 000", None),
        ("0012345678", None),
        ("gọi sau", None),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, read: str | None) -> None:
    assert read_number(typed) == read


def test_what_has_not_happened_was_not_put_up_or_decided(office: Workplace, clock: TrainingClock) -> None:
    code = planning.plan_election(office, commune.plan()).code
    clock.put(date(2024, 12, 1), 9, 0)
    tomorrow = date(2024, 12, 2)
    before = traces(office)
    assert refusal(lambda: change_plan(office, code, list_posted_on=tomorrow)) == "plan.posted"
    assert refusal(lambda: change_plan(office, code, roll_posted_on=tomorrow)) == "plan.posted"
    assert refusal(lambda: change_plan(office, code, plan_on=tomorrow)) == "plan.decided"
    assert refusal(lambda: change_plan(office, code, phone="0912000318")) == "plan.team_head"
    assert traces(office) == before


def test_an_hour_is_planned_until_the_meeting_opens(office: Workplace) -> None:
    code = commune.meeting(office)
    with pytest.raises(StepRefused):
        change_plan(office, code, opening=time(8, 0))
    change_plan(office, code, venue="Sân trường")
    assert meeting_plan(office, code).venue == "Sân trường"


def test_held_again_on_the_first_sunday_before_which_the_lists_can_be_put_up(
    office: Workplace, clock: TrainingClock
) -> None:
    # Sunday 08/12, seven days of posting: the Sunday after.
    code = held_again(office, clock)
    plan = meeting_plan(office, code)
    assert (plan.round, plan.held_on, plan.day_editable) == (2, date(2024, 12, 15), True)


def test_held_again_on_the_joint_resolutions_last_day(office: Workplace, clock: TrainingClock) -> None:
    day = date(2022, 6, 5)
    code = held_again(office, clock, held_on=day, term_from=day, term_to=date(2024, 12, 5))
    assert meeting_plan(office, code).held_on == date(2022, 6, 20)


def test_held_again_on_the_day_that_the_decision_names(office: Workplace, clock: TrainingClock) -> None:
    clock.put(DAY, 15, 0)
    code = commune.finalised(office, NOBODY)
    received.prepare_decision(office, code, again_on=AGAIN)
    decisions.order_again(office, code, "13/QĐ-UBND", DAY, "Chưa ai quá nửa số hộ.")
    next_vote.begin_round(office, code)
    assert meeting_plan(office, code).held_on == AGAIN


def test_the_later_rounds_own_day_stands_on_its_ballots_until_they_are_printed(
    office: Workplace, clock: TrainingClock
) -> None:
    code = held_again(office, clock)
    assert refusal(lambda: move_election(office, code, DAY)) == "plan.day"
    assert refusal(lambda: move_election(office, code, None)) == "plan.day"
    move_election(office, code, AGAIN)
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    with reading(office.database) as session:
        vote = vote_of(session, code)
        assert ballot_of(session, vote).date == AGAIN
        assert (vote.election.held_on, day_of(vote)) == (DAY, AGAIN)
    print_ballots(office, code)
    assert refusal(lambda: move_election(office, code, date(2024, 12, 29))) == "election.decision"
