"""A campaign for many hamlets: one day, exceptions, all or none."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.store.session import reading
from desktop.services.elections.campaigns import (
    NewCampaign,
    PlannedHamlet,
    campaign_choices,
    plan_campaign,
    preview_day,
)
from desktop.services.elections.lookup import election_of
from desktop.services.office.workplace import Workplace
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import COMMUNE, DAY, HAMLET, OTHER_HAMLET, traces

BOTH = (PlannedHamlet(HAMLET), PlannedHamlet(OTHER_HAMLET))


def new(*hamlets: PlannedHamlet, **changes: object) -> NewCampaign:
    usual = {"name": "Bầu Trưởng thôn 2024", "election_day": DAY, "term_months": 30}
    return NewCampaign(hamlets=hamlets or BOTH, **(usual | changes))


def found(workplace: Workplace, code: str) -> Election:
    with reading(workplace.database) as session:
        election = election_of(session, code)
        assert election.campaign.name
        return election


def test_every_hamlet_elects_on_the_common_day_for_the_chosen_term(office: Workplace) -> None:
    made = plan_campaign(office, new())
    assert made.elections == (f"{HAMLET}-20241208", f"{OTHER_HAMLET}-20241208")
    election = found(office, made.elections[1])
    assert (election.held_on, election.term_to) == (DAY, date(2027, 6, 8))
    assert election.venue == "Nhà văn hóa khu phố Chợ"
    assert board(office).campaign == made.code


def test_a_hamlet_may_elect_on_a_day_of_its_own(office: Workplace) -> None:
    made = plan_campaign(office, new(PlannedHamlet(HAMLET), PlannedHamlet(OTHER_HAMLET, date(2024, 12, 15))))
    assert made.elections == (f"{HAMLET}-20241208", f"{OTHER_HAMLET}-20241215")
    assert found(office, made.elections[1]).campaign.election_day == DAY


def test_one_hamlet_that_cannot_be_planned_leaves_none_planned(office: Workplace) -> None:
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        plan_campaign(office, new(PlannedHamlet(HAMLET), PlannedHamlet("06859-T77")))
    assert caught.value.code == "unknown.unit"
    assert traces(office) == before


def test_stopping_half_way_leaves_none_planned(office: Workplace) -> None:
    before = traces(office)

    class Stopped(Exception):  # noqa: N818 - as the clerk's Cancel is
        pass

    def stop(done: int, total: int, _word: str) -> None:
        if done == total:
            raise Stopped

    with pytest.raises(Stopped):
        plan_campaign(office, new(), stop)
    assert traces(office) == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "  "}, "campaign.name"),
        ({"hamlets": ()}, "campaign.hamlets"),
        ({"campaign": "khac"}, "unknown.campaign"),
    ],
)
def test_a_campaign_without_a_name_or_hamlets_is_refused(
    office: Workplace, changes: dict[str, object], code: str
) -> None:
    usual: dict[str, object] = {
        "name": "Bầu Trưởng thôn",
        "election_day": DAY,
        "term_months": 30,
        "hamlets": BOTH,
    }
    with pytest.raises(RequestRefused) as caught:
        plan_campaign(office, NewCampaign(**(usual | changes)))
    assert caught.value.code == code


def test_more_hamlets_join_the_campaign_that_is_there(office: Workplace) -> None:
    first = plan_campaign(office, new(PlannedHamlet(HAMLET)))
    choices = campaign_choices(office, joining=True)
    assert (choices.campaign, choices.election_day, choices.term_months) == (first.code, DAY, 30)
    assert [(hamlet.code, hamlet.planned) for hamlet in choices.hamlets] == [
        (HAMLET, True),
        (OTHER_HAMLET, False),
    ]
    joined = plan_campaign(office, new(PlannedHamlet(OTHER_HAMLET), campaign=first.code))
    assert joined.code == first.code
    with pytest.raises(RequestRefused) as caught:
        plan_campaign(office, new(PlannedHamlet(HAMLET, date(2024, 12, 15)), campaign=first.code))
    assert (caught.value.code, caught.value.where) == ("campaign.planned", HAMLET)


def test_a_second_campaign_of_the_same_day_has_a_code_of_its_own(office: Workplace) -> None:
    first = plan_campaign(office, new(PlannedHamlet(HAMLET)))
    second = plan_campaign(office, new(PlannedHamlet(OTHER_HAMLET)))
    assert first.code != second.code


def test_a_day_says_its_statute_its_terms_and_what_is_past_already(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(date(2024, 11, 20), 9, 0)
    view = preview_day(office, DAY)
    assert view.term_months == (30, 60)
    assert "59/2023" in view.statute
    assert [(day, past) for day, _, _, past in view.deadlines] == [
        (date(2024, 11, 18), True),
        (date(2024, 11, 23), False),
        (date(2024, 11, 28), False),
        (date(2024, 12, 1), False),
    ]


def test_the_day_offered_is_a_sunday_on_which_nothing_is_late_yet(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(date(2024, 11, 18), 9, 0)
    # The 8th of December would want its decision today; a week later there is time.
    assert campaign_choices(office, joining=False).election_day == date(2024, 12, 15)


def test_hamlets_are_those_of_the_commune(office: Workplace) -> None:
    choices = campaign_choices(office, joining=False)
    assert [hamlet.name for hamlet in choices.hamlets] == ["Thôn Lục Ngù", "Khu phố Chợ"]
    assert all(hamlet.code.startswith(COMMUNE) for hamlet in choices.hamlets)
