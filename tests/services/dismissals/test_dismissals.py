"""A head is dismissed step by step: what each step needs, what it changes, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.errors import Problem, RequestRefused
from desktop.rules.dismissal import AskedBy, DismissalState, DismissalStep, Meeting, MeetingForm
from desktop.rules.library import Library
from desktop.rules.statute import overlaid
from desktop.services.dismissals.asking import correct_request, take_back_request
from desktop.services.dismissals.replacement import plan_replacement
from desktop.services.dismissals.steps import undo_last_step
from desktop.services.dismissals.views import asking, dismissal_view, dismissals
from desktop.services.elections.time_left import DueTask
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.papers.dismissals import draw_dismissal_paper
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.provisional import state_provisional
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from desktop.wording import problem_sentence, refusal_sentence
from tests.offices import commune
from tests.offices.commune import HAMLET, OTHER_HAMLET
from tests.printing.pages import one_line
from tests.services.dismissals.conftest import HEAD, TODAY
from tests.services.dismissals.told import agreed, ask, hands, meet, recognised, take

DAY = timedelta(days=1)
# Made up, of two thirds of the households.
STRICTER = """
over = "nd59-2023"
title = "Quyết định của tỉnh"
issuer = "Ủy ban nhân dân tỉnh"
number = "21/2026/QĐ-UBND"
dated = 2026-08-03
in_force_from = 2023-07-01

