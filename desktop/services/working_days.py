"""The days on which the office works: public holidays, with the office's own days over them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from sqlalchemy.orm import Session

from desktop.models.office import Settings
from desktop.models.session import reading, writing
from desktop.rules.timeline import WorkingDays
from desktop.services.workplace import Workplace, own_office


def working_days(session: Session, about: date) -> WorkingDays:
    """Return the working days of the office in the year of a day and the years beside it.

    Source: public holidays of Viet Nam and the days worked in exchange for them, from the package
    ``holidays``; a year that it does not know yet has the days that come every year.
    """
    settings = own_office(session).settings
    years = range(about.year - 1, about.year + 2)
    # The package's calendars take as long to load as a page of the window, and few pages need them.
    from holidays.countries.vietnam import Vietnam  # noqa: PLC0415

    public = Vietnam(years=years)  # type: ignore[no-untyped-call] # the package leaves its classes untyped
    own_off, own_worked = frozenset(settings.days_off), frozenset(settings.days_worked)
    return WorkingDays(
        days_off=(frozenset(public) - own_worked) | own_off,
        worked=frozenset(public.weekend_workdays) | own_worked,
    )


def own_days(workplace: Workplace) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Return the office's own days off, and the weekend days that it works in exchange."""
    with reading(workplace.database) as session:
        settings = own_office(session).settings
        return settings.days_off, settings.days_worked


def set_own_days(workplace: Workplace, days_off: Iterable[date], days_worked: Iterable[date]) -> None:
    """Set the office's own days off, and the weekend days that it works in exchange."""
    with writing(workplace.database) as session:
        office = own_office(session)
        settings: Settings = msgspec.structs.replace(
            office.settings,
            days_off=tuple(sorted(set(days_off))),
            days_worked=tuple(sorted(set(days_worked))),
        )
        office.settings = settings
        session.flush()
        workplace.note(session, "office.days", office, "days_off", "days_worked")
