"""The page of the waves: one calendar, what each wave has done by when, who is late, one line to dictate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.models.elections import Official, OfficialRole
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading, writing
from desktop.services.congress import closing
from desktop.services.congress.planning import CongressPlan, plan_congress
from desktop.services.elections.lookup import election_of
from desktop.services.elections.told_hours import take_back_told_hour, write_told_hour
from desktop.services.elections.waves import NewWave, WaveKind, make_wave, set_results_by
from desktop.services.office.sides import Side
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.party.branches import make_hamlet_branch
from desktop.services.places.lookup import unit_on
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.today.dictation import dictated
from desktop.services.today.waves import WaveLine, WavesPage, waves_page
from tests.offices import commune, commune_day
from tests.offices.congress_example import (
    DAY,
    NAMES,
    Branch,
    bodies_chosen,
    called,
    counted,
    listed,
    make_branch,
    new_member,
    planned,
    printed,
)
from tests.offices.queries import counted_queries

CAMPAIGN = "dai-hoi-chi-bo-2025"
MAIN = NewWave("Đợt chính", WaveKind.MAIN, DAY, finish_by=date(2025, 2, 4))


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    made = make_branch(tmp_path / "office", 7)
    yield made
    made.place.database.close()


@pytest.fixture
def day(tmp_path: Path) -> Iterator[commune_day.CommuneDay]:
    made = commune_day.open_day(tmp_path / "commune")
    yield made
    made.workplace.database.close()


def further_branch(branch: Branch, number: int, name: str) -> str:
    """Give another hamlet a branch of three with a congress on the common day, and return its code."""
    code = f"{commune.COMMUNE}-T{number:02}"
    add_unit(branch.place, NewUnit(code, "hamlet", "Bản", name, parent=commune.COMMUNE))
    with writing(branch.place.database) as session:
        made = make_hamlet_branch(branch.place, session, unit_on(session, code, DAY))
        for place in range(3):
            new_member(session, made, f"{NAMES[place]} {name}", probationary=False, number=place + 1)
        session.flush()
        own = made.code
    plan = CongressPlan(own, DAY, DAY, date(2027, 7, 5), opening=time(14), announced_on=date(2024, 11, 15))
    return plan_congress(branch.place, plan)


def line_of(page: WavesPage, name: str) -> WaveLine:
    return next(line for line in page.lines if line.name == name)


def elected(branch: Branch, code: str, votes: int = 6) -> None:
    called(branch, code)
    bodies_chosen(branch, code, NAMES[4:5])
    listed(branch, code, "secretary", NAMES[0])
    printed(branch, f"{code}.1", 7)
    counted(branch, f"{code}.1", 7, {NAMES[0]: votes}, unused=0)


def rows(line: WaveLine) -> list[tuple[str, str, str, str]]:
    return [
        (f"{row.day:%d/%m/%Y}", row.task.value, f"{row.done}/{row.base}", row.mark.value) for row in line.rows
    ]


def test_before_anything_is_planned_there_is_nothing_to_show(branch: Branch) -> None:
    page = waves_page(branch.place)
    assert (page.lines, page.shown, page.late(), dictated(page)) == ((), None, (), "")


def test_a_campaign_without_waves_is_one_line_named_by_itself(branch: Branch) -> None:
    planned(branch)
    (line,) = waves_page(branch.place).lines
    assert (line.key, line.kind, line.name) == (None, None, "Đại hội chi bộ năm 2025")
    assert (line.day, line.done, len(line.units)) == (DAY, 0, 1)


def test_last_days_are_counted_over_the_holidays_and_the_offices_own_days_off(branch: Branch) -> None:
    # Reported 7, complained about and approved 15 working days after, over the new year's holidays.
    code = planned(branch)
    make_wave(branch.place, CAMPAIGN, MAIN, [code])
    branch.at(0)
    assert rows(line_of(waves_page(branch.place), "Đợt chính")) == [
        ("14/01/2025", "report", "0/1", "not_yet"),
        ("24/01/2025", "complaints_within", "0/1", "not_yet"),
        ("11/02/2025", "approval", "0/1", "not_yet"),
    ]
    by_key = {row.task.value: row for row in line_of(waves_page(branch.place), "Đợt chính").rows}
    # The days of approval begin when the report comes in: until then that is not before its own last day.
    assert by_key["approval"].start == date(2025, 1, 14)


def test_since_july_2025_its_day_is_told_thirty_working_days_before_a_congress(branch: Branch) -> None:
    planned(branch, held_on=date(2025, 8, 24), announced_on=date(2025, 7, 12))
    (line,) = waves_page(branch.place).lines
    row = line.rows[0]
    assert (row.task.value, row.day, row.days, row.working, row.before) == (
        *("congress_told", date(2025, 7, 14), 30, True, True),
    )
    assert (row.done, row.mark.value) == (1, "done")


def test_days_off_in_a_row_are_a_band_with_their_word(branch: Branch) -> None:
    planned(branch)
    (band,) = [
        each for each in waves_page(branch.place).bands if each.first.month == 1 and each.first.day > 15
    ]
    assert (band.first, band.last, band.word) == (date(2025, 1, 25), date(2025, 2, 2), "nghỉ Tết")


def test_a_branch_has_finished_when_its_last_count_is_or_by_the_hour_that_it_told(branch: Branch) -> None:
    code = planned(branch)
    other = further_branch(branch, 5, "Mường")
    make_wave(branch.place, CAMPAIGN, MAIN, [code, other])
    set_results_by(branch.place, CAMPAIGN, time(17))
    elected(branch, code)
    finalised = branch.at(1)
    told = finalised.replace(hour=8, minute=10)
    branch.at(3)
    write_told_hour(branch.place, other, told)
    line = line_of(waves_page(branch.place), "Đợt chính")
    assert line.done == 2
    assert [(f"{moment:%H:%M}", number) for moment, number in line.curve()] == [("08:10", 1), ("08:30", 2)]
    assert [unit.told for unit in line.units] == [False, True]
    assert ("05/01/2025", "told_by", "2/2", "done") in rows(line)
    # Once its own papers say an earlier hour, theirs counts; taken back, it hasn't finished.
    take_back_told_hour(branch.place, other)
    page = waves_page(branch.place)
    assert (page.figure(WaveKind.MAIN), page.figure(WaveKind.PILOT)) == ((1, 2), None)
    assert [unit.name for unit in page.late()] == ["Bản Mường"]


def test_one_line_is_dictated_with_its_base_and_without_the_name_of_a_person(branch: Branch) -> None:
    code = planned(branch)
    others = [further_branch(branch, number, name) for number, name in ((5, "Mường"), (6, "Co Muông"))]
    make_wave(branch.place, CAMPAIGN, MAIN, [code, *others])
    elected(branch, code)
    branch.at(2)
    said = dictated(waves_page(branch.place))
    assert said == (
        "Đến 09:30: 1/3 chi bộ xong đại hội (33,33 % của 3 chi bộ đợt chính), "
        "2 còn chậm: Bản Mường, Bản Co Muông."
    )
    assert not any(name in said for name in NAMES)
    for other in others:
        write_told_hour(branch.place, other, branch.at(2))
    assert dictated(waves_page(branch.place)).endswith("không còn nơi nào chậm.")


def test_a_wave_that_was_over_early_says_by_how_many_days(branch: Branch) -> None:
    code = planned(branch)
    make_wave(branch.place, CAMPAIGN, MAIN, [code])
    elected(branch, code)
    line = line_of(waves_page(branch.place), "Đợt chính")
    assert (line.mark.value, line.last_held, line.early) == ("done", DAY, 30)


def test_a_congress_that_stands_still_says_what_it_votes_on_and_whom_to_call(branch: Branch) -> None:
    code = planned(branch)
    with writing(branch.place.database) as session:
        election = election_of(session, code)
        session.add(
            Official(
                election=election,
                role=OfficialRole.PRESIDIUM_HEAD,
                position=1,
                name="Lò Thị Ảo",
                phone="0912000331",
            )
        )
    branch.at(0)
    (unit,) = waves_page(branch.place).late()
    assert (unit.stage.value, unit.phone) == ("silent", "0912000331")
    called(branch, code)
    (unit,) = waves_page(branch.place).late()
    assert (unit.stage.value, unit.post) == ("voting", "Bí thư")
    closing_day = branch.at(1)
    assert closing_day
    with pytest.raises(RequestRefused):
        closing.close_congress(branch.place, code, closing_day)


def test_a_secretary_who_heads_the_hamlet_is_found_by_the_person_not_the_name(branch: Branch) -> None:
    code = planned(branch)
    elected(branch, code)
    assert waves_page(branch.place).secretaries() == (0, 1)
    with writing(branch.place.database) as session:
        hamlet = session.query(Unit).filter_by(code=commune.HAMLET).one()
        session.add(Post(kind=PostKind.HAMLET_HEAD, unit=hamlet, name=NAMES[0], starts_on=date(2024, 12, 13)))
    # Somebody of the same name may be somebody else.
    assert waves_page(branch.place).secretaries() == (0, 1)
    with writing(branch.place.database) as session:
        post = session.query(Post).one()
        post.person = session.query(Person).filter_by(name=NAMES[0]).one()
        post.name = None
    assert waves_page(branch.place).secretaries() == (1, 1)


def test_heads_of_a_day_are_counted_called_and_held_again(day: commune_day.CommuneDay) -> None:
    page = waves_page(day.workplace)
    (line,) = page.lines
    assert (line.congress, len(line.units)) == (False, 13)
    done = [unit.name for unit in line.units if unit.done_at]
    assert done == ["Thôn Phiêng Cằm", "Thôn Mó Túc", "Thôn Thông Châu", "Thôn Ngàn Phe"]
    late = {unit.name: unit.stage.value for unit in page.late()}
    assert late["Khu phố Co Muông"] == "again"
    assert late["Thôn Nà Lọn"] == "meeting"
    assert late["Khu phố Chợ"] == "counting"
    # Those that are held again are called last.
    assert page.late()[-1].name == "Khu phố Co Muông"
    said = dictated(page)
    assert said.startswith("Đến 14:20: 4/13 thôn bầu xong (30,77 % của 13 thôn ")
    assert "1 bầu lại: Khu phố Co Muông" in said


def test_each_side_sees_its_own_campaigns_alone(branch: Branch) -> None:
    planned(branch)
    elections = replace(branch.place, side=Side.ELECTIONS)
    assert waves_page(elections).lines == ()
    with pytest.raises(RequestRefused) as refused:
        waves_page(elections, CAMPAIGN)
    assert refused.value.code == "side.party"
    assert len(waves_page(replace(branch.place, side=Side.PARTY)).lines) == 1
    with pytest.raises(RequestRefused) as refused:
        waves_page(branch.place, "khong-co")
    assert refused.value.code == "unknown.campaign"


def test_many_branches_take_no_more_queries_than_few(branch: Branch) -> None:
    planned(branch)
    branch.at(0)
    few = _queries(branch.place)
    for number in range(5, 20):
        further_branch(branch, number, f"Mẫu {number}")
    branch.at(0)
    assert _queries(branch.place) == few


def _queries(workplace: Workplace) -> int:
    with counted_queries(workplace) as said:
        waves_page(workplace)
    return len(said)


def test_the_hour_of_a_moment_is_that_of_viet_nam(branch: Branch) -> None:
    code = planned(branch)
    branch.at(3)
    write_told_hour(branch.place, code, datetime(2025, 1, 5, 9, 5, tzinfo=VIET_NAM))
    (line,) = waves_page(branch.place).lines
    assert line.units[0].done_at is not None
    assert f"{line.units[0].done_at:%H:%M}" == "09:05"
    with reading(branch.place.database) as session:
        assert election_of(session, code).code == code
