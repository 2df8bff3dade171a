"""The tally sheet of a vote at a congress, under the Party's head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress, HigherCongress
from desktop.printing.congress.vote.facts import BallotKind
from desktop.printing.congress.wording import of_branch
from desktop.printing.counting.tally_drawing import LEFT, RIGHT, TOP, TallyHead, draw_tally
from desktop.printing.counting.tally_facts import TallyCandidate, TallySheet
from desktop.printing.party.letter_heading import CONGRESS_BLANKS
from desktop.printing.party.letterhead import BRANCH_BLANKS, PARTY, STAR, WIDEST
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Pen, width_mm

_LEFT_CENTRE, _RIGHT_CENTRE = LEFT + 42.0, RIGHT - 48.5
_FIRST_BASELINE = TOP + 3.3
_PITCH = 5.0
_SIZE = 12.0
_PARTY_SIZE = 13.0
_RULE_BELOW = 2.1
_BLANK_HALF = 34.0
_CHOICES = ("Đồng ý", "Không đồng ý")
_BLANKS = (*BRANCH_BLANKS, CONGRESS_BLANKS[1])
_LABEL_BASELINE, _LABEL_SIZE = 9.0, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressTally:
    """The sheets on which one vote is counted, mark by mark; None becomes a dotted line.

    Args:
        form_label: stands at the upper right.
        congress: which.
        post: what is voted on, such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.
        voting: official members present: the most marks that somebody can get.
        candidates: names in ballot order; without any, two rows for a pen.
        kind: of the ballot; where each is agreed to or not, both are counted.
        box: name of the box; None for a dotted line.

    Raises:
        ValueError: nobody votes.

    Source: congress.md §6, 14; paper.md §5.
    """

    form_label: str = REFERENCE
    congress: Congress
    post: str | None = None
    higher: HigherCongress | None = None
    voting: int | None = None
    candidates: tuple[str, ...] = ()
    kind: BallotKind = "strike"
    box: str | None = None

    def __post_init__(self) -> None:
        if self.voting is not None and self.voting < 1:
            raise ValueError("somebody votes")


def draw(tally: CongressTally, *, training: bool) -> bytes:
    """Print as many sheets as those who vote and the candidates need.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    congress = tally.congress
    lines = congress.vote_lines

    def heading(pen: Pen) -> None:
        pen.flush_right(RIGHT, _LABEL_BASELINE, tally.form_label, ITALIC, _LABEL_SIZE)
        _draw_issuer(pen, lines)
        pen.centred(_RIGHT_CENTRE, _FIRST_BASELINE, PARTY, BOLD, _PARTY_SIZE)
        half, rule = width_mm(PARTY, BOLD, _PARTY_SIZE) / 2, _FIRST_BASELINE + _RULE_BELOW
        pen.line(_RIGHT_CENTRE - half, rule, _RIGHT_CENTRE + half, rule)

    sheet = TallySheet(
        issuer_lines=lines,
        post=_post(tally),
        term=tally.higher.term if tally.higher else congress.term,
        date=congress.held_on,
        electorate=tally.voting,
        candidates=tuple(_rows(tally)),
        box=tally.box,
    )
    title = f"Bảng ghi kết quả kiểm phiếu bầu {of_branch(tally.post, congress, tally.higher)}"
    return draw_tally(sheet, TallyHead(title=title, draw=heading, address="Đồng chí"), training=training)


def _post(tally: CongressTally) -> str | None:
    branch = tally.congress.branch
    if tally.post is None or branch is None:
        return None
    return f"{tally.post} {branch}{f' dự {tally.higher.name}' if tally.higher else ''}"


def _rows(tally: CongressTally) -> Iterator[TallyCandidate]:
    for number, name in enumerate(map(str.upper, tally.candidates), 1):
        for title in ("",) if tally.kind == "strike" else _CHOICES:
            yield TallyCandidate(title=title, name=name, number=number)


def _draw_issuer(pen: Pen, lines: tuple[str, ...]) -> None:
    widest = max((width_mm(line, BOLD, _SIZE) for line in lines), default=0.0)
    size = _SIZE * min(1.0, WIDEST / widest) if widest else _SIZE
    for row, line in enumerate(lines or _BLANKS):
        y, face = _FIRST_BASELINE + row * _PITCH, BOLD if row else SERIF
        if lines:
            pen.centred(_LEFT_CENTRE, y, line, face, size)
            continue
        words = line.rstrip("…")
        left = _LEFT_CENTRE - _BLANK_HALF
        pen.text(left, y, words, face, _SIZE)
        pen.dots(left + width_mm(words, face, _SIZE) + 1, _LEFT_CENTRE + _BLANK_HALF, y + 0.2)
    pen.centred(_LEFT_CENTRE, _FIRST_BASELINE + len(_BLANKS) * _PITCH, STAR, BOLD, _SIZE)
