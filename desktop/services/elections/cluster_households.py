"""Which household meets with which cluster; the roll of the hamlet stays one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Cluster, ClusterHousehold, Election
from desktop.models.store.session import reading, writing
from desktop.services.elections.electorate import Elector, electors_of
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.phases import BEFORE_MEETING
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ClusterCount:
    """A cluster, and how many households are put into it."""

    number: int
    name: str
    households: int


@dataclass(frozen=True, slots=True)
class PlacedHousehold:
    """A line of the roll with the number of its cluster, 0 for none."""

    household: int
    number: int
    name: str
    birth: str
    cluster: int


@dataclass(frozen=True, slots=True)
class ClusterHouseholds:
    """The roll of an election with the clusters of its households.

    Attributes:
        hamlet: its name with its word.
        editable: the meeting isn't open.
        clusters: in their order.
        rows: the roll, in its order.
        left_out: how many households of the roll are in no cluster.
    """

    hamlet: str
    editable: bool
    clusters: tuple[ClusterCount, ...]
    rows: tuple[PlacedHousehold, ...]
    left_out: int


@for_elections
def cluster_households(workplace: Workplace, code: str) -> ClusterHouseholds:
    """Return the roll of an election with the clusters of its households.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        placed = clusters_by_household(session, election)
        rows = tuple(
            PlacedHousehold(
                household=household,
                number=elector.number,
                name=elector.name,
                birth=elector.person.birth.text() if elector.person and elector.person.birth else "",
                cluster=placed[household].number if household in placed else 0,
            )
            for elector in electors_of(session, election)
            if (household := household_of(elector)) is not None
        )
        counts = Counter(row.cluster for row in rows)
        return ClusterHouseholds(
            hamlet=f"{election.unit.kind} {election.unit.name}",
            editable=state_of(vote) in BEFORE_MEETING,
            clusters=tuple(
                ClusterCount(one.number, one.name, counts[one.number]) for one in election.clusters
            ),
            rows=rows,
            left_out=counts[0],
        )


def place_households(workplace: Workplace, code: str, placed: Mapping[int, int]) -> None:
    """Put households into clusters, all of them or none; how many each cluster holds is counted from that.

    Args:
        workplace: the open office.
        code: the election's.
        placed: by household the number of its cluster, 0 to take it out.

    Raises:
        StepRefused: the meeting is open.
        RequestRefused: ``clusters.none`` for a cluster that there isn't; ``clusters.household`` for a
            household that isn't on the roll.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("plan_meeting", *BEFORE_MEETING)
        election = vote.election
        clusters = {cluster.number: cluster for cluster in election.clusters}
        for number in placed.values():
            if number and number not in clusters:
                raise RequestRefused("clusters.none", where=str(number))
        on_roll = {household_of(elector) for elector in electors_of(session, election)}
        if not on_roll.issuperset(placed):
            raise RequestRefused("clusters.household", where=f"{election.unit.kind} {election.unit.name}")
        theirs = ClusterHousehold.election_id == election.id
        session.execute(delete(ClusterHousehold).where(theirs, ClusterHousehold.household_id.in_(placed)))
        session.add_all(
            ClusterHousehold(election_id=election.id, cluster_id=clusters[number].id, household_id=household)
            for household, number in placed.items()
            if number
        )
        session.flush()
        count_clusters(session, election)
        workplace.note(session, "clusters.place", election, "clusters")


def clusters_by_household(session: Session, election: Election) -> dict[int, Cluster]:
    """Return the cluster of each household that is put into one."""
    pairs = session.execute(
        select(ClusterHousehold.household_id, Cluster)
        .join(Cluster, ClusterHousehold.cluster_id == Cluster.id)
        .where(ClusterHousehold.election_id == election.id)
    )
    return {pair.household_id: pair.Cluster for pair in pairs}


def household_of(elector: Elector) -> int | None:
    """Return the key of the household that a line of the roll is for; None of a voter's."""
    return elector.key if elector.authority is not None else None


def count_clusters(session: Session, election: Election) -> None:
    """Count the households of each cluster anew, where any is in one, and forget those not on the roll."""
    placed = clusters_by_household(session, election)
    if not placed:
        return
    on_roll = {household_of(elector) for elector in electors_of(session, election)}
    gone = placed.keys() - on_roll
    theirs = ClusterHousehold.election_id == election.id
    session.execute(delete(ClusterHousehold).where(theirs, ClusterHousehold.household_id.in_(gone)))
    counts = Counter(cluster.id for household, cluster in placed.items() if household in on_roll)
    for cluster in election.clusters:
        cluster.households = counts[cluster.id]
    session.flush()
