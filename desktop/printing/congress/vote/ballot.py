"""The ballot of a vote at a congress, under the Party's head: strike names out, or mark agreement."""

from __future__ import annotations

from itertools import pairwise

from desktop.printing.ballots import sheet as ballot_sheet
from desktop.printing.ballots.names import two_line_pitch
from desktop.printing.ballots.note import draw_note
from desktop.printing.ballots.papers import SEAL
from desktop.printing.congress.vote.ballot_facts import CongressBallot
from desktop.printing.congress.vote.ballot_layout import (
    HEAD_HEIGHT,
    NAME_PAD,
    NUMBER_WIDTH,
    Layout,
    instruction,
    layout,
    titles,
)
from desktop.printing.congress.wording import so_many_comrades
from desktop.printing.party.letter_title import DASHES
from desktop.printing.party.letterhead import PARTY, PARTY_SIZE, STAR
from desktop.printing.setting.date_line import placed_date
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import RULE, Pen, width_mm
from desktop.printing.setting.sheets import Imprint

REFERENCE = "Mẫu tham khảo"

_STAR_ABOVE_SEAL = 1.4
_RULE_BELOW = 2.1
_DATE_BELOW = 9.6
_UNIT_BELOW = 7.6
_USUAL_UNITS = 2
_UNIT_PITCH = 7.1
_CLOSE_UNIT_PITCH = 5.8
_DASHES_BELOW = 4.6
_SEATS_BELOW = 8.7
_LISTED_BELOW = 6.1
_BELOW_MIDDLE = 1.5
_USUAL_SIZE = 16.0
_HEAD_PITCH = 5.5
_HEAD_BELOW_MIDDLE = 1.6
_REFERENCE_SIZE = 6.5
_REFERENCE_ABOVE_CUT = 4.6
_CHOICES = (("Đồng ý",), ("Không", "đồng ý"))


def draw(ballot: CongressBallot, copies: int, *, training: bool, trial: bool = False) -> bytes:
    """Print exactly so many ballots as a PDF, all alike; the same ballot gives the same bytes.

    Args:
        ballot: what it says.
        copies: at least 1.
        training: stamp each ballot ``DỮ LIỆU TẬP HUẤN``.
        trial: one sheet marked ``IN THỬ`` that cannot be taken for ballots.

    Raises:
        PaperRefused: ``paper.ballot_too_long``, ``paper.face``, ``paper.letter``.
        ValueError: ``copies`` is below 1.

    Source: paper.md §3; paper-t2.md §9, 13.
    """
    composed = layout(ballot)
    title, *units = titles(ballot)
    return ballot_sheet.impose(
        composed.paper,
        copies,
        lambda pen: _draw_face(pen, ballot, composed, trial=trial),
        Imprint(
            title=f"{title.capitalize()} {', '.join(units)}",
            author=", ".join(ballot.issuer_lines),
            training=training,
        ),
        trial=trial,
    )


def _draw_face(pen: Pen, ballot: CongressBallot, composed: Layout, *, trial: bool) -> None:
    paper = composed.paper
    ballot_sheet.draw_seal_place(pen, paper)
    if trial:
        ballot_sheet.cross_out_seal_place(pen, paper)
    _draw_issuer(pen, composed)
    _draw_titles(pen, ballot, composed)
    bottom = _draw_table(pen, ballot, composed)
    draw_note(pen, instruction(ballot, paper), paper, bottom)
    pen.grey(0.45)
    foot = paper.height - _REFERENCE_ABOVE_CUT
    pen.flush_right(paper.right, foot, REFERENCE, ITALIC, _REFERENCE_SIZE)
    pen.grey(0)


def _draw_issuer(pen: Pen, composed: Layout) -> None:
    paper, issuer = composed.paper, composed.issuer
    centre = paper.margin + SEAL / 2
    for row, (line, face) in enumerate(issuer.lines):
        pen.centred(centre, issuer.first + row * issuer.pitch, line, face, issuer.size)
    pen.centred(centre, paper.seal_top - _STAR_ABOVE_SEAL, STAR, BOLD, paper.issuer_sizes[0])


