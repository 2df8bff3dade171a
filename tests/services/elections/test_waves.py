"""Waves of campaigns: pilots and the main wave, their days, what is in them, and the hours that are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry
from desktop.models.elections import Campaign
from desktop.models.store.session import reading
from desktop.models.waves import ToldHour, Wave, WaveElection
from desktop.services.congress.changing import take_back_congress
from desktop.services.elections.campaigns import NewCampaign, PlannedHamlet, plan_campaign
from desktop.services.elections.told_hours import take_back_told_hour, write_told_hour
from desktop.services.elections.unplanning import take_back_plan
from desktop.services.elections.waves import (
    NewWave,
    WaveKind,
    change_wave,
    make_wave,
    put_in,
    remove_wave,
    waves_of,
)
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import DAY, HAMLET, OTHER_HAMLET
from tests.offices.congress_example import Branch, make_branch, planned

PILOT = NewWave("Bầu điểm", WaveKind.PILOT, DAY)
HEADS = (f"{HAMLET}-20241208", f"{OTHER_HAMLET}-20241208")


@pytest.fixture
def campaign(office: Workplace) -> str:
    hamlets = (PlannedHamlet(HAMLET), PlannedHamlet(OTHER_HAMLET))
    return plan_campaign(office, NewCampaign("Bầu Trưởng thôn 2024", DAY, 30, hamlets)).code


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    made = make_branch(tmp_path / "office", 7)
    yield made
    made.place.database.close()


def rows(workplace: Workplace, table: type) -> int:
    with reading(workplace.database) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def refused(code: str, *args: object) -> RequestRefused:
    function, *rest = args
    with pytest.raises(RequestRefused) as found:
        function(*rest)  # type: ignore[operator]
    assert found.value.code == code
    return found.value


def test_a_campaign_is_parted_into_a_pilot_and_the_rest(office: Workplace, campaign: str) -> None:
    assert waves_of(office, campaign) == ()
    main = replace(PILOT, name="Đợt chính", kind=WaveKind.MAIN, finish_by=date(2024, 12, 29))
    first = make_wave(office, campaign, PILOT, HEADS[:1])
    second = make_wave(office, campaign, main, HEADS[1:])
    pilot, rest = waves_of(office, campaign)
    assert (pilot.key, pilot.kind, pilot.elections) == (first, WaveKind.PILOT, HEADS[:1])
    assert (rest.key, rest.finish_by, rest.elections) == (second, date(2024, 12, 29), HEADS[1:])


def test_an_election_is_in_one_wave_and_what_is_not_named_leaves(office: Workplace, campaign: str) -> None:
    pilot = make_wave(office, campaign, PILOT, HEADS)
    main = make_wave(office, campaign, replace(PILOT, name="Đợt chính", kind=WaveKind.MAIN))
    put_in(office, main, HEADS[1:])
    assert [wave.elections for wave in waves_of(office, campaign)] == [HEADS[:1], HEADS[1:]]
    put_in(office, pilot, [])
    assert [wave.elections for wave in waves_of(office, campaign)] == [(), HEADS[1:]]


def test_lessons_are_written_down_and_the_log_names_fields_alone(office: Workplace, campaign: str) -> None:
    pilot = make_wave(office, campaign, PILOT)
    change_wave(office, pilot, replace(PILOT, lessons="Phát phiếu theo tổ,\nđừng theo hàng."))
    assert waves_of(office, campaign)[0].lessons == "Phát phiếu theo tổ,\nđừng theo hàng."
    with reading(office.database) as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
        assert last is not None
        assert (last.action, tuple(last.fields)) == ("campaign.wave", ("lessons",))


def test_a_wave_needs_a_name_and_ends_no_earlier_than_its_day(office: Workplace, campaign: str) -> None:
    refused("wave.name", make_wave, office, campaign, replace(PILOT, name=" "))
    early = replace(PILOT, finish_by=date(2024, 12, 1))
    assert refused("wave.finish_by", make_wave, office, campaign, early).where == "08/12/2024"
    refused("unknown.campaign", make_wave, office, "khong-co", PILOT)
    refused("unknown.wave", remove_wave, office, 99)


def test_only_an_empty_wave_is_taken_away(office: Workplace, campaign: str) -> None:
    pilot = make_wave(office, campaign, PILOT, HEADS[:1])
    refused("wave.not_empty", remove_wave, office, pilot)
    put_in(office, pilot, [])
    remove_wave(office, pilot)
    assert waves_of(office, campaign) == ()


def test_a_plan_that_is_taken_back_takes_its_waves_along(office: Workplace, campaign: str) -> None:
    make_wave(office, campaign, PILOT, HEADS)
    take_back_plan(office, HEADS)
    assert [rows(office, each) for each in (Campaign, Wave, WaveElection)] == [0, 0, 0]


def test_hamlets_are_planned_into_a_wave(office: Workplace) -> None:
    first = plan_campaign(office, NewCampaign("Bầu 2024", DAY, 30, (PlannedHamlet(HAMLET),)))
    pilot = make_wave(office, first.code, PILOT, first.elections)
    more = NewCampaign("", DAY, 30, (PlannedHamlet(OTHER_HAMLET),), campaign=first.code, wave=pilot)
    plan_campaign(office, replace(more, name="Bầu 2024"))
    assert waves_of(office, first.code)[0].elections == HEADS


def test_congresses_of_two_years_are_waves_of_one_campaign(branch: Branch) -> None:
    pilot = planned(branch, held_on=date(2024, 12, 22))
    later = planned(branch)
    assert rows(branch.place, Campaign) == 2
    wave = make_wave(branch.place, "dai-hoi-chi-bo-2024", replace(PILOT, name="Đại hội điểm"), [pilot])
    main = replace(PILOT, name="Đợt chính", kind=WaveKind.MAIN, day=date(2025, 1, 5))
    make_wave(branch.place, "dai-hoi-chi-bo-2024", main, [later])
    # That of the next year has nothing left in it.
    assert rows(branch.place, Campaign) == 1
    third = planned(branch, held_on=date(2025, 1, 12), announced_on=None, wave=wave)
    assert waves_of(branch.place, "dai-hoi-chi-bo-2024")[0].elections == (pilot, third)


def test_heads_and_congresses_share_no_wave(branch: Branch) -> None:
    congress = planned(branch)
    heads = plan_campaign(
        branch.place, NewCampaign("Bầu 2024", date(2024, 12, 29), 30, (PlannedHamlet(HAMLET),))
    )
    wave = make_wave(branch.place, heads.code, replace(PILOT, day=date(2024, 12, 29)))
    refused("wave.other_campaign", put_in, branch.place, wave, [congress])


def test_each_side_sees_its_own_waves_alone(branch: Branch) -> None:
    congress = planned(branch)
    elections = replace(branch.place, side=Side.ELECTIONS)
    refused("side.party", make_wave, elections, "dai-hoi-chi-bo-2025", PILOT)
    refused("side.party", waves_of, elections, "dai-hoi-chi-bo-2025")
    refused("side.party", write_told_hour, elections, congress, datetime(2025, 1, 5, 3, tzinfo=UTC))
    party = replace(branch.place, side=Side.PARTY)
    make_wave(party, "dai-hoi-chi-bo-2025", replace(PILOT, name="Đại hội điểm"), [congress])
    # Also the last of a campaign is taken back by who does the Party's work alone.
    take_back_congress(party, congress)
    assert [rows(party, each) for each in (Campaign, Wave, WaveElection)] == [0, 0, 0]


def test_an_hour_is_told_corrected_and_taken_back(
    office: Workplace, campaign: str, clock: TrainingClock
) -> None:
    assert campaign
    clock.put(DAY, 11, 30)
    told = datetime(2024, 12, 8, 3, 40, tzinfo=UTC)
    write_told_hour(office, HEADS[0], told)
    write_told_hour(office, HEADS[0], told.replace(minute=50))
    with reading(office.database) as session:
        assert session.scalars(select(ToldHour.at)).all() == [told.replace(minute=50)]
    # Something is written of the election now: its plan is no longer taken back.
    refused("campaign.begun", take_back_plan, office, HEADS[:1])
    take_back_told_hour(office, HEADS[0])
    take_back_told_hour(office, HEADS[0])
    assert rows(office, ToldHour) == 0


def test_an_hour_to_come_or_before_the_day_is_refused(
    office: Workplace, campaign: str, clock: TrainingClock
) -> None:
    assert campaign
    clock.put(DAY, 11, 30)
    to_come = datetime(2024, 12, 8, 5, 0, tzinfo=UTC)
    assert refused("told.future", write_told_hour, office, HEADS[0], to_come).where == "12:00 08/12/2024"
    refused("told.before", write_told_hour, office, HEADS[0], datetime(2024, 12, 7, 3, tzinfo=UTC))
