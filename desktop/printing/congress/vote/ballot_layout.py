"""Which paper a ballot of a congress goes on, and in what type: measured from the real text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.errors import PaperRefused
from desktop.printing.ballots.names import SetNames, set_names
from desktop.printing.ballots.note import row_height, set_note
from desktop.printing.ballots.papers import SEAL
from desktop.printing.congress.vote.ballot_facts import CongressBallot
from desktop.printing.congress.vote.ballot_papers import LARGE, USUAL, CongressPaper
from desktop.printing.pdf.set_text import SetText
from desktop.printing.setting import faces
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.wording import balanced, tied

NUMBER_WIDTH = {"strike": 14.0, "agree": 13.0}
"""Of the first column, mm."""

NAME_PAD = {"strike": 5.0, "agree": 3.0}
"""From the rule to a name, mm."""

HEAD_HEIGHT = {"strike": 9.0, "agree": 13.0}
"""Of the table's head, whose last column takes two lines where there are boxes to mark; mm."""

_LEAST_UNBROKEN = 9.0
_MOST_UNITS = 3
_CAPITAL = 0.3
_CLOSE_PITCH = 0.41
# From the last line to the seal's place, mm to a point of type; the star stands between them.
_ABOVE_SEAL = 0.638
_UNWRITTEN = f"Không ký tên, không viết hoặc đánh dấu thêm {tied('vào phiếu')}."


@dataclass(frozen=True, slots=True)
class Issuer:
    """The lines over the seal with their face.

    Args:
        lines: from the superior down.
        size: of all, pt.
        pitch: from line to line, mm.
        first: baseline of the first line.
    """

    lines: tuple[tuple[str, str], ...]
    size: float
    pitch: float
    first: float


@dataclass(frozen=True, slots=True)
class Layout:
    """How a ballot is composed.

    Args:
        paper: the smallest that holds it.
        row: height of a candidate's row, mm.
        names: in ballot order, all in one size.
        issuer: the lines over the seal.
        units: branch and term, under the title, in ``unit_size``.
        unit_size: pt.
    """

    paper: CongressPaper
    row: float
    names: SetNames
    issuer: Issuer
    units: tuple[str, ...]
    unit_size: float


def layout(ballot: CongressBallot) -> Layout:
    """Choose the smaller paper that holds the ballot.

    Names shrink together, then break before the given name, then the next paper is tried.

    Raises:
        PaperRefused: ``paper.ballot_too_long``: none holds it; ``paper.face``, ``paper.letter``.

    Source: paper.md §3; rules.md §5.
    """
    faces.prepare()
    for paper in LARGE if ballot.large_print else USUAL:
        composed = _composed(ballot, paper)
        if composed:
            return composed
    raise PaperRefused("paper.ballot_too_long", candidates=len(ballot.candidates))


def instruction(ballot: CongressBallot, paper: CongressPaper) -> SetText:
    """Set the note on marking, as the regulation words what makes a ballot invalid.

    Source: 190-QĐ/TW art. 15 (congress.md §5); of one candidate nothing is said of neither box.
    """
    return set_note(f"<b>Cách bầu:</b> {_how(ballot)} {_UNWRITTEN}", paper)


def titles(ballot: CongressBallot) -> tuple[str, ...]:
    """Give the title, the branch, where delegates are sent, and the term."""
    sent = [f"dự {ballot.higher.name}"] if ballot.higher else []
    term = [tied(f"nhiệm kỳ {ballot.term}")] if ballot.term else []
    return f"PHIẾU BẦU {ballot.post.upper()}", ballot.branch, *sent, *term