[[clause]]
key = "dismissal_petition"
value = "2/3"
unit = "electorate"
comparison = "at_least"
article = "Quyết định 21/2026/QĐ-UBND, Điều 2"
explanation = "Ít nhất hai phần ba số hộ kiến nghị."
checked = "read"
"""


def refused(code: str, does: object, *args: object, **facts: object) -> RequestRefused:
    with pytest.raises(RequestRefused) as found:
        does(*args, **facts)  # type: ignore[operator]
    assert found.value.code == code
    assert "{" not in refusal_sentence(found.value)
    return found.value


def head_now(office: Workplace) -> str | None:
    return next(line.head for line in hamlet_lines(office) if line.code == HAMLET)


@pytest.mark.parametrize("by", AskedBy)
def test_a_head_is_dismissed_by_each_of_the_three_ways(office: Workplace, by: AskedBy) -> None:
    key = recognised(office, by, signed=6 if by is AskedBy.PETITION else None)
    view = dismissal_view(office, key)
    assert (view.state, view.name, view.ended_on) == (DismissalState.RECOGNISED, HEAD, TODAY)
    assert [each.state for each in view.steps] == [
        *(DismissalState.ACCEPTED, DismissalState.AGREED, DismissalState.SENT, DismissalState.RECOGNISED)
    ]
    assert view.next == ()
    assert head_now(office) is None


def test_the_office_knows_what_a_dismissal_is_asked_from(office: Workplace) -> None:
    found = asking(office, HAMLET, TODAY)
    assert (found.head, found.households, found.needed) == (HEAD, 12, 6)
    assert found.ways == tuple(AskedBy)
    assert found.open == ("answer_to_request", "decision_days")
    before = asking(office, HAMLET, date(2023, 6, 30))
    assert (before.law, before.needed) == ("09/2008/NQLT-CP-UBTWMTTQVN", None)
    assert "petition" in before.open


@pytest.mark.parametrize(("signed", "short"), [(5, True), (6, False)])
def test_a_petition_is_accepted_from_half_of_the_households_on(
    office: Workplace, signed: int, short: bool
) -> None:
    key = ask(office, AskedBy.PETITION, signed=signed)
    assert dismissal_view(office, key).reached is not short
    if short:
        found = refused("dismissal.petition_short", take, office, key, DismissalStep.ACCEPT)
        assert (found.context["signed"], found.context["needed"]) == (5, 6)
        correct_request(office, key, {"signed": 6})
    take(office, key, DismissalStep.ACCEPT)
    assert dismissal_view(office, key).state is DismissalState.ACCEPTED


def test_a_dismissal_goes_by_the_law_as_it_was_when_it_was_asked_for(office: Workplace) -> None:
    key = ask(office, AskedBy.PETITION, signed=6)
    shipped = office.statutes.get("nd59-2023")
    assert shipped is not None
    later = replace(office, statutes=Library([overlaid(shipped, STRICTER.encode())]))
    assert asking(later, HAMLET, TODAY).needed == 8
    assert dismissal_view(later, key).needed == 6
    assert "21/2026" not in one_line(draw_dismissal_paper(later, key, "dismissal-petition"))
    take(later, key, DismissalStep.ACCEPT)
    undo_last_step(later, key)
    take_back_request(later, key)
    again = ask(later, AskedBy.PETITION, signed=6)
    refused("dismissal.petition_short", take, later, again, DismissalStep.ACCEPT)


def test_a_petition_bears_no_more_signatures_than_households(office: Workplace) -> None:
    refused("dismissal.signed", ask, office, AskedBy.PETITION, signed=13)
    key = ask(office, AskedBy.PETITION, signed=12)
    refused("dismissal.signed", correct_request, office, key, {"signed": 13})


def test_the_law_before_leaves_the_share_of_a_petition_to_the_commune(office: Workplace) -> None:
    key = ask(office, AskedBy.PETITION, signed=1, asked_on=date(2023, 6, 30))
    take(office, key, DismissalStep.ACCEPT, date(2023, 6, 30))
    view = dismissal_view(office, key)
    assert (view.state, view.law, view.reached) == (
        *(DismissalState.ACCEPTED, "09/2008/NQLT-CP-UBTWMTTQVN"),
        None,
    )


def test_voters_decide_only_where_the_law_of_the_day_lets_them(office: Workplace) -> None:
    voters = Meeting(MeetingForm.HANDS, entitled=40, present=30, agree=21, against=9)
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    refused("dismissal.voters", meet, office, key, voters, by_voters=True)
    undo_last_step(office, key)
    take_back_request(office, key)
    then = date(2023, 6, 30)
    old = ask(office, asked_on=then)
    take(office, old, DismissalStep.ACCEPT, then)
    meet(office, old, voters, then, by_voters=True)
    assert dismissal_view(office, old).state is DismissalState.AGREED


@pytest.mark.parametrize(
    ("present", "agree", "state"),
    [(10, 6, DismissalState.NOT_AGREED), (10, 7, DismissalState.AGREED), (6, 6, DismissalState.TOO_FEW)],
)
def test_half_of_all_households_is_not_enough_at_the_meeting(
    office: Workplace, present: int, agree: int, state: DismissalState
) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    meet(office, key, hands(present, agree))
    assert dismissal_view(office, key).state is state
    assert head_now(office) == HEAD


def test_after_too_few_came_slips_may_decide(office: Workplace) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    slips = Meeting(MeetingForm.SLIPS, 12, None, 7, 3, issued=11, returned=10, valid=10, invalid=0)
    refused("dismissal.form", meet, office, key, slips)
    meet(office, key, hands(5, 5))
    meet(office, key, slips)
    view = dismissal_view(office, key)
    assert view.state is DismissalState.AGREED
    assert view.steps[-1].meeting is not None
    assert view.steps[-1].meeting.needed == 7


def test_figures_that_cannot_be_true_are_corrected_or_explained(office: Workplace) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    found = refused("dismissal.figures", meet, office, key, hands(10, 7, 4))
    assert problem_sentence(Problem("E302", ())) in refusal_sentence(found)
    meet(office, key, hands(10, 7, 4), explanation="một hộ giơ tay hai lần")
    view = dismissal_view(office, key).steps[-1].meeting
    assert view is not None
    assert view.explanation == "một hộ giơ tay hai lần"
    assert problem_sentence(Problem("E302", ())) in view.problems


def test_where_the_meeting_did_not_agree_the_commune_decides(office: Workplace) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    meet(office, key, hands(10, 6, 4))
    refused("dismissal.step", take, office, key, DismissalStep.RECOGNISE, number="1/QĐ-UBND")
    refused("dismissal.number", take, office, key, DismissalStep.DECIDE)
    take(office, key, DismissalStep.DECIDE, number="132/QĐ-UBND")
    assert dismissal_view(office, key).state is DismissalState.DECIDED
    assert head_now(office) is None


def test_the_commune_may_keep_a_head_or_answer_why_it_recognises_nothing(office: Workplace) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    meet(office, key, hands(10, 6, 4))
    refused("dismissal.reason", take, office, key, DismissalStep.KEEP)
    take(office, key, DismissalStep.KEEP, reason="chưa đủ căn cứ")
    assert dismissal_view(office, key).state is DismissalState.KEPT
    other = agreed(office)
    take(office, other, DismissalStep.SEND)
    refused("dismissal.reason", take, office, other, DismissalStep.ANSWER, number="45/UBND")
    take(office, other, DismissalStep.ANSWER, number="45/UBND", reason="biên bản thiếu chữ ký")
    assert dismissal_view(office, other).state is DismissalState.ANSWERED
    assert head_now(office) == HEAD


def test_a_request_may_be_refused_for_a_reason(office: Workplace) -> None:
    key = ask(office, AskedBy.HEAD)
    refused("dismissal.reason", take, office, key, DismissalStep.REFUSE)
    take(office, key, DismissalStep.REFUSE, reason="đang có việc dở dang")
    view = dismissal_view(office, key)
    assert (view.state, view.next, head_now(office)) == (DismissalState.REFUSED, (), HEAD)


def test_one_dismissal_is_under_way_in_a_hamlet_and_only_where_somebody_heads_it(office: Workplace) -> None:
    key = ask(office)
    refused("dismissal.under_way", ask, office)
    take(office, key, DismissalStep.REFUSE, reason="không có căn cứ")
    assert ask(office) != key
    found = refused("dismissal.no_head", _ask_other, office)
    assert found.where == "Khu phố Chợ"


def _ask_other(office: Workplace) -> None:
    from desktop.services.dismissals.asking import NewDismissal, ask_dismissal  # noqa: PLC0415

    ask_dismissal(office, NewDismissal(OTHER_HAMLET, AskedBy.HEAD, TODAY, "sức khỏe"))


def test_a_request_says_why_and_days_follow_each_other(office: Workplace) -> None:
    refused("dismissal.reason", ask, office, reason=" ")
    refused("dismissal.future", ask, office, asked_on=TODAY + DAY)
    key = ask(office)
    refused("dismissal.day", take, office, key, DismissalStep.ACCEPT, TODAY - DAY)
    refused("dismissal.future", take, office, key, DismissalStep.ACCEPT, TODAY + DAY)
    refused("dismissal.meets_on", take, office, key, DismissalStep.ACCEPT, meets_on=TODAY - DAY)


def test_the_last_step_is_taken_back_and_the_head_is_back(office: Workplace) -> None:
    key = recognised(office)
    for state in (
        *(DismissalState.SENT, DismissalState.AGREED),
        *(DismissalState.ACCEPTED, DismissalState.ASKED),
    ):
        undo_last_step(office, key)
        assert dismissal_view(office, key).state is state
        assert head_now(office) == HEAD
    refused("dismissal.nothing", undo_last_step, office, key)
    take_back_request(office, key)
    assert dismissals(office) == ()


def test_a_step_is_not_taken_back_once_something_rests_on_it(office: Workplace) -> None:
    key = recognised(office)
    refused("dismissal.rests", correct_request, office, key, {"reason": "khác"})
    refused("dismissal.rests", take_back_request, office, key)
    state_provisional(office, HAMLET, provisional_head="Nông Văn Ếch", provisional_from=TODAY)
    refused("dismissal.replaced", undo_last_step, office, key)
    state_provisional(
        office,
        HAMLET,
        provisional_head=None,
        provisional_from=None,
        provisional_until=None,
    )
    code = plan_replacement(office, key, date(2026, 9, 6))
    refused("dismissal.replaced", undo_last_step, office, key)
    refused("dismissal.planned", plan_replacement, office, key, date(2026, 9, 13))
    assert dismissal_view(office, key).replacement == code


def test_a_replacement_follows_a_dismissal_alone(office: Workplace) -> None:
    refused("dismissal.not_ended", plan_replacement, office, ask(office), date(2026, 9, 6))


def test_a_head_who_left_meanwhile_is_not_dismissed(office: Workplace) -> None:
    from desktop.services.places.hamlets import state_facts  # noqa: PLC0415

    key = agreed(office)
    take(office, key, DismissalStep.SEND)
    state_facts(office, HAMLET, head="Giàng A Chớ")
    refused("dismissal.other_head", take, office, key, DismissalStep.RECOGNISE, number="1/QĐ-UBND")
    assert dismissal_view(office, key).state is DismissalState.SENT


def test_who_works_for_the_party_alone_sees_no_dismissal(office: Workplace) -> None:

    key = ask(office)
    party = replace(office, side=Side.PARTY)
    for does in (dismissals, lambda place: dismissal_view(place, key), ask):
        refused("side.elections", does, party)


@pytest.mark.parametrize("planned", [True, False], ids=["beside a campaign", "before the first campaign"])
def test_days_of_the_law_are_watched_in_hom_nay(
    office: Workplace, clock: TrainingClock, *, planned: bool
) -> None:
    if planned:
        commune.listed(office, held_on=date(2026, 12, 6), hamlet=HAMLET)

    def due() -> list[tuple[DueTask, date, str]]:
        ours = (DueTask.DISMISSAL_SENDING, DueTask.DISMISSAL_RECOGNITION, DueTask.REPLACEMENT)
        return [(each.task, each.day, each.kind) for each in board(office).deadlines if each.task in ours]

    key = agreed(office)
    assert due() == [(DueTask.DISMISSAL_SENDING, date(2026, 8, 10), "not_yet")]
    take(office, key, DismissalStep.SEND)
    clock.put(date(2026, 8, 11), 8, 0)
    assert due() == [(DueTask.DISMISSAL_RECOGNITION, date(2026, 8, 10), "wrong")]
    take(office, key, DismissalStep.RECOGNISE, date(2026, 8, 11), number="131/QĐ-UBND")
    assert due() == []
    clock.put(date(2026, 9, 20), 8, 0)
    assert due() == [(DueTask.REPLACEMENT, date(2026, 10, 10), "not_yet")]
    clock.put(date(2026, 10, 8), 8, 0)
    assert due() == [(DueTask.REPLACEMENT, date(2026, 10, 10), "attention")]
    plan_replacement(office, key, date(2026, 11, 1))
    assert due() == []
