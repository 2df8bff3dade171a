"""A meeting that opens at its hour, whatever the clock of an example says by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.services.counting import meetings

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.office.workplace import Workplace


def open_meeting(office: Workplace, code: str, at: datetime) -> None:
    """Open the meeting at the moment at which it is opened."""
    meetings.open_meeting(replace(office, clock=lambda: at), code, at)
