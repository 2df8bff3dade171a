"""The check sheet of a count, on which the team reads the signed paper again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.models.store.session import reading
from desktop.printing.hamlet_head.count import check_sheet
from desktop.printing.hamlet_head.count.check_sheet import CheckFault, CheckLine
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import entries_of, next_revision
from desktop.services.elections.lookup import state_of, statute_for, vote_of
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.hamlet_head.count.check_sheet import check_sheet as filled
from desktop.services.papers.fill.hamlet_head.source import PaperSource

__all__ = ["CheckFault", "CheckLine", "draw_check_sheet"]


def draw_check_sheet(
    workplace: Workplace, code: str, lines: Sequence[CheckLine], faults: Sequence[CheckFault]
) -> bytes:
    """Draw both entries and what does not fit in them, as the page shows them; it is not kept.

    Args:
        workplace: the open office.
        code: the election's.
        lines: of the paper form, with the figures of both entries.
        faults: what is to be looked into, errors first.

    Raises:
        StepRefused: the second entry isn't made yet, and nobody may see the first.
        PaperRefused: the sheet cannot be drawn.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("check_sheet", VoteState.DIFFERENT, VoteState.AGREED)
        source = PaperSource(workplace, session, vote, statute_for(workplace, vote.election))
        known = filled(source, entries_of(session, vote, next_revision(session, vote)))
        sheet = replace(known, lines=tuple(lines), faults=tuple(faults))
        return check_sheet.draw(sheet, training=is_training(session))
