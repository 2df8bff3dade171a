"""What a search finds, and which of it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.vietnamese.finding import begins, words_sought

MOST_OF_GROUP, MOST = 3, 8


class Group(StrEnum):
    """What kind of thing was found, in the order in which they are shown."""

    HAMLETS = "hamlets"
    ELECTIONS = "elections"
    BRANCHES = "branches"
    PEOPLE = "people"
    PAPERS = "papers"
    TASKS = "tasks"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be opened.

    Attributes:
        group: what it is.
        title: its name; ``detail`` what else is said of it; identity numbers in it are masked.
        place: key of the place of the rail that shows it, and ``argument`` what is shown there.
        following: place and argument of the next thing to do with it; None where there is none of its own.
        also: other words that it is found by, such as names of the past.
    """

    group: Group
    title: str
    detail: str
    place: str
    argument: object
    following: tuple[str, object] | None = None
    also: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is shown for a query: the words that were sought, and by group what was found."""

    words: tuple[str, ...]
    groups: tuple[tuple[Group, tuple[Found, ...]], ...]

    @property
    def count(self) -> int:
        """How many things are shown."""
        return sum(len(found) for _, found in self.groups)


def findings(stock: Iterable[Found], query: str, looked_up: Iterable[Found] = ()) -> Findings:
    """Choose what is shown for a query: at most three of a group, eight in all.

    Each word of the query begins a word of what is found, in any order, with or without marks. What bears
    more of them in its title comes first, else the order of the stock holds. Without a word it is what there
    is to do, and the places.

    Args:
        stock: what is searched.
        query: as somebody typed it.
        looked_up: what was found for it elsewhere, such as people by a number that is shown masked.
    """
    words = words_sought(query)
    of_groups: dict[Group, list[Found]] = {group: [] for group in Group}
    for each in stock:
        if _fits(each, words):
            of_groups[each.group].append(each)
    for each in looked_up:
        of_groups[each.group].append(each)
    if not words:
        shown = {group: of_groups[group] for group in (Group.TASKS, Group.PLACES)}
        return Findings(words, tuple(_few(shown, MOST)))
    for group, found in of_groups.items():
        of_groups[group] = sorted(found, key=lambda one: -sum(begins(one.title, word) for word in words))
    return Findings(words, tuple(_few(of_groups, MOST_OF_GROUP)))


def _few(of_groups: dict[Group, list[Found]], most: int) -> Sequence[tuple[Group, tuple[Found, ...]]]:
    """Return the first of each group; where all are too many, the longest groups give way."""
    taken = {group: min(len(found), most) for group, found in of_groups.items()}
    while sum(taken.values()) > MOST:
        longest = max(taken.values())
        # Of the longest the last: what is sought most often stands above.
        group = [each for each, number in taken.items() if number == longest][-1]
        taken[group] -= 1
    return [(group, tuple(of_groups[group][:number])) for group, number in taken.items() if number]


def _fits(one: Found, words: Sequence[str]) -> bool:
    text = f"{one.title} {one.detail} {one.also}"
    return all(begins(text, word) for word in words)
