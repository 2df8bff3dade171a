"""The office's working days: public holidays of Viet Nam, with its own days over them."""

from __future__ import annotations

from datetime import date

from desktop.models.store.session import reading
from desktop.rules.timeline import WorkingDays
from desktop.services.office.working_days import own_days, set_own_days, working_days
from desktop.services.office.workplace import Workplace
from tests.public_days import CALENDAR, calendar_text


def calendar(workplace: Workplace, about: date) -> WorkingDays:
    with reading(workplace.database) as session:
        return working_days(session, about)


def test_the_shipped_calendar_is_what_the_package_knows() -> None:
    assert CALENDAR.read_text(encoding="ascii") == calendar_text()


def test_public_holidays_and_the_days_worked_for_them_are_known(office: Workplace) -> None:
    known = calendar(office, date(2024, 12, 8))
    for day, works in (
        (date(2024, 9, 2), False),  # National Day
        (date(2025, 1, 29), False),  # the new year of the lunar calendar
        (date(2025, 4, 26), True),  # a Saturday worked for 2 May
        (date(2025, 5, 2), False),
        (date(2024, 12, 9), True),
    ):
        assert known.is_working(day) is works, day


def test_the_offices_own_days_stand_over_the_public_ones(office: Workplace) -> None:
    set_own_days(office, days_off=[date(2024, 12, 10)], days_worked=[date(2024, 12, 14), date(2025, 5, 2)])
    known = calendar(office, date(2024, 12, 8))
    assert not known.is_working(date(2024, 12, 10))
    assert known.is_working(date(2024, 12, 14))
    assert known.is_working(date(2025, 5, 2))
    assert own_days(office) == ((date(2024, 12, 10),), (date(2024, 12, 14), date(2025, 5, 2)))
