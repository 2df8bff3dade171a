"""Campaigns beside each other: which is shown, what waits in the others, and whose deadlines are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind
from desktop.models.exchange import Intake
from desktop.models.store.session import writing
from desktop.services.elections.campaigns import (
    NewCampaign,
    PlannedHamlet,
    campaign_choices,
    plan_campaign,
)
from desktop.services.exchange.outbox import outbox
from desktop.services.exchange.sealing import seal
from desktop.services.office import keys
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.results import decisions
from desktop.services.today.board import Board, board
from desktop.services.today.campaigns import CampaignLine, first_campaign, first_of
from desktop.services.today.telephone_grid import telephone_grid
from desktop.services.today.top_bar import desk_facts
from desktop.services.training.clock import TrainingClock
from desktop.wording import left_words
from tests.offices import commune
from tests.offices.commune import CODE, DAY, HAMLET, OTHER_HAMLET, PASSPHRASE, traces
from tests.services.today.test_board import sealed

LATER = date(2024, 12, 22)
TODAY = date(2024, 12, 10)


def planned(office: Workplace, day: date = LATER, *hamlets: str, name: str = "Bầu thôn mới") -> str:
    chosen = tuple(PlannedHamlet(hamlet) for hamlet in hamlets or (OTHER_HAMLET,))
    return plan_campaign(office, NewCampaign(name, day, 30, chosen)).code


def finish(office: Workplace, clock: TrainingClock, answer: Intake | None = Intake.ACCEPTED) -> None:
    """Bring the campaign of 2024 to its end: counted, recognised, sealed, and by default received above."""
    clock.put(DAY, 11, 0)
    decisions.recognise(office, commune.finalised(office), "12/QĐ-UBND", DAY)
    clock.put(TODAY, 9, 0)
    sealed(office, clock(), 1, answer)


def congress(office: Workplace) -> None:
    """Put a campaign of the Party's beside the hamlets', with the latest day of all."""
    with writing(office.database) as session:
        kind = ContestKind.BRANCH_CONGRESS
        session.add(
            Campaign(code="dh", contest_kind=kind, name="Đại hội chi bộ", election_day=date(2025, 6, 1))
        )


def said(found: Board) -> list[tuple[str, int, int]]:
    return [(line.code, line.open, line.attention) for line in found.campaigns]


def line(code: str, day: date, left: int) -> CampaignLine:
    return CampaignLine(code, code, ContestKind.HAMLET_HEAD, day, day, day, left, 0)


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ((), None),
        ((line("a", TODAY, 0),), "a"),
        ((line("b", LATER, 0), line("a", DAY, 0)), "b"),
        ((line("b", LATER, 2), line("a", DAY, 0)), "b"),
        ((line("b", LATER, 0), line("a", DAY, 2)), "a"),
        ((line("b", TODAY + timedelta(1), 2), line("a", date(2022, 6, 5), 1)), "a"),
        ((line("c", LATER, 2), line("b", DAY, 1), line("a", date(2022, 6, 5), 1)), "b"),
        ((line("b", LATER, 1), line("a", LATER - timedelta(7), 1)), "a"),
        ((line("b", TODAY, 1), line("a", TODAY - timedelta(1), 1)), "b"),
        ((line("b", LATER, 1), line("a", LATER, 1)), "b"),
    ],
)
def test_the_nearest_with_work_left_comes_first_and_what_has_come_before_what_is_ahead(
    lines: tuple[CampaignLine, ...], first: str | None
) -> None:
    found = first_of(lines, TODAY)
    assert (found.code if found else None) == first


def test_planning_a_second_campaign_does_not_hide_the_open_work_of_the_first(
    office: Workplace, clock: TrainingClock
) -> None:
    commune.meeting(office)
    clock.put(DAY, 9, 0)
    second = planned(office)
    found = board(office)
    assert (found.campaign, first_campaign(office)) == ("2024", "2024")
    assert said(found) == [(second, 1, 1), ("2024", 1, 0)]
    assert [(each.code, each.name) for each in found.waiting_elsewhere()] == [(second, "Bầu thôn mới")]
    other = board(office, second)
    assert (other.campaign, other.campaign_name, other.election_day) == (second, "Bầu thôn mới", LATER)
    assert [each.code for each in other.waiting_elsewhere()] == ["2024"]
    row = next(row for row in other.rows if row.hamlet_code == HAMLET)
    assert row.election is None, "the first hamlet elects in the other campaign only"


def test_a_campaign_that_is_done_makes_room_for_the_open_one_and_waits_for_nobody(
    office: Workplace, clock: TrainingClock
) -> None:
    finish(office, clock)
    second = planned(office)
    found = board(office)
    assert said(found) == [(second, 1, 1), ("2024", 0, 0)]
    assert (found.campaign, found.waiting_elsewhere()) == (second, ())
    assert board(office, "2024").waiting_elsewhere() == (found.campaigns[0],)


def test_with_nothing_left_anywhere_the_newest_is_shown(office: Workplace, clock: TrainingClock) -> None:
    finish(office, clock)
    with writing(office.database) as session:
        session.add(Campaign(code="2025", name="Chưa có thôn nào", election_day=date(2025, 3, 2)))
    found = board(office)
    assert (found.campaign, found.waiting_elsewhere()) == ("2025", ())


def test_deadlines_of_every_campaign_with_work_left_name_theirs(office: Workplace) -> None:
    commune.listed(office)
    alone = board(office).deadlines
    assert {due.campaign for due in alone} == {""}
    second = planned(office, DAY)
    both = board(office)
    assert both.campaign == second, "planned last, on one day"
    assert {due.campaign for due in both.deadlines} == {"Bầu Trưởng thôn xã Mẫu", "Bầu thôn mới"}
    assert [due.day for due in both.deadlines] == sorted(due.day for due in both.deadlines)
    assert board(office, "2024").deadlines == both.deadlines
    days = [(due.day, left_words(due.left, due.facts)) for due in both.deadlines if due.key == "election_day"]
    assert days == [(DAY, "Khu phố Chợ, còn 20 ngày"), (DAY, "Thôn Lục Ngù, còn 20 ngày")]


def test_the_deadlines_of_a_campaign_that_is_done_are_not_told(
    office: Workplace, clock: TrainingClock
) -> None:
    finish(office, clock)
    planned(office)
    assert {due.campaign for due in board(office).deadlines} == {""}


def test_the_grid_is_that_of_the_campaign_on_show(office: Workplace, clock: TrainingClock) -> None:
    commune.meeting(office)
    clock.put(DAY, 9, 0)
    second = planned(office)
    shown, named = telephone_grid(office), telephone_grid(office, second)
    assert shown is not None
    assert named is not None
    assert (shown.day, [row.election for row in shown.rows]) == (DAY, [CODE])
    assert (named.day, [row.election for row in named.rows]) == (LATER, [f"{OTHER_HAMLET}-20241222"])


def test_more_hamlets_join_the_campaign_that_is_named(office: Workplace) -> None:
    commune.listed(office)
    second = planned(office)
    choices = campaign_choices(office, joining="2024")
    assert (choices.campaign, choices.election_day) == ("2024", DAY)
    assert [hamlet.planned for hamlet in choices.hamlets] == [True, False]
    assert campaign_choices(office, joining=second).name == "Bầu thôn mới"


def test_what_is_still_to_be_sent_is_not_hidden_by_a_campaign_that_was_only_planned(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(DAY, 11, 0)
    commune.finalised(office)
    clock.put(TODAY, 9, 0)
    second = planned(office)
    travels = outbox(office).travels
    assert travels is not None
    assert (travels.campaign, travels.changed) == ("2024", True)
    named = outbox(office, election=f"{OTHER_HAMLET}-20241222").travels
    assert named is not None
    assert (named.campaign, named.changed) == (second, False)


def test_what_has_travelled_stands_before_what_cannot_travel_yet(
    office: Workplace, clock: TrainingClock
) -> None:
    finish(office, clock, None)
    planned(office)
    travels = outbox(office).travels
    assert travels is not None
    assert (travels.campaign, travels.changed) == ("2024", False)


def test_a_congress_is_no_campaign_of_hamlets(office: Workplace) -> None:
    congress(office)
    travels = outbox(replace(office, side=Side.ELECTIONS)).travels
    assert (board(office).campaign, telephone_grid(office), travels) == (None, None, None)
    assert desk_facts(replace(office, side=Side.ELECTIONS)).election_day is None
    assert desk_facts(office).of_congress
    commune.listed(office)
    second = planned(office)
    assert said(board(office)) == [(second, 1, 1), ("2024", 1, 0)]
    travels = outbox(replace(office, side=Side.ELECTIONS)).travels
    assert travels is not None
    assert travels.campaign == second
    assert desk_facts(office).election_day == DAY


def test_a_congress_cannot_be_named_where_hamlets_elect(office: Workplace) -> None:
    commune.listed(office)
    congress(office)
    before = traces(office)
    for ask in (
        lambda: board(office, "dh"),
        lambda: telephone_grid(office, "dh"),
        lambda: campaign_choices(office, joining="dh"),
        lambda: plan_campaign(
            office, NewCampaign("Bầu", LATER, 30, (PlannedHamlet(OTHER_HAMLET),), campaign="dh")
        ),
    ):
        with pytest.raises(RequestRefused) as caught:
            ask()
        assert (caught.value.code, caught.value.where) == ("unknown.campaign", "dh")
    assert traces(office) == before


def test_the_newest_campaign_of_hamlets_is_sealed_beside_a_congress(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(DAY, 11, 0)
    commune.finalised(office)
    congress(office)
    with pytest.raises(RequestRefused) as caught:
        seal(office, keys.unlock(office, PASSPHRASE), "government", "198", outbox=office.database.folder)
    assert caught.value.code != "seal.nothing", "there is a count to carry; only the card is not known"


def test_an_unknown_campaign_is_refused(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as caught:
        board(office, "2099")
    assert (caught.value.code, caught.value.where) == ("unknown.campaign", "2099")


def test_campaigns_are_of_the_heads_of_hamlets(office: Workplace) -> None:
    commune.listed(office)
    (only,) = board(office).campaigns
    assert (only.kind, only.day, only.name) == ("hamlet_head", DAY, "Bầu Trưởng thôn xã Mẫu")
    with writing(office.database) as session:
        assert session.scalars(select(Campaign.contest_kind)).one() is ContestKind.HAMLET_HEAD
