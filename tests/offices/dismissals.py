"""Dismissals of heads in an invented office, as far as a test or a scene wants them."""

from __future__ import annotations

from desktop.rules.dismissal import AskedBy, DismissalStep, Meeting, MeetingForm
from desktop.services.dismissals.asking import NewDismissal, ask_dismissal
from desktop.services.dismissals.steps import MeetingHeld, StepTaken, hold_meeting, take_step
from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import hamlet_lines, state_facts

HEADS = ("Trần Văn Thìn", "Lỷ A Nhì", "Chìu Văn Hai", "Nình A Sửu", "Hoàng Thị Dần")


def stated_heads(place: Workplace) -> None:
    """Let each of the first hamlets have a head."""
    for line, head in zip(sorted(hamlet_lines(place), key=lambda one: one.code), HEADS, strict=False):
        state_facts(place, line.code, head=head)


def ask(place: Workplace, hamlet: str, *, accepted: bool = False) -> int:
    """Let the head of the Front board ask, and the commune take it to a meeting where wanted."""
    why = "vắng mặt lâu ngày, không hoàn thành nhiệm vụ"
    new = NewDismissal(hamlet, AskedBy.FRONT_BOARD, place.today(), why, "Nình A Bảy")
    key = ask_dismissal(place, new)
    if accepted:
        take_step(place, key, DismissalStep.ACCEPT, StepTaken(place.today()))
    return key


def agreed(place: Workplace, hamlet: str) -> int:
    """Bring a dismissal as far as a meeting that agreed."""
    key = ask(place, hamlet, accepted=True)
    figures = Meeting(MeetingForm.HANDS, entitled=87, present=71, agree=52, against=15, abstain=4)
    hold_meeting(place, key, MeetingHeld(place.today(), figures))
    return key


def recognised(place: Workplace, hamlet: str) -> int:
    """Bring a dismissal to its end by recognition."""
    key = agreed(place, hamlet)
    take_step(place, key, DismissalStep.SEND, StepTaken(place.today()))
    take_step(place, key, DismissalStep.RECOGNISE, StepTaken(place.today(), "131/QĐ-UBND"))
    return key
