"""Exceptions of "secretary is head": why, who sees to it, by when; told by the records or written down.

Source: field-practice.md P08, P21.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.chain import Chain, ChainException, ExceptionReason
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.services.chain.hamlets import HamletChain, Votes
from desktop.services.chain.lookup import chain_of, hamlet_in, hamlet_words
from desktop.services.chain.members import Belongs, HeadBelongs
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

__all__ = [
    "ExceptionReason",
    "ExceptionView",
    "NewException",
    "change_exception",
    "exceptions_of",
    "record_exception",
    "settle_exception",
    "take_back_exception",
]

_OF_BELONGING = {
    Belongs.NOT_MEMBER: ExceptionReason.HEAD_NOT_MEMBER,
    Belongs.PROBATIONARY: ExceptionReason.HEAD_PROBATIONARY,
    Belongs.OTHER_BRANCH: ExceptionReason.OTHER_BRANCH,
}


@dataclass(frozen=True, slots=True)
class ExceptionView:
    """A hamlet where head and secretary are two people, or will be.

    Attributes:
        key: of what was written down; None where only the records tell it.
        head, secretary: names, empty while there is nobody.
        most: votes of who got the most where nobody was elected; None else.
        branch: name of the other branch that the head is of.
        settled_on: the day from which it is none any longer.
    """

    key: int | None
    hamlet_code: str
    hamlet: str
    reason: ExceptionReason
    note: str = ""
    owner: str = ""
    due_on: date | None = None
    settled_on: date | None = None
    head: str = ""
    secretary: str = ""
    most: Votes | None = None
    branch: str = ""


@dataclass(frozen=True, slots=True)
class NewException:
    """What is written down of an exception."""

    reason: ExceptionReason
    note: str = ""
    owner: str = ""
    due_on: date | None = None


@for_party
def record_exception(workplace: Workplace, chain: int, hamlet: str, new: NewException) -> int:
    """Write an exception down, and return its key.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``; ``chain.exception_note`` for another reason
            without saying which; ``chain.exception_exists`` while one of the hamlet is open.
    """
    with writing(workplace.database) as session:
        found = chain_of(session, chain)
        unit = hamlet_in(session, found, hamlet, workplace.today())
        if _open(session, found, unit) is not None:
            raise RequestRefused("chain.exception_exists", where=hamlet_words(unit))
        made = ChainException(chain=found, unit=unit, reason=new.reason)
        _write(made, unit, new)
        session.add(made)
        session.flush()
        workplace.note(session, "chain.exception", made, "reason", "note", "owner", "due_on")
        return made.id


@for_party
def change_exception(workplace: Workplace, key: int, new: NewException) -> None:
    """Write an exception down anew.

    Raises:
        RequestRefused: ``unknown.exception``; ``chain.exception_note``.
    """
    with writing(workplace.database) as session:
        found = _of(session, key)
        _write(found, found.unit, new)
        session.flush()
        workplace.note(session, "chain.exception", found, "reason", "note", "owner", "due_on")


@for_party
def settle_exception(workplace: Workplace, key: int, on: date | None) -> None:
    """Write down from which day a hamlet is no exception any longer; None opens it again.

    Raises:
        RequestRefused: ``unknown.exception``; ``chain.day`` for a day that is to come.
    """
    with writing(workplace.database) as session:
        found = _of(session, key)
        if on is not None and on > workplace.today():
            raise RequestRefused("chain.day", where=f"{on:%d/%m/%Y}")
        found.settled_on = on
        session.flush()
        workplace.note(session, "chain.exception_settle", found, "settled_on")


@for_party
def take_back_exception(workplace: Workplace, key: int) -> None:
    """Take back an exception that was written down by mistake.

    Raises:
        RequestRefused: ``unknown.exception``.
    """
    with writing(workplace.database) as session:
        found = _of(session, key)
        workplace.note(session, "chain.exception_take_back", found, "reason")
        session.delete(found)


def exceptions_of(
    session: Session,
    chain: Chain,
    hamlets: Sequence[HamletChain],
    belongs: Mapping[str, HeadBelongs],
) -> tuple[ExceptionView, ...]:
    """Return the exceptions of a chain: of each hamlet what was written down, else what its records tell.

    Those that are open come first, in the order of their last days, then of the hamlets.
    """
    rows = select(ChainException).where(ChainException.chain_id == chain.id).order_by(ChainException.id)
    written: dict[str, list[ChainException]] = {}
    for row in session.scalars(rows):
        written.setdefault(row.unit.code, []).append(row)
    found: list[ExceptionView] = []
    for each in hamlets:
        known = written.get(each.code, [])
        found += [_view(each, belongs, one.reason, one) for one in known]
        told = _told(each, hamlets, belongs)
        if told is not None and all(one.settled_on is not None for one in known):
            found.append(_view(each, belongs, told, None))
    return tuple(sorted(found, key=lambda one: (one.settled_on is not None, one.due_on or date.max)))


def _told(
    chain: HamletChain, hamlets: Sequence[HamletChain], belongs: Mapping[str, HeadBelongs]
) -> ExceptionReason | None:
    """Return why a hamlet is an exception as the records tell it; None where they tell none."""
    facts = chain.facts
    if facts.is_head:
        return None
    if facts.held_again:
        return ExceptionReason.NO_HEAD
    stands = belongs.get(chain.code)
    if stands is not None and stands.belongs in _OF_BELONGING and not stands.namesakes:
        return _OF_BELONGING[stands.belongs]
    if stands is not None and stands.too_old:
        return ExceptionReason.TOO_OLD
    if facts.secretary_on is None or facts.is_head is None:
        return None
    beside = [each for each in hamlets if each.code in chain.congress.beside]
    shared = any(each.facts.is_head for each in beside)
    return ExceptionReason.SHARED_BRANCH if shared else ExceptionReason.OTHER_ELECTED


def _view(
    chain: HamletChain,
    belongs: Mapping[str, HeadBelongs],
    reason: ExceptionReason,
    row: ChainException | None,
) -> ExceptionView:
    votes = chain.head.votes
    elected = votes is not None and chain.facts.elected_on is not None
    stands = belongs.get(chain.code)
    return ExceptionView(
        key=row.id if row is not None else None,
        hamlet_code=chain.code,
        hamlet=chain.hamlet,
        reason=reason,
        note=(row.note or "") if row is not None else "",
        owner=(row.owner or "") if row is not None else "",
        due_on=row.due_on if row is not None else None,
        settled_on=row.settled_on if row is not None else None,
        head=votes.name if votes is not None and elected else "",
        secretary=chain.congress.votes.name if chain.congress.votes is not None else "",
        most=votes if votes is not None and not elected else None,
        branch=stands.branch if stands is not None else "",
    )


def _write(row: ChainException, unit: Unit, new: NewException) -> None:
    if new.reason is ExceptionReason.OTHER and not tidy(new.note):
        raise RequestRefused("chain.exception_note", where=hamlet_words(unit))
    row.reason, row.note = new.reason, tidy(new.note) or None
    row.owner, row.due_on = tidy(new.owner) or None, new.due_on


def _open(session: Session, chain: Chain, unit: Unit) -> ChainException | None:
    rows = (
        select(ChainException)
        .join(Unit, ChainException.unit_id == Unit.id)
        .where(
            ChainException.chain_id == chain.id,
            Unit.code == unit.code,
            ChainException.settled_on.is_(None),
        )
    )
    return session.scalars(rows).first()


def _of(session: Session, key: int) -> ChainException:
    found = session.get(ChainException, key)
    if found is None:
        raise RequestRefused("unknown.exception", where=str(key))
    return found
