"""A clock that can be put to any moment: in an example, time must not come from the computer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desktop.services.office.workplace import VIET_NAM


@dataclass(slots=True)
class TrainingClock:
    """A clock that stands where it is put and goes on by a second each time it is read."""

    moment: datetime

    def __call__(self) -> datetime:
        """Return the moment and let a second pass."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def let_pass(self, minutes: int) -> datetime:
        """Let some minutes pass, and return the moment."""
        self.moment += timedelta(minutes=minutes)
        return self.moment

    def put(self, day: date, hour: int, minute: int) -> datetime:
        """Put the clock to a time of day in Viet Nam, and return it."""
        self.moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIET_NAM).astimezone(UTC)
        return self.moment
