"""Matters and petitions that are to be settled in a hamlet before the vote.

Source: field-practice.md P11.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.personnel import RaisedIssue
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy

__all__ = [
    "IssueView",
    "change_issue",
    "issue_lines",
    "open_issues",
    "raise_issue",
    "reopen_issue",
    "settle_issue",
    "take_back_issue",
]


@dataclass(frozen=True, slots=True)
class IssueView:
    """A matter as it stands; ``settled_on`` and ``how`` are empty while it is open.

    Attributes:
        unit: code of the hamlet; ``hamlet`` its name with its word.
        open_days: days since it was raised, as of today; None once it is settled.
    """

    key: int
    unit: str
    hamlet: str
    raised_on: date
    raised_by: str
    what: str
    settled_on: date | None
    how: str
    open_days: int | None


@for_party
def issue_lines(workplace: Workplace, *, only_open: bool = False) -> tuple[IssueView, ...]:
    """List the matters: the open ones first, the longest open on top, then the latest settled."""
    today = workplace.today()
    with reading(workplace.database) as session:
        found = [_view(issue, today) for issue in session.scalars(select(RaisedIssue))]
    still = sorted((each for each in found if each.settled_on is None), key=lambda each: each.raised_on)
    done = [each for each in found if each.settled_on is not None and not only_open]
    return (*still, *sorted(done, key=lambda each: (each.settled_on or today, each.key), reverse=True))


def open_issues(session: Session) -> Mapping[str, int]:
    """Return how many matters are open in each hamlet, by its code; hamlets without one are left out."""
    counted = (
        select(Unit.code, func.count(RaisedIssue.id).label("number"))
        .join(RaisedIssue, RaisedIssue.unit_id == Unit.id)
        .where(RaisedIssue.settled_on.is_(None))
        .group_by(Unit.code)
    )
    return {row.code: row.number for row in session.execute(counted)}


@for_party
def raise_issue(workplace: Workplace, unit: str, on: date, by: str, what: str) -> int:
    """Write down a matter that somebody raised in a hamlet, and return its key.

    Raises:
        RequestRefused: ``unknown.unit``; ``issue.future``; ``issue.by``, ``issue.what`` for none.
    """
    with writing(workplace.database) as session:
        found = unit_on(session, unit, on)
        _demand(workplace, f"{found.kind} {found.name}", on, by, what)
        made = RaisedIssue(unit=found, raised_on=on, raised_by=tidy(by), what=tidy(what))
        session.add(made)
        session.flush()
        workplace.note(session, "issue.raise", made, "raised_on", "raised_by", "what")
        return made.id


@for_party
def change_issue(workplace: Workplace, key: int, on: date, by: str, what: str) -> None:
    """Correct when, by whom and what was raised.

    Raises:
        RequestRefused: ``unknown.issue``; ``issue.day`` for a day after it was settled; as ``raise_issue``.
    """
    with writing(workplace.database) as session:
        issue = _of(session, key)
        _demand(workplace, _where(issue), on, by, what)
        if issue.settled_on is not None and on > issue.settled_on:
            raise RequestRefused("issue.day", where=f"{issue.settled_on:%d/%m/%Y}")
        issue.raised_on, issue.raised_by, issue.what = on, tidy(by), tidy(what)
        session.flush()
        workplace.note(session, "issue.change", issue, "raised_on", "raised_by", "what")


@for_party
def settle_issue(workplace: Workplace, key: int, on: date, how: str) -> None:
    """Write down when and how a matter was settled.

    Raises:
        RequestRefused: ``unknown.issue``; ``issue.settled``; ``issue.how`` for no words; ``issue.day`` for a
            day before it was raised; ``issue.future``.
    """
    with writing(workplace.database) as session:
        issue = _of(session, key)
        if issue.settled_on is not None:
            raise RequestRefused("issue.settled", where=_where(issue))
        if not tidy(how):
            raise RequestRefused("issue.how", where=_where(issue))
        if on < issue.raised_on:
            raise RequestRefused("issue.day", where=f"{issue.raised_on:%d/%m/%Y}")
        if on > workplace.today():
            raise RequestRefused("issue.future", where=f"{on:%d/%m/%Y}")
        issue.settled_on, issue.how = on, tidy(how)
        session.flush()
        workplace.note(session, "issue.settle", issue, "settled_on", "how")


@for_party
def reopen_issue(workplace: Workplace, key: int) -> None:
    """Take back that a matter was settled.

    Raises:
        RequestRefused: ``unknown.issue``.
    """
    with writing(workplace.database) as session:
        issue = _of(session, key)
        issue.settled_on, issue.how = None, None
        session.flush()
        workplace.note(session, "issue.reopen", issue, "settled_on", "how")


@for_party
def take_back_issue(workplace: Workplace, key: int) -> None:
    """Take a matter back that was written down by mistake.

    Raises:
        RequestRefused: ``unknown.issue``.
    """
    with writing(workplace.database) as session:
        issue = _of(session, key)
        workplace.note(session, "issue.take_back", issue, "raised_on")
        session.delete(issue)


def _demand(workplace: Workplace, where: str, on: date, by: str, what: str) -> None:
    if on > workplace.today():
        raise RequestRefused("issue.future", where=f"{on:%d/%m/%Y}")
    if not tidy(by):
        raise RequestRefused("issue.by", where=where)
    if not tidy(what):
        raise RequestRefused("issue.what", where=where)


def _of(session: Session, key: int) -> RaisedIssue:
    found = session.get(RaisedIssue, key)
    if found is None:
        raise RequestRefused("unknown.issue", where=str(key))
    return found


def _where(issue: RaisedIssue) -> str:
    return f"{issue.unit.kind} {issue.unit.name}"


def _view(issue: RaisedIssue, today: date) -> IssueView:
    return IssueView(
        key=issue.id,
        unit=issue.unit.code,
        hamlet=_where(issue),
        raised_on=issue.raised_on,
        raised_by=issue.raised_by,
        what=issue.what,
        settled_on=issue.settled_on,
        how=issue.how or "",
        open_days=(today - issue.raised_on).days if issue.settled_on is None else None,
    )
