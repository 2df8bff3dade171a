"""Figures of a count that is held by clusters: their fields, and what they add up to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from desktop.models.elections import Cluster, Round
from desktop.services.elections.clusters import clusters_of

_IN_FACTS = ("present", "issued", "returned", "valid", "invalid")


def cluster_fields(vote: Round, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields of the entry form: those of the whole, or those of each cluster one after another."""
    count = len(clusters_of(vote))
    if not count:
        return tuple(fields)
    return tuple(f"clusters[{place}].{field}" for place in range(count) for field in fields)


def part_of(field: str) -> str:
    """Return the field of the whole that a cluster's figure is a part of; any other as it is."""
    return field.partition("].")[2] if field.startswith("clusters[") else field


def with_parts(fields: Sequence[str], wanted: Collection[str]) -> tuple[str, ...]:
    """Return those of the form's fields that are wanted, or are a part of one."""
    return tuple(field for field in fields if field in wanted or part_of(field) in wanted)


def with_sums(vote: Round, typed: Mapping[str, int | None]) -> dict[str, int | None]:
    """Return typed figures with what the clusters add up to; a sum is None where one of its parts is."""
    found = dict(typed)
    count = len(clusters_of(vote))
    for field in dict.fromkeys(part_of(field) for field in typed if field.startswith("clusters[")):
        parts = [typed.get(f"clusters[{place}].{field}") for place in range(count)]
        known = [part for part in parts if part is not None]
        found[field] = sum(known) if len(known) == count else None
    return found


def cluster_documents(vote: Round, typed: Mapping[str, int | None], candidates: int) -> list[dict[str, Any]]:
    """Write each cluster's figures as the facts of a vote hold them; nothing where all meet as one."""
    return [
        _document(cluster, f"clusters[{place}].", typed, candidates)
        for place, cluster in enumerate(clusters_of(vote))
    ]


def first_missing(vote: Round, typed: Mapping[str, int | None], field: str) -> str:
    """Return the first cluster's field that leaves a figure of the whole unknown; else that field."""
    for place in range(len(clusters_of(vote))):
        part = f"clusters[{place}].{field}"
        if typed.get(part) is None:
            return part
    return field


def _document(
    cluster: Cluster, prefix: str, typed: Mapping[str, int | None], candidates: int
) -> dict[str, Any]:
    figures = {field: typed.get(prefix + field) for field in _IN_FACTS}
    return {
        "name": cluster.name,
        "electorate": cluster.households or 0,
        **{field: figure for field, figure in figures.items() if figure is not None},
        "candidates": [
            {
                mark: figure
                for mark in ("votes", "against", "abstain")
                if (figure := typed.get(f"{prefix}candidates[{place}].{mark}")) is not None
            }
            for place in range(candidates)
        ],
    }
