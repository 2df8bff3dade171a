"""The telephone grid: figures by hamlet and hour, and turnout with its base."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.models.store.session import reading
from desktop.services.counting import meetings
from desktop.services.elections.campaigns import NewCampaign, PlannedHamlet, plan_campaign
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.meeting_plans import change_plan
from desktop.services.elections.rolls.freezing import choose_electorate
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.today.telephone_grid import Grid, GridRow, report_attendance, telephone_grid
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import CODE, DAY, traces


def grid(workplace: Workplace) -> Grid:
    found = telephone_grid(workplace)
    assert found is not None
    return found


def only(workplace: Workplace) -> GridRow:
    (row,) = grid(workplace).rows
    return row


def figures(row: GridRow) -> dict[int, int]:
    return {cell.hour: cell.present for cell in row.cells if cell.present is not None}


def test_there_is_no_grid_before_a_campaign(office: Workplace) -> None:
    assert telephone_grid(office) is None


def test_a_report_stands_in_its_hour_and_told_again_the_new_figure_stands(
    office: Workplace, clock: TrainingClock
) -> None:
    commune.meeting(office)
    clock.put(DAY, 9, 5)
    report_attendance(office, CODE, DAY, 8, 4)
    report_attendance(office, CODE, DAY, 9, 7)
    report_attendance(office, CODE, DAY, 8, 5)
    assert figures(only(office)) == {8: 5, 9: 7}
    (found,) = grid(office).totals
    assert (found.voters, found.present, found.base, found.share, found.rolls) == (False, 7, 12, "58,33", 1)
    assert found.sums[1:4] == (5, 7, None)


def test_a_figure_taken_back_leaves_its_hour_empty(office: Workplace) -> None:
    commune.meeting(office)
    report_attendance(office, CODE, DAY, 8, 4)
    report_attendance(office, CODE, DAY, 8, None)
    report_attendance(office, CODE, DAY, 8, None)
    assert figures(only(office)) == {}


def test_what_the_meeting_recorded_at_half_past_stands_in_that_hour_and_is_what_is_changed(
    office: Workplace,
) -> None:
    commune.meeting(office)
    meetings.record_attendance(office, CODE, datetime(2024, 12, 8, 8, 30, tzinfo=VIET_NAM), 6)
    assert figures(only(office)) == {8: 6}
    report_attendance(office, CODE, DAY, 8, 7)
    assert figures(only(office)) == {8: 7}


def test_figures_that_cannot_be_are_kept_and_marked(office: Workplace) -> None:
    commune.meeting(office)
    for hour, present in ((8, 10), (9, 9), (10, 13)):
        report_attendance(office, CODE, DAY, hour, present)
    assert [cell.kind for cell in only(office).cells[1:4]] == ["", "attention", "wrong"]


def test_a_hamlet_is_late_while_this_hours_report_is_missing(office: Workplace, clock: TrainingClock) -> None:
    commune.meeting(office)
    clock.put(DAY, 8, 5)
    assert only(office).late
    report_attendance(office, CODE, DAY, 8, 4)
    assert not only(office).late
    clock.put(DAY, 9, 1)
    assert only(office).late
    commune.enter(office, CODE, commune.ANH, commune.TYPED)
    assert not only(office).late


@pytest.mark.parametrize("day", [date(2024, 12, 7), date(2024, 12, 9)])
def test_nobody_is_late_on_another_day(office: Workplace, clock: TrainingClock, day: date) -> None:
    commune.meeting(office)
    clock.put(day, 9, 0)
    assert grid(office).day == DAY
    assert not only(office).late


def test_where_each_hamlet_has_a_day_of_its_own_the_grid_is_that_of_the_next(
    office: Workplace, clock: TrainingClock
) -> None:
    last = date(2024, 12, 15)
    hamlets = (PlannedHamlet(commune.HAMLET), PlannedHamlet(commune.OTHER_HAMLET, last))
    plan_campaign(office, NewCampaign("Bầu Trưởng thôn", DAY, 30, hamlets))
    for today, day, hamlet in ((7, DAY, "Thôn Lục Ngù"), (9, last, "Khu phố Chợ"), (20, last, "Khu phố Chợ")):
        clock.put(date(2024, 12, today), 9, 0)
        assert grid(office).day == day
        assert only(office).hamlet == hamlet


def test_households_and_voters_are_never_added_up(office: Workplace, clock: TrainingClock) -> None:
    # Until 2023 a commune could let all voters of a hamlet elect.
    before = date(2022, 6, 5)
    clock.put(date(2022, 5, 10), 9, 0)
    hamlets = (PlannedHamlet(commune.HAMLET), PlannedHamlet(commune.OTHER_HAMLET))
    plan_campaign(office, NewCampaign("Bầu Trưởng thôn", before, 30, hamlets))
    clock.put(before, 9, 0)
    assert [total.voters for total in grid(office).totals] == [False]
    choose_electorate(office, grid(office).rows[1].election, voters=True)
    assert [row.voters for row in grid(office).rows] == [False, True]
    assert [total.voters for total in grid(office).totals] == [False, True]


def test_the_first_report_does_not_open_a_meeting_unless_it_is_said(
    office: Workplace, clock: TrainingClock
) -> None:
    commune.printed(office)
    clock.put(DAY, 8, 5)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        report_attendance(office, CODE, DAY, 8, 4)
    assert (caught.value.code, caught.value.where) == ("grid.not_open", "Thôn Lục Ngù")
    assert traces(office) == before
    report_attendance(office, CODE, DAY, 8, 4, opening=True)
    assert only(office).opened
    with reading(office.database) as session:
        assert vote_of(session, CODE).opened_at == datetime(2024, 12, 8, 8, tzinfo=VIET_NAM)


def test_a_finalised_count_takes_no_figure(office: Workplace) -> None:
    commune.finalised(office)
    assert not only(office).takes
    with pytest.raises(StepRefused):
        report_attendance(office, CODE, DAY, 8, 4)


def test_a_figure_that_is_none_is_refused(office: Workplace) -> None:
    commune.meeting(office)
    with pytest.raises(RequestRefused) as caught:
        report_attendance(office, CODE, DAY, 8, -1)
    assert caught.value.code == "entry.field"


def test_a_hamlet_without_a_frozen_roll_is_not_in_the_base(office: Workplace) -> None:
    commune.listed(office)
    found = grid(office)
    assert [(total.base, total.share, total.rolls) for total in found.totals] == [(0, "", 0)]
    assert not found.rows[0].takes


def test_the_row_names_whom_to_call(office: Workplace) -> None:
    code = commune.meeting(office)
    change_plan(office, code, phone="0912000318")
    assert (only(office).team_head, only(office).phone) == ("Triệu Quý Đôn", "0912 000 318")
