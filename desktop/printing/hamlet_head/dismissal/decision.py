"""Decisions that dismiss a hamlet's head: one recognises what the meeting agreed, one is the commune's own.

No statute sets their forms.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.running_text import day_parts, known, known_name
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import counted
from desktop.printing.state.decision_paper import (
    Article,
    DecisionFrame,
    decision_paper,
    in_force,
    sentence,
)
from desktop.printing.state.pages import state_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalDecision:
    """The decision of the commune; None leaves a blank for a pen.

    Args:
        frame: what every decision says; of the commune's own one basis is the agreement with the Front.
        head: who is dismissed, and why.
        recognises: it recognises what the meeting agreed; else it is the commune's own decision.
        date: of the meeting.
        replacement_days: within how many days a new election is decided; None names none.

    Source: Decree 59/2023/NĐ-CP art. 9 (rules.md §2, dismissal).
    """

    frame: DecisionFrame
    head: DismissedHead
    recognises: bool = True
    date: dt.date | None = None
    replacement_days: int | None = None


def draw(decision: DismissalDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: DismissalDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    head = decision.head
    what = "công nhận cho thôi làm" if decision.recognises else "cho thôi làm"
    return decision_paper(
        decision.frame,
        head.subject(f"Về việc {what}"),
        [
            _first(decision),
            sentence(
                "Ông (bà)",
                known_name(head.name),
                "thôi thực hiện nhiệm vụ, quyền hạn của",
                known_name(head.post),
                "kể từ ngày Quyết định này có hiệu lực, có trách nhiệm bàn giao sổ sách, tài sản, công việc "
                f"cho người được giao nhiệm vụ {head.post_short}.",
            ),
            sentence(_following(decision)),
            in_force(decision.frame, "ông (bà)", known_name(head.name)),
        ],
    )


def _first(decision: DismissalDecision) -> Article:
    head = decision.head
    if decision.recognises:
        return sentence(
            "Công nhận quyết định của cộng đồng dân cư",
            known_name(head.hamlet),
            "tại cuộc họp",
            *day_parts(decision.date),
            "cho ông (bà)",
            known(head.name),
            "thôi làm",
            known_name(head.post),
            ". Lý do:",
            known(head.reason),
            ".",
        )
    return sentence(
        "Cho ông (bà)",
        known(head.name),
        "thôi làm",
        known_name(head.post),
        ". Lý do:",
        known(head.reason),
        ". Cuộc họp của cộng đồng dân cư",
        known_name(head.hamlet),
        *day_parts(decision.date),
        "không tán thành.",
    )


def _following(decision: DismissalDecision) -> str:
    post, days = decision.head.post_short, decision.replacement_days
    within = "" if days is None else f" trong {counted(days, 'ngày')} kể từ ngày ký Quyết định này"
    return (
        f"Việc bầu {post} mới được quyết định{within}; trong thời gian khuyết {post}, Ủy ban nhân dân "
        f"thống nhất với Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp cử {post} lâm thời."
    )
