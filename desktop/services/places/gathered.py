"""The branches that gather a hamlet go along with it when it is renamed, merged or split.

Which branches become one then is the Party's to decide, not the committee's: until it has, a merged hamlet
may stand in two.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import or_, select

from desktop.models.party import BranchHamlet
from desktop.models.places import Unit
from desktop.services.lists.batches import Batch


def go_along(batch: Batch, before: Sequence[Unit], successors: Sequence[Unit], on: date) -> None:
    """Let the branches of hamlets gather those that come of them, from their first day on.

    Args:
        batch: what is written, to be taken back as one.
        before: the hamlets that end.
        successors: those that come; none of a hamlet that is dissolved.
        on: their first day.
    """
    last = on - timedelta(days=1)
    held = or_(BranchHamlet.ends_on.is_(None), BranchHamlet.ends_on > last)
    found = select(BranchHamlet).where(BranchHamlet.hamlet_id.in_([unit.id for unit in before]), held)
    links = list(batch.session.scalars(found.order_by(BranchHamlet.id)))
    for link in links:
        batch.change(link, {"ends_on": max(last, link.starts_on) if link.starts_on else last})
    for branch in dict.fromkeys(link.branch for link in links):
        batch.make(*(BranchHamlet(branch=branch, hamlet=unit, starts_on=on) for unit in successors))
