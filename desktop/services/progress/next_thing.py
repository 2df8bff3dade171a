"""The next thing to do for a hamlet: what happened, what it means, and the one button that goes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.services.progress.cells import Cell, Due, Mark
from desktop.services.progress.progress import ElectionProgress
from desktop.services.progress.steps import Step, own_steps

FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class NextThing:
    """What a clerk does next for a hamlet.

    Attributes:
        code: what it is, by step and reason; its words are ``next.<code>`` in the catalogue.
        facts: what the words are filled with.
        place: key of the place that it opens.
        argument: what is shown there: an election's code and a step, or a hamlet's code.
        step: the step it is about; None where there is no election yet.
    """

    code: str
    facts: Mapping[str, object]
    place: str
    argument: object
    step: Step | None


def next_thing(progress: ElectionProgress | None, hamlet: str, cells: Sequence[Cell], due: Due) -> NextThing:
    """Return the next thing: what is wrong, else the first step that was begun, else the first not begun.

    Args:
        progress: the hamlet's election, None where none is planned.
        hamlet: its code.
        cells: how far each step is.
        due: the last days of its steps.
    """
    if progress is None:
        return NextThing("unplanned", {}, "today", ("plan", hamlet), None)
    cell = _next_cell(cells)
    if cell is None:
        return NextThing(FINISHED, {}, "election", (progress.code, Step.RECOGNITION), Step.RECOGNITION)
    facts = {
        "round": progress.round,
        "present": progress.present,
        "electorate": progress.electorate.frozen,
        "differing": progress.differing,
        "unexplained": progress.unexplained,
        "meets_on": f"{progress.meets_on:%d/%m}" if progress.meets_on else "",
        "opening": f"{progress.opening:%H:%M}" if progress.opening else "",
        "at_hour": f" {progress.opening:%H:%M}" if progress.opening else "",
        "candidates": _day(due, "candidates_before"),
        "recognition": _day(due, "recognition"),
    }
    code = f"{cell.step}.{cell.reason}" if cell.reason else cell.step.value
    if cell.step is Step.ROLL:
        return NextThing(code, facts, "households", hamlet, cell.step)
    return NextThing(code, facts, "election", (progress.code, cell.step), cell.step)


def _next_cell(cells: Sequence[Cell]) -> Cell | None:
    # What another page does waits for that page, and a package that waits keeps nobody from a step before it.
    own = own_steps()
    asked = [cell for cell in cells if cell.step in own and cell.mark is not Mark.DONE]
    # Without households nothing else can be done, however late it is.
    first = [cell for cell in asked if cell.step is Step.ROLL or cell.mark is Mark.WRONG]
    begun = [
        cell for cell in asked if cell.mark in (Mark.ATTENTION, Mark.DOING) and cell.step is not Step.SENDING
    ]
    return next(iter([*first, *begun, *asked]), None)


def _day(due: Due, key: str) -> str | None:
    deadline = due.get(key)
    return f"{deadline.day:%d/%m}" if deadline else None
