"""The day on which an election is held again."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.rules.timeline import held_again_deadline
from desktop.services.counting.finalised import latest_count
from desktop.services.elections.lookup import frozen_statute
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.results.submissions import submission_of


def day_of_next_round(workplace: Workplace, session: Session, vote: Round) -> date:
    """Return the day that the decision names, else the statute's last day, else a Sunday that can be kept.

    The decree leaves the day to the commune; the Sunday then is the first before which the lists can still be
    put up in time. A clerk may change the day until ballots are printed.

    Source: rules.md §2 (held again within 15 days; the commune decides; posted 7 days before).
    """
    written = submission_of(session, latest_count(session, vote))
    if written is not None and written.again_on is not None:
        return written.again_on
    statute, today = frozen_statute(vote.election), workplace.today()
    last = held_again_deadline(statute, vote.election.held_on, working_days(session, today))
    if last is not None:
        return last.day
    posting = statute.find("posting_before")
    earliest = today + timedelta(days=posting.whole() if posting else 1)
    return earliest + timedelta(days=6 - earliest.weekday())
