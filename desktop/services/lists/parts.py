"""The parts of a list of the whole commune: a sheet, or a value of its column, for each hamlet or branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.services.lists.preview import Preview, RowState
from desktop.sheets.lists.reading import Reading


class Why(StrEnum):
    """Why a part is taken to be a place's: its name, one of the past, a name like it, or a person's word."""

    NAME = "name"
    OLD = "old"
    NEAR = "near"
    SAID = "said"
    LEFT_OUT = "left_out"
    UNKNOWN = "unknown"


Proposal = tuple[str | None, Why]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list that is said to be of one hamlet, or of one branch.

    Attributes:
        said: what the sheet or the value of the column says: by this a person's word is kept.
        rows: how many of its rows were taken, ``refused`` how many weren't.
        place: code of the hamlet or branch; None where nobody knows, or it is left out.
        why: how that is known.
    """

    said: str
    rows: int
    refused: int
    place: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class PartAccount:
    """A part of a list, and what became of its rows.

    Attributes:
        place: the hamlet or branch in words; empty where it is none yet.
        states: of each state how many rows.
    """

    part: Part
    place: str
    states: Mapping[RowState, int]


def divided(
    reading: Reading,
    stated: Mapping[int, str],
    said: Mapping[str, str | None],
    living: Container[str],
    propose: Callable[[str], Proposal],
) -> tuple[Part, ...]:
    """Return the parts of a list in their order, each with the place that a person or the program says.

    Args:
        reading: the list.
        stated: what it says of the place of each row, by the row's number.
        said: by what a part says the place's code as a person has it; None where it is left out.
        living: codes of the places that still are: what a person said of another holds no longer.
        propose: says which place a part means, and how that is known.
    """
    refused = Counter(stated[row.row] for row in reading.refused)
    parts = []
    for text, rows in Counter(stated.values()).items():
        if text in said and (said[text] is None or said[text] in living):
            code = said[text]
            why = Why.LEFT_OUT if code is None else Why.SAID
        else:
            code, why = propose(text)
        parts.append(Part(text, rows - refused[text], refused[text], code, why))
    return tuple(parts)


def accounted(
    shown: Preview, stated: Mapping[int, str], parts: Sequence[Part], names: Mapping[str, str]
) -> tuple[PartAccount, ...]:
    """Return the account of a list by its parts; ``names`` are those of the places by their codes."""
    counted: dict[str, Counter[RowState]] = {}
    for row in shown.rows:
        counted.setdefault(stated[row.number], Counter())[row.state] += 1
    return tuple(
        PartAccount(part, names.get(part.place or "", ""), counted.get(part.said, Counter()))
        for part in parts
    )


def places_of(stated: Mapping[int, str], parts: Sequence[Part]) -> dict[int, str]:
    """Return the code of the place of each row, by its number; rows of no known place are left out."""
    codes = {part.said: part.place for part in parts if part.place is not None}
    return {number: codes[text] for number, text in stated.items() if text in codes}
