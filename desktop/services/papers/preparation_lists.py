"""Lists of what prepares the congresses of a year, printed under the Party's heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.store.session import reading
from desktop.printing.registers import party_list
from desktop.printing.registers.party_list import PartyList
from desktop.services.groups.approvals import approval_lines
from desktop.services.groups.working_groups import groups
from desktop.services.groups.works import works
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.registers.preparation import approval_list, group_list, work_list

Fill = Callable[[Workplace, Session, int, Sequence[Any]], PartyList]


@for_party
def draw_groups(workplace: Workplace, year: int) -> bytes:
    """Draw the groups of a year with their people and units.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    return _drawn(workplace, year, groups(workplace, year), group_list)


@for_party
def draw_not_approved(workplace: Workplace, year: int) -> bytes:
    """Draw the units whose report or personnel isn't approved yet.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    return _drawn(workplace, year, approval_lines(workplace, year), approval_list)


@for_party
def draw_works(workplace: Workplace, year: int) -> bytes:
    """Draw the works that are registered to welcome the congresses of a year.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    return _drawn(workplace, year, works(workplace, year), work_list)


def _drawn(workplace: Workplace, year: int, views: Sequence[Any], fill: Fill) -> bytes:
    with reading(workplace.database) as session:
        return party_list.draw(fill(workplace, session, year, views), training=is_training(session))
