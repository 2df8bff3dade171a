"""Meetings by cluster: from how many households under each law, and of how many households each."""

from __future__ import annotations

import pytest

from desktop.rules.clusters import ClusterFault as Fault
from desktop.rules.clusters import cluster_findings, may_meet_in_clusters
from desktop.rules.library import Library
from desktop.rules.statute import Statute


def _law(library: Library, name: str) -> Statute:
    found = library.get(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "households", "scattered", "allowed"),
    [
        ("nd59-2023", 199, False, False),
        ("nd59-2023", 200, False, True),
        ("nd59-2023", 40, True, True),
        ("nqlt09-2008", 200, False, False),
        ("nqlt09-2008", 201, False, True),
        ("nqlt09-2008", 200, True, False),
    ],
)
def test_a_hamlet_meets_in_clusters_from_the_number_of_its_law(
    library: Library, name: str, households: int, scattered: bool, allowed: bool
) -> None:
    law = _law(library, name)
    assert may_meet_in_clusters(law, households, scattered=scattered) is allowed
    faults = {found.fault for found in cluster_findings(law, households, [None, None], scattered=scattered)}
    assert (Fault.NOT_ALLOWED in faults) is not allowed


@pytest.mark.parametrize(
    ("name", "sizes", "faults"),
    [
        ("nd59-2023", [20, 200], []),
        ("nd59-2023", [20, 199], [(Fault.SUM, 0)]),
        ("nd59-2023", [220], [(Fault.ONE, 0)]),
        ("nd59-2023", [20, None], [(Fault.UNKNOWN, 2)]),
        ("nd59-2023", [0, 220], [(Fault.UNKNOWN, 1)]),
        ("nqlt09-2008", [50, 150, 20], [(Fault.SMALL, 3)]),
        ("nqlt09-2008", [49, 151, 20], [(Fault.SMALL, 1), (Fault.LARGE, 2), (Fault.SMALL, 3)]),
        ("nqlt09-2008", [70, 150], []),
    ],
)
def test_what_is_not_right_in_a_plan_of_clusters_is_named(
    library: Library, name: str, sizes: list[int | None], faults: list[tuple[Fault, int]]
) -> None:
    found = cluster_findings(_law(library, name), 220, sizes, scattered=False)
    assert [(one.fault, one.cluster) for one in found] == faults
    assert all(one.clause for one in found if one.fault in (Fault.SMALL, Fault.LARGE, Fault.NOT_ALLOWED))


def test_a_hamlet_that_meets_as_one_has_no_plan_to_find_fault_with(library: Library) -> None:
    assert cluster_findings(_law(library, "nd59-2023"), 12, [], scattered=False) == ()
