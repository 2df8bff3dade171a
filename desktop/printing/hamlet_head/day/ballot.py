"""The ballot for the head of a hamlet: strike out those not chosen, or mark agreement."""

from __future__ import annotations

from desktop.printing.ballots import sheet as ballot_sheet
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.printing.ballots.names import two_line_pitch
from desktop.printing.ballots.note import draw_note
from desktop.printing.ballots.papers import SEAL, SQUARE
from desktop.printing.hamlet_head.day.ballot_layout import (
    NAME_PAD,
    Layout,
    birth_text,
    choice_columns,
    head_height,
    instruction,
    name_left,
)
from desktop.printing.hamlet_head.day.ballot_sizes import layout_on
from desktop.printing.hamlet_head.day.ballot_titles import draw_titles
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import RULE, Pen, width_mm
from desktop.printing.setting.sheets import Imprint

# Below the middle of the row, so that its number, name and a pen stroke share a middle.
_BELOW_MIDDLE = 1.5
_USUAL_SIZE = 18.0


def draw(
    ballot: HamletBallot, copies: int, *, training: bool, trial: bool = False, size: str | None = None
) -> bytes:
    """Print exactly so many ballots as a PDF, all alike; the same ballot gives the same bytes.

    Args:
        ballot: what it says; nothing on it differs from copy to copy.
        copies: at least 1.
        training: stamp each ballot ``DỮ LIỆU TẬP HUẤN``.
        size: of paper that was chosen (``A5``); the smallest that holds it where none was, or where that
            one does not.
        trial: one sheet marked ``IN THỬ`` that cannot be taken for ballots.

    Raises:
        PaperRefused: ``paper.ballot_too_long``, ``paper.face``, ``paper.letter``.
        ValueError: ``copies`` is below 1.

    Source: paper.md §3; rules.md §5.
    """
    composed = layout_on(ballot, size)
    return ballot_sheet.impose(
        composed.paper,
        copies,
        lambda pen: _draw_face(pen, ballot, composed, trial=trial),
        Imprint(
            title=f"Phiếu bầu cử {ballot.post.capitalize()}, {ballot.unit}, nhiệm kỳ {ballot.term}",
            author=", ".join(ballot.issuer_lines),
            training=training,
        ),
        trial=trial,
    )


def _draw_face(pen: Pen, ballot: HamletBallot, composed: Layout, *, trial: bool) -> None:
    paper = composed.paper
    ballot_sheet.draw_seal_place(pen, paper)
    if trial:
        ballot_sheet.cross_out_seal_place(pen, paper)
    last = paper.seal_top - 2.2
    issuer = composed.issuer
    for row, (line, face) in enumerate(reversed(issuer.lines)):
        y = last - row * issuer.pitch
        pen.centred(paper.margin + SEAL / 2, y, line, face, issuer.size)
    draw_titles(pen, paper, composed.titles)
    bottom = _draw_table(pen, ballot, composed)
    draw_note(pen, instruction(ballot, paper), paper, bottom)


def _draw_table(pen: Pen, ballot: HamletBallot, composed: Layout) -> float:
    paper = composed.paper
    heads = choice_columns(ballot, paper)
    top, left, right = paper.table_top, paper.margin, paper.right
    head = head_height(ballot, paper)
    names_right = right - len(heads) * paper.choice_width
    edges = [left, left + paper.number_width, names_right]
    edges += [names_right + (index + 1) * paper.choice_width for index in range(len(heads))]
    titles = (("STT",), ("Họ và tên người ứng cử",), *heads)
    bottom = top + head + composed.row * len(ballot.candidates)
    for start, end, title in zip(edges, edges[1:], titles, strict=False):
        pitch = two_line_pitch(paper.head_size)
        first = top + head / 2 + 1.4 - (len(title) - 1) * pitch / 2
        for row, line in enumerate(title):
            pen.centred((start + end) / 2, first + row * pitch, line, BOLD, paper.head_size)
    for x in edges[1:-1]:
        pen.line(x, top, x, bottom)
    pen.line(left, top + head, right, top + head)
    for index, candidate in enumerate(ballot.candidates):
        start = top + head + index * composed.row
        if index:
            pen.line(left, start, right, start)
        middle = start + composed.row / 2
        pen.centred((left + edges[1]) / 2, middle + _BELOW_MIDDLE, str(index + 1), SERIF, paper.head_size)
        _draw_name(pen, candidate, composed, index, middle)
        for choice in range(len(heads)):
            centre = (edges[choice + 2] + edges[choice + 3]) / 2
            pen.box(centre - SQUARE / 2, middle - SQUARE / 2, SQUARE, SQUARE)
    pen.box(left, top, right - left, bottom - top, RULE)
    return bottom


def _below_middle(size: float) -> float:
    return _BELOW_MIDDLE * max(1.0, size / _USUAL_SIZE)


def _draw_name(pen: Pen, candidate: BallotCandidate, composed: Layout, index: int, middle: float) -> None:
    paper, size, lines = composed.paper, composed.names.size, composed.names.lines[index]
    pitch = two_line_pitch(size)
    baseline = middle + _below_middle(size) - (len(lines) - 1) * pitch / 2
    pen.text(paper.margin + paper.number_width + NAME_PAD, baseline, candidate.title, SERIF, size - 2)
    left = name_left(paper, size)
    for row, line in enumerate(lines):
        pen.text(left, baseline + row * pitch, line, BOLD, size)
    last = baseline + (len(lines) - 1) * pitch
    end = left + width_mm(lines[-1], BOLD, size)
    pen.text(end, last, birth_text(candidate), SERIF, size - 2)
