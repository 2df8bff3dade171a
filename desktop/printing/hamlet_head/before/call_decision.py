"""The decision that calls the election of a head of a hamlet; a sample, for no statute sets its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.setting.running_text import hour_parts, known, known_name, weekday_parts
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.decision_paper import (
    DecidedElection,
    DecisionFrame,
    decision_paper,
    in_force,
    sentence,
)
from desktop.printing.state.pages import state_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDecision:
    """The decision of the commune's chair that an election is held; None leaves a blank for a pen.

    Args:
        frame: what every decision says.
        election: the one that is called, with its date.
        opening: when the meeting begins.
        venue: where it is held.
        plan: that goes with the decision, such as ``Kế hoạch số 12/KH-UBND``.
        front_board: who carries it out in the hamlet, such as ``Trưởng Ban công tác Mặt trận thôn Nà Ếch``.
        further: articles of the office's own.

    Source: rules.md §2, timeline: 20 days before (Decree 59/2023/NĐ-CP).
    """

    frame: DecisionFrame
    election: DecidedElection
    opening: dt.time | None = None
    venue: str | None = None
    plan: str | None = None
    front_board: str | None = None
    further: tuple[str, ...] = ()


def draw(decision: CallDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: CallDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    election = decision.election
    return decision_paper(
        decision.frame,
        election.subject("Về việc tổ chức bầu cử"),
        [
            sentence(
                "Tổ chức bầu cử",
                *election.post_besides_and_term,
                ", hồi",
                *hour_parts(decision.opening),
                ",",
                *weekday_parts(election.date),
                ", tại",
                known(decision.venue),
                ".",
            ),
            sentence(
                "Các việc chuẩn bị thực hiện theo",
                known(decision.plan),
                "ban hành kèm theo Quyết định này.",
            ),
            *map(sentence, decision.further),
            in_force(decision.frame, known_name(decision.front_board)),
        ],
    )
