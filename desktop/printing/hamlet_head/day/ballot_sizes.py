"""Which sizes of paper hold a ballot, for somebody who would rather have a larger one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import HamletBallot
from desktop.printing.ballots.papers import SMALLEST_FIRST, BallotPaper, Piece
from desktop.printing.hamlet_head.day.ballot_layout import Layout, layout

SIZES = ("A4", "A5", "A6")


@dataclass(frozen=True, slots=True)
class SizeFit:
    """A size, and why it does not hold the ballot: ``squares`` to mark, ``names``; empty where it does."""

    size: str
    lacks: Literal["", "squares", "names"]


def layout_on(ballot: HamletBallot, size: str | None) -> Layout:
    """Compose a ballot on the size that was chosen, or on the smallest where that one does not hold it.

    Raises:
        PaperRefused: as ``layout``.
    """
    papers = _papers(size)
    if papers:
        try:
            return layout(ballot, papers)
        except PaperRefused as refusal:
            if refusal.code != "paper.ballot_too_long":
                raise
    return layout(ballot)


def size_of(paper: Piece) -> str:
    """Name the size of paper that a ballot was composed on, whichever way up: ``A5``."""
    return paper.name.split(" ")[0]


def sizes_for(ballot: HamletBallot) -> tuple[SizeFit, ...]:
    """Tell of every size whether it holds the ballot.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: rules.md §5 (measured from the real text).
    """
    return tuple(SizeFit(size, _lacks(ballot, _papers(size))) for size in SIZES)


def _lacks(ballot: HamletBallot, papers: tuple[BallotPaper, ...]) -> Literal["", "squares", "names"]:
    try:
        layout(ballot, papers)
    except PaperRefused as refusal:
        if refusal.code != "paper.ballot_too_long":
            raise
        squares = ballot.kind == "agree" and not any(paper.agree_rows for paper in papers)
        return "squares" if squares else "names"
    return ""


def _papers(size: str | None) -> tuple[BallotPaper, ...]:
    return tuple(paper for paper in SMALLEST_FIRST if size and size_of(paper) == size)
