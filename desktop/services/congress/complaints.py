"""Complaints about the votes of a congress: who raised what, in time or not, and how it was settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Complaint, Congress
from desktop.models.store.session import writing
from desktop.services.congress.lookup import demand_day, found_congress
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class ComplaintView:
    """A complaint; ``settled_on`` is None and ``settlement`` empty until it is settled.

    ``late`` tells that it came after the last day for it: it is kept, and the superior decides about it.
    """

    key: int
    raised_on: date
    raised_by: str
    what: str
    settled_on: date | None
    settlement: str
    late: bool


@for_party
def complain(workplace: Workplace, code: str, raised_on: date, raised_by: str, what: str) -> int:
    """Write down a complaint about a vote, and return its key.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.day``; ``congress.complaint`` without who or what.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        demand_day(workplace.today(), congress, raised_on)
        if not (tidy(raised_by) and tidy(what)):
            raise RequestRefused("congress.complaint", where=congress.branch.name)
        made = Complaint(congress=congress, raised_on=raised_on, raised_by=tidy(raised_by), what=tidy(what))
        session.add(made)
        session.flush()
        workplace.note(session, "congress.complain", made, "raised_on", "what")
        return made.id


@for_party
def settle_complaint(workplace: Workplace, complaint: int, settled_on: date, settlement: str) -> None:
    """Write down how a complaint was settled.

    Raises:
        RequestRefused: ``congress.complaint`` for one that isn't known, or without a settlement;
            ``congress.day`` for a day before it was raised, or to come.
    """
    with writing(workplace.database) as session:
        found = session.get(Complaint, complaint)
        if found is None or not tidy(settlement):
            raise RequestRefused("congress.complaint")
        if not found.raised_on <= settled_on <= workplace.today():
            raise RequestRefused("congress.day", where=f"{settled_on:%d/%m/%Y}")
        found.settled_on, found.settlement = settled_on, tidy(settlement)
        session.flush()
        workplace.note(session, "congress.complaint", found, "settled_on", "settlement")


def complaints_of(session: Session, congress: Congress) -> list[Complaint]:
    """Return the complaints about a congress, in the order in which they came."""
    held = select(Complaint).where(Complaint.congress_id == congress.id).order_by(Complaint.id)
    return list(session.scalars(held))


def complaint_views(session: Session, congress: Congress, until: date | None) -> tuple[ComplaintView, ...]:
    """Return the complaints about a congress as values, in the order in which they came.

    Args:
        session: the caller's.
        congress: which.
        until: the last day on which one may come; None where no clause sets any.
    """
    return tuple(
        ComplaintView(
            key=each.id,
            raised_on=each.raised_on,
            raised_by=each.raised_by,
            what=each.what,
            settled_on=each.settled_on,
            settlement=each.settlement or "",
            late=until is not None and each.raised_on > until,
        )
        for each in complaints_of(session, congress)
    )
