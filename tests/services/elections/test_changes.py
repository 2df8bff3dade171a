"""What is decided about an election as a whole: moved, cancelled, taken up again; a plan is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.models.elections import ElectionChange
from desktop.models.store.session import reading
from desktop.services.counting import counts
from desktop.services.elections import planning
from desktop.services.elections.campaigns import NewCampaign, PlannedHamlet, campaign_choices, plan_campaign
from desktop.services.elections.changes import (
    Because,
    cancel_campaign,
    cancel_election,
    move_election,
    take_up,
)
from desktop.services.elections.election_list import elections
from desktop.services.elections.lookup import election_of
from desktop.services.elections.meeting_plans import change_plan, meeting_plan
from desktop.services.elections.unplanning import take_back_plan
from desktop.services.exchange.outbox import outbox
from desktop.services.office.workplace import Workplace
from desktop.services.places.succession import rename, undo_change
from desktop.services.progress.election_head import head
from desktop.services.today.board import board
from desktop.services.today.top_bar import desk_facts
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import DAY, HAMLET, OTHER_HAMLET, traces
from tests.offices.opening import open_meeting

LATER = date(2024, 12, 22)
FLOOD = Because("mưa lũ, chia cắt đường vào thôn", "45/QĐ-UBND", date(2024, 11, 20))
MISTAKE = Because("lập nhầm đợt")


def refusal(change: Callable[[], object]) -> str:
    with pytest.raises(RequestRefused) as caught:
        change()
    return caught.value.code


def changes(office: Workplace) -> list[tuple[str, str | None, str | None, date | None]]:
    with reading(office.database) as session:
        found = session.query(ElectionChange).order_by(ElectionChange.id)
        return [(each.what.value, each.reason, each.number, each.day_before) for each in found]


def both(**changes: object) -> NewCampaign:
    hamlets = (PlannedHamlet(HAMLET), PlannedHamlet(OTHER_HAMLET))
    usual = {"name": "Bầu Trưởng thôn 2024", "election_day": DAY, "term_months": 30, "hamlets": hamlets}
    return NewCampaign(**(usual | changes))


def test_a_day_moves_with_its_term_and_its_law_until_ballots_are_printed(office: Workplace) -> None:
    code = commune.listed(office, "Lò Thị Ơn")
    move_election(office, code, LATER)
    assert meeting_plan(office, code).held_on == LATER
    with reading(office.database) as session:
        election = election_of(session, code)
        assert (election.held_on, election.recorded_later) == (LATER, False)
        assert (election.term_from, election.term_to) == (LATER, date(2027, 6, 22))
    assert changes(office) == [("moved", None, None, DAY)]
    move_election(office, code, date(2022, 6, 5), past=True)
    with reading(office.database) as session:
        assert "2022" not in election_of(session, code).statute
        assert election_of(session, code).statute != election.statute, "another law was in force then"


def test_a_day_that_is_over_is_asked_about_and_marked(office: Workplace) -> None:
    code = commune.listed(office)
    past = date(2024, 11, 10)
    before = traces(office)
    assert refusal(lambda: move_election(office, code, past)) == "election.past"
    assert refusal(lambda: plan_campaign(office, both(election_day=past))) == "election.past"
    assert traces(office) == before
    move_election(office, code, past, past=True)
    assert head(office, code).recorded_later
    assert elections(office)[0].recorded_later
    move_election(office, code, DAY)
    assert not head(office, code).recorded_later


def test_after_the_ballots_only_a_decision_moves_the_day_and_after_the_opening_nothing(
    office: Workplace,
) -> None:
    code = commune.printed(office, "Lò Thị Ơn")
    for why in (None, Because("mưa lũ"), Because("", "45/QĐ-UBND", DAY)):
        assert refusal(lambda why=why: move_election(office, code, LATER, why)) == "election.decision"
    move_election(office, code, LATER, FLOOD)
    assert meeting_plan(office, code).held_on == LATER
    assert changes(office) == [("moved", FLOOD.reason, FLOOD.number, DAY)]
    opened = commune.printed(office, held_on=date(2024, 12, 15))
    open_meeting(office, opened, commune.OPENS.replace(day=15))
    with pytest.raises(StepRefused):
        move_election(office, opened, LATER, FLOOD)


def test_a_hamlet_does_not_elect_twice_on_one_day(office: Workplace) -> None:
    first = commune.listed(office)
    second = planning.plan_election(office, commune.plan(held_on=LATER)).code
    assert refusal(lambda: move_election(office, second, DAY)) == "election.exists"
    move_election(office, first, date(2024, 12, 15))
    third = planning.plan_election(office, commune.plan()).code
    assert third == f"{first}-2", "the first still bears its code"


def test_a_cancelled_election_is_left_out_found_and_taken_up_again(office: Workplace) -> None:
    code = commune.listed(office, "Lò Thị Ơn")
    assert refusal(lambda: cancel_election(office, code, Because())) == "election.reason"
    cancel_election(office, code, MISTAKE)
    assert board(office).campaign is None
    assert outbox(office).travels is None
    assert desk_facts(office).election_day is None
    line = elections(office)[0]
    assert (line.code, line.state, line.reason) == (code, "cancelled", MISTAKE.reason)
    assert head(office, code).cancelled_because == MISTAKE.reason
    assert refusal(lambda: change_plan(office, code, venue="Sân trường")) == "election.cancelled"
    assert refusal(lambda: cancel_election(office, code, MISTAKE)) == "election.cancelled"

    take_up(office, code)
    assert elections(office)[0].state == "listed"
    assert board(office).campaign is not None
    assert [what for what, *_ in changes(office)] == ["cancelled", "taken_up"]


def test_an_election_of_a_hamlet_that_became_another_is_not_taken_up(office: Workplace) -> None:
    code = commune.listed(office)
    cancel_election(office, code, MISTAKE)
    batch = rename(office, HAMLET, "Thôn", "Nà Choòng", office.today())
    before = traces(office)
    assert refusal(lambda: take_up(office, code)) == "election.hamlet_ended"
    assert traces(office) == before
    undo_change(office, batch)
    take_up(office, code)
    assert elections(office)[0].state == "listed"


def test_printed_ballots_need_a_decision_and_a_finalised_count_stays(office: Workplace) -> None:
    code = commune.meeting(office)
    assert refusal(lambda: cancel_election(office, code, MISTAKE)) == "election.decision"
    cancel_election(office, code, FLOOD)
    take_up(office, code)
    commune.agree(office, code)
    counts.finalise(office, code)
    with pytest.raises(StepRefused):
        cancel_election(office, code, FLOOD)


def test_a_campaign_is_cancelled_whole_or_not_at_all(office: Workplace) -> None:
    made = plan_campaign(office, both())
    assert cancel_campaign(office, made.code, MISTAKE) == 2
    assert board(office).campaign is None
    again = plan_campaign(office, both(election_day=LATER))
    assert board(office).campaign == again.code
    assert [choice.elsewhere for choice in campaign_choices(office).hamlets] == [True, True]


def test_a_second_campaign_knows_who_elects_elsewhere(office: Workplace) -> None:
    plan_campaign(office, both(hamlets=(PlannedHamlet(HAMLET),)))
    choices = campaign_choices(office)
    assert [choice.elsewhere for choice in choices.hamlets] == [True, False]
    assert choices.others == ("Bầu Trưởng thôn 2024",)


def test_a_plan_is_taken_back_while_nothing_is_written_of_it(office: Workplace, clock: TrainingClock) -> None:
    del clock
    first = plan_campaign(office, both(hamlets=(PlannedHamlet(HAMLET),)))
    second = plan_campaign(office, both(election_day=LATER))
    take_back_plan(office, second.elections)
    assert [line.code for line in elections(office)] == list(first.elections)
    assert board(office).campaign == first.code

    cancel_election(office, first.elections[0], MISTAKE)
    take_up(office, first.elections[0])
    assert refusal(lambda: take_back_plan(office, first.elections)) == "campaign.begun"
