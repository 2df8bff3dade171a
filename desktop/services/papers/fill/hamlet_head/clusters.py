"""The clusters of a large hamlet as papers say them: what each counted, and by whose decision they met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import UnsetType
from sqlalchemy.orm import Session

from desktop.exchange.facts_record import HamletFacts, VoteFacts, counted
from desktop.models.elections import Cluster, Election, Round
from desktop.printing.counting.facts import ClusterResult
from desktop.printing.counting.roll_facts import Representative, RollGroup
from desktop.printing.setting.wording import hour_text
from desktop.services.elections.cluster_households import clusters_by_household, household_of
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electorate import electors_of
from desktop.services.papers.fill.hamlet_head.cited import cited
from desktop.wording import words


def clusters_as_counted(vote: Round, facts: VoteFacts) -> tuple[ClusterResult, ...]:
    """Return what each cluster counted, figures from the finalised facts, places from the plan."""
    if not isinstance(facts, HamletFacts) or isinstance(facts.clusters, UnsetType):
        return ()
    planned = {cluster.name: _met(cluster) for cluster in clusters_of(vote)}
    return tuple(
        ClusterResult(
            name=one.name,
            place=planned.get(one.name, ""),
            households=one.electorate,
            present=one.present,
            issued=counted(one.issued),
            returned=counted(one.returned),
            valid=counted(one.valid),
            invalid=counted(one.invalid),
            votes=tuple(counted(marks.votes) for marks in one.candidates),
        )
        for one in facts.clusters
    )


def cluster_decision(election: Election) -> str | None:
    """Name the commune's decision on the clusters; None where it isn't written down."""
    return cited(election, election.clusters_number, election.clusters_on, chair=False)


def meeting_places(vote: Round) -> str | None:
    """Name where a vote is held: of clusters each with its place, else the hamlet's; None where unknown."""
    clusters = clusters_of(vote)
    if not clusters:
        return vote.election.venue or None
    return "; ".join(f"{one.name}: {_met(one)}" if _met(one) else one.name for one in clusters)


def roll_groups(session: Session, vote: Round, lines: Sequence[Representative]) -> tuple[RollGroup, ...]:
    """Part the lines of a roll by the clusters that their households meet with; nothing where none is in one.

    Who is in no cluster yet stands in a group of its own behind them.
    """
    placed = cluster_by_number(session, vote)
    if not placed:
        return ()
    groups = [
        RollGroup(name=cluster.name, met=_met(cluster), numbers=_numbers(lines, placed, cluster))
        for cluster in clusters_of(vote)
    ]
    left_out = _numbers(lines, placed, None)
    if left_out:
        groups.append(RollGroup(name=words("suggested.no_cluster"), numbers=left_out))
    return tuple(groups)


def cluster_by_number(session: Session, vote: Round) -> dict[int, Cluster]:
    """Return with which cluster each line of the roll meets, by its number; nothing where none does."""
    if not clusters_of(vote):
        return {}
    placed = clusters_by_household(session, vote.election)
    return {
        elector.number: placed[household]
        for elector in electors_of(session, vote.election)
        if (household := household_of(elector)) in placed
    }


def _numbers(
    lines: Sequence[Representative], placed: Mapping[int, Cluster], cluster: Cluster | None
) -> tuple[int, ...]:
    return tuple(line.number for line in lines if placed.get(line.number) is cluster)


def _met(cluster: Cluster) -> str:
    parts = (
        cluster.venue and f"tại {cluster.venue}",
        cluster.opening and f"hồi {hour_text(cluster.opening)}",
        cluster.chair and f"{cluster.chair} chủ trì",
    )
    return ", ".join(part for part in parts if part)
