"""How long people's data is kept: nothing goes by itself, and nothing that an election rests on goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.errors import RequestRefused
from desktop.models.party import HomeContact, Member
from desktop.models.party import Standing as StandingRecord
from desktop.models.people import Household, ImportBatch, ImportRow, Person
from desktop.models.rolls import RollEntry
from desktop.models.store.session import reading
from desktop.services.elections import planning
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import election_of
from desktop.services.lists.batches import undo
from desktop.services.office.checking import check_office
from desktop.services.office.log import LogFilter, log_part
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.papers.kept import printed_papers
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.contacts import NewContact, add_contact, end_contact
from desktop.services.party.member_views import member
from desktop.services.party.members import add_member
from desktop.services.party.moves import Ending, Leaving, NewStanding, change_standing, leave
from desktop.services.party.standing import Standing
from desktop.services.people.households import households
from desktop.services.people.record import add_household, end_household, household
from desktop.services.people.retention import Deleted, Kept, delete_due, rules, set_rule
from tests.offices import election_example as example

HAMLET, OTHER = "06859-T01", "06859-T02"


@pytest.fixture
def held(tmp_path: Path) -> example.Example:
    """Return an office whose ballots are printed: its first hamlet's households stand on a frozen roll."""
    made = example.make_example(tmp_path / "office")
    example.print_ballots(made)
    return made


def count(place: Workplace, kind: type) -> int:
    with reading(place.database) as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def due(place: Workplace, kept: Kept) -> int:
    return next(rule.due for rule in rules(place) if rule.kept is kept)


def ordinary(place: Workplace) -> int:
    """Return a household on the roll whose head is neither a candidate nor runs the election."""
    return households(place, HAMLET, limit=200).lines[100].id


def test_without_a_rule_everything_is_kept_for_ever(held: example.Example) -> None:
    place = held.workplace
    end_household(place, ordinary(place), date(2024, 12, 6))
    held.clock.put(date(2099, 1, 1), 8, 0)
    assert [(rule.years, rule.until, rule.due) for rule in rules(place)] == [(None, None, 0)] * 3
    with pytest.raises(RequestRefused, match=r"retention\.nothing"):
        delete_due(place, Kept.ENDED)


@pytest.mark.parametrize("years", [0, 100, -1])
def test_a_rule_is_from_one_to_99_years(held: example.Example, years: int) -> None:
    with pytest.raises(RequestRefused, match=r"retention\.years"):
        set_rule(held.workplace, Kept.ENDED, years)
    assert all(rule.years is None for rule in rules(held.workplace))


def test_a_household_that_no_roll_knows_goes_whole_and_only_when_its_time_is_over(
    held: example.Example,
) -> None:
    place = held.workplace
    key = add_household(place, OTHER, "Phùn Văn Tạm")
    end_household(place, key, date(2024, 12, 6))
    set_rule(place, Kept.ENDED, 5)
    people, homes = count(place, Person), count(place, Household)
    held.clock.put(date(2029, 12, 6), 8, 0)
    assert due(place, Kept.ENDED) == 0
    held.clock.put(date(2029, 12, 7), 8, 0)
    assert due(place, Kept.ENDED) == 1
    assert count(place, Household) == homes, "a rule deletes nothing by itself"
    assert delete_due(place, Kept.ENDED) == Deleted(1)
    assert (count(place, Person), count(place, Household)) == (people - 1, homes - 1)
    assert due(place, Kept.ENDED) == 0
    assert check_office(place).problems == ()


def test_who_stands_on_a_frozen_roll_keeps_line_and_name_and_every_figure_stays(
    held: example.Example,
) -> None:
    place = held.workplace
    key = ordinary(place)
    before = household(place, key)
    assert before.identity
    papers = [paper.sha256 for paper in printed_papers(place, held.code)]
    with reading(place.database) as session:
        lines = session.execute(select(RollEntry.number, RollEntry.representative)).all()
    end_household(place, key, date(2024, 12, 6))
    set_rule(place, Kept.ENDED, 1)
    held.clock.put(date(2026, 1, 1), 8, 0)
    assert due(place, Kept.ENDED) == 1
    assert delete_due(place, Kept.ENDED) == Deleted(0, 1)
    after = household(place, key)
    assert after.name == before.name
    assert (after.identity, after.birth, after.sex, after.ethnic) == ("", "", "", "")
    with reading(place.database) as session:
        assert session.execute(select(RollEntry.number, RollEntry.representative)).all() == lines
        assert electorate_of(session, election_of(session, held.code)).frozen == len(lines)
    assert [paper.sha256 for paper in printed_papers(place, held.code)] == papers
    assert due(place, Kept.ENDED) == 0
    assert check_office(place).problems == ()


