"""The papers that ballots come on: sizes and composition, in mm and pt.

Source: paper.md §3.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

SEAL = 45.0
"""Side of the empty place for the seal, mm."""

SQUARE = 12.0
"""Side of the square to mark on a ballot that asks for agreement, mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What a sheet of A4 is cut into, mm.

    Args:
        name: as the printer calls it.
        width: of a piece.
        height: of a piece.
        across: pieces beside each other on the sheet.
        down: pieces under each other on the sheet.
        margin: to the cut.
    """

    name: str
    width: float
    height: float
    across: int
    down: int
    margin: float

    @property
    def per_sheet(self) -> int:
        """How many pieces an A4 sheet holds."""
        return self.across * self.down

    @property
    def right(self) -> float:
        """The right margin's x."""
        return self.width - self.margin


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPiece(Piece):
    """A piece with an empty place for a seal, whose left edge stands on the margin; its top in mm."""

    seal_top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPiece(SealedPiece):
    """A sealed piece with a table of names, and beneath it the note on marking.

    Args:
        table_top: of the table.
        head_size: of the type in its first row.
        note_size: of the note on marking, pt, with ``note_leading``.
        note_leading: pt.
        note_gap: from the table to the note's first baseline.
    """

    table_top: float
    head_size: float
    note_size: float
    note_leading: float
    note_gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPaper(NotedPiece):
    """One size of ballot and where everything stands on it.

    Args:
        issuer_size: type of the issuer over the seal.
        issuer_pitch: from line to line.
        title_left: where the room right of the seal begins.
        national_title: baseline and size, or None where it does not fit beside the seal.
        title_size: of the ballot's title, with baseline of its first line and pitch.
        title_baseline: of the first line.
        title_pitch: from line to line.
        unit_drop: from the last line of the title to unit and term.
        unit_size: of unit and term.
        detail_size: of date and seats.
        head_height: of the table's first row.
        number_width: of the first column.
        choice_width: of each column to mark.
        name_sizes: of all names, the first that fits.
        strike_rows: heights of a row, the first that fits.
        agree_rows: the same where squares stand in the row; empty where they have no room.
    """

    issuer_size: float
    issuer_pitch: float
    title_left: float
    national_title: tuple[float, float] | None
    title_size: float
    title_baseline: float
    title_pitch: float
    unit_drop: float
    unit_size: float
    detail_size: float
    head_height: float
    number_width: float
    choice_width: float
    name_sizes: tuple[int, ...]
    strike_rows: tuple[int, ...]
    agree_rows: tuple[int, ...]


A6 = BallotPaper(
    name="A6",
    width=105,
    height=148.5,
    across=2,
    down=2,
    margin=8,
    issuer_size=10,
    issuer_pitch=4.3,
    seal_top=22.5,
    title_left=55,
    national_title=None,
    title_size=15,
    title_baseline=29.8,
    title_pitch=7.3,
    unit_drop=6.8,
    unit_size=11,
    detail_size=11,
    table_top=72,
    head_height=8,
    head_size=11.5,
    number_width=13,
    choice_width=0,
    name_sizes=(16, 14, 12),
    strike_rows=(16, 12, 10),
    agree_rows=(),
    note_size=10.5,
    note_leading=13.4,
    note_gap=8.4,
)

A5_LANDSCAPE = BallotPaper(
    name="A5 ngang",
    width=210,
    height=148.5,
    across=1,
    down=2,
    margin=10,
    issuer_size=11,
    issuer_pitch=4.8,
    seal_top=26,
    title_left=61,
    national_title=(13.9, 12),
    title_size=18,
    title_baseline=37.9,
    title_pitch=7.8,
    unit_drop=7.7,
    unit_size=14,
    detail_size=13,
    table_top=77,
    head_height=10,
    head_size=13,
    number_width=14,
    choice_width=40,
    name_sizes=(18, 16, 14, 12),
    strike_rows=(24, 16, 12, 10),
    agree_rows=(24, 16, 14),
    note_size=12.5,
    note_leading=16.5,
    note_gap=8.7,
)

A5_PORTRAIT = BallotPaper(
    name="A5 dọc",
    width=148.5,
    height=210,
    across=2,
    down=1,
    margin=10,
    issuer_size=11,
    issuer_pitch=4.9,
    seal_top=31,
    title_left=61,
    national_title=(14.5, 10.5),
    title_size=16,
    title_baseline=38.5,
    title_pitch=7.5,
    unit_drop=7.0,
    unit_size=13,
    detail_size=12,
    table_top=86,
    head_height=9,
    head_size=12,
    number_width=13,
    choice_width=21,
    name_sizes=(16, 14, 12),
    strike_rows=(16, 12, 10),
    agree_rows=(22, 16, 14),
    note_size=12,
    note_leading=15.4,
    note_gap=9,
)

A4 = BallotPaper(
    name="A4",
    width=210,
    height=297,
    across=1,
    down=1,
    margin=15,
    issuer_size=12,
    issuer_pitch=5.3,
    seal_top=36,
    title_left=66,
    national_title=(20, 12),
    title_size=20,
    title_baseline=42,
    title_pitch=8.6,
    unit_drop=7.6,
    unit_size=15,
    detail_size=13,
    table_top=90,
    head_height=10,
    head_size=13,
    number_width=15,
    choice_width=35,
    name_sizes=(18, 16, 14, 12),
    strike_rows=(16, 12, 10),
    agree_rows=(24, 16, 14),
    note_size=13,
    note_leading=17.5,
    note_gap=10,
)

SMALLEST_FIRST = (A6, A5_LANDSCAPE, A5_PORTRAIT, A4)
"""The order in which they are tried; A5 upright holds more rows than A6, A5 across does not."""

LARGE_PRINT = {
    paper.name: paper
    for paper in (
        replace(
            A5_LANDSCAPE,
            name_sizes=(28, 24, 20),
            strike_rows=(24, 20, 16),
            agree_rows=(24, 20),
            head_size=15,
            note_size=15,
            note_leading=18.5,
        ),
        replace(
            A4,
            name_sizes=(32, 28, 24, 20),
            strike_rows=(30, 24, 20, 16),
            agree_rows=(30, 24, 20),
            choice_width=29,
            note_size=18,
            note_leading=23,
            note_gap=12,
        ),
    )
}
"""The papers that have room for type of 20 pt and more, by name. Source: own choice, no rule found."""
