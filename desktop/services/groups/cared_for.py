"""Units that working groups look after and works belong to: branches and hamlets, by kind and code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import Organisation
from desktop.models.places import Unit, UnitLevel
from desktop.models.store.session import reading
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import BRANCHES, found_organisation, lives_on
from desktop.services.places.lookup import hamlets_of
from desktop.vietnamese.collation import sort_key

UnitKind = Literal["branch", "hamlet"]


@dataclass(frozen=True, slots=True)
class CaredFor:
    """A branch or a hamlet: its kind, its code, and its name for a list; it may have ended since."""

    kind: UnitKind
    code: str
    name: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return (self.kind, self.code)


@for_party
def units_to_choose(workplace: Workplace) -> tuple[CaredFor, ...]:
    """Return today's branches, then today's hamlets, each in Vietnamese order."""
    today = workplace.today()
    with reading(workplace.database) as session:
        living = select(Organisation).where(Organisation.kind.in_(BRANCHES), *lives_on(Organisation, today))
        branches = [cared_for(one, None) for one in session.scalars(living)]
        hamlets = [cared_for(None, one) for one in hamlets_of(session, today)]
    return tuple(
        one for part in (branches, hamlets) for one in sorted(part, key=lambda one: sort_key(one.name))
    )


def cared_for(branch: Organisation | None, unit: Unit | None) -> CaredFor:
    """Name a unit by the record that it is, one of the two.

    Raises:
        ValueError: there is neither.
    """
    if branch is not None:
        return CaredFor("branch", branch.code, branch.name)
    if unit is None:
        raise ValueError("a branch or a hamlet")
    return CaredFor("hamlet", unit.code, f"{unit.kind} {unit.name}")


def records_of(session: Session, chosen: CaredFor) -> tuple[Organisation | None, Unit | None]:
    """Return the branch or the hamlet that is meant, the latest that bears the code.

    Raises:
        RequestRefused: ``unknown.branch``, ``unknown.unit``.
    """
    if chosen.kind == "branch":
        return found_organisation(session, chosen.code), None
    wanted = Unit.code == chosen.code, Unit.level == UnitLevel.HAMLET
    found = session.scalars(
        select(Unit).where(*wanted).order_by(Unit.ends_on.desc().nulls_first(), Unit.id.desc())
    ).first()
    if found is None:
        raise RequestRefused("unknown.unit", where=chosen.code)
    return None, found
