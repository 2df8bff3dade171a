"""The decision that names a provisional head of a hamlet; a sample, for no statute sets its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.setting.leaders import Part
from desktop.printing.setting.running_text import day_parts, known, known_name
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.decision_paper import DecisionFrame, decision_paper, in_force, sentence
from desktop.printing.state.pages import state_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionalDecision:
    """The decision of the commune on who serves until a head is elected; None leaves a blank for a pen.

    Args:
        frame: what every decision says.
        post: with its hamlet, such as ``Trưởng thôn Pò Đán``.
        post_short: alone, such as ``Trưởng thôn``.
        name: who is named.
        reason: why, without a mark, such as ``khuyết Trưởng thôn``.
        until: the last day of serving; ``limited`` tells whether the law sets one.

    Source: Decree 59/2023/NĐ-CP art. 9.3, Decree 185/2026/NĐ-CP art. 4.2; rules.md §2, provisional head.
    """

    frame: DecisionFrame
    post: str | None = None
    post_short: str
    name: str | None = None
    reason: str | None = None
    until: dt.date | None = None
    limited: bool = True


def draw(decision: ProvisionalDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: ProvisionalDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    post = decision.post or decision.post_short
    return decision_paper(
        decision.frame,
        [f"Về việc chỉ định {post} lâm thời"],
        [
            sentence(
                "Chỉ định ông (bà)",
                known_name(decision.name),
                f"làm {post} lâm thời. Lý do:",
                known(decision.reason),
                ".",
            ),
            sentence(
                "Ông (bà)",
                known_name(decision.name),
                f"thực hiện nhiệm vụ, quyền hạn của {decision.post_short} từ ngày Quyết định này có hiệu lực "
                f"cho đến khi {decision.post_short} mới được công nhận",
                *_until(decision),
                ".",
            ),
            in_force(decision.frame, "ông (bà)", known_name(decision.name)),
        ],
    )


def _until(decision: ProvisionalDecision) -> list[Part]:
    if not decision.limited:
        return []
    return [", nhưng không quá", *day_parts(decision.until)]
