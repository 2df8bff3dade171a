"""The clusters in which a large hamlet meets: the decision on them, and each with its households."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TypedDict, Unpack

from sqlalchemy import delete
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Cluster, ClusterHousehold, Election, Round, Vote
from desktop.models.store.session import reading, writing
from desktop.rules.clusters import ClusterFault, ClusterFinding, cluster_findings, may_meet_in_clusters
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.cluster_households import clusters_by_household
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import state_of, statute_for, vote_of
from desktop.services.elections.phases import BEFORE_MEETING
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy
from desktop.wording import words

MOST = 8
"""How many clusters papers have room for."""


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """One cluster as it is planned; what isn't known yet is empty or None."""

    number: int
    name: str
    households: int | None
    chair: str
    venue: str
    opening: time | None


@dataclass(frozen=True, slots=True)
class ClusterPlan:
    """The plan of meetings by cluster of an election.

    Attributes:
        hamlet: its name with its word.
        households: those that vote, as the roll or the register has them.
        allowed: the hamlet is large enough, or its people live scattered.
        may_be_scattered: the statute lets smaller hamlets with scattered people meet so.
        scattered: theirs do.
        number, decided_on: the commune's decision.
        editable: the meeting isn't open.
        clusters: in their order.
        counted: households are put into clusters one by one, and the clusters' numbers are counted from that.
        left_out: how many households are then in none.
        findings: what is not right yet.
        clause: from how many households; ``decided_by`` who decides, None where no clause says it.
    """

    hamlet: str
    households: int
    allowed: bool
    may_be_scattered: bool
    scattered: bool
    number: str
    decided_on: date | None
    editable: bool
    clusters: tuple[ClusterLine, ...]
    counted: bool
    left_out: int
    findings: tuple[ClusterFinding, ...]
    clause: ClauseView | None
    decided_by: ClauseView | None


class Clustered(TypedDict, total=False):
    """What is changed of the plan as a whole; what is not named stays."""

    number: str
    decided_on: date | None
    scattered: bool


class ClusterWritten(TypedDict, total=False):
    """What is changed of one cluster; what is not named stays."""

    name: str
    households: int | None
    chair: str
    venue: str
    opening: time | None


_COLUMNS = {"number": "clusters_number", "decided_on": "clusters_on", "scattered": "scattered"}


