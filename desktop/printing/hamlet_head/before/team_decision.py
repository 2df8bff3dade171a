"""The decision that sets up the election team of a hamlet; a sample, for no statute sets its form."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import REST, Blank, pen_lines
from desktop.printing.setting.paragraphs import LETTER_SIZE, letter_item, plain
from desktop.printing.setting.people import Official, with_role
from desktop.printing.setting.running_text import known_name
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.decision_paper import (
    DecidedElection,
    DecisionFrame,
    decision_paper,
    in_force,
    sentence,
)
from desktop.printing.state.pages import state_pages

_BLANK_MEMBERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDecision:
    """The decision that sets up an election team; None leaves a blank for a pen.

    Args:
        frame: what every decision says.
        election: that the team holds.
        team: such as ``Tổ bầu cử thôn Nà Ếch``.
        members: the head first, the representative of the Front committee; no candidate is among them.

    Source: rules.md §2, timeline: 10 days before (Decree 59/2023/NĐ-CP).
    """

    frame: DecisionFrame
    election: DecidedElection
    team: str | None = None
    members: tuple[Official, ...] = ()


def draw(decision: TeamDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: TeamDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    election = decision.election
    return decision_paper(
        decision.frame,
        election.subject("Về việc thành lập Tổ bầu cử"),
        [
            lambda lead: _members(decision, lead),
            sentence(
                known_name(decision.team),
                "có nhiệm vụ tổ chức bầu cử",
                *election.post_and_term,
                "theo quy định của pháp luật và tự giải thể sau khi hoàn thành nhiệm vụ.",
            ),
            in_force(decision.frame, "các ông (bà) có tên tại Điều 1"),
        ],
    )


def _members(decision: TeamDecision, lead: str) -> Block:
    line = sentence("Thành lập", known_name(decision.team), "gồm các ông (bà) có tên sau:")(lead)
    lines: list[Block] = [
        letter_item(plain(f"{number}. {with_role(member)}{'.' if number == len(decision.members) else ';'}"))
        for number, member in enumerate(decision.members, 1)
    ]
    if not lines:
        lines = [
            pen_lines(f"{number}. Ông (bà)", REST, "-", Blank(50), size=LETTER_SIZE)
            for number in range(1, _BLANK_MEMBERS + 1)
        ]
    return together(line, *lines)
