"""What every paper of an election begins and ends with: who issues it, where, for which term, who signs."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.elections import Election, OfficialRole
from desktop.printing.counting.facts import CommitteeMember
from desktop.printing.setting.people import Person
from desktop.services.office.workplace import own_office
from desktop.vietnamese.numerals import NoTens

_ROLES = {OfficialRole.COUNTING_HEAD: "Tổ trưởng", OfficialRole.COUNTING_MEMBER: "Thành viên"}


def committee_of(election: Election) -> tuple[CommitteeMember, ...]:
    """Name the counting committee, its head first."""
    members = [official for official in election.officials if official.role in _ROLES]
    members.sort(key=lambda official: (official.role is not OfficialRole.COUNTING_HEAD, official.position))
    return tuple(CommitteeMember(title=m.title or "", name=m.name, role=_ROLES[m.role]) for m in members)


def witnesses_of(election: Election) -> tuple[Person, ...]:
    """Name the witnesses of the count."""
    return tuple(
        Person(title=official.title or "", name=official.name)
        for official in election.officials
        if official.role is OfficialRole.WITNESS
    )


def issuer_lines(session: Session, election: Election, *between: str) -> tuple[str, ...]:
    """Return the lines at the upper left: the commune's, and the unit's name in the last."""
    commune = election.unit.parent
    line = own_office(session).settings.issuer_line
    if line is None:
        line = f"UBND {commune.kind} {commune.name}" if commune else own_office(session).name
    *bodies, last = between
    return tuple(text.upper() for text in (line, *bodies, f"{last} {election.unit.name}"))


def place_of(session: Session, election: Election) -> str:
    """Return the place that stands before the date."""
    commune = election.unit.parent
    return own_office(session).settings.place or (commune.name if commune else election.unit.name)


def no_tens_of(session: Session) -> NoTens:
    """Return the office's word for no tens in numerals: 105 is một trăm linh năm, or lẻ năm."""
    return own_office(session).settings.no_tens
