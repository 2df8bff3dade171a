"""The votes of a congress from its roll to the superior's answer, in branches of several sizes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.models.party import StandingKind
from desktop.models.posts import PostKind
from desktop.models.store.session import reading
from desktop.rules.attendance import Presence
from desktop.rules.voting_list import Origin
from desktop.services.congress import approval, bodies, closing, lists, roll, votes
from desktop.services.congress.lookup import congress_vote, contest_named, found_congress
from desktop.services.congress.planning import choose_posts
from desktop.services.congress.views import congress_view
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections import changes
from desktop.services.elections.lookup import statute_for
from desktop.services.party.post_views import post_lines
from tests.offices.congress_example import (
    AWAY,
    COMMITTEE,
    COUNTERS,
    DAY,
    EXEMPT,
    FIRST_VOTE,
    NAMES,
    Branch,
    bodies_chosen,
    called,
    counted,
    going_on,
    listed,
    make_branch,
    planned,
    printed,
)


@pytest.fixture
def thirty_one(tmp_path: Path) -> Branch:
    """The branch of the pictures: one member elsewhere, one exempt, neither there."""
    standings = {
        AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"),
        EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB"),
    }
    return make_branch(tmp_path / "office", 31, standings)


def ready(branch: Branch, **seats: int) -> str:
    code = planned(branch)
    posts = {"committee": 5, "secretary": 1, "deputy": 1} | seats
    choose_posts(branch.place, code, posts)
    return code


def failed(branch: Branch, code: str) -> set[str]:
    """Return who got half or less in every vote for the committee."""
    with reading(branch.place.database) as session:
        contest = contest_named(found_congress(session, code), "committee")
        statute = statute_for(branch.place, contest.election, DAY)
        lost = lists.half_or_less(session, contest, statute)
        stood = [each.candidate.person for vote in contest.rounds for each in vote.candidacies]
        return {person.name for person in stood if person.id in lost}


def facts(branch: Branch, vote: str) -> dict[str, object]:
    with reading(branch.place.database) as session:
        record = record_of(latest_count(session, congress_vote(session, vote)))
        found = record.facts
        return {
            "convened": found.entitled,
            "base": record.outcome.base.value,
            "unit": record.unit.name,
            "attempt": found.attempt,
            "vote": found.vote,
            "seats": found.seats,
        }


def test_a_branch_of_thirty_one_elects_five_with_a_run_off(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    bodies_chosen(branch, code, COUNTERS)
    listed(branch, code, "committee", *COMMITTEE)
    first = f"{code}.1"
    printed(branch, first)
    made = counted(branch, first, 29, FIRST_VOTE, valid=28, invalid=1)
    assert (made.outcome, made.next, made.elected) == ("run_off", "run_off", COMMITTEE[:4])
    assert facts(branch, first) == {
        "convened": 31,
        "base": 29,
        "unit": "Chi bộ thôn Nà Ếch",
        "attempt": 1,
        "vote": "first",
        "seats": 5,
    }
    run_off = votes.next_vote(branch.place, first)
    assert run_off == f"{code}.4"
    printed(branch, run_off)
    made = counted(branch, run_off, 29, {"Bùi Ngọc Anh": 14, "Dương Thị Lượng": 13}, valid=27, invalid=2)
    assert (made.outcome, made.elected) == ("elected", ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", "Vàng Xuân Long")
    printed(branch, f"{code}.2")
    assert counted(branch, f"{code}.2", 29, {"Vàng Xuân Long": 28}).outcome == "elected"
    listed(branch, code, "deputy", "Lò Thu Liễu")
    printed(branch, f"{code}.3")
    assert counted(branch, f"{code}.3", 29, {"Lò Thu Liễu": 29}).outcome == "elected"
    closing.close_congress(branch.place, code, branch.at(4))
    branch.clock.put(date(2025, 1, 10), 8, 0)
    closing.record_report_sent(branch.place, code, date(2025, 1, 10), "05-BC/CB")
    approval.record_received(branch.place, code, date(2025, 1, 10))
    branch.clock.put(date(2025, 1, 20), 8, 0)
    refused = [approval.Refused("deputy", "Lò Thu Liễu", "chưa đủ tiêu chuẩn")]
    approval.approve(branch.place, code, "31-QĐ/ĐU", date(2025, 1, 20), refused)
    held = [(post.kind, post.holder, post.starts_on) for post in post_lines(branch.place)]
    assert (PostKind.SECRETARY, "Vàng Xuân Long", DAY) in held
    assert [name for kind, name, _ in held if kind is PostKind.DEPUTY_SECRETARY] == []
    committee = {name for kind, name, _ in held if kind is PostKind.COMMITTEE_MEMBER}
    assert committee == set(COMMITTEE[:5])


def test_an_exempted_member_who_comes_late_adds_one_and_one_who_does_not_does_not(
    thirty_one: Branch,
) -> None:
    branch = thirty_one
    code = ready(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    bodies_chosen(branch, code, COUNTERS)
    listed(branch, code, "committee", *COMMITTEE)
    printed(branch, f"{code}.1")
    roll.record_presence(branch.place, code, branch.members[EXEMPT], Presence.PRESENT)
    counted(branch, f"{code}.1", 30, dict.fromkeys(COMMITTEE[:5], 30) | {COMMITTEE[5]: 0})
    assert facts(branch, f"{code}.1")["base"] == 30
    # Whoever leaves before the next vote, and was neither exempt nor excused, stays in its base.
    roll.record_presence(branch.place, code, branch.members[EXEMPT], Presence.ABSENT)
    roll.record_presence(branch.place, code, branch.members["Lý Ngọc Sơn"], Presence.ABSENT)
    listed(branch, code, "secretary", "Vàng Xuân Long")
    printed(branch, f"{code}.2")
    counted(branch, f"{code}.2", 28, {"Vàng Xuân Long": 28})
    assert facts(branch, f"{code}.2")["base"] == 29
    assert facts(branch, f"{code}.1")["base"] == 30


def test_a_branch_of_seven_elects_its_secretary_directly(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 7)
    code = planned(branch)
    with reading(branch.place.database) as session:
        congress = found_congress(session, code)
        assert [contest.code for contest in congress.election.contests] == ["secretary"]
    called(branch, code)
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", "Vàng Xuân Long")
    printed(branch, f"{code}.1")
    assert counted(branch, f"{code}.1", 7, {"Vàng Xuân Long": 4}).outcome == "elected"


def test_a_branch_of_nine_elects_three_of_four_then_secretary_and_deputy_from_them(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    called(branch, code, {NAMES[8]: Presence.EXCUSED})
    bodies_chosen(branch, code, ("Đặng Quốc Hưởng",))
    put_up, place = NAMES[:4], branch.place
    listed(branch, code, "committee", *put_up)
    printed(branch, f"{code}.1")
    counted(branch, f"{code}.1", 8, dict(zip(put_up, (8, 6, 5, 4), strict=True)))
    with pytest.raises(RequestRefused, match=r"congress\.list\.not_in_committee"):
        listed(branch, code, "secretary", put_up[3])
    lists.take_off(place, code, "secretary", branch.members[put_up[3]])
    for number, post, name, got in ((2, "secretary", put_up[0], 8), (3, "deputy", put_up[1], 5)):
        listed(branch, code, post, name)
        printed(branch, f"{code}.{number}")
        counted(branch, f"{code}.{number}", 8, {name: got})
    committee, secretary, deputy = congress_view(place, code).posts
    assert committee.elected == put_up[:3], "four of a base of eight is half, and elects nobody"
    assert (secretary.elected, deputy.elected) == (put_up[:1], put_up[1:2])
    closing.close_congress(place, code, branch.at(3))


def test_three_failed_votes_for_secretary_and_the_superior_appoints(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 8)
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", "Vàng Xuân Long")
    vote = f"{code}.1"
    for _ in range(2):
        printed(branch, vote)
        assert counted(branch, vote, 8, {"Vàng Xuân Long": 4}).outcome == "held_again"
        with pytest.raises(RequestRefused, match=r"congress\.going_on"):
            votes.next_vote(branch.place, vote)
        assert going_on(branch, vote, 5)
        vote = votes.next_vote(branch.place, vote)
        lists.close_list(branch.place, code, "secretary")
    printed(branch, vote)
    assert counted(branch, vote, 8, {"Vàng Xuân Long": 4}).next == "superior_appoints"
    with pytest.raises(RequestRefused, match=r"congress\.appointed"):
        votes.next_vote(branch.place, vote)
    closing.close_congress(branch.place, code, branch.at(4))
    with pytest.raises(RequestRefused, match=r"congress\.nobody"):
        approval.record_received(branch.place, code, DAY)


def test_a_void_vote_is_held_again_and_is_no_attempt(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Chìu A Dũng",))
    names = COMMITTEE[:4]
    listed(branch, code, "committee", *names)
    printed(branch, f"{code}.1")
    made = counted(
        branch, f"{code}.1", 9, dict(zip(names, (9, 9, 8, 2), strict=True)), returned=10, valid=10, unused=22
    )
    assert made.outcome == "void"
    assert not failed(branch, code), "nobody lost in what was no vote"
    again = votes.next_vote(branch.place, f"{code}.1")
    printed(branch, again)
    assert counted(branch, again, 9, dict(zip(names, (9, 9, 7, 2), strict=True))).outcome == "elected"
    assert facts(branch, again)["attempt"] == 1
    assert failed(branch, code) == {names[3]}


def test_a_planned_secretary_not_elected_to_the_committee_stops_the_vote(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    # The ballots of the secretary may be printed before the congress.
    names = COMMITTEE[:4]
    listed(branch, code, "committee", *names)
    listed(branch, code, "secretary", names[3])
    printed(branch, f"{code}.1")
    printed(branch, f"{code}.2")
    called(branch, code)
    bodies_chosen(branch, code, ("Chìu A Dũng",))
    with pytest.raises(RequestRefused, match=r"congress\.order"):
        votes.open_vote(branch.place, f"{code}.2", branch.at(1))
    counted(branch, f"{code}.1", 9, dict(zip(names, (9, 9, 7, 2), strict=True)))
    with pytest.raises(RequestRefused, match=r"congress\.not_in_committee"):
        votes.open_vote(branch.place, f"{code}.2", branch.at(2))


def test_somebody_of_the_floor_needs_more_than_thirty_percent_of_those_present(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    for name in COMMITTEE[:5]:
        lists.put_up(branch.place, code, "committee", branch.members[name])
    sixth = branch.members[COMMITTEE[5]]
    lists.put_up(branch.place, code, "committee", sixth, Origin.FLOOR, 8)
    with pytest.raises(RequestRefused, match=r"congress\.list\.not_consented"):
        lists.close_list(branch.place, code, "committee")
    lists.put_up(branch.place, code, "committee", sixth, Origin.FLOOR, 9)
    lists.close_list(branch.place, code, "committee")


def test_who_counts_does_not_stand_and_is_official(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9, probationary=1)
    code = planned(branch)
    listed(branch, code, "committee", *COMMITTEE[:4])
    with pytest.raises(RequestRefused, match=r"congress\.body\.stands"):
        bodies_chosen(branch, code, COMMITTEE[:1])
    with pytest.raises(RequestRefused, match=r"congress\.body\.official"):
        bodies_chosen(branch, code, ("Tằng Văn Bình",))


def test_who_counts_is_not_put_up_and_who_is_put_up_does_not_count(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    counter = "Chìu A Dũng"
    bodies_chosen(branch, code, (counter,))
    with pytest.raises(RequestRefused, match=r"congress\.nominee\.counts"):
        lists.put_up(branch.place, code, "secretary", branch.members[counter])
    lists.put_up(branch.place, code, "committee", branch.members[COMMITTEE[0]])
    with pytest.raises(RequestRefused, match=r"congress\.body\.stands"):
        bodies_chosen(branch, code, COMMITTEE[:1])
    lists.withdraw(branch.place, code, "committee", branch.members[COMMITTEE[0]], let_go=True)
    bodies_chosen(branch, code, COMMITTEE[:1])


def test_nobody_who_is_away_serves_in_a_body(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.EXCUSED})
    for name in (AWAY, EXEMPT):
        with pytest.raises(RequestRefused, match=r"congress\.body\.away"):
            bodies.choose(branch.place, code, "counting_head", 1, branch.members[name])
    roll.record_presence(branch.place, code, branch.members[EXEMPT], Presence.PRESENT)
    bodies.choose(branch.place, code, "counting_head", 1, branch.members[EXEMPT])


def test_no_more_hands_are_for_somebody_than_members_vote(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    with pytest.raises(RequestRefused, match=r"congress\.nominee\.hands"):
        lists.put_up(branch.place, code, "committee", branch.members[COMMITTEE[0]], Origin.FLOOR, 30)
    lists.put_up(branch.place, code, "committee", branch.members[COMMITTEE[0]], Origin.FLOOR, 29)


def test_how_many_are_elected_is_refused_when_it_is_written_not_when_a_list_is_closed(
    thirty_one: Branch,
) -> None:
    branch = thirty_one
    code = ready(branch)
    with pytest.raises(RequestRefused, match=r"congress\.list\.committee_too_large"):
        choose_posts(branch.place, code, {"committee": 8, "secretary": 1})
    with pytest.raises(RequestRefused, match=r"congress\.list\.one_seat"):
        choose_posts(branch.place, code, {"committee": 7, "secretary": 1, "deputy": 2})
    choose_posts(branch.place, code, {"committee": 7, "secretary": 1, "deputy": 1, "delegates": 12})


def test_a_long_list_is_closed_once_opinions_were_polled(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    for name in (*COMMITTEE, NAMES[12]):
        lists.put_up(branch.place, code, "committee", branch.members[name])
    with pytest.raises(RequestRefused, match=r"congress\.list\.over_surplus"):
        lists.close_list(branch.place, code, "committee")
    lists.close_list(branch.place, code, "committee", polled=True)


def test_an_absence_is_not_accepted_after_the_congress(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    excuse = {"reason": "ốm", "accepted_by": "Chi ủy"}
    member = branch.members[AWAY]
    late = DAY + timedelta(days=1)
    with pytest.raises(RequestRefused, match=r"congress\.excuse_day"):
        roll.record_presence(branch.place, code, member, Presence.EXCUSED, accepted_on=late, **excuse)
    roll.record_presence(branch.place, code, member, Presence.EXCUSED, accepted_on=DAY, **excuse)


def test_a_congress_is_not_announced_after_its_day(thirty_one: Branch) -> None:
    with pytest.raises(RequestRefused, match=r"congress\.announced"):
        planned(thirty_one, announced_on=DAY + timedelta(days=1))


def test_of_many_who_were_not_called_a_few_are_named(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    branch.at(0)
    with pytest.raises(RequestRefused) as refused:
        roll.read_report(branch.place, code, branch.at(0.2))
    assert refused.value.where == f"{', '.join(NAMES[:3])} và 28 người nữa"


def test_the_counting_step_shows_the_base_of_a_congress(thirty_one: Branch) -> None:
    branch = thirty_one
    code = ready(branch)
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    bodies_chosen(branch, code, COUNTERS)
    listed(branch, code, "committee", *COMMITTEE)
    printed(branch, f"{code}.1")
    counted(branch, f"{code}.1", 29, FIRST_VOTE, valid=28, invalid=1)
    shown = counting_view(branch.place, f"{code}.1")
    assert shown is not None
    assert shown.outcome is not None
    assert (shown.outcome.base, shown.outcome.base_kind, shown.outcome.needed) == (
        29,
        "convened_less_deductions",
        15,
    )
    assert shown.outcome.tied == ("Bùi Ngọc Anh", "Dương Thị Lượng")


def test_a_post_is_looked_up_by_its_word(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    with reading(branch.place.database) as session:
        congress = found_congress(session, code)
        assert contest_named(congress, "committee").post == "Chi ủy"
        with pytest.raises(RequestRefused, match=r"congress\.contest"):
            contest_named(congress, "delegates")


def test_a_congress_with_a_counted_vote_is_not_cancelled(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, ("Chìu A Dũng",))
    names = COMMITTEE[:4]
    listed(branch, code, "committee", *names)
    printed(branch, f"{code}.1")
    counted(branch, f"{code}.1", 9, dict(zip(names, (9, 9, 7, 2), strict=True)))
    with pytest.raises(StepRefused):
        changes.cancel_election(branch.place, code, changes.Because("hoãn", "1-QĐ/ĐU", DAY))


def test_a_vote_that_too_few_attended_is_held_again_with_its_list_or_left(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 8)
    code = planned(branch)
    away = dict.fromkeys(("Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức"), Presence.ABSENT)
    called(branch, code, away)
    bodies_chosen(branch, code, ("Bùi Ngọc Anh",))
    listed(branch, code, "secretary", "Vàng Xuân Long")
    printed(branch, f"{code}.1")
    assert counted(branch, f"{code}.1", 5, {"Vàng Xuân Long": 5}, explained=True).outcome == "no_quorum"
    with pytest.raises(RequestRefused, match=r"congress\.going_on"):
        votes.next_vote(branch.place, f"{code}.1")
    assert going_on(branch, f"{code}.1", 5)
    again = votes.next_vote(branch.place, f"{code}.1")
    roll.record_presence(branch.place, code, branch.members["Lò Thu Liễu"], Presence.PRESENT)
    printed(branch, again)
    assert counted(branch, again, 6, {"Vàng Xuân Long": 5}).outcome == "elected"
    assert facts(branch, again)["attempt"] == 1


def test_bodies_are_chosen_all_or_none(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    bodies_chosen(branch, code, ("Chìu A Dũng",))
    listed(branch, code, "committee", *COMMITTEE[:4])
    wanted = {
        ("counting_head", 1): branch.members["Bùi Ngọc Anh"],
        ("counting_member", 1): branch.members[COMMITTEE[0]],
    }
    with pytest.raises(RequestRefused, match=r"congress\.body\.stands"):
        bodies.choose_all(branch.place, code, wanted)
    assert congress_view(branch.place, code).bodies == (("counting_head", 1, "Chìu A Dũng"),)


def test_the_report_is_not_read_before_the_day(tmp_path: Path) -> None:
    branch = make_branch(tmp_path / "office", 9)
    code = planned(branch)
    branch.at(-24)
    roll.all_present(branch.place, code)
    with pytest.raises(RequestRefused, match=r"meeting\.before_day"):
        roll.read_report(branch.place, code, branch.place.clock())
