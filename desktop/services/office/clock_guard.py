"""Before anything is dated: is the computer's clock behind what was already written?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from desktop.models.audit import AuditEntry
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import VIET_NAM, Workplace, own_office

# Clocks are put right by a little now and then.
TOLERANCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ClockBehind:
    """The clock of the computer is before the last entry of the audit log; both in the time of Viet Nam."""

    now: datetime
    last: datetime


def clock_behind(workplace: Workplace) -> ClockBehind | None:
    """Tell whether the computer's time is before the last entry of the audit log, by over five minutes."""
    with reading(workplace.database) as session:
        last = session.scalar(select(AuditEntry.at).order_by(AuditEntry.sequence.desc()).limit(1))
    now = workplace.clock()
    if last is None or now + TOLERANCE >= last:
        return None
    return ClockBehind(now.astimezone(VIET_NAM), last.astimezone(VIET_NAM))


def confirm_clock(workplace: Workplace) -> None:
    """Note that a person said the computer's date is right though it is before the last entry."""
    with writing(workplace.database) as session:
        workplace.note(session, "clock.confirm", own_office(session), "clock")
