"""The hamlets of a day: which there were, and the households that lived in each before later changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.people import Change, Household, ImportBatch, ImportRow
from desktop.models.places import Unit
from desktop.services.lists.use import records_of
from desktop.services.places.succession import CHANGES


def counted_on(session: Session, day: date) -> Counter[int]:
    """Count the households that lived in each hamlet on a day, by the hamlet's key."""
    return Counter(homes_on(session, day).values())


def homes_on(session: Session, day: date) -> dict[int, int]:
    """Return the keys of the households that lived on a day, each with the key of its hamlet then.

    A change of hamlets takes households along: those of changes after the day are put back where they were.
    """
    living = select(Household.id, Household.hamlet_id).where(
        or_(Household.starts_on.is_(None), Household.starts_on <= day),
        or_(Household.ends_on.is_(None), Household.ends_on >= day),
    )
    homes = {row.id: row.hamlet_id for row in session.execute(living)}
    for batch in _changes_after(session, day):
        moved = select(ImportRow.record_id, ImportRow.before).where(
            ImportRow.batch_id == batch.id, ImportRow.record_kind == "Household"
        )
        for household, before in session.execute(moved):
            if household in homes and before and "hamlet_id" in before:
                homes[household] = before["hamlet_id"]
    return homes


def _changes_after(session: Session, day: date) -> Iterator[ImportBatch]:
    """Yield the changes that hold from after a day on, the last first."""
    batches = select(ImportBatch).where(ImportBatch.kind.in_(CHANGES), ImportBatch.undone_at.is_(None))
    for batch in session.scalars(batches.order_by(ImportBatch.id.desc())):
        begins = select(Unit.starts_on).where(Unit.id.in_(records_of(batch, "Unit", Change.NEW)))
        ends = select(Unit.ends_on).where(Unit.id.in_(records_of(batch, "Unit")), Unit.ends_on.is_not(None))
        first = session.scalars(begins.limit(1)).first()
        last = session.scalars(ends.limit(1)).first()
        # A hamlet that is dissolved makes no other: its households go on the day after.
        on = first or (last + timedelta(days=1) if last else None)
        if on is not None and on > day:
            yield batch