def test_a_candidate_keeps_what_the_ballot_said(held: example.Example) -> None:
    place = held.workplace
    name = planning.election(place, held.code).candidates[0]
    with reading(place.database) as session:
        head = session.scalars(select(Household.id).join(Person).where(Person.name == name)).one()
    before = household(place, head)
    end_household(place, head, date(2024, 12, 6))
    set_rule(place, Kept.ENDED, 1)
    held.clock.put(date(2030, 1, 1), 8, 0)
    assert due(place, Kept.ENDED) == 0
    assert (household(place, head).birth, household(place, head).identity) == (before.birth, before.identity)


def test_old_lists_forget_what_they_changed_and_the_register_stays(held: example.Example) -> None:
    place = held.workplace
    set_rule(place, Kept.LISTS, 2)
    people, rows = count(place, Person), count(place, ImportRow)
    assert rows > 0
    held.clock.put(date(2026, 12, 7), 8, 0)
    assert due(place, Kept.LISTS) == 1
    assert delete_due(place, Kept.LISTS) == Deleted(1)
    assert (count(place, ImportRow), count(place, Person)) == (0, people)
    assert check_office(place).problems == ()
    for batch in range(1, count(place, ImportBatch) + 1):
        with pytest.raises(RequestRefused) as refused:
            undo(place, batch)
        assert (refused.value.code, refused.value.context["reason"]) == ("import.used", "forgotten")
    assert count(place, Person) == people


def test_a_side_keeps_and_deletes_its_own_alone(held: example.Example) -> None:
    place = held.workplace
    for kept in Kept:
        set_rule(place, kept, 1)
    held.clock.put(date(2030, 1, 1), 8, 0)
    party, elections = (replace(place, side=side) for side in (Side.PARTY, Side.ELECTIONS))
    assert [rule.kept for rule in rules(party)] == [Kept.MEMBERS, Kept.LISTS]
    assert [rule.kept for rule in rules(elections)] == [Kept.ENDED, Kept.LISTS]
    for side, kept, code in ((party, Kept.ENDED, "side.elections"), (elections, Kept.MEMBERS, "side.party")):
        for does in (lambda: set_rule(side, kept, 2), lambda: delete_due(side, kept)):  # noqa: B023 - called at once
            with pytest.raises(RequestRefused) as refused:
                does()
            assert refused.value.code == code
    assert (due(party, Kept.LISTS), due(elections, Kept.LISTS)) == (0, 1), "households were taken in"


def test_the_log_says_that_something_was_deleted_and_not_whose(held: example.Example) -> None:
    place = held.workplace
    key = add_household(place, OTHER, "Phùn Văn Tạm")
    end_household(place, key, date(2024, 12, 6))
    set_rule(place, Kept.ENDED, 1)
    held.clock.put(date(2030, 1, 1), 8, 0)
    delete_due(place, Kept.ENDED)
    newest = log_part(place, LogFilter()).lines[0]
    assert (newest.action, newest.fields, newest.about) == ("Xóa dữ liệu hết hạn giữ", "hộ đã thôi", "")
    assert "Phùn" not in repr(log_part(place, LogFilter(), limit=10_000))
    with reading(place.database) as session:
        gone = session.scalars(select(ImportRow).where(ImportRow.record_kind == "Household")).all()
    assert key not in {row.record_id for row in gone}


def test_members_who_left_go_after_their_years_and_who_heads_a_household_stays_there(
    held: example.Example,
) -> None:
    place = held.workplace
    add_hamlet_branches(place)
    branch = branch_lines(place)[0].code
    head = household(place, ordinary(place))
    today = place.today()
    gone = add_member(place, branch, "Tằng A Xa", "022088000111")
    known = add_member(place, branch, head.name, head.identity)
    here = add_member(place, branch, "Tằng A Ở")
    for key in (gone, known):
        change_standing(place, key, NewStanding(Standing.EXEMPT, today))
        leave(place, key, Leaving(Ending.DIED, today))
    contact = add_contact(place, branch, NewContact("Bàn Thị Xa", "Chi bộ trường", today))
    end_contact(place, contact, today)
    before = count(place, Person)
    set_rule(place, Kept.MEMBERS, 5)
    assert due(place, Kept.MEMBERS) == 0
    held.clock.put(date(today.year + 6, 1, 1), 8, 0)
    assert due(place, Kept.MEMBERS) == 3
    assert delete_due(place, Kept.MEMBERS) == Deleted(3)
    assert (count(place, Member), count(place, StandingRecord), count(place, HomeContact)) == (1, 0, 0)
    # Whom nothing else knows is gone; the head of a household is not.
    assert count(place, Person) == before - 2
    assert household(place, head.id).identity == head.identity
    assert member(place, here).name == "Tằng A Ở"
    assert check_office(place).problems == ()
