"""The two approvals of each unit before its congress, of its report and its personnel, and who lacks one.

Source: field-practice.md P42.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.groups import ApprovalOutcome, Approved, UnitApproval
from desktop.models.store.session import reading, writing
from desktop.services.groups.cared_for import CaredFor, cared_for, records_of
from desktop.services.groups.working_groups import groups_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import tidy

__all__ = [
    "ApprovalLine",
    "ApprovalOutcome",
    "ApprovalView",
    "Approved",
    "Said",
    "approval_lines",
    "record_approvals",
    "take_back_approval",
]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a unit's report or personnel: approved or not, when, by whom, on which paper."""

    outcome: ApprovalOutcome
    on: date
    by: str
    number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """The last word on a unit's report or personnel; ``times`` is how often something was said of it."""

    key: int
    said: Said
    times: int

    @property
    def is_approved(self) -> bool:
        """Whether it is approved."""
        return self.said.outcome is ApprovalOutcome.APPROVED


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A unit with the groups that look after it and its two approvals; None while nothing was said."""

    unit: CaredFor
    groups: tuple[str, ...]
    report: ApprovalView | None
    personnel: ApprovalView | None
    ended: bool = False

    def of(self, what: Approved) -> ApprovalView | None:
        """Return one of the two."""
        return self.report if what is Approved.REPORT else self.personnel

    @property
    def waiting(self) -> tuple[Approved, ...]:
        """What isn't approved yet; nothing is wanted of a unit that is no more."""
        if self.ended:
            return ()
        return tuple(what for what in Approved if (found := self.of(what)) is None or not found.is_approved)


@for_party
def approval_lines(workplace: Workplace, year: int) -> tuple[ApprovalLine, ...]:
    """List the units that the groups of a year look after: those that lack most first, then by name."""
    today = workplace.today()
    with reading(workplace.database) as session:
        named: dict[tuple[str, str], tuple[CaredFor, list[str], bool]] = {}
        for group in groups_of(session, year):
            for one in group.units:
                unit = cared_for(one.branch, one.unit)
                last = (one.branch or one.unit).ends_on  # type: ignore[union-attr] # one of the two is there
                ended = last is not None and last < today
                named.setdefault(unit.key, (unit, [], ended))[1].append(group.name)
        said = _said_of(session, year)
    lines = (
        ApprovalLine(
            unit, tuple(by), _last(said, key, Approved.REPORT), _last(said, key, Approved.PERSONNEL), ended
        )
        for key, (unit, by, ended) in named.items()
    )
    return tuple(sorted(lines, key=lambda line: (-len(line.waiting), sort_key(line.unit.name))))


@for_party
def record_approvals(
    workplace: Workplace, year: int, units: Iterable[CaredFor], what: Approved, said: Said
) -> tuple[int, ...]:
    """Write down what was said of the report or the personnel of units by one paper, and return their keys.

    All are written or none.

    Raises:
        RequestRefused: ``approval.unit`` for a unit that no group of the year looks after;
            ``approval.future``; ``approval.day`` for a day before what was said last; ``approval.by``;
            ``approval.reason`` for one given back without; ``approval.twice`` for what is approved already.
    """
    if said.on > workplace.today():
        raise RequestRefused("approval.future", where=f"{said.on:%d/%m/%Y}")
    with writing(workplace.database) as session:
        served = {
            cared_for(one.branch, one.unit).key for each in groups_of(session, year) for one in each.units
        }
        before = _said_of(session, year)
        made = []
        for unit in units:
            branch, hamlet = records_of(session, unit)
            name = cared_for(branch, hamlet).name
            if unit.key not in served:
                raise RequestRefused("approval.unit", where=name)
            _check(said, name, _last(before, unit.key, what))
            row = UnitApproval(
                year=year,
                branch=branch,
                unit=hamlet,
                what=what,
                outcome=said.outcome,
                on_day=said.on,
                by=tidy(said.by),
                number=tidy(said.number) or None,
                reason=tidy(said.reason) or None,
            )
            session.add(row)
            session.flush()
            workplace.note(session, "approval.record", row, "what", "outcome", "on_day", "by", "number")
            made.append(row.id)
        return tuple(made)


@for_party
def take_back_approval(workplace: Workplace, year: int, unit: CaredFor, what: Approved) -> None:
    """Take back what was said last of a unit's report or personnel.

    Raises:
        RequestRefused: ``unknown.approval`` where nothing was said.
    """
    with writing(workplace.database) as session:
        rows = _said_of(session, year).get((*unit.key, what), ())
        if not rows:
            raise RequestRefused("unknown.approval", where=unit.name or unit.code)
        workplace.note(session, "approval.take_back", rows[-1], "what", "on_day")
        session.delete(rows[-1])


def _said_of(session: Session, year: int) -> dict[tuple[str, str, Approved], list[UnitApproval]]:
    wanted = (
        select(UnitApproval)
        .where(UnitApproval.year == year)
        .options(joinedload(UnitApproval.branch), joinedload(UnitApproval.unit))
        .order_by(UnitApproval.id)
    )
    found: dict[tuple[str, str, Approved], list[UnitApproval]] = {}
    for row in session.scalars(wanted):
        found.setdefault((*cared_for(row.branch, row.unit).key, row.what), []).append(row)
    return found


def _last(
    said: dict[tuple[str, str, Approved], list[UnitApproval]], unit: tuple[str, str], what: Approved
) -> ApprovalView | None:
    rows: Sequence[UnitApproval] = said.get((*unit, what), ())
    if not rows:
        return None
    last = rows[-1]
    words = Said(last.outcome, last.on_day, last.by, last.number or "", last.reason or "")
    return ApprovalView(last.id, words, len(rows))


def _check(said: Said, name: str, before: ApprovalView | None) -> None:
    if not tidy(said.by):
        raise RequestRefused("approval.by", where=name)
    if said.outcome is ApprovalOutcome.RETURNED and not tidy(said.reason):
        raise RequestRefused("approval.reason", where=name)
    if before is None:
        return
    if before.is_approved:
        raise RequestRefused("approval.twice", where=name)
    if said.on < before.said.on:
        raise RequestRefused("approval.day", where=f"{before.said.on:%d/%m/%Y}")
