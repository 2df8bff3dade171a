"""Preparing a congress: the plan of personnel on its way up, and the texts that the branch writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress, CongressText, PlanStep, PlanStepKind, TextKind
from desktop.models.store.session import reading, writing
from desktop.services.congress.lookup import found_congress
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

__all__ = [
    "Conference",
    "PlanStepKind",
    "StepView",
    "TextKind",
    "plan_steps",
    "record_plan_step",
    "step_views",
    "take_back_plan_step",
    "texts",
    "texts_of",
    "write_text",
]

_AFTER: dict[PlanStepKind | None, tuple[PlanStepKind, ...]] = {
    None: (PlanStepKind.SUBMITTED,),
    PlanStepKind.SUBMITTED: (PlanStepKind.RETURNED, PlanStepKind.APPROVED),
    PlanStepKind.RETURNED: (PlanStepKind.SUBMITTED,),
    PlanStepKind.APPROVED: (),
}
"""What may become of a plan next, by what became of it last."""


@dataclass(frozen=True, slots=True)
class StepView:
    """What became of the plan of personnel on a day, by which paper, and why it was sent back."""

    what: PlanStepKind
    happened_on: date
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Conference:
    """The branch's conference that agreed to a plan of personnel: its day, and official members."""

    met_on: date
    agreeing: int
    present: int


@for_party
def record_plan_step(
    workplace: Workplace,
    code: str,
    what: PlanStepKind,
    on: date,
    number: str = "",
    reason: str = "",
    *,
    conference: Conference | None = None,
) -> None:
    """Write down that the plan of personnel was sent up, sent back, or approved.

    Args:
        workplace: the open office.
        code: the congress's.
        what: the step.
        on: its day.
        number: of the paper.
        reason: why it was sent back.
        conference: that agreed to what is sent up, where one was held.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.plan.step`` for a step that can't follow the last;
            ``congress.plan.day`` for a day to come or before the last step; ``congress.plan.reason`` for a
            plan that comes back without one; ``congress.plan.conference`` for a conference after it was sent
            up, or in which more agreed than were present.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        steps = plan_steps(session, congress)
        last = steps[-1] if steps else None
        if what not in _AFTER[last.what if last else None]:
            raise RequestRefused("congress.plan.step", where=congress.branch.name)
        if on > workplace.today() or (last is not None and on < last.happened_on):
            raise RequestRefused("congress.plan.day", where=f"{on:%d/%m/%Y}")
        if what is PlanStepKind.RETURNED and not tidy(reason):
            raise RequestRefused("congress.plan.reason", where=congress.branch.name)
        if conference is not None and (
            conference.met_on > on or not 0 <= conference.agreeing <= conference.present
        ):
            raise RequestRefused("congress.plan.conference", where=congress.branch.name)
        step = PlanStep(
            congress=congress,
            what=what,
            happened_on=on,
            number=tidy(number) or None,
            reason=tidy(reason) or None,
            met_on=conference.met_on if conference else None,
            agreeing=conference.agreeing if conference else None,
            present=conference.present if conference else None,
        )
        session.add(step)
        session.flush()
        workplace.note(session, "congress.personnel", step, "what", "happened_on", "number")


@for_party
def take_back_plan_step(workplace: Workplace, code: str) -> None:
    """Take back the last step of the plan of personnel; without any, do nothing.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        steps = plan_steps(session, congress)
        if steps:
            workplace.note(session, "congress.personnel", steps[-1], "what")
            session.delete(steps[-1])


def plan_steps(session: Session, congress: Congress) -> list[PlanStep]:
    """Return what became of the plan of personnel, in order."""
    steps = select(PlanStep).where(PlanStep.congress_id == congress.id).order_by(PlanStep.id)
    return list(session.scalars(steps))


def step_views(session: Session, congress: Congress) -> tuple[StepView, ...]:
    """Return what became of the plan of personnel, as values."""
    return tuple(
        StepView(step.what, step.happened_on, step.number or "", step.reason or "")
        for step in plan_steps(session, congress)
    )


@for_party
def write_text(workplace: Workplace, code: str, kind: TextKind, text: str, known: str | None = None) -> None:
    """Keep one of the texts of a congress; an empty one is taken away.

    Args:
        workplace: the open office.
        code: the congress's.
        kind: of the text.
        text: as it shall stand.
        known: the text in place of which it is written; None for whatever stands there.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.text_changed`` where another stands there by now.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        held = select(CongressText).where(CongressText.congress_id == congress.id, CongressText.kind == kind)
        found = session.scalars(held).one_or_none()
        if known is not None and (found.text if found is not None else "") not in (known, text.strip()):
            raise RequestRefused("congress.text_changed", where=congress.branch.name)
        if not text.strip():
            if found is not None:
                workplace.note(session, "congress.text", found, kind.value)
                session.delete(found)
            return
        if found is None:
            found = CongressText(congress=congress, kind=kind, text=text.strip())
            session.add(found)
        found.text = text.strip()
        session.flush()
        workplace.note(session, "congress.text", found, kind.value)


@for_party
def texts(workplace: Workplace, code: str) -> dict[TextKind, str]:
    """Return the texts of a congress that are written.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        return texts_of(session, found_congress(session, code))


def texts_of(session: Session, congress: Congress) -> dict[TextKind, str]:
    """Return the texts of a congress that are written."""
    held = session.scalars(select(CongressText).where(CongressText.congress_id == congress.id))
    return {each.kind: each.text for each in held}
