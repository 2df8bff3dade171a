from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from desktop.errors import RequestRefused, StepRefused
from desktop.models.elections import Election
from desktop.models.people import Household
from desktop.models.places import Unit
from desktop.models.rolls import RollEntry
from desktop.models.store.session import reading, writing
from desktop.services.counting import counts
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.rolls import freezing, supplements
from desktop.services.elections.rolls.posting import Posting, post_roll
from desktop.services.elections.rolls.views import roll_page
from desktop.services.office.checking import check_office
from desktop.services.office.log import LogFilter, log_part
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballot_trials import trial_ballots
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.making import make_paper, register_printed
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import (
    CODE,
    DAY,
    NOBODY,
    OPENS,
    OTHER_HAMLET,
    TYPED,
    agree,
    finalised,
    listed,
    meeting,
    plan,
    printed,
    row,
    store,
    traces,
)
from tests.offices.opening import open_meeting
from tests.printing.pages import one_line


def newcomer(office: Workplace, name: str = "Vàng A Páo") -> int:
    store(office, [row(name)])
    with reading(office.database) as session:
        return session.scalars(select(Household.id).order_by(Household.id.desc())).first() or 0


def entries(office: Workplace) -> list[tuple[int, str, int]]:
    with reading(office.database) as session:
        lines = session.scalars(select(RollEntry).order_by(RollEntry.number))
        return [(line.number, line.representative, line.supplement) for line in lines]


def on_the_board(office: Workplace, code: str) -> int:
    return next(row.electorate for row in board(office).rows if row.election == code)


def test_a_trial_sheet_freezes_nothing_and_is_not_kept(office: Workplace) -> None:
    code = listed(office)
    before = traces(office)
    assert "KHÔNG" in one_line(trial_ballots(office, code)).upper()
    assert traces(office) == before
    assert printed_papers(office, code) == ()


def test_the_first_real_ballots_freeze_roll_and_statute(office: Workplace) -> None:
    code = printed(office)
    (ballots,) = printed_papers(office, code)
    assert (ballots.form, ballots.copies) == ("hamlet-ballot", 12 + 3)
    assert [number for number, _, _ in entries(office)] == list(range(1, 13))
    # By given name: Áng, Bình, Chớ … Ỷ after Yên.
    assert [name for _, name, _ in entries(office)][:3] == ["Vi Văn Áng", "Tằng Văn Bình", "Giàng A Chớ"]
    with reading(office.database) as session:
        election = session.scalars(select(Election)).one()
        assert (election.statute, election.statute_bytes is not None) == ("nd59-2023", True)


def test_households_added_after_the_freeze_are_not_on_the_roll(office: Workplace) -> None:
    code = printed(office)
    newcomer(office)
    open_meeting(office, code, OPENS)
    agree(office, code)
    assert len(entries(office)) == 12
    assert counts.review(office, code).outcome == "elected"
    assert counts.finalise(office, code).elected == ("Lò Thị Ơn",)


def test_supplements_are_numbered_on_until_the_meeting_opens(office: Workplace) -> None:
    code = printed(office)
    first, second = newcomer(office), newcomer(office, "Sùng Thị Ghênh")
    assert supplements.supplement(office, code, first, "mới tách hộ").electorate == 13
    assert supplements.supplement(office, code, second, "mới chuyển đến").supplements == 2
    assert entries(office)[-2:] == [(13, "Vàng A Páo", 1), (14, "Sùng Thị Ghênh", 2)]
    third = newcomer(office, "Cứ A Lử")
    open_meeting(office, code, OPENS)
    before = traces(office)
    with pytest.raises(StepRefused):
        supplements.supplement(office, code, third, "đến muộn")
    assert traces(office) == before
    # 15 ballots were printed for 12: the two who came later vote with them.
    agree(office, code)
    assert counts.review(office, code).problems == ()
    counts.finalise(office, code)
    assert "Tổng số đại diện hộ gia đình của thôn: 14" in one_line(print_minutes(office, code).content)


