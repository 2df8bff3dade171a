"""The check sheet of a count, on which the team reads the signed paper again."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.store.session import reading
from desktop.printing.hamlet_head.count import check_sheet
from desktop.printing.hamlet_head.count.check_sheet import CheckFault, CheckLine, CheckSheet
from desktop.printing.setting.date_line import DateLine
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import entries_of, next_revision
from desktop.services.elections.lookup import held_day, state_of, term_of, vote_of
from desktop.services.office.workplace import Workplace, is_training, local
from desktop.services.papers.fill.heads import issuer_lines, place_of

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
        election = vote.election
        state_of(vote).demand("check_sheet", VoteState.DIFFERENT, VoteState.AGREED)
        entries = entries_of(session, vote, next_revision(session, vote))
        day = held_day(vote)
        sheet = CheckSheet(
            issuer_lines=issuer_lines(session, election, "Tổ bầu cử", election.unit.kind),
            dated=DateLine.on(place_of(session, election), day),
            post=f"{vote.contest.post} {election.unit.name}",
            term=term_of(election),
            date=day,
            entered=tuple(
                f"Lần {entry.number}: {entry.operator.name}, {local(entry.made_at):%H:%M ngày %d/%m/%Y}"
                for entry in entries
            ),
            lines=tuple(lines),
            faults=tuple(faults),
        )
        return check_sheet.draw(sheet, training=is_training(session))
