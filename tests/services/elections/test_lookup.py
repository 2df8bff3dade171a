"""A vote is found by its code: the election's own, or with the number of the vote."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.elections import ContestKind
from desktop.models.store.session import reading
from desktop.rules.vote_state import VoteState
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.planning import election_code
from desktop.services.office.workplace import Workplace
from desktop.services.results import decisions, next_vote
from tests.offices import commune


def held_twice(office: Workplace) -> str:
    """Return an election whose first vote elected nobody and whose second has begun."""
    code = commune.finalised(office, commune.NOBODY)
    decisions.order_again(office, code, "103/QĐ-UBND", date(2024, 12, 10), "không ai đủ số phiếu")
    next_vote.begin_round(office, code)
    return code


def test_the_elections_own_code_means_the_vote_that_is_being_held(office: Workplace) -> None:
    code = held_twice(office)
    with reading(office.database) as session:
        assert vote_of(session, code).number == 2
        assert [vote_of(session, f"{code}.{number}").number for number in (1, 2)] == [1, 2]


def test_a_vote_that_is_held_again_stays_as_it_was_decided(office: Workplace) -> None:
    code = held_twice(office)
    with reading(office.database) as session:
        states = [state_of(vote_of(session, f"{code}.{number}")) for number in (1, 2)]
    assert states == [VoteState.TO_HOLD_AGAIN, VoteState.DRAFT]


@pytest.mark.parametrize("wrong", [".3", ".0", ".02", ".x", "."])
def test_a_vote_that_is_not_there_is_refused_by_its_code(office: Workplace, wrong: str) -> None:
    code = held_twice(office) + wrong
    with reading(office.database) as session, pytest.raises(RequestRefused) as caught:
        vote_of(session, code)
    assert (caught.value.code, caught.value.where) == ("unknown.election", code)


def test_a_hamlet_may_elect_its_head_and_hold_its_congress_on_one_day() -> None:
    codes = {election_code("06859-T01", date(2026, 7, 5), kind) for kind in ContestKind}
    assert codes == {"06859-T01-20260705", "06859-T01-20260705-dh"}
