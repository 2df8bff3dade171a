"""The decision that recognises the elected head of a hamlet; a sample, for no statute sets its form."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.counting_facts import Person
from desktop.printing.decision_paper import DecidedElection, DecisionFrame, draw_decision, sentence
from desktop.printing.officials import named, named_inside
from desktop.printing.wording import counted, day_text
from desktop.rules.shares import percent_text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedHead(Person):
    """The person recognised and the votes that elected.

    Args:
        birth: such as ``1984`` or ``05/6/1984``; None where it is not known.
        votes: of the round that elected.
        votes_unit: ``phiếu``, or ``người tán thành`` after a show of hands.
        electorate: the base of the share, named by ``electorate_words``.
        electorate_words: such as ``đại diện hộ gia đình của thôn``.

    Raises:
        ValueError: no vote, or more than the electorate.
    """

    birth: str | None = None
    votes: int
    votes_unit: str = "phiếu"
    electorate: int
    electorate_words: str

    def __post_init__(self) -> None:
        if not 0 < self.votes <= self.electorate:
            raise ValueError("votes are between one and the electorate")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionDecision:
    """The decision of the commune that recognises a result; the head takes office only from it.

    Args:
        frame: what every decision says.
        election: whose result it is.
        head: who is recognised.

    Source: rules.md §2, recognition (Decree 59/2023/NĐ-CP).
    """

    frame: DecisionFrame
    election: DecidedElection
    head: RecognisedHead


def draw(decision: RecognitionDecision, *, training: bool) -> bytes:
    """Print the decision.

    Args:
        decision: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    election, head = decision.election, decision.head
    born = "" if head.birth is None else f", {'sinh ngày' if '/' in head.birth else 'sinh năm'} {head.birth}"
    share = percent_text(head.votes, head.electorate)
    return draw_decision(
        decision.frame,
        f"Về việc công nhận kết quả bầu cử {election.subject}",
        [
            sentence(
                f"Công nhận {named_inside(head)}{born}, trúng cử {election.post_and_term}, tại cuộc bầu cử "
                f"{day_text(election.date)} với {counted(head.votes, head.votes_unit)}, bằng {share}% của "
                f"{counted(head.electorate, head.electorate_words)}."
            ),
            sentence(
                f"{named(head)} thực hiện nhiệm vụ, quyền hạn và hưởng chế độ của {election.post_short} "
                "theo quy định từ ngày Quyết định này có hiệu lực."
            ),
            sentence(
                f"Quyết định này có hiệu lực kể từ ngày ký. {decision.frame.executors} và "
                f"{named_inside(head)} chịu trách nhiệm thi hành Quyết định này./."
            ),
        ],
        training=training,
    )
