"""Lists of personnel before the vote, under the Party's heading: reviews, reserves, matters raised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.store.session import reading
from desktop.printing.registers import party_list
from desktop.printing.registers.party_list import PartyList
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.registers.personnel import issue_list, reserve_list, review_list
from desktop.services.personnel.issues import issue_lines
from desktop.services.personnel.reserve import reserve_lines
from desktop.services.personnel.reviews import review_lines

Fill = Callable[[Workplace, Session, Sequence[Any]], PartyList]


@for_party
def draw_reviews(workplace: Workplace) -> bytes:
    """Draw the review of who sits.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    return _drawn(workplace, review_lines(workplace), review_list)


@for_party
def draw_reserve(workplace: Workplace) -> bytes:
    """Draw the reserves of all hamlets.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    return _drawn(workplace, reserve_lines(workplace), reserve_list)


@for_party
def draw_issues(workplace: Workplace) -> bytes:
    """Draw the matters that are open, and after them those that were settled.

    Raises:
        PaperRefused: it cannot be drawn.
    """
    return _drawn(workplace, issue_lines(workplace), issue_list)


def _drawn(workplace: Workplace, views: Sequence[Any], fill: Fill) -> bytes:
    with reading(workplace.database) as session:
        return party_list.draw(fill(workplace, session, views), training=is_training(session))
