"""Meetings of a large hamlet by clusters: from how many households, and of how many each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.statute import Clause, Statute

LEAST = 2
"""How many clusters there are, where there are any."""


class ClusterFault(StrEnum):
    """What is not right in a plan of meetings by cluster."""

    NOT_ALLOWED = "not_allowed"
    ONE = "one"
    UNKNOWN = "unknown"
    SUM = "sum"
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class ClusterFinding:
    """A fault of a plan.

    Attributes:
        fault: which.
        cluster: its place from 1; 0 where it is the whole plan's.
        figure: households that were found.
        wanted: households that there should be, at least or at most.
        clause: that asks for it; None for what only follows from adding up.
    """

    fault: ClusterFault
    cluster: int = 0
    figure: int = 0
    wanted: int = 0
    clause: Clause | None = None


def may_meet_in_clusters(statute: Statute, households: int, *, scattered: bool) -> bool:
    """Tell whether a hamlet may meet in clusters: large enough, or its people live scattered.

    Source: Law 10/2022/QH15 art. 18.3, from 200 households or scattered; Joint Resolution 09/2008, over 200.
    """
    least = statute.find("cluster_from")
    if least is None:
        return False
    apart = scattered and statute.find("cluster_scattered") is not None
    return apart or least.reached_by(households)


def cluster_findings(
    statute: Statute, households: int, sizes: Sequence[int | None], *, scattered: bool
) -> tuple[ClusterFinding, ...]:
    """List what is not right in a plan of clusters; nothing where there are none.

    Args:
        statute: the election's.
        households: of the hamlet: those that vote.
        sizes: households of each cluster, None where they are not known yet.
        scattered: the hamlet's people live scattered.

    Source: Decree 59/2023/NĐ-CP art. 3.6; Joint Resolution 09/2008 (clusters of 50 to 150).
    """
    if not sizes:
        return ()
    found = []
    least = statute.find("cluster_from")
    if not may_meet_in_clusters(statute, households, scattered=scattered):
        wanted = least.whole() if least else 0
        found.append(ClusterFinding(ClusterFault.NOT_ALLOWED, 0, households, wanted, least))
    if len(sizes) < LEAST:
        found.append(ClusterFinding(ClusterFault.ONE, 0, len(sizes), LEAST))
    found += _of_each(statute, sizes)
    known = [size for size in sizes if size is not None]
    if len(known) == len(sizes) and sum(known) != households:
        found.append(ClusterFinding(ClusterFault.SUM, 0, sum(known), households))
    return tuple(found)


def _of_each(statute: Statute, sizes: Sequence[int | None]) -> list[ClusterFinding]:
    found = []
    least, most = statute.find("cluster_min"), statute.find("cluster_max")
    for place, size in enumerate(sizes, 1):
        if not size:
            found.append(ClusterFinding(ClusterFault.UNKNOWN, place))
        elif least is not None and size < least.whole():
            found.append(ClusterFinding(ClusterFault.SMALL, place, size, least.whole(), least))
        elif most is not None and size > most.whole():
            found.append(ClusterFinding(ClusterFault.LARGE, place, size, most.whole(), most))
    return found
