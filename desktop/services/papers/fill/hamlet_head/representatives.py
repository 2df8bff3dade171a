"""Who votes for each household, as papers name them."""

from __future__ import annotations

from collections import Counter

from sqlalchemy.orm import Session

from desktop.models.elections import Election
from desktop.models.people import Authority, Person
from desktop.printing.counting.roll_facts import Representative
from desktop.services.elections.electorate import Elector, electors_of


def representatives_of(session: Session, election: Election) -> tuple[Representative, ...]:
    """List who votes for each household: the frozen roll, before that the households of today."""
    electors = electors_of(session, election)
    times = Counter(elector.name.casefold() for elector in electors)
    return tuple(
        Representative(
            number=elector.number,
            name=elector.name,
            birth=_birth(elector.person, whole=times[elector.name.casefold()] > 1),
            supplement=elector.supplement,
            note=represented(elector),
        )
        for elector in electors
    )


def represented(elector: Elector) -> str:
    """Say which household somebody else than its head represents; empty for a head, and for a voter."""
    if elector.household is None or elector.authority in (None, Authority.HEAD):
        return ""
    by = "ủy nhiệm, " if elector.authority is Authority.AUTHORISED else ""
    return f"{by}hộ {elector.household.head.name}"


def _birth(person: Person | None, *, whole: bool) -> str:
    # The year tells people apart; only namesakes need more of their birth.
    if person is None or person.birth is None:
        return ""
    return person.birth.text() if whole else str(person.birth.year)
