"""Names of two people in one cell, who would become one person."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from desktop.sheets.lists.lines.line import names_of
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.sheets.lists.lines.line import Line

TWO_PEOPLE = "two_people"

_BETWEEN = re.compile(r"[;/+&,]|\s[-–]\s|\s(?=[0-9][.)]\s)")
# Small: Và is a surname, too.
_AND = re.compile(r"(?<=\w)\s+và\s+(?=\w)")
_PARTED = re.compile(rf"\n|{_BETWEEN.pattern}|{_AND.pattern}")
# What any of these has; most lists have none at all.
_MAY_BE_PARTED = re.compile(r"[\n;/+&,\-–.)v]")
_BRACKETED = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MANY_WORDS = 6


def one_person_each(lines: Sequence[Line], names: Sequence[str] | None = None) -> Sequence[Line]:
    """Return the rows of a list; those that name two people in one cell are to be refused.

    Args:
        lines: the rows.
        names: the names in them, if they have been looked up.
    """
    names = names_of(lines) if names is None else names
    may_be = _MAY_BE_PARTED.search("\0".join(names)) is not None
    parted = [index for index, name in enumerate(names) if _PARTED.search(name)] if may_be else []
    if not parted:
        return lines
    surnames = Counter(name.split(None, 1)[0] for name in names if name.strip())
    marked = list(lines)
    for index in parted:
        # Letters of a web page are written with the same signs.
        if _are_two(unescape(names[index]), surnames):
            marked[index] = replace(lines[index], refusal=lines[index].refusal or TWO_PEOPLE)
    return marked


def _are_two(name: str, surnames: Counter[str]) -> bool:
    plain = _BRACKETED.sub(" ", name)
    if (_AND.search(plain) is not None and not plain.isupper()) or len(_names(_BETWEEN.split(plain))) > 1:
        return True
    lines = _names(plain.split("\n"))
    # A long name is broken over two lines as well.
    return len(lines) > 1 and (
        sum(map(len, lines)) >= _MANY_WORDS or any(surnames[line[0]] for line in lines[1:])
    )


def _names(parts: Sequence[str]) -> list[list[str]]:
    """Return the words of the parts of a text that may be a name."""
    return [words for part in parts if len(words := _WORD.findall(tidy(part))) > 1]
