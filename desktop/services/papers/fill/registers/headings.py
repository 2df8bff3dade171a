"""What stands at the head of a register: who issues it, its place and day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.party import Organisation, OrganisationKind
from desktop.printing.setting.date_line import DateLine
from desktop.services.office.workplace import own_office, own_unit


def issuers_of(session: Session, branch: Organisation | None) -> tuple[str, ...]:
    """Return who issues a register: the commune's party body, and the branch where it is one's."""
    committee = session.scalars(
        select(Organisation).where(
            Organisation.kind == OrganisationKind.COMMITTEE, Organisation.ends_on.is_(None)
        )
    ).first()
    unit = own_unit(session)
    superior = committee.name if committee is not None else f"Đảng bộ {unit.kind} {unit.name}"
    return (superior.upper(),) if branch is None else (superior.upper(), branch.name.upper())


def dated_on(session: Session, on: date) -> DateLine:
    """Return place and date of a register."""
    return DateLine.on(own_office(session).settings.place or own_unit(session).name, on)
