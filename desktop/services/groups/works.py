"""Works that units register to welcome the congresses of a year: what, who, by when, done when.

Source: field-practice.md P44.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.groups import CongressWork
from desktop.models.store.session import reading, writing
from desktop.services.groups.cared_for import CaredFor, cared_for, records_of
from desktop.services.groups.working_groups import check_year
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import tidy


class WorkState(StrEnum):
    """How a work stands: late, to do, done in time, done late."""

    LATE = "late"
    TO_DO = "to_do"
    DONE = "done"
    DONE_LATE = "done_late"


_ORDER = (WorkState.LATE, WorkState.TO_DO, WorkState.DONE_LATE, WorkState.DONE)


@dataclass(frozen=True, slots=True)
class NewWork:
    """What is registered; no unit for the whole commune."""

    year: int
    what: str
    who: str
    due_on: date
    unit: CaredFor | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work as it stands today; ``days`` is how many it is late, below zero how many are left."""

    key: int
    said: NewWork
    done_on: date | None
    state: WorkState
    days: int


@for_party
def works(workplace: Workplace, year: int) -> tuple[WorkView, ...]:
    """List the works of a year: the late ones first, then by the day on which they are due."""
    today = workplace.today()
    with reading(workplace.database) as session:
        wanted = (
            select(CongressWork)
            .where(CongressWork.year == year)
            .options(joinedload(CongressWork.branch), joinedload(CongressWork.unit))
        )
        found = [_view(one, today) for one in session.scalars(wanted)]
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.state), one.said.due_on, sort_key(one.said.what)))
    )


@for_party
def register_work(workplace: Workplace, new: NewWork) -> int:
    """Register a work, and return its key.

    Raises:
        RequestRefused: ``work.what``, ``work.who``, ``group.year``; ``unknown.branch``, ``unknown.unit``.
    """
    said = _checked(new)
    with writing(workplace.database) as session:
        made = CongressWork(**_written(session, said))
        session.add(made)
        session.flush()
        workplace.note(session, "work.register", made, "year", "what", "who", "due_on")
        return made.id


@for_party
def change_work(workplace: Workplace, key: int, told: NewWork) -> None:
    """Correct what is written of a work.

    Raises:
        RequestRefused: ``unknown.work``; or as ``register_work``.
    """
    said = _checked(told)
    with writing(workplace.database) as session:
        found = _work(session, key)
        for name, value in _written(session, said).items():
            setattr(found, name, value)
        session.flush()
        workplace.note(session, "work.change", found, "what", "who", "due_on", "note")


@for_party
def finish_work(workplace: Workplace, key: int, on: date | None) -> None:
    """Write down on which day a work was done; None opens it again.

    Raises:
        RequestRefused: ``unknown.work``; ``work.future``.
    """
    if on is not None and on > workplace.today():
        raise RequestRefused("work.future", where=f"{on:%d/%m/%Y}")
    with writing(workplace.database) as session:
        found = _work(session, key)
        found.done_on = on
        session.flush()
        workplace.note(session, "work.done" if on is not None else "work.reopen", found, "done_on")


@for_party
def remove_work(workplace: Workplace, key: int) -> WorkView:
    """Take out a work that was registered by mistake, and return what was written.

    Raises:
        RequestRefused: ``unknown.work``.
    """
    with writing(workplace.database) as session:
        found = _work(session, key)
        view = _view(found, workplace.today())
        workplace.note(session, "work.remove", found, "what")
        session.delete(found)
        return view


def _work(session: Session, key: int) -> CongressWork:
    found = session.get(CongressWork, key)
    if found is None:
        raise RequestRefused("unknown.work", where=str(key))
    return found


def _checked(told: NewWork) -> NewWork:
    said = replace(told, what=tidy(told.what), who=tidy(told.who), note=tidy(told.note))
    if not said.what:
        raise RequestRefused("work.what")
    if not said.who:
        raise RequestRefused("work.who", where=said.what)
    check_year(said.year)
    return said


def _written(session: Session, said: NewWork) -> dict[str, Any]:
    branch, unit = records_of(session, said.unit) if said.unit is not None else (None, None)
    return {
        "year": said.year,
        "what": said.what,
        "who": said.who,
        "due_on": said.due_on,
        "branch": branch,
        "unit": unit,
        "note": said.note or None,
    }


def _view(row: CongressWork, today: date) -> WorkView:
    placed = row.branch is not None or row.unit is not None
    unit = cared_for(row.branch, row.unit) if placed else None
    said = NewWork(row.year, row.what, row.who, row.due_on, unit, row.note or "")
    late = ((row.done_on or today) - row.due_on).days
    if row.done_on is not None:
        state = WorkState.DONE_LATE if late > 0 else WorkState.DONE
    else:
        state = WorkState.LATE if late > 0 else WorkState.TO_DO
    return WorkView(row.id, said, row.done_on, state, late)
