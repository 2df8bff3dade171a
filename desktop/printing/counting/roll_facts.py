"""The roll that representatives sign on the day, as a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop.printing.counting.facts import Electors
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.wording import counted
from desktop.vietnamese.numerals import NoTens


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """A line of the roll.

    Args:
        number: on the roll.
        name: of who votes.
        birth: usually the year alone; empty where it is not known.
        supplement: 0, or the number of the supplement that the line came with.
        note: such as the household, where two names are alike; never an identity number in full.
    """

    number: int
    name: str
    birth: str = ""
    supplement: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollGroup:
    """A cluster that meets by itself: a part of the one roll, with a sum of its own.

    Args:
        name: such as ``Cụm 1``.
        met: where, at what hour and who chairs, in words; empty where it is not known.
        numbers: of its lines on the roll.
    """

    name: str
    met: str = ""
    numbers: tuple[int, ...]

    @property
    def title(self) -> str:
        """The name with what is known of the meeting: ``Cụm 1: tại nhà văn hóa``."""
        return f"{self.name}: {self.met}" if self.met else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRoll:
    """The frozen roll and its supplements, with a column to sign in; None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the roll.
        purpose: signing for a ballot, or signing as present where hands are raised.
        electors: who votes.
        hamlet: such as ``Thôn Nà Ếch``.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day of signing.
        lines: in the order of the roll; without any, pages of numbered rows for a pen.
        groups: clusters that meet by themselves, each printed for itself; every line is in one of them.
        blank_lines: for supplements that are written by hand.
        no_tens: the office's word in numerals such as 105: linh or lẻ.
        team_head: who signs for the election team, or None for a dotted line.

    Raises:
        ValueError: a number stands twice, blank lines are less than none, or the groups are not the roll.

    Source: rules.md §1, the frozen roll, and §5, secrecy.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    purpose: Literal["ballots", "attendance"]
    electors: Electors = "households"
    hamlet: str | None = None
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    lines: tuple[Representative, ...] = ()
    groups: tuple[RollGroup, ...] = ()
    blank_lines: int = 5
    no_tens: NoTens = "linh"
    team_head: str | None = None

    def __post_init__(self) -> None:
        if len({line.number for line in self.lines}) != len(self.lines):
            raise ValueError("each line has a number of its own")
        demand_whole(self.groups, [line.number for line in self.lines])
        if self.blank_lines < 0:
            raise ValueError("blank lines are counted from none")


def demand_whole(groups: Iterable[RollGroup], numbers: Iterable[int]) -> None:
    """Refuse groups that are not together the roll.

    Raises:
        ValueError: a line is in no group, or in two.
    """
    grouped = [number for group in groups for number in group.numbers]
    if grouped and sorted(grouped) != sorted(numbers):
        raise ValueError("every line of the roll is in one group")


def whole_of(groups: Iterable[RollGroup], unit: str) -> str:
    """Say what each group holds: ``Cụm 1: 45 hộ; Cụm 2: 46 hộ``."""
    return "; ".join(f"{group.name}: {counted(len(group.numbers), unit)}" for group in groups)
