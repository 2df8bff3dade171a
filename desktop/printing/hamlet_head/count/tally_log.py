"""The log of keys of a hamlet's count ballot by ballot, under the State's letterhead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.counting.key_log import (
    EXPLAINED,
    LABEL,
    KeyLog,
    ballots_table,
    digest_words,
    told_parts,
    totals_table,
)
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import TABLE_NOTE, Text, count_line, plain
from desktop.printing.setting.running_text import day_parts, running_text
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import post_and_term, titled, titled_file


@dataclass(frozen=True, slots=True, kw_only=True)
class HamletTallyLog:
    """What the log says; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        date: of the election.
        log: of the count.
    """

    form_label: str = LABEL
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    post: str | None = None
    term: str | None = None
    date: dt.date | None = None
    log: KeyLog


def draw(paper: HamletTallyLog, *, training: bool) -> bytes:
    """Print the log.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: window.md (the log of keys can be printed); rules.md §5.
    """
    return state_pages(compose(paper), training=training)


def compose(paper: HamletTallyLog) -> TextPaper:
    """Put the log together, as it is read."""
    return TextPaper(
        title=titled_file("Nhật ký kiểm từng phiếu bầu", paper.post, paper.term),
        author=", ".join(paper.issuer_lines),
        label=paper.form_label,
        blocks=tuple(_story(paper)),
    )


def _story(paper: HamletTallyLog) -> Iterator[Block]:
    log = paper.log
    yield state_heading(paper.issuer_lines, paper.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled("NHẬT KÝ KIỂM TỪNG PHIẾU", post_and_term("Bầu", paper.post, paper.term))
    day = day_parts(None) if paper.date is None else [f"{paper.date:%d/%m/%Y}"]
    yield running_text("Ngày bầu cử:", *day, style=count_line)
    for parts in told_parts(log):
        yield running_text(*parts, style=count_line)
    yield ballots_table(log)
    if log.totals:
        yield totals_table(log.totals)
    yield Text(plain(EXPLAINED), TABLE_NOTE)
    yield together(
        Text(plain(digest_words(log)), TABLE_NOTE),
        signature_row(
            [
                Signing(lines=("NGƯỜI GHI",), name=log.operator),
                Signing(lines=("TM. BAN KIỂM PHIẾU", "TRƯỞNG BAN"), name=None),
            ]
        ),
    )
