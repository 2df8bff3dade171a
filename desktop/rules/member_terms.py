"""By which day what concerns a member is due: moves, probation, the list beside the files.

Every length is a clause of the law of the day from which it counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.rules.statute import Statute
from desktop.rules.timeline import WorkingDays, months_after


@dataclass(frozen=True, slots=True)
class MemberTerms:
    """The lengths that the law of a day sets: months, or working days where the name says ``days``.

    Source: congress.md §8 (official), §9 (moves, reconciliation); the clauses of the same names.
    """

    probation: int
    shown_days: int
    done_days: int
    temporary_from: int
    temporary_below: int
    study_within: int
    decision_days: int
    again_days: int
    reconcile_every: int

    @classmethod
    def of(cls, statute: Statute) -> MemberTerms:
        """Read the lengths from a statute as of a day.

        Raises:
            StatuteRefused: a clause is missing.
        """
        keys = (
            "probation",
            "move_shown",
            "move_done",
            "temporary_from",
            "temporary_below",
            "study_within",
            "official_decision",
            "official_again",
            "reconcile_every",
        )
        return cls(*(statute.clause(key).whole() for key in keys))

    def paper_shown_by(self, paper_on: date, working: WorkingDays) -> date:
        """Return by when a member shows the paper of a move at the other branch."""
        return working.after(paper_on, self.shown_days)

    def moved_by(self, paper_on: date, working: WorkingDays) -> date:
        """Return by when a formal move is done."""
        return working.after(paper_on, self.done_days)

    def decided_by(self, proposed_on: date, working: WorkingDays) -> date:
        """Return by when the superior decides on who was proposed as official."""
        return working.after(proposed_on, self.decision_days)

    def voted_again_from(self, proposed_on: date, working: WorkingDays) -> date:
        """Return the day after which the branch votes again, where nothing was decided."""
        return working.after(proposed_on, self.again_days)

    def temporary_fits(self, starts_on: date, ends_on: date, *, study: bool) -> bool:
        """Tell whether a temporary stay is as long as the law allows, first and last day counted."""
        after = ends_on + timedelta(days=1)
        if after < months_after(starts_on, self.temporary_from):
            return False
        if study:
            return after <= months_after(starts_on, self.study_within)
        return after < months_after(starts_on, self.temporary_below)

    def reconciled_by(self, last: date) -> date:
        """Return by when the list is set beside the files again."""
        return months_after(last, self.reconcile_every)
