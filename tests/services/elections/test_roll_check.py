"""The register against the roll: a roll that differs is not posted until it is put right or explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.errors import RequestRefused
from desktop.long_work import telling
from desktop.models.people import EndReason
from desktop.models.store.session import reading
from desktop.services.elections.electorate import electors_of
from desktop.services.elections.lookup import election_of
from desktop.services.elections.meeting_plans import change_plan
from desktop.services.elections.rolls.check import explain_difference, roll_check, withdraw_explanation
from desktop.services.elections.rolls.freezing import choose_electorate
from desktop.services.elections.rolls.objections import (
    Objection,
    Settlement,
    objections,
    remove_objection,
    write_objection,
)
from desktop.services.elections.rolls.posting import (
    Posting,
    RollChanges,
    changes_since_posted,
    post_roll,
    posting,
)
from desktop.services.elections.rolls.supplements import supplement
from desktop.services.elections.rolls.views import roll_page, unlisted_electors
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.making import make_paper
from desktop.services.people.households import households
from desktop.services.people.members import (
    MemberSaid,
    end_head,
    head_is_back,
    household_members,
    write_member,
)
from desktop.services.people.record import add_household, edit_household, end_household
from desktop.services.people.representatives import Paper, authorise, represent
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.printing.pages import one_line

BEFORE_2023 = date(2022, 6, 5)
REGISTER = 91
POSTED = date(2024, 11, 18)


@pytest.fixture
def full(office: Workplace) -> Workplace:
    """Fill the register up to ninety households, all of them on the roll."""
    more = [commune.row(f"Đặng Văn {word}") for word in _words(REGISTER - 1 - len(commune.HEADS))]
    commune.store(office, more)
    return office


def _words(number: int) -> list[str]:
    return [f"{first}{second}ng".capitalize() for first in "bcdghklmnprstvx" for second in "aeiouy"][:number]


@pytest.fixture
def left_off(full: Workplace) -> tuple[Workplace, str, int]:
    """Write down a household as living there from a day after the election's on."""
    code = commune.listed(full)
    key = add_household(full, commune.HAMLET, "Phùn Văn Sót")
    edit_household(full, key, "starts_on", commune.DAY + timedelta(days=1))
    return full, code, key


def refusal(act: object) -> str:
    with pytest.raises(RequestRefused) as caught:
        act()  # type: ignore[operator]
    return caught.value.code


def test_a_household_left_off_stops_the_posting_until_it_is_put_right(
    left_off: tuple[Workplace, str, int],
) -> None:
    office, code, key = left_off
    found = roll_check(office, code)
    assert (found.households, found.represented, found.lines) == (91, 90, 90)
    assert [(one.kind, one.household, one.open) for one in found.differences] == [("unlisted", key, True)]
    assert "Phùn Văn Sót" in found.differences[0].sentence
    with pytest.raises(RequestRefused) as caught:
        post_roll(office, code, Posting(POSTED))
    assert caught.value.code == "roll.differences"
    assert caught.value.context == {"number": 1, "households": 91, "represented": 90}
    assert posting(office, code).posted_on is None
    # The plan of the meeting writes the same day, and is held to the same.
    assert refusal(lambda: change_plan(office, code, roll_posted_on=POSTED)) == "roll.differences"
    edit_household(office, key, "starts_on", None)
    assert post_roll(office, code, Posting(POSTED)).posted_on == POSTED
    assert roll_check(office, code).represented == 91


def test_the_comparison_says_how_far_it_is(left_off: tuple[Workplace, str, int]) -> None:
    office, code, _ = left_off
    told: list[tuple[int, int]] = []
    with telling(lambda done, total, _: told.append((done, total))):
        roll_page(office, code)
    assert [done for done, _ in told if done] == [1, 2, 3, 4]
    assert {total for done, total in told if done} == {5}


def test_or_until_it_is_explained_by_somebody(left_off: tuple[Workplace, str, int]) -> None:
    office, code, _ = left_off
    (one,) = roll_check(office, code).differences
    assert (
        refusal(lambda: explain_difference(office, code, one.key, " ", "Bàn Thị Ảo")) == "difference.reason"
    )
    assert refusal(lambda: explain_difference(office, code, one.key, "chuyển đến sau", "")) == "difference.by"
    found = explain_difference(office, code, one.key, "chuyển đến sau ngày bầu", "Bàn Thị Ảo")
    assert (found.open, found.differences[0].reason) == (0, "chuyển đến sau ngày bầu")
    assert found.differences[0].at is not None
    assert withdraw_explanation(office, code, one.key).open == 1
    explain_difference(office, code, one.key, "chuyển đến sau ngày bầu", "Bàn Thị Ảo")
    post_roll(office, code, Posting(POSTED, commune.DAY, "Nhà văn hóa"))
    kept = posting(office, code)
    assert (kept.posted_on, kept.until, kept.places) == (POSTED, commune.DAY, "Nhà văn hóa")


