"""Before anything is dated: does the computer's clock fit what was already written?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import VIET_NAM, Workplace, is_training, own_office

# Clocks are put right by a little now and then.
TOLERANCE = timedelta(minutes=5)
# An office may rest between two campaigns; for longer than this it is asked whether the day is right.
_LONGEST_REST = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """The clock of the computer is before the last entry of the audit log, or far ahead of it.

    Both moments are in the time of Viet Nam; ``ahead`` says which way the clock is doubted.
    """

    now: datetime
    last: datetime
    ahead: bool


def clock_doubt(workplace: Workplace) -> ClockDoubt | None:
    """Tell whether the computer's time is doubtful: over five minutes before the last entry, or months after.

    A training office may lie unused for as long as it likes.
    """
    with reading(workplace.database) as session:
        last = session.scalar(select(AuditEntry.at).order_by(AuditEntry.sequence.desc()).limit(1))
        training = is_training(session)
    now = workplace.clock()
    if last is None:
        return None
    ahead = now - last > _LONGEST_REST and not training
    if not ahead and now + TOLERANCE >= last:
        return None
    return ClockDoubt(now.astimezone(VIET_NAM), last.astimezone(VIET_NAM), ahead)


def demand_clock(workplace: Workplace) -> None:
    """Refuse to date anything of an official office by a doubtful clock; the window asks a person instead.

    Raises:
        RequestRefused: ``clock.behind`` or ``clock.ahead``.
    """
    with reading(workplace.database) as session:
        if is_training(session):
            return
    doubt = clock_doubt(workplace)
    if doubt is not None:
        now, last = f"{doubt.now:%H:%M %d/%m/%Y}", f"{doubt.last:%H:%M %d/%m/%Y}"
        raise RequestRefused("clock.ahead" if doubt.ahead else "clock.behind", where=now, last=last)


def confirm_clock(workplace: Workplace) -> None:
    """Note that a person said the computer's date is right though it was doubted."""
    with writing(workplace.database) as session:
        workplace.note(session, "clock.confirm", own_office(session), "clock")