def _draw_titles(pen: Pen, ballot: CongressBallot, composed: Layout) -> None:
    paper = composed.paper
    centre = (paper.title_left + paper.right) / 2
    pen.centred(centre, paper.party, PARTY, BOLD, PARTY_SIZE)
    half = width_mm(PARTY, BOLD, PARTY_SIZE) / 2
    pen.line(centre - half, paper.party + _RULE_BELOW, centre + half, paper.party + _RULE_BELOW)
    dated = paper.party + _DATE_BELOW
    size = paper.date_size
    placed = placed_date(ballot.dated, centre, size)
    room = paper.right - paper.title_left
    taken = placed[-1].end - placed[0].x
    if taken > room:
        size *= room / taken
        placed = placed_date(ballot.dated, centre, size)
    pen.placed(placed, dated, ITALIC, size, 0)
    title, *_ = titles(ballot)
    units = composed.units
    pitch = _UNIT_PITCH if len(units) == _USUAL_UNITS else _CLOSE_UNIT_PITCH
    pen.centred(centre, paper.title, title, BOLD, paper.title_size)
    y = paper.title + _UNIT_BELOW
    for row, unit in enumerate(units):
        pen.centred(centre, y + row * pitch, unit, BOLD, composed.unit_size)
    y += (len(units) - 1) * pitch + _DASHES_BELOW
    pen.centred(centre, y, DASHES, SERIF, composed.unit_size)
    y += _SEATS_BELOW
    pen.centred(centre, y, f"Số lượng cần bầu: {so_many_comrades(ballot.seats)}", SERIF, paper.detail_size)
    if len(ballot.candidates) > 1:
        listed = f"(danh sách bầu: {so_many_comrades(len(ballot.candidates))})"
        pen.centred(centre, y + _LISTED_BELOW, listed, ITALIC, paper.detail_size - 1)


def _draw_table(pen: Pen, ballot: CongressBallot, composed: Layout) -> float:
    paper, kind = composed.paper, ballot.kind
    choices = _CHOICES if kind == "agree" else ()
    edges = [paper.margin, paper.margin + NUMBER_WIDTH[kind]]
    widths = paper.choice_widths if choices else ()
    edges += [paper.right - sum(widths[index:]) for index in range(len(widths) + 1)]
    top, left, right = paper.table_top, paper.margin, paper.right
    below_head = top + HEAD_HEIGHT[kind]
    bottom = below_head + composed.row * len(ballot.candidates)
    heads = (("STT",), ("Họ và tên",), *choices)
    for (start, end), head in zip(pairwise(edges), heads, strict=True):
        first = (top + below_head) / 2 + _HEAD_BELOW_MIDDLE - (len(head) - 1) * _HEAD_PITCH / 2
        for row, line in enumerate(head):
            pen.centred((start + end) / 2, first + row * _HEAD_PITCH, line, BOLD, paper.head_size)
    for x in edges[1:-1]:
        pen.line(x, top, x, bottom)
    for index, lines in enumerate(composed.names.lines):
        start = below_head + index * composed.row
        pen.line(left, start, right, start)
        middle = start + composed.row / 2
        pen.centred((left + edges[1]) / 2, middle + _BELOW_MIDDLE, str(index + 1), SERIF, paper.head_size)
        _draw_name(pen, lines, edges[1] + NAME_PAD[kind], middle, composed.names.size)
    pen.box(left, top, right - left, bottom - top, RULE)
    return bottom


def _draw_name(pen: Pen, lines: tuple[str, ...], x: float, middle: float, size: float) -> None:
    pitch = two_line_pitch(size)
    # So that the name and a pen stroke share a middle.
    baseline = middle + _BELOW_MIDDLE * max(1.0, size / _USUAL_SIZE) - (len(lines) - 1) * pitch / 2
    for row, line in enumerate(lines):
        pen.text(x, baseline + row * pitch, line, BOLD, size)
