"""Running text of upright Party papers."""

from __future__ import annotations

from desktop.printing.setting.paragraphs import (
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
