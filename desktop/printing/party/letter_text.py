"""Running text of upright Party papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.paragraphs import (
    LETTER_SIZE,
    PARTY,
    PARTY_CLOSE,
    PARTY_HEAD,
    PARTY_ITEM,
    PARTY_MINUTES,
    PARTY_SUBHEAD,
    Text,
    bold,
    plain,
)

_ADDRESSEE_INDENT = 22.0


def party_text(markup: str) -> Text:
    """Set a paragraph; ``markup`` may hold ``<b>`` and ``<i>``."""
    return Text(markup, PARTY)


def close_text(markup: str) -> Text:
    """Set a paragraph of a paper that must stay on a page, or on two."""
    return Text(markup, PARTY_CLOSE)


def party_subhead(text: str) -> Text:
    """Set a bold head that stays with the line after it."""
    return Text(plain(text), PARTY_SUBHEAD)


def party_item(markup: str) -> Text:
    """Set a line of a list: a basis, a target, a task."""
    return Text(markup, PARTY_ITEM)


def minutes_text(markup: str) -> Text:
    """Set a paragraph of minutes, whose lines stand a little closer."""
    return Text(markup, PARTY_MINUTES)


def centred_words(text: str) -> Text:
    """Set bold words in the middle that stay with the line after them, such as ``QUYẾT NGHỊ:``."""
    return Text(plain(text), PARTY_HEAD)


def numbered(number: int | str, markup: str) -> str:
    """Give the markup of a numbered point: its number in bold."""
    return f"{bold(f'{number}.')} {markup}"


def bases(texts: Sequence[str]) -> Iterator[Block]:
    """Set the bases of a paper upright after dashes, the last with a comma; without any, lines for a pen.

    Source: paper-t2.md §8.
    """
    if not texts:
        yield pen_lines("- Căn cứ", REST, ";", size=LETTER_SIZE)
        yield pen_lines("- Căn cứ", REST, ",", size=LETTER_SIZE)
    for row, text in enumerate(texts, 1):
        yield party_item(plain(f"- {text}{',' if row == len(texts) else ';'}"))


def sent_to(addressee: str | None) -> Block:
    """Say to whom a paper is sent, or leave it to a pen."""
    if addressee is None:
        return pen_lines("Kính gửi:", REST, size=LETTER_SIZE, indent=_ADDRESSEE_INDENT)
    return Text(f"Kính gửi: {bold(addressee)}", replace(PARTY, indent=_ADDRESSEE_INDENT))
