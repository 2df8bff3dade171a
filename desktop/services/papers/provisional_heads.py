"""The decision that names a provisional head of a hamlet, drawn; nothing of it is registered."""

from __future__ import annotations

from desktop.errors import RequestRefused
from desktop.models.store.session import reading
from desktop.printing.hamlet_head.before import provisional_decision
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.hamlet_head.before.provisional import provisional_decision_of
from desktop.services.places.heads import provisional_heads_of
from desktop.services.places.lookup import unit_on


def draw_provisional_decision(workplace: Workplace, code: str) -> bytes:
    """Draw the decision on a hamlet's provisional head with what is written of it; a pen writes the rest.

    Raises:
        RequestRefused: ``unknown.unit``; ``hamlet.provisional_none`` where nobody is written down.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        unit = unit_on(session, code, workplace.today())
        serving = provisional_heads_of(session, [unit]).get(unit.id)
        if serving is None or not serving.holder:
            raise RequestRefused("hamlet.provisional_none", where=f"{unit.kind} {unit.name}")
        decision = provisional_decision_of(workplace, session, unit, serving)
        return provisional_decision.draw(decision, training=is_training(session))
