"""Many hamlets merged at once: what a workbook would do, and doing it in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from desktop.errors import RequestRefused
from desktop.services.lists.sources import NOTHING, Said
from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import HamletLine
from desktop.services.places.succession import (
    MERGERS,
    NO_DECISION,
    Decision,
    Successor,
    succeed,
)
from desktop.sheets.lists.kinds import mergers as sheet
from desktop.sheets.lists.reading import ListFile, Reading
from desktop.sheets.lists.source import Source
from desktop.sheets.lists.unnamed import is_unnamed

LIST = sheet.MERGERS.name
"""The list, by its name."""


class Trouble(StrEnum):
    """What is to be decided of a merger.

    ``SAME_NAME``, ``ALONE`` and ``SMALL`` (fewer households than the law asks for, to which there are
    exceptions) don't keep it from being written.
    """

    UNKNOWN = "unknown"
    TWICE = "twice"
    ELECTING = "electing"
    TAKEN = "taken"
    SAME_NAME = "same_name"
    ALONE = "alone"
    SMALL = "small"

    @property
    def code(self) -> str:
        """What it goes by on the telephone: E where it keeps a merger from being written."""
        return _CODES[self]


_CODES = {
    Trouble.SMALL: "W701",
    Trouble.ELECTING: "W702",
    Trouble.ALONE: "W703",
    Trouble.SAME_NAME: "W704",
    Trouble.UNKNOWN: "E701",
    Trouble.TWICE: "E702",
    Trouble.TAKEN: "E703",
}
_HARMLESS = frozenset({Trouble.SAME_NAME, Trouble.ALONE, Trouble.SMALL})
NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Old:
    """A hamlet that ends.

    Attributes:
        code, name: None and as the workbook says where the commune has none of that name.
        households, people: that go along; people as far as households say how many they are.
        head: who heads it; None where nobody is known.
        elections: the codes of those that are not over.
        party: keys of the Party's members of its branch, for whoever may know; who is of two branches is one.
    """

    code: str | None
    name: str
    households: int
    people: int = 0
    head: str | None = None
    elections: tuple[str, ...] = ()
    party: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Merger:
    """A hamlet that is to come.

    Attributes:
        kind, name: of the new hamlet.
        olds: what it is made of, in the order of the workbook.
        troubles: each with the words that it is about: names, or the days of elections.
        rows: where the workbook says so, in words.
    """

    kind: str
    name: str
    olds: tuple[Old, ...]
    troubles: tuple[tuple[Trouble, str], ...]
    rows: str

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{self.kind} {self.name}"

    @property
    def households(self) -> int:
        """How many households go along."""
        return sum(old.households for old in self.olds)

    @property
    def people(self) -> int:
        """How many people go along, as far as households say how many they are."""
        return sum(old.people for old in self.olds)

    @property
    def party(self) -> int:
        """How many members of the Party go along, each once."""
        return len(frozenset().union(*(old.party for old in self.olds)))

    @property
    def headed(self) -> tuple[Old, ...]:
        """Those that are headed by somebody, who may serve until the new hamlet elects."""
        return tuple(old for old in self.olds if old.code is not None and old.head)

    @property
    def small(self) -> str:
        """How many households it has and the law asks for, in words; empty where it has enough."""
        return next((about for trouble, about in self.troubles if trouble is Trouble.SMALL), "")

    @property
    def is_possible(self) -> bool:
        """Tell whether it can be written as it is."""
        return all(trouble in _HARMLESS for trouble, _ in self.troubles)


@dataclass(frozen=True, slots=True)
class MergerPlan:
    """What a workbook would do to the commune's hamlets.

    Attributes:
        whole: what the file holds.
        living: the hamlets of today.
        commune: the commune as a sentence names it: ``xã Mẫu``.
        mergers: in its order.
        untouched: the hamlets that it doesn't change, by their names.
        unread: how many lines of the file could not be read, or name no new hamlet and don't say "unchanged".
        written: how many new hamlets of the file are so already, made of the same old ones.
        file: what was opened, to be read anew.
        said: what a person said of how it is read.
    """

    whole: Reading
    living: tuple[HamletLine, ...]
    commune: str
    mergers: tuple[Merger, ...]
    untouched: tuple[HamletLine, ...]
    unread: int
    written: int = 0
    file: ListFile | None = None
    said: Said = NOTHING

    @property
    def kind(self) -> str:
        """The list, by its name."""
        return LIST

    @property
    def source(self) -> Source:
        """Which file it is."""
        return self.whole.source

    @property
    def is_unnamed(self) -> bool:
        """Whether nobody knows yet which column holds the old hamlets, so that no line is read."""
        return is_unnamed(self.whole)


def write_mergers(
    workplace: Workplace,
    plan: MergerPlan,
    on: date,
    decision: Decision = NO_DECISION,
    without: Collection[str] = (),
    provisional: Mapping[str, str] = NOBODY,
    *,
    exceptions: Mapping[str, str] = NOBODY,
) -> int:
    """Write the mergers that are possible, all or none, and return the batch that takes them back.

    Args:
        workplace: the open office.
        plan: what the clerk saw.
        on: the first day of the new hamlets.
        decision: by which it is so.
        without: full names of new hamlets that are left out.
        provisional: by full name of a new hamlet the code of the old one whose head serves until it elects.
        exceptions: by full name of a new hamlet why it has fewer households than the law asks for.

    Raises:
        RequestRefused: ``hamlet.merge`` where nothing is left; as ``succession.succeed`` does.
    """
    chosen = [one for one in plan.mergers if one.is_possible and one.full_name not in without]
    if not chosen:
        raise RequestRefused("hamlet.merge")
    successors = tuple(
        Successor(
            one.kind,
            one.name,
            tuple(old.code for old in one.olds if old.code is not None),
            provisional.get(one.full_name),
            exceptions.get(one.full_name, ""),
        )
        for one in chosen
    )
    return succeed(workplace, MERGERS, successors, on, decision, (plan.source.name, plan.source.sha256))
