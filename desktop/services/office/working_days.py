"""The days on which the office works: public holidays, with the office's own days over them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TypedDict, Unpack, cast

import msgspec
from sqlalchemy.orm import Session

from desktop.models.office import Settings
from desktop.models.store.session import reading, writing
from desktop.resources import resource
from desktop.rules.timeline import WorkingDays
from desktop.services.office.workplace import Workplace, own_office


def working_days(session: Session, about: date) -> WorkingDays:
    """Return the working days of the office in the year of a day and the years beside it.

    Source: ``resources/calendars``: the public holidays of Viet Nam and the days worked in exchange for them.
    """
    settings = own_office(session).settings
    years = range(about.year - 1, about.year + 2)
    public_off, public_worked = (_public_days(kind, years) for kind in ("off", "worked"))
    own_off, own_worked = frozenset(settings.days_off), frozenset(settings.days_worked)
    return WorkingDays(
        days_off=(public_off - own_worked) | own_off,
        worked=public_worked | own_worked,
    )


def own_days(workplace: Workplace) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Return the office's own days off, and the weekend days that it works in exchange."""
    with reading(workplace.database) as session:
        settings = own_office(session).settings
        return settings.days_off, settings.days_worked


class OwnDays(TypedDict, total=False):
    """What is changed of the office's own days; what is not named stays."""

    days_off: Iterable[date]
    days_worked: Iterable[date]


def set_own_days(workplace: Workplace, **changed: Unpack[OwnDays]) -> None:
    """Set the office's own days off, or the weekend days that it works in exchange, or both."""
    with writing(workplace.database) as session:
        office = own_office(session)
        days = {field: tuple(sorted(set(cast("Iterable[date]", value)))) for field, value in changed.items()}
        settings: Settings = msgspec.structs.replace(office.settings, **days)
        office.settings = settings
        session.flush()
        workplace.note(session, "office.days", office, *changed)


@cache
def _calendar() -> tuple[tuple[str, str], ...]:
    lines = resource("calendars", "viet-nam.csv").read_text(encoding="ascii").splitlines()[1:]
    return tuple((day, kind) for day, _, kind in (line.partition(",") for line in lines))


def _public_days(kind: str, years: range) -> frozenset[date]:
    return frozenset(
        date.fromisoformat(day) for day, of in _calendar() if of == kind and int(day[:4]) in years
    )
