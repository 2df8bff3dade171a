"""How many congresses wait for a person here: to be held, closed, or reported."""

from __future__ import annotations

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.congress import Congress
from desktop.models.elections import Election, is_on
from desktop.services.office.workplace import Workplace


def congresses_waiting(workplace: Workplace, session: Session) -> int:
    """Count the congresses whose day came and that aren't held, aren't closed, or weren't reported.

    What waits for the superior's answer waits for nobody here.
    """
    today = workplace.today()
    waits = or_(
        and_(Congress.reported_at.is_(None), Election.held_on <= today),
        and_(Congress.closed_at.is_(None), Election.held_on < today),
        and_(Congress.closed_at.is_not(None), Congress.report_sent_on.is_(None)),
    )
    found = (
        select(func.count())
        .select_from(Congress)
        .join(Election, Congress.election_id == Election.id)
        .where(is_on(), waits)
    )
    return session.scalar(found) or 0
