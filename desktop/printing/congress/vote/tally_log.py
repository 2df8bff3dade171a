"""The log of keys of a congress's count ballot by ballot, under the Party's head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import Congress, HigherCongress
from desktop.printing.congress.wording import of_branch
from desktop.printing.counting.key_log import (
    EXPLAINED,
    LABEL,
    KeyLog,
    ballots_table,
    digest_words,
    told_parts,
    totals_table,
)
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import minutes_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import TABLE_NOTE, Text, plain
from desktop.printing.setting.running_text import running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressTallyLog:
    """What the log says; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        post: what was voted on, such as ``Chi ủy``.
        higher: that delegates are sent to; None for every other post.
        log: of the count.
    """

    form_label: str = LABEL
    congress: Congress
    dated: DateLine
    post: str | None = None
    higher: HigherCongress | None = None
    log: KeyLog

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines


def draw(paper: CongressTallyLog, *, training: bool) -> bytes:
    """Print the log.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(paper), training=training)


def compose(paper: CongressTallyLog) -> TextPaper:
    """Put the log together, as it is read."""
    voted = of_branch(paper.post, paper.congress, paper.higher)
    return text_paper(paper, f"Nhật ký kiểm từng phiếu bầu {voted}", _story(paper, voted))


def _story(paper: CongressTallyLog, voted: str) -> Iterator[Block]:
    log = paper.log
    yield letter_heading(paper.issuer_lines, paper.dated, blanks=CONGRESS_BLANKS)
    yield letter_title("NHẬT KÝ KIỂM TỪNG PHIẾU", f"Bầu {voted}")
    for parts in told_parts(log):
        yield running_text(*parts, style=minutes_text)
    yield ballots_table(log)
    if log.totals:
        yield totals_table(log.totals)
    yield Text(plain(EXPLAINED), TABLE_NOTE)
    yield together(
        Text(plain(digest_words(log)), TABLE_NOTE),
        party_signatures(
            [
                PartySigning(authority="NGƯỜI GHI", name=log.operator),
                PartySigning(authority="T/M BAN KIỂM PHIẾU", post="TRƯỞNG BAN", name=None),
            ]
        ),
    )