def test_a_posting_ends_after_it_begins_and_before_the_meeting_is_over(office: Workplace) -> None:
    code = commune.listed(office)
    post_roll(office, code, Posting(POSTED))
    for last in (POSTED - timedelta(days=1), commune.DAY + timedelta(days=1)):
        assert refusal(lambda day=last: post_roll(office, code, Posting(POSTED, day))) == "roll.until"
    assert refusal(lambda: post_roll(office, code, Posting(commune.DAY))) == "plan.posted"


def test_a_head_who_died_is_followed_by_a_member_and_the_roll_says_so(office: Workplace) -> None:
    code = commune.listed(office)
    home = next(line.id for line in households(office, commune.HAMLET).lines if line.head == "Vi Văn Áng")
    end_head(office, home, EndReason.DIED, date(2024, 11, 2))
    (one,) = roll_check(office, code).differences
    assert (one.kind, one.household) == ("died", home)
    wife = write_member(office, home, MemberSaid("Lường Thị Ngoan", relation="Vợ"))
    end_head(office, home, EndReason.DIED, date(2024, 11, 2), wife)
    assert roll_check(office, code).differences == ()
    lines = household_members(office, home)
    assert [(line.name, line.end_reason) for line in lines] == [
        ("Lường Thị Ngoan", None),
        ("Vi Văn Áng", EndReason.DIED),
    ]
    assert "Lường Thị Ngoan" in _names(office, code)


