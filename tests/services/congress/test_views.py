"""What the page of congresses shows: the list, the staircase with names, votes side by side, dues."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.models.congress import PlanStepKind
from desktop.models.party import StandingKind
from desktop.rules.attendance import Presence
from desktop.services.congress import preparing, roll
from desktop.services.congress.closing import DueKind
from desktop.services.congress.roll_views import roll_lines
from desktop.services.congress.views import congress_view, congresses
from desktop.services.congress.votes import Standing, next_vote
from desktop.services.elections.election_list import elections
from desktop.services.papers.lines import paper_scopes
from desktop.services.progress.cells import Mark, Reason
from desktop.services.progress.steps import Step
from desktop.services.search.congresses import congresses_found
from desktop.services.search.found import Group
from desktop.services.search.stock import stock
from desktop.services.today.top_bar import desk_facts
from desktop.services.today.waiting import waiting_here
from tests.offices.congress_example import (
    AWAY,
    EXEMPT,
    Branch,
    bodies_chosen,
    called,
    counted,
    listed,
    make_branch,
    planned,
    printed,
)

SICK = "Lý Ngọc Sơn"
NAMES = ("Vàng Xuân Long", "Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức")


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
    return make_branch(tmp_path / "office", 14, standings, probationary=1)


def test_the_staircase_names_everybody_who_is_taken_off_with_the_paper(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT, SICK: Presence.EXCUSED})
    stairs = congress_view(branch.place, code).stairs
    assert (stairs.convened, stairs.base, stairs.voting, stairs.needed) == (14, 11, 11, 6)
    named = {step.reason: step.people for step in stairs.steps}
    assert named["moved_out"] == ((AWAY, "Đảng bộ phường Hạ Long, 12-GT/ĐU 01/03/2023, từ 01/03/2023"),)
    assert named["exempt_absent"] == ((EXEMPT, "07-NQ/CB 01/03/2023, từ 01/03/2023"),)
    assert named["excused"] == ((SICK, "ốm nằm viện"),)
    assert named["detained"] == ()
    assert (stairs.quorum.present, stairs.quorum.needed, stairs.quorum.met) == (11, 10, True)
    assert stairs.quorum_of_all is not None
    assert (stairs.quorum_of_all.present, stairs.quorum_of_all.convened) == (12, 15)


def test_the_roll_is_the_registers_until_it_is_reported(branch: Branch) -> None:
    code = planned(branch)
    assert len(roll_lines(branch.place, code)) == 15
    roll.record_presence(branch.place, code, branch.members[SICK], Presence.ABSENT, reason="đi vắng")
    shown = {line.name: line for line in roll_lines(branch.place, code)}
    assert (shown[SICK].presence, shown[SICK].reason) == (Presence.ABSENT, "đi vắng")
    assert shown[NAMES[0]].presence is None
    assert congress_view(branch.place, code).uncalled == 14


def test_votes_stand_side_by_side_and_wait_for_each_other(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    bodies_chosen(branch, code, ("Chìu A Dũng",))
    listed(branch, code, "committee", *NAMES)
    printed(branch, f"{code}.1")
    counted(branch, f"{code}.1", 12, dict(zip(NAMES, (12, 10, 7, 7), strict=True)), invalid=0)
    committee, secretary, deputy = congress_view(branch.place, code).posts
    assert committee.standing is Standing.RUN_OFF
    assert committee.elected == NAMES[:2]
    assert [(mark.votes, mark.elected, mark.tied) for mark in committee.votes[0].marks if mark.tied] == [
        (7, False, True),
        (7, False, True),
    ]
    assert (secretary.standing, secretary.waits_for) == (Standing.WAITING, "Chi ủy")
    assert deputy.waits_for == "Chi ủy"
    next_vote(branch.place, f"{code}.1")
    committee = congress_view(branch.place, code).posts[0]
    assert [(vote.kind, vote.seats, vote.state) for vote in committee.votes] == [
        ("first", 3, "to_hold_again"),
        ("run_off", 1, "listed"),
    ]


def test_the_list_tells_what_was_elected_and_how_far_it_is(branch: Branch) -> None:
    code = planned(branch)
    (line,) = congresses(branch.place)
    assert (line.code, line.branch, line.number, line.convened, line.stage) == (
        code,
        "Chi bộ thôn Nà Ếch",
        11,
        14,
        "planned",
    )


def test_days_around_a_congress_are_working_days(branch: Branch) -> None:
    day = date(2025, 10, 5)
    code = planned(
        branch, held_on=day, announced_on=date(2025, 8, 15), term_from=day, term_to=date(2030, 10, 5)
    )
    dues = {due.kind: due for due in congress_view(branch.place, code).dues}
    assert dues[DueKind.ANNOUNCED].done_on == date(2025, 8, 15)
    assert not dues[DueKind.ANNOUNCED].late
    assert dues[DueKind.REPORT].day == date(2025, 10, 14)
    assert dues[DueKind.HANDING_OVER].day == date(2025, 10, 24)
    assert dues[DueKind.DESTROYING].day == date(2026, 4, 5)
    # Before 294-QĐ/TW nobody counted working days back from a congress.
    before = {due.kind for due in congress_view(branch.place, planned(branch)).dues}
    assert DueKind.ANNOUNCED not in before


def test_a_plan_of_personnel_that_came_back_is_sent_again(branch: Branch) -> None:
    code = planned(branch)
    branch.clock.put(date(2024, 12, 20), 8, 0)
    for what, day, reason in (
        (PlanStepKind.SUBMITTED, 2, ""),
        (PlanStepKind.RETURNED, 5, "thiếu nữ"),
        (PlanStepKind.SUBMITTED, 9, ""),
        (PlanStepKind.APPROVED, 12, ""),
    ):
        preparing.record_plan_step(branch.place, code, what, date(2024, 12, day), "3-TB/ĐU", reason)
    steps = congress_view(branch.place, code).plan
    assert [step.what for step in steps] == ["submitted", "returned", "submitted", "approved"]
    assert steps[1].reason == "thiếu nữ"


def test_everybody_is_told_also_who_is_exempt_or_elsewhere(branch: Branch) -> None:
    code = planned(branch)
    roll.record_told(branch.place, code, branch.members[SICK], date(2024, 12, 1))
    assert roll.tell_all(branch.place, code, date(2024, 12, 20)) == 14
    told = {line.name: line.told_on for line in roll_lines(branch.place, code)}
    assert (told[SICK], told[EXEMPT], told[AWAY]) == (
        date(2024, 12, 1),
        date(2024, 12, 20),
        date(2024, 12, 20),
    )
    with pytest.raises(RequestRefused, match=r"congress\.told"):
        roll.tell_all(branch.place, code, date(2025, 1, 6))


def test_no_congress_is_listed_printed_for_or_found_where_heads_are_elected(
    branch: Branch,
) -> None:
    code = planned(branch)
    assert congress_view(branch.place, code).code == code
    assert elections(branch.place) == ()
    assert paper_scopes(branch.place) == ()
    places = {found.place for found in stock(branch.place) if found.group is Group.ELECTIONS}
    assert places == {"congress"}


def test_the_due_step_is_marked_and_what_it_waits_for_is_said_in_a_word(branch: Branch) -> None:
    code = planned(branch)
    view = congress_view(branch.place, code)
    assert (view.next, view.steps[0].step, view.steps[0].mark) == ("prepare", Step.PREPARING, Mark.DOING)
    assert [cell.mark for cell in view.steps[1:]] == [Mark.NOT_YET] * 8
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    view = congress_view(branch.place, code)
    assert (view.next, view.steps[2].reason) == ("counters", Reason.COUNTERS)
    bodies_chosen(branch, code, ("Chìu A Dũng",))
    listed(branch, code, "committee", *NAMES)
    printed(branch, f"{code}.1")
    counted(branch, f"{code}.1", 12, dict(zip(NAMES, (12, 10, 7, 7), strict=True)), invalid=0)
    steps = {cell.step: cell for cell in congress_view(branch.place, code).steps}
    assert (steps[Step.COMMITTEE].mark, steps[Step.COMMITTEE].reason) == (Mark.ATTENTION, Reason.TIED)
    assert steps[Step.ATTENDING].mark is Mark.DONE
    assert steps[Step.SECRETARY].mark is Mark.NOT_YET


def test_a_congress_is_told_of_over_every_page_in_the_rail_and_by_a_search(branch: Branch) -> None:
    code = planned(branch)
    facts = desk_facts(branch.place)
    assert (facts.election_day, facts.of_congress) == (date(2025, 1, 5), True)
    assert waiting_here(branch.place)["congress"] == 0
    assert [each.place for each in congresses_found(branch.place) if each.group == "tasks"] == []
    branch.at(0)
    assert waiting_here(branch.place)["congress"] == 1
    found = tuple(congresses_found(branch.place))
    assert [each.argument for each in found if each.group == "tasks"] == [(code, "attending")]
    assert found[0].title == "Đại hội, Chi bộ thôn Nà Ếch"
    minutes = next(each for each in found if each.argument == (code, "papers", "congress-minutes"))
    assert minutes.title == "Biên bản đại hội chi bộ, Chi bộ thôn Nà Ếch"
