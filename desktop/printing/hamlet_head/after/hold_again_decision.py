"""The decision that an election is held again; a sample, for no statute sets its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.setting.running_text import day_parts, known, known_name, weekday_parts
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import NO_BREAK
from desktop.printing.state.decision_paper import (
    DecidedElection,
    DecisionFrame,
    decision_paper,
    in_force,
    sentence,
)
from desktop.printing.state.pages import state_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAgainDecision:
    """The decision of the commune that an election is held again; None leaves a blank for a pen.

    Args:
        frame: what every decision says.
        election: the one without a result.
        reason: in words, without a closing mark, such as ``không có người nào được nhiều hơn 1/2 …``.
        new_date: of the election.
        venue: of the election.
        team: who holds it, such as ``Tổ bầu cử thôn Nà Ếch``.
        further: articles of the office's own, such as who serves until then.

    Source: rules.md §2, not elected (Decree 59/2023/NĐ-CP).
    """

    frame: DecisionFrame
    election: DecidedElection
    reason: str | None = None
    new_date: dt.date | None = None
    venue: str | None = None
    team: str | None = None
    further: tuple[str, ...] = ()


def draw(decision: HoldAgainDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: HoldAgainDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    election = decision.election
    return decision_paper(
        decision.frame,
        election.subject("Về việc tổ chức bầu cử lại"),
        [
            sentence(
                "Tổ chức bầu cử lại",
                *election.post_and_term,
                f". Lý{NO_BREAK}do: tại cuộc bầu cử",
                *day_parts(election.date),
                ",",
                known(decision.reason),
                ".",
            ),
            sentence(
                known_name(decision.team),
                "tổ chức bầu cử lại vào",
                *weekday_parts(decision.new_date),
                ", tại",
                known(decision.venue),
                ".",
            ),
            *map(sentence, decision.further),
            in_force(decision.frame, known_name(decision.team)),
        ],
    )
