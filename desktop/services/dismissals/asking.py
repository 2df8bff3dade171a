"""Somebody asks that a head be dismissed: the head, the head of the Front board, or enough households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.dismissals import Dismissal, ReplacementProposal
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.rules.dismissal import AskedBy, may_ask
from desktop.services.dismissals.lookup import (
    dismissal_of,
    dismissals_of,
    hamlet_words,
    households_on,
    is_open,
    law_of,
    statute_of,
)
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.places.heads import heads_of
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class NewDismissal:
    """Who asks for what.

    Attributes:
        hamlet: its code.
        asked_by: the head, the head of the Front board, or households.
        asked_on: the day of the request, the proposal or the petition.
        reason: in words.
        proposer: name of the head of the Front board, or of who speaks for the households.
        signed: how many households signed the petition.
    """

    hamlet: str
    asked_by: AskedBy
    asked_on: date
    reason: str = ""
    proposer: str = ""
    signed: int | None = None


@for_elections
def ask_dismissal(workplace: Workplace, new: NewDismissal) -> int:
    """Write down that somebody asks for a dismissal, and return its key.

    Raises:
        RequestRefused: ``unknown.unit``; ``dismissal.future`` for a day that is to come;
            ``dismissal.no_head`` where nobody heads the hamlet on the day; ``dismissal.under_way`` while
            another is; ``dismissal.asked_by`` for a way that the law of the day doesn't know;
            ``dismissal.reason`` without a reason; ``dismissal.signed`` for more signatures than households.
        StatuteRefused: no statute is in force on the day.
    """
    with writing(workplace.database) as session:
        made = begin_dismissal(workplace, session, new)
        return made.id


def begin_dismissal(workplace: Workplace, session: Session, new: NewDismissal) -> Dismissal:
    """Write down inside the caller's transaction; raises as ``ask_dismissal``."""
    if new.asked_on > workplace.today():
        raise RequestRefused("dismissal.future", where=f"{new.asked_on:%d/%m/%Y}")
    unit = unit_on(session, new.hamlet, new.asked_on)
    statute = law_of(workplace, new.asked_on)
    head = heads_of(session, [unit], new.asked_on).get(unit.id)
    if head is None or head.holder is None:
        raise RequestRefused("dismissal.no_head", where=hamlet_words(unit))
    if any(is_open(statute_of(each), each) for each in dismissals_of(session, unit)):
        raise RequestRefused("dismissal.under_way", where=hamlet_words(unit))
    if new.asked_by not in may_ask(statute):
        raise RequestRefused("dismissal.asked_by", where=f"{new.asked_on:%d/%m/%Y}")
    if not tidy(new.reason):
        raise RequestRefused("dismissal.reason", where=hamlet_words(unit))
    made = Dismissal(
        unit=unit,
        name=head.holder,
        statute=statute.id,
        statute_bytes=statute.frozen(),
        asked_by=new.asked_by,
        asked_on=new.asked_on,
        proposer=tidy(new.proposer) or None,
        reason=tidy(new.reason),
    )
    if new.asked_by is AskedBy.PETITION:
        made.households = households_on(session, unit, new.asked_on)
        made.signed = _signed(unit, made.households, new.signed)
    session.add(made)
    session.flush()
    workplace.note(session, "dismissal.ask", made, "asked_by", "asked_on", "reason")
    return made


@for_elections
def correct_request(workplace: Workplace, key: int, written: Mapping[str, Any]) -> None:
    """Correct what was asked, before anybody answered: ``reason``, ``proposer`` or ``signed``.

    Raises:
        RequestRefused: ``unknown.dismissal``; ``dismissal.rests`` once it was answered; ``dismissal.reason``
            without a reason; ``dismissal.signed`` for more signatures than households.
    """
    with writing(workplace.database) as session:
        found = dismissal_of(session, key)
        if found.steps:
            raise RequestRefused("dismissal.rests", where=hamlet_words(found.unit))
        for field, value in written.items():
            if field == "signed":
                found.signed = _signed(found.unit, found.households or 0, value)
            else:
                setattr(found, field, tidy(value or "") or None)
        if not found.reason:
            raise RequestRefused("dismissal.reason", where=hamlet_words(found.unit))
        session.flush()
        workplace.note(session, "dismissal.correct", found, *written)


@for_elections
def take_back_request(workplace: Workplace, key: int) -> None:
    """Take a request back that nobody answered yet; a proposal that it came of is open again.

    Raises:
        RequestRefused: ``unknown.dismissal``; ``dismissal.rests`` once it was answered.
    """
    with writing(workplace.database) as session:
        found = dismissal_of(session, key)
        if found.steps:
            raise RequestRefused("dismissal.rests", where=hamlet_words(found.unit))
        for proposal in session.scalars(
            select(ReplacementProposal).where(ReplacementProposal.dismissal_id == found.id)
        ):
            proposal.dismissal, proposal.outcome, proposal.settled_on = None, None, None
        workplace.note(session, "dismissal.take_back", found, "asked_on")
        session.flush()
        session.delete(found)


def _signed(unit: Unit, households: int, signed: int | None) -> int | None:
    if signed is not None and signed > households:
        raise RequestRefused("dismissal.signed", where=hamlet_words(unit), households=households)
    return signed
