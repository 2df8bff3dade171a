"""Invitations to a congress, one page for each member or guest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import branch_committee, closing_mark, term_words, titled
from desktop.printing.party.letter_heading import letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, NewPage, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, pen_lines
from desktop.printing.setting.paragraphs import LETTER_SIZE, PARTY, Text, bold, plain
from desktop.printing.setting.running_text import hour_parts, known, running_text, weekday_parts
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import tied

_INDENT = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody invited, and in which capacity, such as ``đảng viên chi bộ``; None for a dotted line."""

    name: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressInvitation:
    """An invitation and those who get one; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of every page.
        congress: which.
        dated: place and date.
        opening: hour of the day of the congress.
        venue: where.
        content: in words.
        request: what to bring, without its mark.
        post: over the signature.
        signer: None leaves a blank.
        invited: one page each; without any, one page with lines for a pen.

    Source: congress.md §6, 2.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    opening: dt.time | None = None
    venue: str | None = None
    content: str | None = None
    request: str
    post: str = "BÍ THƯ"
    signer: str | None = None
    invited: tuple[Invited, ...] = ()

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(invitation: CongressInvitation, *, training: bool) -> bytes:
    """Print the invitations, each on a page of its own.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(invitation), training=training)


def compose(invitation: CongressInvitation) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Giấy mời dự {invitation.congress.name or 'Đại hội chi bộ'}"
    return text_paper(invitation, title, _story(invitation), separate=True)


def _story(invitation: CongressInvitation) -> Iterator[Block]:
    for number, invited in enumerate(invitation.invited or (Invited(),)):
        if number:
            yield NewPage()
        yield from _one(invitation, invited)


def _one(invitation: CongressInvitation, invited: Invited) -> Iterator[Block]:
    congress = invitation.congress
    yield letter_heading(invitation.issuer_lines, invitation.dated)
    yield letter_title("GIẤY MỜI", titled("dự", congress))
    yield from _addressed(invited)
    yield running_text(
        *branch_committee(congress),
        "trân trọng kính mời đồng chí tới dự Đại hội chi bộ lần thứ",
        known(congress.ordinal, NUMBER),
        ",",
        *term_words(congress),
        ".",
        style=party_text,
    )
    yield running_text(
        *hour_parts(invitation.opening),
        ",",
        *weekday_parts(congress.held_on),
        ".",
        lead="1. Thời gian:",
        style=party_text,
    )
    yield running_text(known(invitation.venue), ".", lead="2. Địa điểm:", style=party_text)
    yield running_text(known(invitation.content), ".", lead="3. Nội dung:", style=party_text)
    yield together(
        party_text(plain(f"{invitation.request}{closing_mark(invitation.dated)}")),
        party_signatures(
            [PartySigning(authority=congress.convener_signs, post=invitation.post, name=invitation.signer)]
        ),
    )


def _addressed(invited: Invited) -> Iterator[Block]:
    style = replace(PARTY, indent=_INDENT)
    if invited.name is None:
        yield pen_lines("Kính mời đồng chí:", REST, size=LETTER_SIZE, indent=_INDENT)
    else:
        yield Text(f"Kính mời đồng chí: {bold(tied(invited.name))}", style)
    if invited.capacity is None:
        yield pen_lines(REST, size=LETTER_SIZE, indent=_INDENT)
    else:
        yield Text(plain(invited.capacity), style)