def test_a_supplement_needs_a_reason_and_a_household_of_the_hamlet_not_listed_yet(office: Workplace) -> None:
    code = listed(office)
    household = newcomer(office)
    with pytest.raises(StepRefused):
        supplements.supplement(office, code, household, "chưa chốt")
    print_ballots(office, code)
    store(office, [row("Người khu phố")], OTHER_HAMLET)
    for number, reason, refusal in (
        (household, "đã có", "roll.household"),
        (household + 1, "khác thôn", "roll.household"),
        (999, "không có", "roll.household"),
        (household + 1, "  ", "roll.reason"),
    ):
        before = traces(office)
        with pytest.raises(RequestRefused) as caught:
            supplements.supplement(office, code, number, reason)
        assert caught.value.code == refusal
        assert traces(office) == before


def test_the_last_supplement_is_taken_back_and_its_number_comes_again(office: Workplace) -> None:
    code = printed(office)
    wrong, right = newcomer(office), newcomer(office, "Sùng Thị Ghênh")
    supplements.supplement(office, code, wrong, "nhầm hộ")
    supplements.supplement(office, code, right, "mới chuyển đến")
    with pytest.raises(RequestRefused) as caught:
        supplements.take_back(office, code, 1)  # a line stands after it
    assert caught.value.code == "roll.not_last"
    assert supplements.take_back(office, code, 2) == freezing.RollView(electorate=13, supplements=1)
    assert supplements.take_back(office, code, 1).electorate == 12
    for number in (0, 1):
        with pytest.raises(RequestRefused) as caught:
            supplements.take_back(office, code, number)
        assert caught.value.code == "roll.not_last"
    supplements.supplement(office, code, right, "mới chuyển đến")
    assert entries(office)[-1] == (13, "Sùng Thị Ghênh", 1)
    assert roll_page(office, code).problems == ()
    said = [line.action for line in log_part(office, LogFilter(subject="elections"), limit=6).lines]
    assert said.count("Hoàn tác bổ sung danh sách") == 2
    assert check_office(office).findings == ()


def test_a_supplement_stays_once_the_meeting_is_open(office: Workplace) -> None:
    code = printed(office)
    supplements.supplement(office, code, newcomer(office), "mới tách hộ")
    open_meeting(office, code, OPENS)
    before = traces(office)
    with pytest.raises(StepRefused):
        supplements.take_back(office, code, 1)
    assert traces(office) == before
    with pytest.raises(IntegrityError, match="the roll is frozen"), writing(office.database) as session:
        session.execute(text("DELETE FROM roll_entries WHERE supplement = 1"))


@pytest.mark.parametrize("form", supplements.READ_FROM)
def test_a_supplement_that_a_paper_shows_stays(office: Workplace, form: str) -> None:
    code = printed(office)
    post_roll(office, code, Posting(office.today()))
    supplements.supplement(office, code, newcomer(office), "mới tách hộ")
    made = make_paper(office, code, form, "half")
    assert roll_page(office, code).may_take_back == 1  # looked at, it is nobody's paper yet
    register_printed(office, made)
    assert roll_page(office, code).may_take_back == 0
    with pytest.raises(RequestRefused) as caught:
        supplements.take_back(office, code, 1)
    assert caught.value.code == "roll.read"
    supplements.supplement(office, code, newcomer(office, "Sùng Thị Ghênh"), "mới chuyển đến")
    assert roll_page(office, code).may_take_back == 2  # which no paper shows


def test_of_frozen_lines_none_goes_and_of_supplements_none_but_the_last(office: Workplace) -> None:
    code = printed(office)
    for name in ("Vàng A Páo", "Sùng Thị Ghênh"):
        supplements.supplement(office, code, newcomer(office, name), "mới chuyển đến")
    for which in ("supplement = 0 AND number = 12", "supplement = 1"):
        with pytest.raises(IntegrityError, match="the roll is frozen"), writing(office.database) as session:
            session.execute(text(f"DELETE FROM roll_entries WHERE {which}"))  # noqa: S608 - of this test


