"""How papers of a congress write its name, its term, counts of members, and the end of the last sentence."""

from __future__ import annotations

import datetime as dt

from desktop.printing.congress.facts import Congress
from desktop.printing.party.regimes import regime_on
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, Blank, Part
from desktop.printing.setting.running_text import known
from desktop.printing.setting.wording import count_text, tied

_TERM = Blank(26)
_DOTS = "…"


def whole(congress: Congress) -> str:
    """Name the congress and its term on two lines of a title; dots stand for what isn't known."""
    branch, ordinal = congress.branch or f"Chi bộ {_DOTS}", congress.ordinal or _DOTS
    return f"Đại hội {branch} lần thứ {ordinal}\n{tied(f'nhiệm kỳ {congress.term or _DOTS}')}"


def term_words(congress: Congress) -> list[Part]:
    """Give the term for running text, unparted, or blank."""
    if congress.term is not None:
        return [tied(f"nhiệm kỳ {congress.term}")]
    return [tied("nhiệm kỳ"), known(None, _TERM)]


def in_figures(part: int | None, of: int | None) -> list[Part]:
    """Give so many of so many in figures: ``29/34``; blanks where they aren't known."""
    if part is None or of is None:
        return [NUMBER, "/", NUMBER]
    return [f"{count_text(part)}/{count_text(of)}"]


def closing_mark(dated: DateLine) -> str:
    """Return what ends the last sentence of a paper, by the regime of its date.

    Source: rules.md §6: ``./.`` to 2026-05-26, a full stop from then on.
    """
    if dated.year is None or dated.month is None or dated.day is None:
        return regime_on(None).closing
    return regime_on(dt.date(dated.year, dated.month, dated.day)).closing