def _how(ballot: CongressBallot) -> str:
    if ballot.kind == "strike":
        seats = ballot.seats_text
        return (
            f"gạch giữa họ và tên những đồng chí mình không bầu; để lại <b>không quá {seats}</b> đồng chí. "
            f"Phiếu để lại nhiều hơn {seats} đồng chí hoặc gạch hết là không hợp lệ."
        )
    if len(ballot.candidates) == 1:
        return (
            "đánh một dấu <b>X</b> vào ô “Đồng ý” hoặc ô “Không đồng ý”. Phiếu đánh dấu cả hai ô là không "
            "hợp lệ."
        )
    return (
        "ở mỗi hàng, đánh một dấu <b>X</b> vào ô “Đồng ý” hoặc ô “Không đồng ý”. Hàng đánh dấu cả hai ô hoặc "
        "để trống cả hai ô thì phiếu vẫn hợp lệ, đồng chí ở hàng đó không được tính phiếu."
    )


def _composed(ballot: CongressBallot, paper: CongressPaper) -> Layout | None:
    row, issuer, units = _row(ballot, paper), _issuer(ballot.issuer_lines, paper), _units(ballot, paper)
    if row is None or issuer is None or units is None:
        return None
    room = _name_room(ballot, paper)
    names = set_names([name.upper() for name in ballot.candidates], paper.name_sizes, lambda _: room)
    if names is None or row < names.lowest_row:
        return None
    return Layout(paper, row, names, issuer, *units)


def _row(ballot: CongressBallot, paper: CongressPaper) -> float | None:
    if ballot.kind == "strike":
        heights: Sequence[float] = paper.strike_rows
    else:
        heights = paper.agree_rows if len(ballot.candidates) > 1 else (paper.single_row,)
    note, head = instruction(ballot, paper), HEAD_HEIGHT[ballot.kind]
    return row_height(paper, note, heights, len(ballot.candidates), head=head)


def _issuer(lines: Sequence[str], paper: CongressPaper) -> Issuer | None:
    """Shrink the lines together until the widest stands over the seal; long names take more lines then."""
    faced = [(line, BOLD if row else SERIF) for row, line in enumerate(lines)]
    usual = (size for size in paper.issuer_sizes if size >= _LEAST_UNBROKEN)
    for size in usual:
        if all(width_mm(line, face, size) <= SEAL for line, face in faced):
            return _placed(faced, size, paper.issuer_pitch / paper.issuer_sizes[0], paper)
    for size in paper.issuer_sizes:
        parts = [
            (part, face)
            for line, face in faced
            for part in balanced(line, SEAL, lambda text, size=size: width_mm(text, BOLD, size))  # type: ignore[misc]  # a default binds the size
        ]
        issuer = _placed(parts, size, _CLOSE_PITCH, paper)
        widest = max(width_mm(part, face, size) for part, face in parts)
        if widest <= SEAL and issuer.first - size * _CAPITAL >= paper.margin:
            return issuer
    return None


def _placed(
    lines: Sequence[tuple[str, str]], size: float, pitch_to_size: float, paper: CongressPaper
) -> Issuer:
    pitch = pitch_to_size * size
    last = paper.seal_top - _ABOVE_SEAL * size
    return Issuer(tuple(lines), size, pitch, last - (len(lines) - 1) * pitch)


def _units(ballot: CongressBallot, paper: CongressPaper) -> tuple[tuple[str, ...], float] | None:
    """Give branch and term in their size; a long name takes two lines, or smaller type where delegates go."""
    room = paper.right - paper.title_left
    title, *units = titles(ballot)
    if width_mm(title, BOLD, paper.title_size) > room:
        return None
    for size in paper.unit_sizes if ballot.higher is not None else paper.unit_sizes[:1]:
        lines = tuple(
            line
            for unit in units
            for line in balanced(unit, room, lambda text, size=size: width_mm(text, BOLD, size))  # type: ignore[misc]  # a default binds the size
        )
        if len(lines) <= _MOST_UNITS and all(width_mm(line, BOLD, size) <= room for line in lines):
            return lines, size
    return None


def _name_room(ballot: CongressBallot, paper: CongressPaper) -> float:
    choices = sum(paper.choice_widths) if ballot.kind == "agree" else 0
    pads = 2 * NAME_PAD[ballot.kind]
    return paper.right - paper.margin - NUMBER_WIDTH[ballot.kind] - choices - pads
