"""Whether the ballots and the people of a meeting can be true before anything is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.errors import Problem
from desktop.rules.reconciliation import BoxStock
from desktop.rules.statute import Clause


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """What is known while the meeting goes on, in people and ballots; ``None`` where nobody counted yet.

    Attributes:
        electorate: everybody on the frozen roll and its supplements.
        present: the newest figure of attendance.
        printed: ballots printed and sealed, spoiled sheets' replacements among them.
        boxes: the ballots of each box.
        handed_out: the ballots are slips for households: nobody is present, and no quorum is asked.
    """

    electorate: int
    present: int | None
    printed: int | None
    boxes: tuple[BoxStock, ...]
    handed_out: bool = False


def check_stock(figures: MeetingFigures, quorum: Clause) -> tuple[Problem, ...]:
    """Check attendance and ballot stock against each other; what was not counted is not checked.

    Returns:
        The problems, errors first; fields are named as in the facts, those of the boxes as ``stock.issued``.
        The context holds the figures that were compared.

    Source: rules.md §4 (E202 to E205, W203, W204) and §5 (sealed = issued + unused + replaced).
    """
    issued, unused = _sum(figures.boxes, "issued"), _sum(figures.boxes, "unused")
    replaced, collected = _sum(figures.boxes, "replaced"), _sum(figures.boxes, "collected")
    present, printed, found = figures.present, figures.printed, []
    if issued is not None and collected is not None and collected > issued:
        # E202: more ballots in the boxes than were issued.
        found.append(_found("E202", "collected", "issued", collected=collected, issued=issued))
    if printed is not None and issued is not None and unused is not None:
        told = issued + unused + (replaced or 0)
        if printed != told:
            # E203: issued, unused and replaced ballots together are not the ballots printed.
            found.append(_found("E203", "issued", "unused", "replaced", printed=printed, told=told))
    if present is not None and present > figures.electorate:
        # E204: more people came than stand on the roll.
        found.append(Problem("E204", ("present",), {"present": present, "electorate": figures.electorate}))
    most = figures.electorate if figures.handed_out else present
    if issued is not None and most is not None and issued > most:
        # E205: more ballots issued than people present, more slips than households.
        found.append(_found("E205", "issued", issued=issued, present=most))
    if issued is not None and collected is not None and collected < issued:
        # W203: ballots were issued and not returned.
        found.append(_found("W203", "issued", "collected", collected=collected, issued=issued))
    if present is not None and not quorum.passed_by(present, figures.electorate):
        # W204: too few came so far, the meeting is not valid.
        needed = quorum.needed_of(figures.electorate)
        found.append(Problem("W204", ("present",), {"present": present, "needed": needed}))
    return tuple(found)


def reserve_of(electorate: int, percent: int) -> int:
    """Return how many ballots are printed above an electorate where the office has set so many to a hundred.

    Rounded up, in whole numbers. Source: rules.md §5 (the reserve is the office's setting).
    """
    return -(-electorate * percent // 100)


def _found(code: str, *fields: str, **context: object) -> Problem:
    return Problem(code, tuple(f"stock.{field}" for field in fields), context)


def _sum(boxes: Sequence[BoxStock], field: str) -> int | None:
    counted = [value for box in boxes if (value := getattr(box, field)) is not None]
    return sum(counted) if counted else None
