"""The committee and branches of all kinds as they are seen: the list of a day, and what wants a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.party import (
    BranchHamlet,
    EventKind,
    Membership,
    Organisation,
    OrganisationKind,
)
from desktop.models.people import Change, ImportBatch, ImportRow
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_of_hamlet, lives_on
from desktop.services.party.terms import TermView, latest_term
from desktop.services.places.lookup import hamlets_of
from desktop.services.places.succession import NO_DECISION, Decision
from desktop.vietnamese.collation import sort_key

MERGE, END = "branch.merge", "branch.end"
"""Kinds of batches that can be taken back."""


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation in the list, as of a day.

    Attributes:
        hamlets: names of those that it gathers; several for a joint branch.
        members: how many are in it.
        term: the latest one; None where none is written down.
        predecessors: names of those that it was made of.
        decision: by which it came to be, or ended.
        change: number of the merger that it came of, or of its ending, where that can be asked to be undone.
    """

    id: int
    code: str
    name: str
    kind: OrganisationKind
    hamlets: tuple[str, ...]
    members: int
    starts_on: date | None
    ends_on: date | None
    term: TermView | None
    predecessors: tuple[str, ...]
    decision: Decision
    change: int | None

    @property
    def is_ended(self) -> bool:
        """Whether its last day is written down."""
        return self.ends_on is not None


@for_party
def organisation_lines(workplace: Workplace, *, ended: bool = False) -> tuple[OrganisationLine, ...]:
    """Return today's organisations: the committee, branches of hamlets, the others; with ``ended`` all."""
    today = workplace.today()
    with reading(workplace.database) as session:
        found = session.scalars(select(Organisation)).all()
        members: dict[int, int] = {}
        for branch in session.scalars(select(Membership.branch_id).where(*lives_on(Membership, today))):
            members[branch] = members.get(branch, 0) + 1
        changes = _changes(session)
        lines = [
            _line(each, members.get(each.id, 0), changes.get(each.id), today)
            for each in found
            if ended or each.ends_on is None or each.ends_on >= today
        ]
    order = (OrganisationKind.COMMITTEE, OrganisationKind.RESIDENTIAL)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.ends_on is not None,
                order.index(line.kind) if line.kind in order else len(order),
                sort_key(line.name),
            ),
        )
    )


@for_party
def hamlets_without_branch(workplace: Workplace) -> tuple[tuple[str, str], ...]:
    """Return code and name of each hamlet that no branch gathers today."""
    today = workplace.today()
    with reading(workplace.database) as session:
        return tuple(
            (unit.code, _named(unit))
            for unit in hamlets_of(session, today)
            if branch_of_hamlet(session, unit, today) is None
        )


@for_party
def branches_to_merge(workplace: Workplace) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each hamlet that stands in several branches, as after a merger of hamlets, with their codes."""
    today = workplace.today()
    with reading(workplace.database) as session:
        found: dict[str, list[str]] = {}
        held = (
            select(Unit, Organisation.code)
            .join(BranchHamlet, BranchHamlet.hamlet_id == Unit.id)
            .join(Organisation, BranchHamlet.branch_id == Organisation.id)
            .where(*lives_on(BranchHamlet, today), *lives_on(Organisation, today))
            .order_by(Unit.code, Organisation.code)
        )
        for unit, code in session.execute(held):
            found.setdefault(_named(unit), []).append(code)
        return tuple((name, tuple(codes)) for name, codes in found.items() if len(codes) > 1)


def name_on(organisation: Organisation, day: date) -> str:
    """Return the name that an organisation had on a day: papers of then bear it."""
    later = [
        event
        for event in organisation.events
        if event.what is EventKind.RENAMED and event.happens_on is not None and event.happens_on > day
    ]
    first = min(later, key=lambda event: (event.happens_on or day, event.id), default=None)
    return first.name if first is not None and first.name else organisation.name


def _changes(session: Session) -> dict[int, int]:
    """Return the merger that each organisation came of, or its ending, by its key."""
    rows = (ImportBatch.kind == MERGE) & (ImportRow.change == Change.NEW)
    ended = (ImportBatch.kind == END) & (ImportRow.change == Change.CHANGED)
    found = (
        select(ImportRow.record_id, ImportBatch.id)
        .join(ImportBatch, ImportRow.batch_id == ImportBatch.id)
        .where(rows | ended, ImportBatch.undone_at.is_(None), ImportRow.record_kind == "Organisation")
        .order_by(ImportBatch.id)
    )
    return {row[0]: row[1] for row in session.execute(found)}


def _line(each: Organisation, members: int, change: int | None, today: date) -> OrganisationLine:
    told = next((one for one in reversed(each.events) if one.what is not EventKind.RENAMED), None)
    return OrganisationLine(
        each.id,
        each.code,
        each.name,
        each.kind,
        tuple(
            _named(link.hamlet)
            for link in each.hamlets
            if (link.ends_on is None or link.ends_on >= min(today, each.ends_on or today))
        ),
        members,
        each.starts_on,
        each.ends_on,
        latest_term(each, today),
        tuple(old.name for old in each.predecessors),
        NO_DECISION if told is None else Decision(told.number, told.decided_on, told.issuer),
        change,
    )


def _named(unit: Unit) -> str:
    return f"{unit.kind} {unit.name}"
