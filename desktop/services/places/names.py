"""Whether a hamlet may bear a name: no other living hamlet of the commune does."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.places import Unit
from desktop.services.office.workplace import own_unit
from desktop.vietnamese.text import tidy


def checked_name(session: Session, today: date, kind: str, name: str, *but: Unit) -> tuple[str, str]:
    """Return kind and name without stray spaces, for a hamlet in place of the given ones.

    Raises:
        RequestRefused: ``hamlet.name`` for a name that is empty or another hamlet's.
    """
    kind, name = tidy(kind), tidy(name)
    others = select(Unit).where(
        Unit.parent_id == own_unit(session).id,
        Unit.ends_on.is_(None) | (Unit.ends_on >= today),
        Unit.id.not_in([unit.id for unit in but]),
    )
    taken = {(unit.kind.casefold(), unit.name.casefold()) for unit in session.scalars(others)}
    if not kind or not name or (kind.casefold(), name.casefold()) in taken:
        raise RequestRefused("hamlet.name", where=f"{kind} {name}".strip())
    return kind, name
