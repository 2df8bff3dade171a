from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.errors import StepRefused
from desktop.services.counting import meetings
from desktop.services.elections import candidate_views, planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.election_list import elections as listed_elections
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.elections.rolls import supplements
from desktop.services.elections.rolls.views import roll_page, unlisted_electors
from desktop.services.office.workplace import Workplace
from desktop.services.progress.election_head import head
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from tests.offices import commune, drafts
from tests.offices.opening import open_meeting


def _kinds(office: Workplace, code: str) -> dict[str, str]:
    return {cell.step: cell.mark for cell in head(office, code).steps}


def test_the_steps_follow_the_election(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    assert head(office, code).current == "candidates"

    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    appoint(office, code, commune.appointments())
    assert head(office, code).current == "ballots"


def test_a_meeting_with_its_figures_leads_to_the_count(office: Workplace) -> None:
    code = commune.meeting(office)
    assert head(office, code).current == "meeting"
    meetings.record_attendance(office, code, commune.OPENS, 10)
    meetings.record_stock(office, code, [meetings.BoxCount("main", 10, 5, 0, 10)])

    assert head(office, code).current == "counting"


def test_a_finalised_count_leads_to_its_minutes(office: Workplace) -> None:
    code = commune.finalised(office)

    assert head(office, code).current == "minutes"
    assert _kinds(office, code)["sending"] == "not_yet"


def test_the_head_names_the_statute_and_whether_its_clause_was_checked(office: Workplace) -> None:
    code = commune.printed(office)
    shown = head(office, code)

    assert (shown.hamlet, shown.electorate) == ("Thôn Lục Ngù", 12)
    assert shown.frozen_at is not None
    assert "59/2023" in shown.statute
    assert shown.elected.checked == "read"


def test_elections_are_listed_the_newest_day_first(office: Workplace) -> None:
    first = commune.printed(office)
    other = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code

    assert [line.code for line in listed_elections(office)] == [first, other]
    assert [line.hamlet for line in listed_elections(office)] == ["Thôn Lục Ngù", "Khu phố Chợ"]


def test_candidates_are_picked_by_parts_of_their_names_without_marks(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    (choice,) = candidate_views.people_of(office, code, "gia cho")
    assert (choice.title, choice.name, choice.birth) == ("Ông", "Giàng A Chớ", "1980")

    drafts.choose_candidates(office, code, [choice])
    view = candidate_views.candidates_view(office, code)
    assert [line.person.name for line in view.candidates] == ["Giàng A Chớ"]
    assert view.candidates[0].age == 44
    assert candidate_views.people_of(office, code, "gia cho") == ()


def test_namesakes_are_told_apart_by_who_was_picked(office: Workplace) -> None:
    commune.store(office, [commune.row("Giàng A Chớ", "Nam", "1955")])
    code = planning.plan_election(office, commune.plan()).code
    both = candidate_views.people_of(office, code, "giang a cho")

    drafts.choose_candidates(office, code, both)

    view = candidate_views.candidates_view(office, code)
    assert [(line.person.birth, line.shown_birth) for line in view.candidates] == [
        ("1955", "1955"),
        ("1980", "1980"),
    ]


def test_officials_are_saved_while_the_list_is_incomplete_and_the_lack_is_named(office: Workplace) -> None:
    code = commune.listed(office)
    drafts.draft_officials(
        office, code, [Appointment("counting_head", "Ông", "Nông Văn Ếch"), Appointment("witness", "Bà", " ")]
    )
    view = candidate_views.candidates_view(office, code)

    assert [line.name for line in view.officials] == ["Nông Văn Ếch"]
    assert [(lack.part, lack.have, lack.least) for lack in view.lacks] == [
        ("team_head", 0, 1),
        ("counting", 1, 3),
        ("witness", 0, 2),
    ]
    assert {cell.step: cell.reason for cell in head(office, code).steps}["candidates"] == "lacking"


def test_a_candidate_in_the_team_is_named_at_once(office: Workplace) -> None:
    code = commune.listed(office)
    drafts.draft_officials(office, code, [Appointment("team_head", "Bà", "Lò Thị Ơn")])

    assert [p.code for p in candidate_views.candidates_view(office, code).problems] == ["E502"]
    assert _kinds(office, code)["candidates"] == "wrong"


def test_after_the_count_is_finalised_nobody_is_appointed(office: Workplace) -> None:
    code = commune.finalised(office)

    with pytest.raises(StepRefused):
        drafts.draft_officials(office, code, [])
    assert not candidate_views.candidates_view(office, code).officials_editable


def test_the_roll_before_the_freeze_is_the_households_of_today(office: Workplace) -> None:
    code = commune.listed(office)
    page = roll_page(office, code, limit=5)

    assert (page.frozen_at, page.total, len(page.rows)) == (None, 12, 5)
    assert [row.number for row in roll_page(office, code, offset=10).rows] == [11, 12]
    assert roll_page(office, code, "lo thi").found == 1


def test_a_supplement_is_numbered_on_and_says_why(office: Workplace) -> None:
    code = commune.printed(office)
    assert unlisted_electors(office, code) == ()
    commune.store(office, [commune.row("Mông Văn Khải", "Nam", "1991")])
    (choice,) = unlisted_electors(office, code, "khai")
    supplements.supplement(office, code, choice.elector, "mới tách hộ")
    page = roll_page(office, code)

    assert (page.total, page.supplements, page.may_supplement) == (13, 1, True)
    assert (page.rows[-1].number, page.rows[-1].reason) == (13, "mới tách hộ")
    assert page.problems == ()

    open_meeting(office, code, commune.OPENS)
    assert not roll_page(office, code).may_supplement


def entered_once(office: Workplace) -> str:
    code = commune.meeting(office)
    commune.enter(office, code, commune.ANH, commune.TYPED)
    return code


@pytest.mark.parametrize("day", [date(2024, 11, 18), date(2024, 12, 1), commune.DAY, date(2024, 12, 20)])
@pytest.mark.parametrize(
    "reach",
    [
        lambda office: planning.plan_election(office, commune.plan()).code,
        commune.listed,
        commune.printed,
        commune.meeting,
        entered_once,
        commune.agreed,
        commune.finalised,
        lambda office: commune.finalised(office, commune.NOBODY),
    ],
)
def test_an_elections_page_and_the_board_say_the_same_of_every_step(
    office: Workplace, clock: TrainingClock, reach: Callable[[Workplace], str], day: date
) -> None:
    code = reach(office)
    clock.put(day, 10, 0)
    row = next(row for row in board(office).rows if row.election == code)
    cells = [cell for cell in row.cells if cell.step != "congress"]
    steps = head(office, code).steps
    assert list(steps) == cells
