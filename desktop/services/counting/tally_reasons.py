"""Invalid ballots by reason, as the counts ballot by ballot of both entries say."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.models.counting import Entry, TallyLog
from desktop.models.elections import Round
from desktop.rules.tally import OTHER, reasons_that_differ
from desktop.rules.vote_state import VoteState
from desktop.services.counting.count_drafts import draft_of, open_draft, reasons_of
from desktop.services.counting.entries import entries_of, next_revision
from desktop.services.counting.tally_logs import made_from, tally_of
from desktop.services.elections.lookup import state_of
from desktop.services.office.workplace import Workplace
from desktop.wording import words


def reason_words(vote: Round, reason: str, said: str) -> str:
    """Say a reason in the words of the minutes."""
    return said if reason == OTHER else words(f"invalid.{vote.ballot.value}.{reason}")


def fill_reasons(workplace: Workplace, session: Session, vote: Round) -> None:
    """Write the reasons of an agreed count beside it, where its counts ballot by ballot agree on them.

    What somebody wrote there already stays.
    """
    if state_of(vote) is not VoteState.AGREED or reasons_differ(session, vote):
        return
    logs = next((found for _, found in _counted(session, vote)), [])
    counted = _by_reason(session, logs)
    if not counted or reasons_of(draft_of(session, vote)):
        return
    draft = open_draft(session, vote)
    draft.invalid_reasons = [
        {"reason": reason_words(vote, reason, said), "count": count}
        for (reason, said), count in counted.items()
    ]
    session.flush()
    workplace.note(session, "count.tally_reasons", draft, "invalid_reasons")


def reasons_differ(session: Session, vote: Round) -> bool:
    """Tell whether both entries were counted ballot by ballot and give other reasons for invalid ballots.

    Of ballots with a reason of their own the number is compared: two people say the same in other words.
    """
    told = [_by_reason(session, logs) for _, logs in _counted(session, vote)]
    return len(told) == 2 and bool(reasons_that_differ(told[0], told[1]))


def _counted(session: Session, vote: Round) -> list[tuple[Entry, list[TallyLog]]]:
    entries = entries_of(session, vote, next_revision(session, vote))
    found = ((entry, made_from(session, entry)) for entry in entries)
    return [(entry, logs) for entry, logs in found if logs]


def _by_reason(session: Session, logs: Sequence[TallyLog]) -> dict[tuple[str, str], int]:
    counted: dict[tuple[str, str], int] = {}
    for log in logs:
        for reason, said, count in tally_of(session, log).totals().reasons:
            counted[reason, said] = counted.get((reason, said), 0) + count
    return counted
