"""A campaign for many hamlets: one day, exceptions, all or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.store.session import reading
from desktop.rules.library import Library
from desktop.rules.statute import overlaid
from desktop.services.elections.campaigns import (
    NewCampaign,
    PlannedHamlet,
    campaign_choices,
    plan_campaign,
    preview_day,
)
from desktop.services.elections.lookup import election_of, held_vote
from desktop.services.office.workplace import Workplace
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from desktop.wording import left_words
from tests.offices.commune import COMMUNE, DAY, HAMLET, OTHER_HAMLET, traces
from tests.rules.examples import PROVINCE

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


def test_a_campaign_says_its_name_its_hour_and_how_far_planning_is(office: Workplace) -> None:
    told: list[tuple[int, int, str]] = []
    made = plan_campaign(office, new(opening=time(7, 30)), lambda *step: told.append(step))
    assert told == [(1, 2, "Lục Ngù"), (2, 2, "Chợ")]
    with reading(office.database) as session:
        election = election_of(session, made.elections[1])
        assert election.campaign.name == "Bầu Trưởng thôn 2024"
        assert held_vote(election).opening == time(7, 30)


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (date(2024, 8, 31), 30, date(2027, 2, 28)),
        (date(2025, 8, 31), 30, date(2028, 2, 29)),
        (date(2025, 8, 28), 30, date(2028, 2, 28)),
        (date(2024, 8, 29), 60, date(2029, 8, 29)),
        (date(2024, 5, 31), 30, date(2026, 11, 30)),
        (date(2024, 6, 30), 30, date(2026, 12, 30)),
    ],
)
def test_a_term_ends_on_the_same_day_of_its_month_or_on_the_last_of_a_shorter_one(
    office: Workplace, day: date, months: int, ends: date
) -> None:
    made = plan_campaign(office, new(election_day=day, term_months=months, past=True))
    election = found(office, made.elections[0])
    assert (election.term_from, election.term_to) == (day, ends)


def test_a_hamlet_may_elect_on_a_day_of_its_own(office: Workplace) -> None:
    made = plan_campaign(office, new(PlannedHamlet(HAMLET), PlannedHamlet(OTHER_HAMLET, date(2024, 12, 15))))
    assert made.elections == (f"{HAMLET}-20241208", f"{OTHER_HAMLET}-20241215")
    assert found(office, made.elections[1]).campaign.election_day == DAY


def test_a_hamlet_is_elected_for_the_term_of_the_law_on_its_own_day(office: Workplace) -> None:
    made = plan_campaign(
        office,
        new(
            PlannedHamlet(HAMLET),
            PlannedHamlet(OTHER_HAMLET, date(2026, 5, 26)),
            election_day=date(2026, 5, 25),
        ),
    )
    assert found(office, made.elections[0]).term_to == date(2028, 11, 25)
    assert found(office, made.elections[1]).term_to == date(2031, 5, 26)


def test_a_hamlet_made_after_the_common_day_is_planned_with_its_place(office: Workplace) -> None:
    own = date(2024, 12, 15)
    begins = date(2024, 12, 10)
    add_unit(office, NewUnit("06859-T03", "hamlet", "Thôn", "Mới", starts_on=begins, parent=COMMUNE))
    made = plan_campaign(office, new(PlannedHamlet(HAMLET), PlannedHamlet("06859-T03", own)))
    assert found(office, made.elections[1]).venue == "Nhà văn hóa thôn Mới"


def test_the_listing_says_between_which_days_the_hamlets_elect(office: Workplace) -> None:
    last = date(2024, 12, 15)
    plan_campaign(office, new(PlannedHamlet(HAMLET), PlannedHamlet(OTHER_HAMLET, last)))
    (line,) = board(office).campaigns
    assert (line.first_day, line.last_day) == (DAY, last)


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
    choices = campaign_choices(office, joining=first.code)
    assert (choices.campaign, choices.election_day, choices.term_months) == (first.code, DAY, 30)
    assert choices.name == "Bầu Trưởng thôn 2024"
    assert [(hamlet.code, hamlet.planned) for hamlet in choices.hamlets] == [
        (HAMLET, True),
        (OTHER_HAMLET, False),
    ]
    joined = plan_campaign(office, new(PlannedHamlet(OTHER_HAMLET), campaign=first.code))
    assert joined.code == first.code
    with pytest.raises(RequestRefused) as caught:
        plan_campaign(office, new(PlannedHamlet(HAMLET, date(2024, 12, 15)), campaign=first.code))
    assert (caught.value.code, caught.value.where) == ("campaign.planned", HAMLET)


def test_hamlets_that_are_there_on_the_day_of_a_campaign_may_join_it(office: Workplace) -> None:
    code = plan_campaign(office, new()).code
    add_unit(office, NewUnit("06859-T03", "hamlet", "Thôn", "Mới", starts_on=DAY, parent=COMMUNE))
    assert "Thôn Mới" in [hamlet.name for hamlet in campaign_choices(office, joining=code).hamlets]


def test_a_second_campaign_of_the_same_day_has_a_code_of_its_own(office: Workplace) -> None:
    first = plan_campaign(office, new(PlannedHamlet(HAMLET)))
    second = plan_campaign(office, new(PlannedHamlet(OTHER_HAMLET)))
    third = plan_campaign(office, new(PlannedHamlet(HAMLET, date(2024, 12, 15))))
    assert len({first.code, second.code, third.code}) == 3


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
        (date(2024, 12, 6), False),
    ]


@pytest.mark.parametrize(("day", "months"), [(date(2026, 5, 25), (30, 60)), (date(2026, 5, 26), (60,))])
def test_a_term_is_five_years_from_the_decree_of_2026(
    office: Workplace, day: date, months: tuple[int, ...]
) -> None:
    assert preview_day(office, day).term_months == months


@pytest.mark.parametrize(
    ("change", "reason", "ends"),
    [
        (0, "reorganised", date(2031, 8, 2)),
        (6, "reorganised", date(2032, 2, 2)),
        (-6, "force_majeure", date(2031, 2, 2)),
    ],
)
def test_a_term_is_longer_or_shorter_for_the_decrees_reasons_and_says_why(
    office: Workplace, change: int, reason: str, ends: date
) -> None:
    day = date(2026, 8, 2)
    made = plan_campaign(
        office, new(election_day=day, term_months=60, term_change=change, term_reason=reason)
    )
    election = found(office, made.elections[0])
    assert (election.term_to, election.term_reason) == (ends, reason if change else None)
    # Who joins later is offered the law's term, and not the one that differs.
    assert campaign_choices(office, joining=made.code).term_months == 60


@pytest.mark.parametrize(
    ("day", "change", "reason", "code"),
    [
        (date(2026, 5, 25), 1, "reorganised", "campaign.term_fixed"),
        (date(2026, 5, 26), 7, "reorganised", "campaign.term_too_far"),
        (date(2026, 5, 26), -1, None, "campaign.term_no_reason"),
    ],
)
def test_a_term_that_may_not_differ_so_is_refused_and_nothing_is_planned(
    office: Workplace, day: date, change: int, reason: str | None, code: str
) -> None:
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        plan_campaign(office, new(election_day=day, term_months=60, term_change=change, term_reason=reason))
    assert caught.value.code == code
    assert traces(office) == before


def test_a_day_says_whether_a_term_may_differ_and_by_which_clause(office: Workplace) -> None:
    assert preview_day(office, date(2026, 5, 25)).term_change is None
    view = preview_day(office, date(2026, 5, 26))
    assert view.term_change_max == 6
    assert view.term_change is not None
    assert "185/2026" in view.term_change.article


def test_a_deadline_is_past_on_the_day_after_it_and_says_the_last_working_day(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.put(date(2024, 11, 23), 9, 0)
    _, candidates, *_ = preview_day(office, DAY).deadlines
    assert (candidates[0], candidates[3]) == (date(2024, 11, 23), False)
    assert "làm trước 22/11" in left_words(candidates[2].left, candidates[2].facts)
    clock.put(date(2024, 11, 24), 9, 0)
    assert preview_day(office, DAY).deadlines[1][3]


def test_where_the_province_fixes_the_term_there_is_one_to_choose(office: Workplace) -> None:
    shipped = office.statutes.get("nd59-2023")
    assert shipped is not None
    fixed = Library([overlaid(shipped, PROVINCE.encode())])
    assert preview_day(replace(office, statutes=fixed), DAY).term_months == (60,)


@pytest.mark.parametrize("day", range(18, 25))
def test_the_day_offered_is_a_sunday_on_which_nothing_is_late_yet(
    office: Workplace, clock: TrainingClock, day: int
) -> None:
    clock.put(date(2024, 11, day), 9, 0)
    # The 8th of December would want its decision on the 18th of November; a week later there is time.
    choices = campaign_choices(office)
    assert (choices.election_day, choices.name) == (date(2024, 12, 15), "Bầu trưởng thôn năm 2024")


def test_hamlets_are_those_of_the_commune(office: Workplace) -> None:
    choices = campaign_choices(office)
    assert [hamlet.name for hamlet in choices.hamlets] == ["Thôn Lục Ngù", "Khu phố Chợ"]
    assert all(hamlet.code.startswith(COMMUNE) for hamlet in choices.hamlets)
