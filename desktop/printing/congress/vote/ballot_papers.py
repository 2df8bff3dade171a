"""The papers that ballots of a congress come on: A5 upright, and A4 where that has no room; mm and pt.

Source: paper.md §3; paper-t2.md §9, 13.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.printing.ballots.papers import NotedPiece


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressPaper(NotedPiece):
    """One size of ballot and where everything stands on it.

    Args:
        issuer_sizes: of all lines over the seal, the first in which the widest fits.
        issuer_pitch: from line to line at the first size.
        title_left: where the room right of the seal begins.
        party: baseline of the Party's name, which is set in 15.
        date_size: of place and date.
        title: baseline of the title, which is set in ``title_size``.
        title_size: of the title.
        unit_sizes: of branch and term, the first that fits.
        detail_size: of the number to elect.
        choice_widths: of the columns to mark: agree, don't agree.
        name_sizes: of all names, the first that fits.
        strike_rows: heights of a row, the first that fits.
        agree_rows: the same where each row has boxes to mark.
        single_row: of one candidate alone.
    """

    issuer_sizes: tuple[float, ...]
    issuer_pitch: float
    title_left: float
    party: float
    date_size: float
    title: float
    title_size: float
    unit_sizes: tuple[float, ...]
    detail_size: float
    choice_widths: tuple[float, float]
    name_sizes: tuple[float, ...]
    strike_rows: tuple[float, ...]
    agree_rows: tuple[float, ...]
    single_row: float


A5 = CongressPaper(
    name="A5",
    width=148.5,
    height=210,
    across=2,
    down=1,
    margin=10,
    seal_top=31,
    issuer_sizes=(11, 10.5, 10, 9.5, 9, 8.5, 8),
    issuer_pitch=4.9,
    title_left=62.4,
    party=14.9,
    date_size=13,
    title=42.8,
    title_size=16,
    unit_sizes=(14, 13, 12, 11),
    detail_size=13,
    table_top=86,
    head_size=13,
    choice_widths=(23, 27),
    name_sizes=(15, 14, 13, 12),
    strike_rows=(12.6, 11.2, 10),
    agree_rows=(15, 12.6, 11.2),
    single_row=22,
    note_size=12,
    note_leading=15.4,
    note_gap=9.4,
)

A4 = replace(
    A5,
    name="A4",
    width=210,
    height=297,
    across=1,
    margin=15,
    seal_top=36,
    title_left=76,
    party=19.9,
    title=47.6,
    title_size=18,
    table_top=92,
    choice_widths=(30, 34),
    name_sizes=(18, 16, 14, 12),
    note_size=13,
    note_leading=17.5,
    note_gap=10,
)

USUAL = (A5, A4)

LARGE = (
    replace(
        A5,
        name_sizes=(24, 22, 20),
        strike_rows=(16, 14, 12.6),
        agree_rows=(20, 16, 14),
        note_size=15,
        note_leading=18.5,
        note_gap=10,
    ),
    replace(
        A4,
        name_sizes=(32, 28, 24, 20),
        strike_rows=(24, 20, 16, 14),
        agree_rows=(24, 20, 16),
        single_row=30,
        note_size=18,
        note_leading=23,
        note_gap=12,
    ),
)
"""With type of 20 pt and more. Source: own choice, no rule found."""
