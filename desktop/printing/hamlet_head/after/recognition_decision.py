"""The decision that recognises the elected head of a hamlet; a sample, for no statute sets its form."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.setting.leaders import NUMBER, Blank, Part
from desktop.printing.setting.people import Person, named, named_inside
from desktop.printing.setting.running_text import day_parts
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import counted
from desktop.printing.state.decision_paper import (
    DecidedElection,
    DecisionFrame,
    decision_paper,
    in_force,
    sentence,
)
from desktop.printing.state.pages import state_pages
from desktop.rules.shares import percent_text

_NAME = Blank(50, grows=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedHead:
    """The person recognised and the votes that elected; everything that is None becomes a dotted line.

    Args:
        title: ``Ông`` or ``Bà``, empty where it is not known.
        name: of the person.
        birth: such as ``1984`` or ``05/6/1984``; None where it is not known.
        votes: of the round that elected.
        votes_unit: ``phiếu``, or ``người tán thành`` after a show of hands.
        electorate: the base of the share, named by ``electorate_words``.
        electorate_words: such as ``đại diện hộ gia đình của thôn``.

    Raises:
        ValueError: no vote, or more than the electorate.
    """

    title: str = ""
    name: str | None = None
    birth: str | None = None
    votes: int | None = None
    votes_unit: str = "phiếu"
    electorate: int | None = None
    electorate_words: str

    def __post_init__(self) -> None:
        if self.votes is None or self.electorate is None:
            return
        if not 0 < self.votes <= self.electorate:
            raise ValueError("votes are between one and the electorate")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionDecision:
    """The decision of the commune that recognises a result; the head takes office only from it.

    Args:
        frame: what every decision says.
        election: whose result it is.
        head: who is recognised.
        further: articles of the office's own after it, such as why the term is longer.

    Source: rules.md §2, recognition (Decree 59/2023/NĐ-CP).
    """

    frame: DecisionFrame
    election: DecidedElection
    head: RecognisedHead
    further: tuple[str, ...] = ()


def draw(decision: RecognitionDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(decision), training=training)


def compose(decision: RecognitionDecision) -> TextPaper:
    """Put the decision together, as it is read."""
    election, head = decision.election, decision.head
    return decision_paper(
        decision.frame,
        election.subject("Về việc công nhận kết quả bầu cử"),
        [
            sentence(
                "Công nhận",
                *_person(head, inside=True),
                *_birth(head),
                ", trúng cử",
                *election.post_besides_and_term,
                ", tại cuộc bầu cử",
                *day_parts(election.date),
                "với",
                *_votes(head),
                ".",
            ),
            *map(sentence, decision.further),
            sentence(
                *_person(head, inside=False),
                f"thực hiện nhiệm vụ, quyền hạn và hưởng chế độ của {election.post_short} "
                "theo quy định từ ngày Quyết định này có hiệu lực.",
            ),
            in_force(decision.frame, *_person(head, inside=True)),
        ],
    )


def _person(head: RecognisedHead, *, inside: bool) -> list[Part]:
    if head.name is None:
        return ["ông (bà)" if inside else "Ông (bà)", _NAME]
    who = Person(title=head.title, name=head.name)
    return [named_inside(who) if inside else named(who)]


def _birth(head: RecognisedHead) -> list[Part]:
    if head.birth is not None:
        return [f", {'sinh ngày' if '/' in head.birth else 'sinh năm'} {head.birth}"]
    return [", sinh ngày", Blank(26)] if head.name is None else []


def _votes(head: RecognisedHead) -> list[Part]:
    if head.votes is None or head.electorate is None:
        return [NUMBER, f"{head.votes_unit}, bằng", NUMBER, "% của", NUMBER, head.electorate_words]
    share = percent_text(head.votes, head.electorate)
    base = counted(head.electorate, head.electorate_words)
    return [f"{counted(head.votes, head.votes_unit)}, bằng {share}% của {base}"]
