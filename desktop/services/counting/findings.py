"""What does not fit in a count: in each of two entries that differ, or in the one that both agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.errors import FactsRefused, Problem
from desktop.models.counting import Entry, Explanation
from desktop.models.elections import Round
from desktop.rules.reconciliation import is_error, needs_explanation
from desktop.services.counting.deciding import decided

# Whether the meeting was valid belongs to the outcome, which is not shown before both entries agree.
_OUTCOME = ("W204",)


@dataclass(frozen=True, slots=True)
class FindingView:
    """Something that does not fit, and the line that explains it.

    ``entries`` numbers the entries in which it stands while two differ; empty where they agree.
    """

    problem: Problem
    explanation: str | None = None
    by: str | None = None
    entries: tuple[int, ...] = ()


def explained_findings(problems: Sequence[Problem], lines: Sequence[Explanation]) -> tuple[FindingView, ...]:
    """Return the problems of an agreed count, each with the line that was written about it."""
    written = {(line.code, tuple(line.fields)): line for line in lines}
    found = []
    for problem in problems:
        line = written.get((problem.code, problem.fields))
        found.append(FindingView(problem, line.text if line else None, line.by if line else None))
    return tuple(found)


def findings_of_entries(session: Session, vote: Round, entries: Sequence[Entry]) -> tuple[FindingView, ...]:
    """Return what does not fit in entries that differ, errors first; notices and the outcome are left out."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for entry in entries:
        try:
            _, problems = decided(session, vote, entry.typed)
        except FactsRefused:
            continue
        for problem in problems:
            if needs_explanation(problem) and problem.code not in _OUTCOME:
                found.setdefault((problem.code, problem.fields), []).append(entry.number)
    made = [FindingView(Problem(*key), entries=tuple(numbers)) for key, numbers in found.items()]
    return tuple(sorted(made, key=lambda finding: not is_error(finding.problem)))
