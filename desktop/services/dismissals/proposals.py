"""Proposals to replace weak heads: who proposed whom and why, and what became of it.

Source: field-practice.md P25.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.dismissals import ProposalOutcome, ReplacementProposal
from desktop.models.store.session import reading, writing
from desktop.services.dismissals.asking import NewDismissal, begin_dismissal
from desktop.services.dismissals.lookup import hamlet_words
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.places.heads import heads_of
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import tidy

__all__ = [
    "ProposalOutcome",
    "ProposalView",
    "dismissal_from",
    "propose",
    "reopen",
    "replacement_proposals",
    "settle",
    "take_back_proposal",
]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal as it stands; ``outcome`` is None while nobody settled it.

    Attributes:
        name: of the head, as it was then.
        dismissal: key of the dismissal that it became.
    """

    key: int
    hamlet_code: str
    hamlet: str
    name: str
    proposed_on: date
    proposer: str
    reason: str
    outcome: ProposalOutcome | None
    settled_on: date | None
    note: str
    dismissal: int | None


@for_elections
def replacement_proposals(workplace: Workplace) -> tuple[ProposalView, ...]:
    """List the proposals: those that nobody settled first, then the latest."""
    with reading(workplace.database) as session:
        found = session.scalars(
            select(ReplacementProposal).order_by(
                ReplacementProposal.outcome.is_not(None),
                ReplacementProposal.proposed_on.desc(),
                ReplacementProposal.id.desc(),
            )
        )
        return tuple(map(_view, found))


@for_elections
def propose(workplace: Workplace, hamlet: str, on: date, proposer: str, reason: str) -> int:
    """Write down that somebody proposes to replace the head of a hamlet, and return the proposal's key.

    Raises:
        RequestRefused: ``unknown.unit``; ``dismissal.future``; ``dismissal.no_head`` where nobody heads the
            hamlet on the day; ``dismissal.proposer`` or ``dismissal.reason`` where one is missing.
    """
    with writing(workplace.database) as session:
        if on > workplace.today():
            raise RequestRefused("dismissal.future", where=f"{on:%d/%m/%Y}")
        unit = unit_on(session, hamlet, on)
        head = heads_of(session, [unit], on).get(unit.id)
        if head is None or head.holder is None:
            raise RequestRefused("dismissal.no_head", where=hamlet_words(unit))
        if not tidy(proposer):
            raise RequestRefused("dismissal.proposer", where=hamlet_words(unit))
        if not tidy(reason):
            raise RequestRefused("dismissal.reason", where=hamlet_words(unit))
        made = ReplacementProposal(
            unit=unit, name=head.holder, proposed_on=on, proposer=tidy(proposer), reason=tidy(reason)
        )
        session.add(made)
        session.flush()
        workplace.note(session, "proposal.make", made, "proposed_on", "proposer", "reason")
        return made.id


@for_elections
def settle(workplace: Workplace, key: int, outcome: ProposalOutcome, on: date, note: str = "") -> None:
    """Write down what became of a proposal that is no dismissal: the head stays, or it was withdrawn.

    Raises:
        RequestRefused: ``unknown.proposal``; ``proposal.settled`` where it is settled already;
            ``dismissal.day`` for a day before it was made; ``dismissal.future``.
    """
    with writing(workplace.database) as session:
        found = _open(session, key)
        _demand_day(workplace, found, on)
        found.outcome, found.settled_on, found.note = outcome, on, tidy(note) or None
        session.flush()
        workplace.note(session, "proposal.settle", found, "outcome", "settled_on")


@for_elections
def dismissal_from(workplace: Workplace, key: int, new: NewDismissal) -> int:
    """Ask for the dismissal that a proposal leads to, and return the dismissal's key.

    Raises:
        RequestRefused: ``unknown.proposal``; ``proposal.settled``; ``dismissal.day`` for a day before it was
            made; or as ``ask_dismissal``.
    """
    with writing(workplace.database) as session:
        found = _open(session, key)
        _demand_day(workplace, found, new.asked_on)
        made = begin_dismissal(workplace, session, new)
        found.outcome, found.settled_on = ProposalOutcome.DISMISSAL, new.asked_on
        found.dismissal = made
        session.flush()
        workplace.note(session, "proposal.settle", found, "outcome", "settled_on")
        return made.id


@for_elections
def reopen(workplace: Workplace, key: int) -> None:
    """Take back what became of a proposal; one that is a dismissal is open again when that is taken back.

    Raises:
        RequestRefused: ``unknown.proposal``; ``proposal.dismissal`` while its dismissal stands.
    """
    with writing(workplace.database) as session:
        found = _of(session, key)
        if found.dismissal_id is not None:
            raise RequestRefused("proposal.dismissal", where=hamlet_words(found.unit))
        found.outcome, found.settled_on, found.note = None, None, None
        session.flush()
        workplace.note(session, "proposal.reopen", found, "outcome")


@for_elections
def take_back_proposal(workplace: Workplace, key: int) -> None:
    """Take a proposal back that was written down by mistake.

    Raises:
        RequestRefused: ``unknown.proposal``; ``proposal.dismissal`` where it became a dismissal.
    """
    with writing(workplace.database) as session:
        found = _of(session, key)
        if found.dismissal_id is not None:
            raise RequestRefused("proposal.dismissal", where=hamlet_words(found.unit))
        workplace.note(session, "proposal.take_back", found, "proposed_on")
        session.delete(found)


def _of(session: Session, key: int) -> ReplacementProposal:
    found = session.get(ReplacementProposal, key)
    if found is None:
        raise RequestRefused("unknown.proposal", where=str(key))
    return found


def _open(session: Session, key: int) -> ReplacementProposal:
    found = _of(session, key)
    if found.outcome is not None:
        raise RequestRefused("proposal.settled", where=hamlet_words(found.unit))
    return found


def _demand_day(workplace: Workplace, found: ReplacementProposal, on: date) -> None:
    if on < found.proposed_on:
        raise RequestRefused("dismissal.day", where=f"{found.proposed_on:%d/%m/%Y}")
    if on > workplace.today():
        raise RequestRefused("dismissal.future", where=f"{on:%d/%m/%Y}")


def _view(found: ReplacementProposal) -> ProposalView:
    return ProposalView(
        key=found.id,
        hamlet_code=found.unit.code,
        hamlet=hamlet_words(found.unit),
        name=found.name,
        proposed_on=found.proposed_on,
        proposer=found.proposer,
        reason=found.reason,
        outcome=found.outcome,
        settled_on=found.settled_on,
        note=found.note or "",
        dismissal=found.dismissal_id,
    )
