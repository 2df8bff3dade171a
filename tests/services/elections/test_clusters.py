"""The plan of meetings by cluster: who may have one, what is written of it, what has to add up."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.rules.clusters import ClusterFault
from desktop.services.elections.clusters import (
    MOST,
    change_clusters,
    cluster_plan,
    drop_cluster,
    record_cluster,
)
from tests.offices import commune
from tests.offices.opening import open_meeting

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace


def test_a_small_hamlet_meets_as_one_unless_its_people_live_scattered(office: Workplace) -> None:
    code = commune.listed(office)
    plan = cluster_plan(office, code)
    assert (plan.households, plan.allowed, plan.may_be_scattered) == (12, False, True)
    with pytest.raises(RequestRefused) as caught:
        record_cluster(office, code, 1, name="Xóm Trên")
    assert (caught.value.code, caught.value.where) == ("clusters.not_allowed", "12")
    change_clusters(office, code, scattered=True, number="31/QĐ-UBND", decided_on=date(2024, 11, 18))
    record_cluster(office, code, 1, name=" Xóm  Trên ", households=7, chair="Ông Vi Văn Áng")
    record_cluster(office, code, 2, households=4, venue="Nhà ông Áng", opening=time(8, 0))
    plan = cluster_plan(office, code)
    assert (plan.allowed, plan.number) == (True, "31/QĐ-UBND")
    assert [(one.name, one.households) for one in plan.clusters] == [("Xóm Trên", 7), ("Cụm 2", 4)]
    assert [(one.fault, one.figure, one.wanted) for one in plan.findings] == [(ClusterFault.SUM, 11, 12)]
    assert plan.clause is not None
    assert "khoản 3 Điều 18" in plan.clause.article


def test_a_cluster_that_is_dropped_lets_those_after_it_move_up(office: Workplace) -> None:
    code = commune.listed(office)
    change_clusters(office, code, scattered=True)
    for place, name in enumerate(("", "Xóm Giữa", ""), 1):
        record_cluster(office, code, place, name=name, households=4)
    drop_cluster(office, code, 1)
    assert [(one.number, one.name) for one in cluster_plan(office, code).clusters] == [
        (1, "Xóm Giữa"),
        (2, "Cụm 2"),
    ]


def test_more_clusters_than_papers_hold_are_refused(office: Workplace) -> None:
    code = commune.listed(office)
    change_clusters(office, code, scattered=True)
    with pytest.raises(RequestRefused) as caught:
        record_cluster(office, code, MOST + 1)
    assert caught.value.code == "clusters.most"


def test_a_decision_of_a_day_that_has_not_come_is_refused(office: Workplace) -> None:
    code = commune.listed(office)
    with pytest.raises(RequestRefused) as caught:
        change_clusters(office, code, decided_on=date(2024, 11, 19))
    assert caught.value.code == "plan.decided"


@pytest.mark.parametrize(
    ("sizes", "refused"),
    [((7, 4), "clusters.sum"), ((7, None), "clusters.unknown"), ((12,), "clusters.one"), ((7, 5), None)],
)
def test_the_meeting_opens_when_the_clusters_hold_every_household(
    office: Workplace, sizes: tuple[int | None, ...], refused: str | None
) -> None:
    code = commune.printed(office)
    change_clusters(office, code, scattered=True)
    for place, households in enumerate(sizes, 1):
        record_cluster(office, code, place, households=households)
    if refused is None:
        open_meeting(office, code, commune.OPENS)
        with pytest.raises(StepRefused):
            record_cluster(office, code, 1, households=6)
        return
    with pytest.raises(RequestRefused) as caught:
        open_meeting(office, code, commune.OPENS)
    assert caught.value.code == refused
