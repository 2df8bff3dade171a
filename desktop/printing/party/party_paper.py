"""A Party paper across: its blocks, and what its pages and its file say besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.printing.setting import faces
from desktop.printing.setting.block import Block

LEFT = 15.0
TOP = 20.0
BOTTOM = 10.0
ACROSS = (297.0, 210.0)
MEASURE = 267.0
"""Millimetres between the margins of a sheet across."""

HEIGHT = ACROSS[1] - TOP - BOTTOM


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPaper:
    """A paper as it is read, set as a PDF or as Word.

    Args:
        title: of the file.
        author: of the file: the issuer.
        label: at the upper right of page 1.
        blocks: in reading order.
    """

    title: str
    author: str
    label: str
    blocks: tuple[Block, ...]


def party_paper(issuer: Iterable[str], label: str, title: str, blocks: Iterable[Block]) -> PartyPaper:
    """Put a paper together.

    Raises:
        PaperRefused: ``paper.face``.
    """
    # Some blocks are chosen by what their words measure.
    faces.prepare()
    return PartyPaper(title=title, author=", ".join(issuer), label=label, blocks=tuple(blocks))