def test_a_member_or_somebody_authorised_votes_in_place_of_the_head_and_stays_on_the_frozen_roll(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    first, second = (line.id for line in households(office, commune.HAMLET).lines[:2])
    son = write_member(office, first, MemberSaid("Hoàng Văn Con", "2010"))
    represent(office, first, household_members(office, first)[1].person)
    assert [one.kind for one in roll_check(office, code).differences] == ["under_age"]
    grown = MemberSaid("Hoàng Văn Con", "1999")
    write_member(office, first, grown, son)
    authorise(office, second, "Ma Thị Thay", "", Paper("3/GUQ", date(2024, 11, 15)))
    assert roll_check(office, code).differences == ()
    assert {"Hoàng Văn Con", "Ma Thị Thay"} <= set(_names(office, code))
    print_ballots(office, code)
    represent(office, second, None)
    gone = replace(grown, end_reason=EndReason.MOVED, ends_on=date(2024, 11, 20))
    write_member(office, first, gone, son)
    assert {"Hoàng Văn Con", "Ma Thị Thay"} <= set(_names(office, code)), "the frozen roll stays"
    with reading(office.database) as session:
        told = {one.name: one.authority for one in electors_of(session, election_of(session, code))}
    assert (told["Hoàng Văn Con"], told["Ma Thị Thay"]) == ("member", "authorised")


def test_what_came_and_went_after_the_posting_is_told(office: Workplace) -> None:
    code = commune.listed(office)
    post_roll(office, code, Posting(POSTED))
    line = households(office, commune.HAMLET).lines[3]
    end_household(office, line.id, date(2024, 11, 20))
    add_household(office, commune.HAMLET, "Bùi Văn Mới")
    with reading(office.database) as session:
        found = changes_since_posted(session, election_of(session, code))
    assert [one.name for one in found.added] == ["Bùi Văn Mới"]
    assert [(one.name, one.reason) for one in found.removed] == [
        (line.head, "Hộ thôi ở thôn từ sau 20/11/2024")
    ]


def test_who_follows_a_head_who_died_after_the_posting_comes_and_the_dead_goes(office: Workplace) -> None:
    code = commune.listed(office)
    post_roll(office, code, Posting(POSTED))
    home = next(line.id for line in households(office, commune.HAMLET).lines if line.head == "Vi Văn Áng")
    wife = write_member(office, home, MemberSaid("Lường Thị Ngoan", "1961", relation="Vợ"))
    dead = household_members(office, home)[0].person
    end_head(office, home, EndReason.DIED, date(2024, 11, 20), wife)
    with reading(office.database) as session:
        found = changes_since_posted(session, election_of(session, code))
    assert [(one.name, one.birth, one.reason) for one in found.added] == [
        ("Lường Thị Ngoan", "1961", "Đại diện hộ thay Vi Văn Áng")
    ]
    assert [(one.name, one.reason) for one in found.removed] == [
        ("Vi Văn Áng", "Chết 20/11/2024; nay Lường Thị Ngoan đại diện hộ")
    ]
    removed = one_line(make_paper(office, code, "roll-removals", "full").content)
    assert "Vi Văn Áng" in removed
    head_is_back(office, home, dead)
    with reading(office.database) as session:
        assert changes_since_posted(session, election_of(session, code)) == RollChanges()


def test_an_objection_is_settled_and_can_be_corrected(office: Workplace) -> None:
    code = commune.listed(office)
    said = Objection("Chìu Văn Mẫu", POSTED, "thiếu hộ nhà tôi", "hộ Chìu Văn Mẫu")
    key = write_objection(office, code, said)
    late = Settlement(True, "đã thêm hộ", commune.DAY)
    assert refusal(lambda: write_objection(office, code, said, late, key)) == "objection.settled_day"
    made = Settlement(True, "đã thêm hộ vào sổ", POSTED)
    write_objection(office, code, said, made, key)
    (kept,) = objections(office, code)
    assert (kept.objection, kept.settlement) == (said, made)
    assert refusal(lambda: remove_objection(office, code, key)) == "objection.settled"
    write_objection(office, code, Objection("Chìu Văn Mẫu", POSTED, "sai tên chủ hộ"), None, key)
    assert objections(office, code)[0].objection.what == "sai tên chủ hộ"
    remove_objection(office, code, key)
    assert objections(office, code) == ()


def _names(office: Workplace, code: str) -> list[str]:
    with reading(office.database) as session:
        return [one.name for one in electors_of(session, election_of(session, code))]


def test_where_the_commune_let_all_voters_elect_the_roll_is_drawn_from_the_members(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = datetime(2022, 5, 10, 1, 0, tzinfo=UTC)
    code = commune.listed(office, held_on=BEFORE_2023, term_from=BEFORE_2023, term_to=date(2024, 12, 5))
    first, second = (line.id for line in households(office, commune.HAMLET).lines[:2])
    write_member(office, first, MemberSaid("Hoàng Văn Con", "05/06/2004", relation="Con"))
    write_member(office, first, MemberSaid("Hoàng Văn Út", "06/06/2004", relation="Con"))
    away = MemberSaid("Ma Thị Xa", "1970", end_reason=EndReason.AWAY, ends_on=date(2022, 1, 1))
    write_member(office, second, away)
    choose_electorate(office, code, voters=True)
    page = roll_page(office, code)
    assert (page.voters, page.total) == (True, len(commune.HEADS) + 1)
    assert "Hoàng Văn Con" in _names(office, code)
    assert not {"Hoàng Văn Út", "Ma Thị Xa"} & set(_names(office, code))
    write_member(office, second, MemberSaid("Ma Văn Ẩn"))
    assert [one.kind for one in roll_check(office, code).differences] == ["no_birth"]
    print_ballots(office, code)
    page = roll_page(office, code)
    assert (page.voters, page.total, page.problems, page.may_choose) == (True, 13, (), False)
    added = write_member(office, second, MemberSaid("Ma Văn Thêm", "1980"))
    (late,) = [one for one in unlisted_electors(office, code) if one.name == "Ma Văn Thêm"]
    assert supplement(office, code, late.elector, "mới về thôn").electorate == 14
    assert added
    minutes = make_paper(office, code, "counting-minutes", "blank")
    assert minutes.content


def test_todays_law_knows_representatives_of_households_alone(office: Workplace) -> None:
    code = commune.listed(office)
    assert not roll_page(office, code).may_choose
    assert refusal(lambda: choose_electorate(office, code, voters=True)) == "roll.voters"


def test_what_differs_and_what_changed_is_printed(office: Workplace) -> None:
    code = commune.listed(office)
    key = add_household(office, commune.HAMLET, "Phùn Văn Sót")
    edit_household(office, key, "starts_on", commune.DAY + timedelta(days=1))
    (one,) = roll_check(office, code).differences
    explain_difference(office, code, one.key, "chuyển đến sau ngày bầu", "Bàn Thị Ảo")
    said = one_line(make_paper(office, code, "roll-check", "full").content)
    assert "Sổ hộ: 13 hộ; trong đó có trong danh sách: 12 hộ." in said
    assert "chuyển đến sau ngày bầu (Bàn Thị Ảo, 18/11/2024)" in said
    post_roll(office, code, Posting(POSTED, commune.DAY, "Nhà văn hóa thôn"))
    assert "đến hết ngày 08 tháng 12 năm 2024 tại Nhà văn hóa thôn" in one_line(
        make_paper(office, code, "posted-roll", "half").content
    )
    add_household(office, commune.HAMLET, "Bùi Văn Mới")
    assert "Bùi Văn Mới" in one_line(make_paper(office, code, "roll-supplements", "full").content)
    removed = one_line(make_paper(office, code, "roll-removals", "full").content)
    assert "Không có trường hợp nào." in removed
