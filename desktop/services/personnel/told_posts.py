"""The post of a head whom the other office told of: written down with who it is, and taken back with that.

Source: field-practice.md P21 and P23; Law 10/2022/QH15 art. 21.2 (in office only from recognition).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.party import Member
from desktop.models.people import ImportBatch
from desktop.models.places import Unit
from desktop.services.lists.batches import Batch, take_back
from desktop.services.places.heads import heads_of, take_office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop.services.office.workplace import Workplace

_KIND = "head.office"


@dataclass(frozen=True, slots=True)
class ToldOffice:
    """Who was recognised as head of which hamlet, in which election, by which decision and its day."""

    election: str
    hamlet: str
    name: str
    since: date
    number: str


def begin_told(
    workplace: Workplace, session: Session, unit: Unit, told: ToldOffice, member: Member | None
) -> ImportBatch | None:
    """Let a recognised head hold the post in this office's register; None where nothing is to be written.

    Nothing is where the register has it already, or where somebody else headed the hamlet later.

    Args:
        workplace: the open office.
        session: of ``writing``.
        unit: the hamlet.
        told: as it was told.
        member: who it is; None for somebody who is no member, of whom the name is kept.
    """
    name = member.person.name if member is not None else told.name
    if _is_known(session, unit, name, told.since, workplace.today()):
        return None
    digest = hashlib.sha256(told.election.encode()).hexdigest()
    record = ImportBatch(kind=_KIND, file_name=told.hamlet, sha256=digest, made_at=workplace.clock())
    batch = Batch(workplace, session, record, _KIND)
    holder = member.person if member is not None else told.name
    post = take_office(batch, unit, holder, told.since, told.number, None)
    if member is None:
        post.states_member, post.source = False, None
    batch.end()
    return record


def take_back_told(workplace: Workplace, session: Session, begun: ImportBatch | None) -> None:
    """Take back what ``begin_told`` wrote: who headed the hamlet before heads it again.

    Raises:
        RequestRefused: ``head.used`` where the post was changed since.
    """
    if begun is not None:
        take_back(workplace, session, begun, "head")


def _is_known(session: Session, unit: Unit, name: str, since: date, today: date) -> bool:
    serving = heads_of(session, [unit], max(today, since)).get(unit.id)
    if serving is None or serving.starts_on is None:
        return False
    return serving.starts_on > since or (serving.starts_on == since and serving.holder == name)
