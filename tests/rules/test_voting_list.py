"""The list of a vote at a congress: its number, who comes from the floor, who is let go."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.rules.library import Library
from desktop.rules.statute import Statute
from desktop.rules.voting_list import (
    ListFault,
    Nominee,
    Origin,
    ballot_of,
    list_findings,
    most_on_list,
    posts_in_order,
    stands,
)

DAY = date(2026, 8, 2)


@pytest.fixture(scope="session")
def statute(library: Library) -> Statute:
    return library.in_force("branch_congress", DAY)


def put_up(count: int) -> list[Nominee]:
    return [Nominee(f"Người {number}") for number in range(1, count + 1)]


def faults(statute: Statute, post: str, seats: int, nominees: list[Nominee], **about: Any) -> list[ListFault]:
    told = {"official_members": 31, "present": 26, **about}
    return [each.fault for each in list_findings(statute, post, seats, nominees, **told)]


@pytest.mark.parametrize(
    ("members", "posts"),
    [
        (8, ("secretary", "deputy", "delegates")),
        (9, ("committee", "secretary", "deputy", "delegates")),
    ],
)
def test_nine_official_members_elect_a_committee_first(
    statute: Statute, members: int, posts: tuple[str, ...]
) -> None:
    assert posts_in_order(statute, members) == posts


@pytest.mark.parametrize(
    ("post", "seats", "most"),
    [
        ("committee", 3, 4),
        ("committee", 5, 6),
        ("committee", 6, 7),
        ("committee", 7, 9),
        ("delegates", 3, 4),
        ("delegates", 10, 13),
        ("secretary", 1, None),
    ],
)
def test_a_list_holds_so_many_more_than_the_seats(
    statute: Statute, post: str, seats: int, most: int | None
) -> None:
    assert most_on_list(statute, post, seats) == most


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (4, [ListFault.SHORT]),
        (5, [ListFault.NO_SURPLUS]),
        (6, []),
        (7, [ListFault.OVER_SURPLUS]),
    ],
)
def test_a_committee_of_five_stands_on_a_list_of_six(
    statute: Statute, number: int, found: list[ListFault]
) -> None:
    assert faults(statute, "committee", 5, put_up(number)) == found


def test_a_longer_list_is_let_through_once_opinions_were_polled(statute: Statute) -> None:
    assert faults(statute, "committee", 5, put_up(8), polled=True) == []


@pytest.mark.parametrize(("hands", "stands_then"), [(7, False), (8, True), (None, False)])
def test_over_thirty_percent_of_those_present_put_somebody_of_the_floor_on_the_list(
    statute: Statute, hands: int | None, stands_then: bool
) -> None:
    # 30 % of 26 is 7.8; of 20 exactly 6, which is not over it.
    nominee = Nominee("Nông Văn Chiến", Origin.FLOOR, consents=hands)
    assert stands(statute, nominee, 26) is stands_then
    assert not stands(statute, Nominee("Lý A Sáng", Origin.SELF, consents=6), 20)
    assert stands(statute, Nominee("Lý A Sáng", Origin.SELF, consents=7), 20)


def test_who_was_put_up_is_taken_off_only_if_the_congress_agrees(statute: Statute) -> None:
    asks = [*put_up(5), Nominee("Hoàng Văn Bảo", withdraws=True)]
    assert faults(statute, "committee", 5, asks) == [ListFault.NOT_LET_GO]
    let_go = [*put_up(6), Nominee("Hoàng Văn Bảo", withdraws=True, let_go=True)]
    assert faults(statute, "committee", 5, let_go) == []


def test_a_secretary_comes_from_the_committee_where_there_is_one(statute: Statute) -> None:
    inside, outside = Nominee("A", in_committee=True), Nominee("B", in_committee=False)
    assert faults(statute, "secretary", 1, [inside]) == []
    assert faults(statute, "secretary", 1, [outside]) == [ListFault.NOT_IN_COMMITTEE]
    assert faults(statute, "secretary", 1, [Nominee("C")], official_members=7, present=7) == []


def test_numbers_that_no_congress_may_decide_on(statute: Statute) -> None:
    assert faults(statute, "committee", 8, put_up(10)) == [ListFault.COMMITTEE_TOO_LARGE]
    assert ListFault.TOO_SMALL_FOR_COMMITTEE in faults(statute, "committee", 3, put_up(4), official_members=8)
    assert faults(statute, "deputy", 2, put_up(2)) == [ListFault.ONE_SEAT]
    assert ListFault.NO_BRANCH in faults(statute, "secretary", 1, put_up(1), official_members=2, present=2)


def test_a_surplus_is_struck_and_without_one_each_row_is_agreed_to_or_not(statute: Statute) -> None:
    assert ballot_of(statute, 5, 6) == "strike"
    assert (ballot_of(statute, 5, 5), ballot_of(statute, 1, 1)) == ("agree", "agree")
