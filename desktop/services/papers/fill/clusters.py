"""The clusters of a large hamlet as papers say them: what each counted, and by whose decision they met."""

from __future__ import annotations

from msgspec import UnsetType

from desktop.exchange.facts_record import HamletFacts, VoteFacts, counted
from desktop.models.elections import Cluster, Election, Round
from desktop.printing.counting.facts import ClusterResult
from desktop.printing.setting.wording import day_text, hour_text
from desktop.services.elections.clusters import clusters_of


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
    if not election.clusters_number:
        return None
    day = f" {day_text(election.clusters_on)}" if election.clusters_on else ""
    commune = election.unit.parent
    by = f" của Ủy ban nhân dân {commune.kind.lower()} {commune.name}" if commune else ""
    return f"Quyết định số {election.clusters_number}{day}{by}"


def meeting_places(vote: Round) -> str | None:
    """Name where a vote is held: of clusters each with its place, else the hamlet's; None where unknown."""
    clusters = clusters_of(vote)
    if not clusters:
        return vote.election.venue or None
    return "; ".join(f"{one.name}: {_met(one)}" if _met(one) else one.name for one in clusters)


def _met(cluster: Cluster) -> str:
    parts = (
        cluster.venue and f"tại {cluster.venue}",
        cluster.opening and f"hồi {hour_text(cluster.opening)}",
        cluster.chair and f"{cluster.chair} chủ trì",
    )
    return ", ".join(part for part in parts if part)
