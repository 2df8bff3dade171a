"""The plan of personnel for the heads of hamlets: sent up, sent back for a reason, approved.

Source: field-practice.md P02.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.chain import Chain, ChainPlanStep
from desktop.models.congress import PlanStepKind
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.services.chain.lookup import chain_of, hamlet_in, hamlet_words
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

__all__ = ["NewPlanStep", "PlanStepKind", "record_plan", "take_back_plan"]

_AFTER = {
    None: (PlanStepKind.SUBMITTED, PlanStepKind.APPROVED),
    PlanStepKind.SUBMITTED: (PlanStepKind.RETURNED, PlanStepKind.APPROVED),
    PlanStepKind.RETURNED: (PlanStepKind.SUBMITTED,),
    PlanStepKind.APPROVED: (),
}


@dataclass(frozen=True, slots=True)
class NewPlanStep:
    """What became of the plan of one hamlet or of many: by which paper, on which day, and why."""

    what: PlanStepKind
    happened_on: date
    number: str = ""
    reason: str = ""


@for_party
def record_plan(workplace: Workplace, chain: int, hamlets: Sequence[str], new: NewPlanStep) -> None:
    """Write down what became of the plan of personnel of hamlets, of all of them or of none.

    A plan that wasn't written down as sent up can be approved at once; a paper's number and day are the
    same for all hamlets that it names.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``; ``chain.hamlets`` for none; ``chain.plan_step``
            for a step that doesn't follow on the last; ``chain.plan_day`` for a day that is to come or
            before the last step's; ``chain.plan_reason`` without why it was sent back.
    """
    with writing(workplace.database) as session:
        found = chain_of(session, chain)
        if not hamlets:
            raise RequestRefused("chain.hamlets")
        if new.happened_on > workplace.today():
            raise RequestRefused("chain.plan_day", where=f"{new.happened_on:%d/%m/%Y}")
        for code in hamlets:
            unit = hamlet_in(session, found, code, workplace.today())
            _demand_follows(session, found, unit, new)
            made = ChainPlanStep(
                chain=found,
                unit=unit,
                what=new.what,
                happened_on=new.happened_on,
                number=tidy(new.number) or None,
                reason=tidy(new.reason) or None,
            )
            session.add(made)
            session.flush()
            workplace.note(session, "chain.plan", made, "what", "happened_on", "number", "reason")


@for_party
def take_back_plan(workplace: Workplace, chain: int, hamlet: str) -> None:
    """Take back the last step of a hamlet's plan, which was written down by mistake.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``; ``chain.plan_nothing`` where there is none.
    """
    with writing(workplace.database) as session:
        found = chain_of(session, chain)
        unit = hamlet_in(session, found, hamlet, workplace.today())
        last = _last(session, found, unit)
        if last is None:
            raise RequestRefused("chain.plan_nothing", where=hamlet_words(unit))
        workplace.note(session, "chain.plan_take_back", last, "what", "happened_on")
        session.delete(last)


def _demand_follows(session: Session, chain: Chain, unit: Unit, new: NewPlanStep) -> None:
    last = _last(session, chain, unit)
    if new.what not in _AFTER[last.what if last is not None else None]:
        raise RequestRefused("chain.plan_step", where=hamlet_words(unit))
    if last is not None and new.happened_on < last.happened_on:
        raise RequestRefused("chain.plan_day", where=f"{new.happened_on:%d/%m/%Y}")
    if new.what is PlanStepKind.RETURNED and not tidy(new.reason):
        raise RequestRefused("chain.plan_reason", where=hamlet_words(unit))


def _last(session: Session, chain: Chain, unit: Unit) -> ChainPlanStep | None:
    steps = (
        select(ChainPlanStep)
        .join(Unit, ChainPlanStep.unit_id == Unit.id)
        .where(ChainPlanStep.chain_id == chain.id, Unit.code == unit.code)
        .order_by(ChainPlanStep.id.desc())
    )
    return session.scalars(steps).first()
