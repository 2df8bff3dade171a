"""The decision that an election is held again; a sample, for no statute sets its form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportlab.platypus import Flowable

from desktop.printing.decision_paper import DecidedElection, DecisionFrame, draw_decision, sentence
from desktop.printing.leaders import NUMBER, REST, Blank, pen_lines
from desktop.printing.paragraphs import LETTER_SIZE
from desktop.printing.wording import NO_BREAK, day_text, weekday_text


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAgainDecision:
    """The decision of the commune that an election is held again.

    Args:
        frame: what every decision says.
        election: the one without a result.
        reason: in words, without a closing mark, such as ``không có người nào được nhiều hơn 1/2 …``.
        new_date: None leaves a blank for a pen.
        venue: None leaves a blank for a pen.
        team: who holds it, such as ``Tổ bầu cử thôn Nà Ếch``.
        further: articles of the office's own, such as who serves until then.

    Source: rules.md §2, not elected (Decree 59/2023/NĐ-CP).
    """

    frame: DecisionFrame
    election: DecidedElection
    reason: str
    new_date: dt.date | None = None
    venue: str | None = None
    team: str
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
    election = decision.election
    return draw_decision(
        decision.frame,
        f"Về việc tổ chức bầu cử lại {election.subject}",
        [
            sentence(
                f"Tổ chức bầu cử lại {election.post_and_term}. Lý{NO_BREAK}do: tại cuộc bầu cử "
                f"{day_text(election.date)}, {decision.reason}."
            ),
            lambda lead: _time_and_place(decision, lead),
            *map(sentence, decision.further),
            sentence(
                f"Quyết định này có hiệu lực kể từ ngày ký. {decision.frame.executors} và {decision.team} "
                "chịu trách nhiệm thi hành Quyết định này./."
            ),
        ],
        training=training,
    )


def _time_and_place(decision: HoldAgainDecision, lead: str) -> Flowable:
    date, venue = decision.new_date, decision.venue
    task = f"{decision.team} tổ chức bầu cử lại vào"
    if date and venue:
        return sentence(f"{task} {weekday_text(date)}, {day_text(date)}, tại {venue}.")(lead)
    when = (
        [f"{weekday_text(date)}, {day_text(date)},"]
        if date
        else ["ngày", NUMBER, "tháng", NUMBER, "năm", Blank(14), ","]
    )
    return pen_lines(
        task, *when, "tại", *([f"{venue}."] if venue else [REST, "."]), size=LETTER_SIZE, lead=lead, after=1.4
    )
