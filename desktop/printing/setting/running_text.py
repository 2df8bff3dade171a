"""Running text that is print where everything is known, and lines for a pen where something is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import NUMBER, REST, Blank, Part, pen_lines
from desktop.printing.setting.paragraphs import INDENT, Text, body, bold, plain
from desktop.printing.setting.people import Official, named_inside
from desktop.printing.setting.wording import day_text, hour_text, weekday_text

_YEAR = Blank(10.5)
# Room for a name, a place or a body.
_LONG = Blank(65, grows=True)
_BODY_NAME = Blank(45, grows=True)
_CLOSING = (",", ".", ";", ")", "/")
_AFTER_PEN = 0.6
_APART = 2.0
"""Points between paragraphs that don't read as one block."""


def running_text(*parts: Part, style: Callable[[str], Text] = body, lead: str = "") -> Block:
    """Set a paragraph of a paper; as soon as a part is a blank, its lines are spaced for a pen.

    Args:
        parts: texts and blanks in reading order; a space goes between two, none before a closing mark.
        style: from :mod:`~desktop.printing.setting.paragraphs`.
        lead: bold words at the head, such as ``Điều 2.``.

    Source: paper.md §4, blank form.
    """
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) < len(parts):
        shape = style("").style
        # A run of counts reads as one block, for a pen too.
        after = 0 if shape.below < _APART else _AFTER_PEN
        return pen_lines(*merged(parts), lead=lead, size=shape.size, after=after)
    return style(" ".join(filter(None, (bold(lead) if lead else "", plain(joined(texts))))))


def joined(texts: list[str]) -> str:
    """Join texts with a space, but for those that begin with a closing mark."""
    whole = ""
    for text in texts:
        whole += text if not whole or text.startswith(_CLOSING) else f" {text}"
    return whole


def merged(parts: Sequence[Part]) -> list[Part]:
    """Make texts that follow each other one, so that no mark stands alone."""
    runs: list[Part] = []
    for part in parts:
        if isinstance(part, str) and runs and isinstance(runs[-1], str):
            runs[-1] = joined([runs[-1], part])
        else:
            runs.append(part)
    return runs


def known(value: str | None, blank: Blank = _LONG) -> Part:
    """Give a text, or a blank where it is not known yet."""
    return blank if value is None else value


def known_name(value: str | None) -> Part:
    """Give the name of a body, or a blank that finds room on a line already begun."""
    return known(value, _BODY_NAME)


def day_parts(day: dt.date | None) -> list[Part]:
    """Give a date in words, or ``ngày … tháng … năm …`` for a pen."""
    return ["ngày", NUMBER, "tháng", NUMBER, "năm", _YEAR] if day is None else [day_text(day)]


def weekday_parts(day: dt.date | None) -> list[Part]:
    """Give a date in words with its weekday before it, or a date for a pen."""
    return day_parts(None) if day is None else [f"{weekday_text(day)}, {day_text(day)}"]


def hour_parts(moment: dt.time | None) -> list[Part]:
    """Give a time of day, or ``… giờ … phút`` for a pen."""
    return [NUMBER, "giờ", NUMBER, "phút"] if moment is None else [hour_text(moment)]


def official_parts(official: Official | None) -> list[Part]:
    """Name somebody with the role, or leave for a pen what isn't known."""
    if official is None:
        return ["ông (bà)", REST, "- chức vụ:", Blank(45)]
    if not official.role:
        return [f"{named_inside(official)} - chức vụ:", REST]
    return [f"{named_inside(official)} - {official.role}."]


def dotted_lines(number: int, *, indent: float = INDENT) -> list[Block]:
    """Give empty lines to write on, the first one indented by so many mm."""
    return [pen_lines(REST, indent=0 if line else indent) for line in range(number)]
