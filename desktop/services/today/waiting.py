"""How many things wait for a person here, by place of the rail: what is late, what is still to be sent."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.store.session import reading
from desktop.services.elections.lookup import any_congress
from desktop.services.exchange.outbox import campaigns_to_send
from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.today.campaigns import campaigns_at


def waiting_here(workplace: Workplace) -> dict[str, int]:
    """Count what waits at a commune's desk.

    Returns:
        ``today``: elections in which something is late, wrong or wants a person, where elections are of who
        works here; ``sending``: campaigns of which something is to be sealed, put on a stick or sent again;
        ``congress``, where they are of who works here: congresses to be held, closed or reported.
    """
    with reading(workplace.database) as session:
        counted = {"sending": campaigns_to_send(workplace, session)}
        if sees(workplace.side, Side.ELECTIONS):
            now = workplace.clock().astimezone(VIET_NAM)
            lines = [work.line for work in campaigns_at(workplace, session, now)]
            counted["today"] = sum(line.attention for line in lines)
        if sees(workplace.side, Side.PARTY):
            counted["congress"] = _congresses(workplace, session)
    return counted


def _congresses(workplace: Workplace, session: Session) -> int:
    if not any_congress(session):
        return 0
    # An office without any loads nothing of them.
    from desktop.services.congress.waiting import congresses_waiting  # noqa: PLC0415

    return congresses_waiting(workplace, session)
