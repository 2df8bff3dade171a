"""The body that elects, as papers and packages name it: a hamlet, or the branch that holds a congress."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import ContestKind, Election


@dataclass(frozen=True, slots=True)
class Electing:
    """Who elects: its code, and its name on the day (``Thôn Nà Ếch``, ``Chi bộ Nà Ếch``)."""

    code: str
    name: str


def electing_body(session: Session, election: Election) -> Electing:
    """Return who elects.

    Raises:
        RequestRefused: ``unknown.congress`` for a congress of which nothing but its votes is kept.
    """
    if election.contest_kind is ContestKind.HAMLET_HEAD:
        return Electing(election.unit.code, f"{election.unit.kind} {election.unit.name}")
    from desktop.models.congress import Congress  # noqa: PLC0415 - an office without congresses loads none

    congress = session.scalars(select(Congress).where(Congress.election_id == election.id)).one_or_none()
    if congress is None:
        raise RequestRefused("unknown.congress", where=election.code)
    return Electing(congress.branch.code, congress.branch.name)