def cluster_plan(workplace: Workplace, code: str) -> ClusterPlan:
    """Return the plan of meetings by cluster of an election.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        statute, households = statute_for(workplace, election), electorate_of(session, election).size
        least, decided_by = statute.find("cluster_from"), statute.find("clusters_by")
        placed = len(clusters_by_household(session, election))
        return ClusterPlan(
            hamlet=f"{election.unit.kind} {election.unit.name}",
            households=households,
            allowed=may_meet_in_clusters(statute, households, scattered=election.scattered),
            may_be_scattered=statute.find("cluster_scattered") is not None,
            scattered=election.scattered,
            number=election.clusters_number or "",
            decided_on=election.clusters_on,
            editable=_may_change(vote),
            clusters=tuple(_line(cluster) for cluster in election.clusters),
            counted=placed > 0,
            left_out=max(households - placed, 0) if placed else 0,
            findings=cluster_findings(
                statute, households, _sizes(election.clusters), scattered=election.scattered
            ),
            clause=clause_view(least) if least else None,
            decided_by=clause_view(decided_by) if decided_by else None,
        )


def change_clusters(workplace: Workplace, code: str, **changed: Unpack[Clustered]) -> None:
    """Write down the commune's decision on the clusters, or that the people live scattered.

    Raises:
        StepRefused: the meeting is open.
        RequestRefused: ``plan.decided`` for a day that hasn't come, or is after the election.
    """
    with writing(workplace.database) as session:
        vote = _changing(session, code)
        election = vote.election
        for field, value in changed.items():
            if isinstance(value, date) and value > min(workplace.today(), election.held_on):
                raise RequestRefused("plan.decided", where=f"{value:%d/%m/%Y}")
            kept = tidy(value) or None if isinstance(value, str) else value
            setattr(election, _COLUMNS[field], kept)
        session.flush()
        workplace.note(session, "clusters.change", election, *(_COLUMNS[field] for field in changed))


def record_cluster(workplace: Workplace, code: str, place: int, **changed: Unpack[ClusterWritten]) -> None:
    """Write down one cluster as far as it is known; a new one stands after the others.

    Args:
        workplace: the open office.
        code: the election's.
        place: of the cluster, from 1; one more than there are makes a new one.
        changed: the fields of ``ClusterWritten`` that are written.

    Raises:
        StepRefused: the meeting is open.
        RequestRefused: ``clusters.not_allowed`` for a hamlet that is too small; ``clusters.most``
            for more than papers hold; ``entry.field`` for households that are no number;
            ``clusters.counted`` for a number that is counted from the households in the cluster.
    """
    with writing(workplace.database) as session:
        vote = _changing(session, code)
        election = vote.election
        households = changed.get("households")
        if households is not None and (type(households) is not int or households < 0):
            raise RequestRefused("entry.field", where="households")
        if "households" in changed and clusters_by_household(session, election):
            raise RequestRefused("clusters.counted")
        if place > MOST:
            raise RequestRefused("clusters.most", where=str(MOST))
        cluster = next((one for one in election.clusters if one.number == place), None)
        if cluster is None:
            _demand_allowed(workplace, session, election)
            number = len(election.clusters) + 1
            cluster = Cluster(election=election, number=number, name=_usual(number))
            session.add(cluster)
        for field, value in changed.items():
            kept = tidy(value) or None if isinstance(value, str) else value
            setattr(cluster, field, kept or (_usual(cluster.number) if field == "name" else None))
        session.flush()
        workplace.note(session, "clusters.record", cluster, *changed)


def drop_cluster(workplace: Workplace, code: str, place: int) -> None:
    """Take a cluster away; those after it move up, and without any the hamlet meets as one.

    Raises:
        StepRefused: the meeting is open.
    """
    with writing(workplace.database) as session:
        election = _changing(session, code).election
        for cluster in list(election.clusters):
            if cluster.number == place:
                workplace.note(session, "clusters.drop", cluster, "name")
                session.execute(delete(ClusterHousehold).where(ClusterHousehold.cluster_id == cluster.id))
                election.clusters.remove(cluster)
                session.delete(cluster)
                session.flush()
        for number, cluster in enumerate(election.clusters, 1):
            if cluster.name == _usual(cluster.number):
                cluster.name = _usual(number)
            cluster.number = number
            session.flush()


def clusters_of(vote: Round) -> Sequence[Cluster]:
    """Return the clusters in which a vote is held; none where all meet as one or slips are handed out."""
    return [] if vote.vote is Vote.HAND_OUT else vote.election.clusters


def demand_whole(workplace: Workplace, session: Session, vote: Round) -> None:
    """Refuse to hold meetings by cluster while their households are not all of the hamlet's.

    Raises:
        RequestRefused: ``clusters.sum`` or ``clusters.unknown``.
    """
    clusters = clusters_of(vote)
    statute, households = statute_for(workplace, vote.election), electorate_of(session, vote.election).size
    scattered = vote.election.scattered
    for found in cluster_findings(statute, households, _sizes(clusters), scattered=scattered):
        if found.fault in (ClusterFault.SUM, ClusterFault.UNKNOWN, ClusterFault.ONE):
            raise RequestRefused(f"clusters.{found.fault}", where=str(households), figure=str(found.figure))


def _changing(session: Session, code: str) -> Round:
    vote = vote_of(session, code)
    state_of(vote).demand("plan_meeting", *BEFORE_MEETING)
    return vote


def _may_change(vote: Round) -> bool:
    return state_of(vote) in BEFORE_MEETING and vote.vote is not Vote.HAND_OUT


def _demand_allowed(workplace: Workplace, session: Session, election: Election) -> None:
    statute, households = statute_for(workplace, election), electorate_of(session, election).size
    if not may_meet_in_clusters(statute, households, scattered=election.scattered):
        raise RequestRefused("clusters.not_allowed", where=str(households))


def _usual(number: int) -> str:
    return words("suggested.cluster", number=number)


def _sizes(clusters: Sequence[Cluster]) -> list[int | None]:
    return [cluster.households for cluster in clusters]


def _line(cluster: Cluster) -> ClusterLine:
    return ClusterLine(
        number=cluster.number,
        name=cluster.name,
        households=cluster.households,
        chair=cluster.chair or "",
        venue=cluster.venue or "",
        opening=cluster.opening,
    )
