"""How papers of a congress write its name, its term, counts of members, and the end of the last sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.printing.congress.facts import Congress, Hands, HigherCongress
from desktop.printing.party.regimes import regime_on
from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, Blank, Part
from desktop.printing.setting.paragraphs import Text, bold, plain
from desktop.printing.setting.running_text import known, known_name
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

_TERM = Blank(26)
_DOTS = "…"
_OF_TWO_WORDS = ("đồng chí", "đảng viên")


def whole(congress: Congress) -> str:
    """Name the congress and its term on two lines of a title; dots stand for what isn't known."""
    branch, ordinal = congress.branch or f"Chi bộ {_DOTS}", congress.ordinal or _DOTS
    return f"Đại hội {branch} lần thứ {ordinal}\n{tied(f'nhiệm kỳ {congress.term or _DOTS}')}"


def on_one_line(congress: Congress) -> str:
    """Name the congress and its term on one line of a title, where they find room on it."""
    return whole(congress).replace("\n", ", ")


def titled(before: str, congress: Congress) -> str:
    """Give a subject that ends in the congress: its branch on one line, its number and term on the next."""
    branch, ordinal = congress.branch or f"Chi bộ {_DOTS}", congress.ordinal or _DOTS
    return f"{before} Đại hội {branch}\nlần thứ {ordinal}, {tied(f'nhiệm kỳ {congress.term or _DOTS}')}"


def of_branch(post: str | None, congress: Congress, higher: HigherCongress | None = None) -> str:
    """Name what is voted on with its branch and term: ``Chi ủy Chi bộ thôn Pò Đán, nhiệm kỳ 2026 - 2031``.

    Args:
        post: voted on.
        congress: that votes.
        higher: that delegates are sent to; None for every other post.
    """
    branch = congress.branch or f"Chi bộ {_DOTS}"
    if higher is not None:
        term = f", {tied(f'nhiệm kỳ {higher.term}')}" if higher.term else ""
        return f"{post or _DOTS} {branch} dự {higher.name}{term}"
    return f"{post or _DOTS} {branch}, {tied(f'nhiệm kỳ {congress.term or _DOTS}')}"


def so_many_comrades(number: int) -> str:
    """Count people of the Party: ``05 đồng chí``, unparted."""
    return tied(f"{count_text(number)} đồng chí")


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


def hands_figures(hands: Hands | None) -> list[Part]:
    """Give how many of those present raised a hand: ``27/27``; blanks where it isn't known."""
    return in_figures(hands.approving, hands.present) if hands else in_figures(None, None)


def other_hands(hands: Hands | None) -> str:
    """Say who didn't agree: ``không tán thành 01, không có ý kiến 02``; nothing where all agreed."""
    if hands is None or not hands.against + hands.abstaining:
        return ""
    return (
        f"{tied(f'không tán thành {count_text(hands.against)}')}, "
        f"{tied(f'không có ý kiến {count_text(hands.abstaining)}')}"
    )


def branch_committee(congress: Congress) -> list[Part]:
    """Name who convenes: ``Chi ủy Chi bộ thôn Nà Ếch``, or the branch alone where it has no committee."""
    return [*(["Chi ủy"] if congress.had_committee else []), known_name(congress.branch)]


def figure(number: int | None, unit: str = "") -> list[Part]:
    """Give a count tied to its unit: ``34 đồng chí``; a blank where it isn't known."""
    if number is None:
        return [NUMBER, unit] if unit else [NUMBER]
    words = [count_text(number), *unit.split()]
    first = 3 if unit.startswith(_OF_TWO_WORDS) else 2
    return [" ".join((tied(" ".join(words[:first])), *words[first:]))]


def share(part: int | None, of: int | None) -> list[Part]:
    """Give a percentage, whose base the words after it name; a blank where it can't be worked out."""
    if part is None or not of:
        return [NUMBER, "%"]
    return [f"{percent_text(part, of)}%"]


def comrades(names: Sequence[str]) -> str:
    """Name people one after the other, no name parted."""
    return ", ".join(map(tied, names))


def with_bold(block: Block, words: str, *, after: str = "") -> Block:
    """Set in bold the words of a printed sentence that come after others; lines for a pen stay."""
    if not isinstance(block, Text):
        return block
    before = plain(after)
    return Text(block.markup.replace(before + plain(words), before + bold(words), 1), block.style)


def closing_mark(dated: DateLine) -> str:
    """Return what ends the last sentence of a paper, by the regime of its date.

    Source: rules.md §6: ``./.`` to 2026-05-26, a full stop from then on.
    """
    if dated.year is None or dated.month is None or dated.day is None:
        return regime_on(None).closing
    return regime_on(dt.date(dated.year, dated.month, dated.day)).closing
