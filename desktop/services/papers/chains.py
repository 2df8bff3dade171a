"""The sheet of a hamlet's chain and the list of exceptions, under the Party's heading."""

from __future__ import annotations

from desktop.errors import RequestRefused
from desktop.models.store.session import reading
from desktop.printing.registers import party_list
from desktop.services.chain.views import chain_view
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.registers.chain import chain_sheet, exception_list


@for_party
def draw_chain_sheet(workplace: Workplace, chain: int, hamlet: str) -> bytes:
    """Draw the chain of a hamlet: nodes, gates, and who let one through why.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``.
        PaperRefused: it cannot be drawn.
    """
    view = chain_view(workplace, chain)
    row = next((each for each in view.rows if each.chain.code == hamlet), None)
    if row is None:
        raise RequestRefused("unknown.unit", where=hamlet)
    with reading(workplace.database) as session:
        return party_list.draw(chain_sheet(workplace, session, row), training=is_training(session))


@for_party
def draw_exceptions(workplace: Workplace, chain: int) -> bytes:
    """Draw the hamlets where head and secretary are two people, those that are open.

    Raises:
        RequestRefused: ``unknown.chain``.
        PaperRefused: it cannot be drawn.
    """
    view = chain_view(workplace, chain)
    with reading(workplace.database) as session:
        listed = exception_list(workplace, session, view.name, view.open_exceptions)
        return party_list.draw(listed, training=is_training(session))
