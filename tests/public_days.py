"""The shipped calendar, made from the package ``holidays``; ``python -m tests.public_days`` writes it."""

from __future__ import annotations

from holidays.countries.vietnam import Vietnam

from desktop.resources import resource

CALENDAR = resource("calendars", "viet-nam.csv")
YEARS = range(1990, 2101)


def calendar_text() -> str:
    """Return the calendar as it should be shipped, one day a line in their order."""
    known = Vietnam(years=YEARS)  # type: ignore[no-untyped-call] # the package leaves its classes untyped
    days = [(day, "off") for day in known] + [(day, "worked") for day in known.weekend_workdays]
    return "day,kind\n" + "".join(f"{day},{kind}\n" for day, kind in sorted(days))


if __name__ == "__main__":
    CALENDAR.write_text(calendar_text(), encoding="ascii")