def test_a_household_that_moved_away_before_the_day_is_not_on_the_roll(office: Workplace) -> None:
    with writing(office.database) as session:
        household = session.get_one(Household, 1)
        household.ends_on = DAY.replace(day=7)
    printed(office)
    assert len(entries(office)) == 11


@pytest.mark.parametrize(
    ("change", "days", "listed_households"),
    [("ends_on", 0, 12), ("ends_on", -1, 11), ("starts_on", 0, 12), ("starts_on", 1, 11)],
)
def test_a_household_votes_from_its_first_day_here_to_its_last(
    office: Workplace, change: str, days: int, listed_households: int
) -> None:
    with writing(office.database) as session:
        setattr(session.get_one(Household, 1), change, DAY + timedelta(days=days))
    code = listed(office)
    assert on_the_board(office, code) == listed_households
    print_ballots(office, code)
    assert len(entries(office)) == on_the_board(office, code) == listed_households


def test_no_ballot_is_printed_for_a_hamlet_without_households(office: Workplace) -> None:
    code = listed(office)
    with writing(office.database) as session:
        other = session.scalars(select(Unit).where(Unit.code == OTHER_HAMLET)).one()
        for household in session.scalars(select(Household)):
            household.hamlet = other
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        print_ballots(office, code)
    assert caught.value.code == "roll.empty"
    assert traces(office) == before


def test_a_roll_changed_behind_the_programs_back_is_e501(office: Workplace) -> None:
    code = meeting(office)
    with writing(office.database) as session:
        session.execute(text("DROP TRIGGER roll_entries_frozen_delete"))
        session.execute(text("DELETE FROM roll_entries WHERE number = 5"))
    agree(office, code)
    found = counts.review(office, code).unexplained
    assert ("E501", ("roll[5]",)) in {(problem.code, problem.fields) for problem in found}
    with pytest.raises(RequestRefused) as caught:
        counts.finalise(office, code)
    assert "E501" in (caught.value.where or "")


def test_another_household_in_place_of_one_on_the_roll_is_e501(office: Workplace) -> None:
    code = printed(office)
    other = newcomer(office)
    open_meeting(office, code, OPENS)
    with writing(office.database) as session:
        session.execute(text("DROP TRIGGER roll_entries_frozen_update"))
        session.execute(text(f"UPDATE roll_entries SET household_id = {other} WHERE number = 5"))  # noqa: S608
    agree(office, code)
    found = counts.review(office, code).unexplained
    assert [(problem.code, problem.fields) for problem in found] == [("E501", ("roll[5]",))]


def test_the_roll_of_a_second_round_is_the_first_rounds(office: Workplace, clock: TrainingClock) -> None:
    code = finalised(office, NOBODY)
    newcomer(office)
    clock.put(DAY.replace(day=20), 8, 0)
    decisions.order_again(office, code, "12/QĐ-UBND", DAY.replace(day=20), "chưa ai đủ số phiếu")
    next_vote.begin_round(office, code)
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    ballots = print_ballots(office, code)
    assert ballots.copies == 15
    with pytest.raises(RequestRefused) as caught:
        supplements.supplement(office, code, 13, "mới đến")
    assert (caught.value.code, caught.value.where) == ("roll.closed", CODE)


def test_show_of_hands_freezes_the_roll_without_ballots(office: Workplace) -> None:
    planning.plan_election(office, plan(ballot="hands"))
    list_candidates(office, CODE, [Nomination("Lò Thị Ơn")])
    with pytest.raises(RequestRefused) as caught:
        print_ballots(office, CODE)
    assert caught.value.code == "ballots.hands"
    assert freezing.close_roll(office, CODE) == freezing.RollView(electorate=12, supplements=0)
    with pytest.raises(StepRefused):
        freezing.close_roll(office, CODE)


def test_an_election_by_ballot_is_not_frozen_without_its_ballots(office: Workplace) -> None:
    code = listed(office)
    with pytest.raises(RequestRefused) as caught:
        freezing.close_roll(office, code)
    assert caught.value.code == "roll.ballots"
    assert planning.election(office, code).state == "listed"
    assert TYPED["issued"] + TYPED["unused"] == print_ballots(office, code).copies
