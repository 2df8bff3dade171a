"""Meetings by cluster on minutes: where each met, and a table of what each counted with their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.printing.counting.facts import ClusterResult, CountingMinutes
from desktop.printing.setting.block import Block
from desktop.printing.setting.paragraphs import count_line, plain
from desktop.printing.setting.people import named
from desktop.printing.setting.ruled_table import Column, announced, ruled_table
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import counted

_WORDS = 56.0
_COUNTS = (
    ("Số hộ", "households"),
    ("Có đại diện dự họp", "present"),
    ("Phiếu phát ra", "issued"),
    ("Phiếu thu vào", "returned"),
    ("Phiếu hợp lệ", "valid"),
    ("Phiếu không hợp lệ", "invalid"),
)


def cluster_results(count: CountingMinutes) -> Iterator[Block]:
    """Set the clusters and their figures; nothing where the hamlet met as one.

    Source: Law 10/2022/QH15 art. 18.3; Decree 59/2023/NĐ-CP art. 3.6 (meetings by cluster, results added up).
    """
    clusters = count.clusters
    if not clusters:
        return
    by = f" theo {count.cluster_decision}" if count.cluster_decision else ""
    yield count_line(
        plain(f"- {count.hamlet_kind.capitalize()} họp theo {counted(len(clusters), 'cụm')}{by}:")
    )
    for cluster in clusters:
        place = f": {cluster.place}" if cluster.place else ""
        yield count_line(plain(f"+ {cluster.name}{place}."))
    line = count_line(plain("- Kết quả từng cụm và cộng chung cả " + f"{count.hamlet_kind}:"))
    width = (MEASURE - _WORDS) / (len(clusters) + 1)
    columns = [
        Column("", _WORDS, centred=False),
        *(Column(f"Cụm {place}", width) for place in range(1, len(clusters) + 1)),
        Column("Cộng", width),
    ]
    rows = list(_rows(count))
    yield from announced(line, ruled_table(columns, rows), len(rows))


def _rows(count: CountingMinutes) -> Iterator[list[str]]:
    for words, field in _COUNTS:
        figures = [getattr(cluster, field) for cluster in count.clusters]
        if any(figure is not None for figure in figures):
            yield _row(words, figures)
    for place, candidate in enumerate(count.candidates):
        yield _row(named(candidate), [_votes(cluster, place) for cluster in count.clusters])


def _row(words: str, figures: Sequence[int | None]) -> list[str]:
    known = [figure for figure in figures if figure is not None]
    whole = str(sum(known)) if len(known) == len(figures) else ""
    return [words, *("" if figure is None else str(figure) for figure in figures), whole]


def _votes(cluster: ClusterResult, place: int) -> int | None:
    return cluster.votes[place] if place < len(cluster.votes) else None
