"""The decision that a large hamlet meets by cluster; a sample, for no statute sets its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import NUMBER
from desktop.printing.setting.ruled_table import Column, RuledTable, ruled_table
from desktop.printing.setting.running_text import day_parts, known_name
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import count_text, hour_text
from desktop.printing.state.decision_paper import (
    DecidedElection,
    DecisionFrame,
    decision_paper,
    in_force,
    sentence,
)
from desktop.printing.state.pages import state_pages

_BLANK_ROWS = 3
_PEN_ROW = 9.0
_COLUMNS = (
    Column("STT", 13),
    Column("Cụm dân cư", 33, centred=False),
    Column("Số hộ", 15),
    Column("Người chủ trì", 37, centred=False),
    Column("Địa điểm họp", 47, centred=False),
    Column("Thời gian", 20),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCluster:
    """A cluster as the decision lists it; what isn't known yet is left to the pen.

    Args:
        name: such as ``Cụm 1``.
        households: in it.
        chair: who leads its meeting.
        venue: where it meets.
        opening: at what hour.
    """

    name: str
    households: int | None = None
    chair: str = ""
    venue: str = ""
    opening: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterDecision:
    """The decision of the commune on meetings by cluster; None leaves a blank for a pen.

    Args:
        frame: what every decision says.
        election: for which they meet, with its date.
        hamlet: at the head of a sentence, such as ``Thôn Nà Ếch``.
        hamlet_kind: the word for the unit.
        households: of the hamlet.
        clusters: in their order.
        team: who adds the results up, such as ``Tổ bầu cử thôn Nà Ếch``.

    Source: Law 10/2022/QH15 art. 18.3, Decree 59/2023/NĐ-CP art. 3.6 (number, chairs, times and places,
    adding up); rules.md §2, clusters.
    """

    frame: DecisionFrame
    election: DecidedElection
    hamlet: str | None = None
    hamlet_kind: str = "thôn"
    households: int | None = None
    clusters: tuple[PlannedCluster, ...] = ()
    team: str | None = None


def draw(decision: ClusterDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: ClusterDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    election, kind = decision.election, decision.hamlet_kind
    return decision_paper(
        decision.frame,
        election.subject("Về việc họp theo cụm dân cư để bầu"),
        [
            lambda lead: _clusters(decision, lead),
            sentence(
                "Mỗi cụm bầu và kiểm phiếu riêng;",
                known_name(decision.team),
                f"cộng chung kết quả; người trúng cử được xác định trên tổng số hộ của cả {kind}.",
            ),
            in_force(decision.frame, known_name(decision.team)),
        ],
    )


def _clusters(decision: ClusterDecision, lead: str) -> Block:
    number = count_text(len(decision.clusters)) if decision.clusters else NUMBER
    households = NUMBER if decision.households is None else count_text(decision.households)
    line = sentence(
        known_name(decision.hamlet),
        "có",
        households,
        "hộ, họp bầu",
        *decision.election.post_and_term,
        ",",
        *day_parts(decision.election.date),
        ", theo",
        number,
        "cụm dân cư sau đây:",
    )(lead)
    return together(line, _table(decision.clusters))


def _table(clusters: Sequence[PlannedCluster]) -> RuledTable:
    if not clusters:
        empty = [[str(number), *[""] * (len(_COLUMNS) - 1)] for number in range(1, _BLANK_ROWS + 1)]
        return ruled_table(_COLUMNS, empty, row_height=_PEN_ROW)
    rows = [
        [
            str(number),
            one.name,
            "" if one.households is None else count_text(one.households),
            one.chair,
            one.venue,
            hour_text(one.opening) if one.opening else "",
        ]
        for number, one in enumerate(clusters, 1)
    ]
    return ruled_table(_COLUMNS, rows)
