"""The list of a branch set beside the paper files: on which day, by whom, what differed, when again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import Membership, Reconciliation, Standing, StandingKind
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on, lives_on
from desktop.services.party.standing import terms_on
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class ReconciliationLine:
    """A reconciliation: how many the list and the files held, and what differed."""

    held_on: date
    done_by: str
    listed: int
    files: int
    differences: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The reconciliations of a branch, the latest first, and by when the next one is due.

    Attributes:
        listed: how many files there should be today.
        due: None where the list was never set beside the files.
    """

    lines: tuple[ReconciliationLine, ...]
    listed: int
    due: date | None


@for_party
def reconciled(workplace: Workplace, branch: str) -> Reconciled:
    """Return the reconciliations of a branch.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    today = workplace.today()
    with reading(workplace.database) as session:
        found = branch_on(session, branch, today)
        kept = session.scalars(
            select(Reconciliation)
            .where(Reconciliation.branch_id == found.id)
            .order_by(Reconciliation.held_on.desc(), Reconciliation.id.desc())
        )
        lines = tuple(
            ReconciliationLine(each.held_on, each.done_by, each.listed, each.files, each.differences or "")
            for each in kept
        )
        listed = _listed(session, found.id, today)
    due = terms_on(workplace, today).reconciled_by(lines[0].held_on) if lines else None
    return Reconciled(lines, listed, due)


@for_party
def reconcile(
    workplace: Workplace, branch: str, on: date, by: str, files: int, differences: str = ""
) -> Reconciled:
    """Note that the list of a day was set beside the files; how many it held is counted, never typed.

    Raises:
        RequestRefused: ``unknown.branch``; ``reconcile.day`` for a day to come; ``reconcile.by`` without a
            name; ``reconcile.differences`` where the numbers differ and nothing says how.
    """
    if on > workplace.today():
        raise RequestRefused("reconcile.day")
    if not tidy(by):
        raise RequestRefused("reconcile.by")
    with writing(workplace.database) as session:
        found = branch_on(session, branch, on)
        listed = _listed(session, found.id, on)
        said = tidy(differences)
        if files != listed and not said:
            raise RequestRefused("reconcile.differences", listed=listed, files=files)
        made = Reconciliation(
            branch=found, held_on=on, done_by=tidy(by), listed=listed, files=files, differences=said or None
        )
        session.add(made)
        session.flush()
        workplace.note(session, "branch.reconcile", found, "reconciliation")
    return reconciled(workplace, branch)


def last_reconciliations(session: Session, on: date) -> dict[int, date]:
    """Return the day of the last reconciliation up to a day, by the key of the branch."""
    last = (
        select(Reconciliation.branch_id, func.max(Reconciliation.held_on))
        .where(Reconciliation.held_on <= on)
        .group_by(Reconciliation.branch_id)
    )
    return {row[0]: row[1] for row in session.execute(last)}


def _listed(session: Session, branch: int, day: date) -> int:
    """Count whose files lie here: the members of the branch, but those who are here for a time only."""
    here = (
        select(Standing.member_id)
        .where(Standing.kind == StandingKind.HERE, Standing.starts_on <= day)
        .where((Standing.ends_on.is_(None)) | (Standing.ends_on >= day))
    )
    counted = select(func.count(func.distinct(Membership.member_id))).where(
        Membership.branch_id == branch, *lives_on(Membership, day), Membership.member_id.not_in(here)
    )
    return session.scalar(counted) or 0
