"""Which paper a hamlet ballot goes on, and in what type: measured from the real text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.printing.ballots.names import SetNames, set_names
from desktop.printing.ballots.note import row_height, set_note
from desktop.printing.ballots.papers import LARGE_PRINT, SEAL, SMALLEST_FIRST, BallotPaper
from desktop.printing.hamlet_head.day.ballot_titles import TitleBlock, compose_titles
from desktop.printing.pdf.set_text import SetText
from desktop.printing.setting import faces
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.wording import balanced, tied

NAME_PAD = 3.2

_LARGEST_TO_ROW = 1.6
_SMALLEST_ISSUER = 8
_CHOICES = ("Đồng ý", "Không đồng ý")
_HEAD_PAD = 3.0
_HEAD_LINE = 0.3
# The last words stay together: none stands alone on a line.
_UNWRITTEN = f"Không ký tên, không ghi {tied('thêm vào phiếu')}."
_STRIKE = (
    "<b>Cách bầu:</b> để nguyên họ và tên người mình bầu; gạch một đường ngang giữa họ và tên "
    f"người mình không bầu. {_UNWRITTEN}"
)
_AGREE = (
    "<b>Cách bầu:</b> {each}đánh một dấu <b>X</b> vào <b>một</b> ô: “Đồng ý” hoặc “Không đồng ý”; "
    f"không đánh dấu cả hai ô. {_UNWRITTEN} Nếu đánh dấu nhầm, đề nghị "
    f"đổi phiếu khác trước khi bỏ {tied('vào hòm phiếu')}."
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The lines over the seal with their face; size in pt and distance from line to line in mm."""

    lines: tuple[tuple[str, str], ...]
    size: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Layout:
    """How a ballot is composed.

    Args:
        paper: the smallest that holds it.
        row: height of a candidate's row, mm.
        names: in ballot order, all in one size.
        issuer: the lines over the seal.
        titles: what stands right of the seal.
    """

    paper: BallotPaper
    row: float
    names: SetNames
    issuer: Issuer
    titles: TitleBlock

    @property
    def per_sheet(self) -> int:
        """Ballots on a sheet of A4."""
        return self.paper.per_sheet


def layout(ballot: HamletBallot, papers: Sequence[BallotPaper] = SMALLEST_FIRST) -> Layout:
    """Choose the smallest paper that holds the ballot, measured from its text.

    Names shrink together to 12 pt, then break before the given name, then the next paper is tried;
    rows go from the highest to 10 mm, then the next paper.

    Args:
        ballot: what it says.
        papers: that may be chosen from, the first that holds it is.

    Raises:
        PaperRefused: ``paper.ballot_too_long``: none of them holds it; ``paper.face``, ``paper.letter``.

    Source: paper.md §3; rules.md §5 (measured from the real text, never from a table).
    """
    faces.prepare()
    if ballot.large_print:
        papers = [LARGE_PRINT[paper.name] for paper in papers if paper.name in LARGE_PRINT]
    for paper in papers:
        composed = _composed(ballot, paper)
        if composed:
            return composed
    raise PaperRefused("paper.ballot_too_long", candidates=len(ballot.candidates))


def instruction(ballot: HamletBallot, paper: BallotPaper) -> SetText:
    """Set the sentence that says how to mark; it does not state what is invalid."""
    each = "ở mỗi người, " if len(ballot.candidates) > 1 else ""
    return set_note(_STRIKE if ballot.kind == "strike" else _AGREE.format(each=each), paper)


def choice_columns(ballot: HamletBallot, paper: BallotPaper) -> tuple[tuple[str, ...], ...]:
    """Give the heads of the columns to mark, each in the lines that its column has room for."""
    if ballot.kind == "strike":
        return ()
    room = paper.choice_width - _HEAD_PAD
    return tuple(
        tuple(balanced(head, room, lambda text: width_mm(text, BOLD, paper.head_size))) for head in _CHOICES
    )


def head_height(ballot: HamletBallot, paper: BallotPaper) -> float:
    """Give the height of the table's head, mm: more where the head of a column takes two lines."""
    lines = max((len(head) for head in choice_columns(ballot, paper)), default=1)
    return paper.head_height + (lines - 1) * paper.head_size * _HEAD_LINE


def name_left(paper: BallotPaper, size: float) -> float:
    """Give the x at which every name begins: the width of "Ông" is reserved for "Bà" too."""
    return paper.margin + paper.number_width + NAME_PAD + width_mm("Ông  ", SERIF, size - 2)


def birth_text(candidate: BallotCandidate) -> str:
    """Give the birth in brackets, with the space before it, or nothing."""
    return f" ({candidate.birth})" if candidate.birth else ""


def _composed(ballot: HamletBallot, paper: BallotPaper) -> Layout | None:
    heights = paper.strike_rows if ballot.kind == "strike" else paper.agree_rows
    note, head = instruction(ballot, paper), head_height(ballot, paper)
    row = row_height(paper, note, heights, len(ballot.candidates), head=head)
    issuer = _issuer(ballot, paper)
    titles = compose_titles(ballot, paper)
    if row is None or issuer is None or titles is None:
        return None
    # A name of 18 pt with its marks would touch the rules of a row of 10 mm.
    names = set_names(
        [one.name.upper() for one in ballot.candidates],
        [size for size in paper.name_sizes if size <= _LARGEST_TO_ROW * row],
        lambda size: _room(ballot, paper, size),
        lambda number, size: width_mm(birth_text(ballot.candidates[number]), SERIF, size - 2),
    )
    if names is None or row < names.lowest_row:
        return None
    return Layout(paper, row, names, issuer, titles)


def _room(ballot: HamletBallot, paper: BallotPaper, size: float) -> float:
    columns = len(choice_columns(ballot, paper)) * paper.choice_width
    return paper.right - columns - NAME_PAD - name_left(paper, size)


def _issuer(ballot: HamletBallot, paper: BallotPaper) -> Issuer | None:
    """Fit the issuer over the seal, in smaller type where a commune's name is long."""
    sizes = [paper.issuer_size, *range(ceil(paper.issuer_size) - 1, _SMALLEST_ISSUER - 1, -1)]
    for size in sizes:
        lines = tuple(
            (line, SERIF if row == 0 and len(ballot.issuer_lines) > 1 else BOLD)
            for row, text in enumerate(ballot.issuer_lines)
            for line in balanced(text, SEAL, lambda part, size=size: width_mm(part, BOLD, size))  # type: ignore[misc]  # a default binds the size
        )
        pitch = paper.issuer_pitch * size / paper.issuer_size
        widest = max(width_mm(line, face, size) for line, face in lines)
        first_baseline = paper.seal_top - 2.2 - (len(lines) - 1) * pitch
        if widest <= SEAL and first_baseline - size * 0.3 >= paper.margin:
            return Issuer(lines, size, pitch)
    return None
