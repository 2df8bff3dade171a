"""A paper of running text: its blocks, and what its pages and its file say besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desktop.printing.setting import faces
from desktop.printing.setting.block import Block
from desktop.printing.setting.digest_band import CountDigest


class Headed(Protocol):
    """An input that names its form and who issues the paper."""

    @property
    def form_label(self) -> str:
        """What stands at the upper right of page 1."""
        ...

    @property
    def issuer_lines(self) -> tuple[str, ...] | None:
        """Superior first, in capitals."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPaper:
    """A paper as it is read, set as a PDF or as Word.

    Args:
        title: of the file.
        author: of the file: the issuer.
        label: the form's label at the upper right of page 1.
        blocks: in reading order.
        digest: of the count, at the foot of every page; None on papers that tell none.
        separate: every page is a paper of its own, with the label and without a number.
        one_page: it should fill one page, and is set closer where it needs a little more.
        likely: how many pages it usually has; a right guess saves setting it twice.
    """

    title: str
    author: str
    label: str
    blocks: tuple[Block, ...]
    digest: CountDigest | None = None
    separate: bool = False
    one_page: bool = False
    likely: int = 1


def text_paper(
    paper: Headed,
    title: str,
    blocks: Iterable[Block],
    *,
    digest: CountDigest | None = None,
    separate: bool = False,
    one_page: bool = False,
    likely: int = 1,
) -> TextPaper:
    """Put together a paper whose input names its form and its issuer; as :class:`TextPaper` is told.

    Raises:
        PaperRefused: ``paper.face``.
    """
    # Some blocks are chosen by what their words measure.
    faces.prepare()
    return TextPaper(
        title=title,
        author=", ".join(paper.issuer_lines or ()),
        label=paper.form_label,
        blocks=tuple(blocks),
        digest=digest,
        separate=separate,
        one_page=one_page,
        likely=likely,
    )
