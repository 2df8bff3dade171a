"""What a clerk does of a dismissal, in few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.rules.dismissal import AskedBy, DismissalStep, Meeting, MeetingForm
from desktop.services.dismissals.asking import NewDismissal, ask_dismissal
from desktop.services.dismissals.steps import MeetingHeld, StepTaken, hold_meeting, take_step
from desktop.services.office.workplace import Workplace
from tests.offices.commune import HAMLET
from tests.services.dismissals.conftest import TODAY


def ask(office: Workplace, by: AskedBy = AskedBy.FRONT_BOARD, **changes: Any) -> int:
    new: dict[str, Any] = {"asked_on": TODAY, "reason": "không hoàn thành nhiệm vụ"}
    return ask_dismissal(office, NewDismissal(HAMLET, by, **(new | changes)))


def take(office: Workplace, key: int, step: DismissalStep, on: date = TODAY, **changes: Any) -> None:
    take_step(office, key, step, StepTaken(on, **changes))


def hands(present: int, agree: int, against: int = 0, entitled: int = 12) -> Meeting:
    return Meeting(MeetingForm.HANDS, entitled, present, agree, against)


def meet(office: Workplace, key: int, figures: Meeting, on: date = TODAY, **changes: Any) -> None:
    hold_meeting(office, key, MeetingHeld(on, figures, **changes))


def agreed(office: Workplace, by: AskedBy = AskedBy.FRONT_BOARD, **changes: Any) -> int:
    """Bring a dismissal as far as a meeting of the hamlet's twelve households that agreed."""
    key = ask(office, by, **changes)
    take(office, key, DismissalStep.ACCEPT)
    meet(office, key, hands(10, 7, 3))
    return key


def recognised(office: Workplace, by: AskedBy = AskedBy.FRONT_BOARD, **changes: Any) -> int:
    """Bring a dismissal to its end by recognition."""
    key = agreed(office, by, **changes)
    take(office, key, DismissalStep.SEND)
    take(office, key, DismissalStep.RECOGNISE, number="131/QĐ-UBND")
    return key
