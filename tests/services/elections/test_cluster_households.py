"""Which household meets with which cluster: counted from the roll, who is left out, one roll throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.services.elections import planning
from desktop.services.elections.cluster_households import cluster_households, place_households
from desktop.services.elections.clusters import (
    change_clusters,
    cluster_plan,
    drop_cluster,
    record_cluster,
)
from desktop.services.elections.rolls import supplements
from desktop.services.elections.rolls.views import roll_page
from desktop.services.elections.unplanning import take_back_plan
from desktop.services.lists import batches
from desktop.services.papers.ballots import print_ballots
from desktop.services.people.record import add_household
from tests.offices import commune
from tests.offices.opening import open_meeting

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace


def _two(office: Workplace, code: str) -> list[int]:
    """Make two clusters, and return the households of the roll in its order."""
    change_clusters(office, code, scattered=True)
    record_cluster(office, code, 1, name="Xóm Trên")
    record_cluster(office, code, 2)
    return [row.household for row in cluster_households(office, code).rows]


def _sizes(office: Workplace, code: str) -> list[int | None]:
    return [one.households for one in cluster_plan(office, code).clusters]


def test_clusters_are_counted_from_their_households_and_who_is_left_out_is_told(office: Workplace) -> None:
    code = commune.listed(office)
    households = _two(office, code)
    assert not cluster_plan(office, code).counted
    place_households(office, code, dict.fromkeys(households[:7], 1) | dict.fromkeys(households[7:11], 2))
    plan = cluster_plan(office, code)
    assert (plan.counted, plan.left_out, _sizes(office, code)) == (True, 1, [7, 4])
    place_households(office, code, {households[0]: 2, households[1]: 0, households[11]: 2})
    found = cluster_households(office, code)
    assert ([one.households for one in found.clusters], found.left_out) == ([5, 6], 1)
    assert [row.number for row in found.rows if row.cluster == 0] == [2]
    with pytest.raises(RequestRefused) as caught:
        record_cluster(office, code, 1, households=7)
    assert caught.value.code == "clusters.counted"
    drop_cluster(office, code, 1)
    assert (_sizes(office, code), cluster_households(office, code).left_out) == ([6], 6)


def test_a_cluster_that_is_not_there_or_a_household_of_another_hamlet_changes_nothing(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    households = _two(office, code)
    for placed, refused in (
        ({households[0]: 1, households[1]: 3}, "clusters.none"),
        ({0: 1}, "clusters.household"),
    ):
        with pytest.raises(RequestRefused) as caught:
            place_households(office, code, placed)
        assert caught.value.code == refused
    assert cluster_households(office, code).left_out == 12


def test_a_household_of_a_supplement_has_to_be_put_into_a_cluster_first(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    households = _two(office, code)
    place_households(office, code, dict.fromkeys(households[:7], 1) | dict.fromkeys(households[7:], 2))
    print_ballots(office, code)
    new = add_household(office, commune.HAMLET, "Nông Văn Mới")
    supplements.supplement(office, code, new, "mới tách hộ")
    with pytest.raises(RequestRefused) as caught:
        open_meeting(office, code, commune.OPENS)
    assert caught.value.code == "clusters.sum"
    place_households(office, code, {new: 2})
    assert (_sizes(office, code), roll_page(office, code).total) == ([7, 6], 13)
    assert not roll_page(office, code).problems
    open_meeting(office, code, commune.OPENS)
    with pytest.raises(StepRefused):
        place_households(office, code, {new: 1})


def test_a_supplement_that_is_taken_back_leaves_its_cluster(office: Workplace) -> None:
    code = commune.listed(office)
    households = _two(office, code)
    place_households(office, code, dict.fromkeys(households[:7], 1) | dict.fromkeys(households[7:], 2))
    print_ballots(office, code)
    new = add_household(office, commune.HAMLET, "Nông Văn Mới")
    supplements.supplement(office, code, new, "mới tách hộ")
    place_households(office, code, {new: 2})
    supplements.take_back(office, code, 1)
    assert (_sizes(office, code), roll_page(office, code).total) == ([7, 5], 12)
    open_meeting(office, code, commune.OPENS)


def test_neither_the_plan_nor_the_list_under_the_clusters_is_taken_back(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    households = _two(office, code)
    place_households(office, code, {households[0]: 1})
    with pytest.raises(RequestRefused) as caught:
        take_back_plan(office, [code])
    assert caught.value.code == "campaign.begun"
    with pytest.raises(RequestRefused) as caught:
        batches.undo(office, 1)
    assert (caught.value.code, caught.value.context["reason"]) == ("import.used", "election")
