"""The register of documents that papers name as their bases: listed, added, changed, ended, set in order.

Papers ask for it with ``bases_on``; the window with ``bases``. Who works on one side of the office sees and
changes what papers of that side name.

Source: field-practice.md P10.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.bases import LegalBasis
from desktop.models.store.session import reading, writing
from desktop.rules.bases import (
    Basis,
    BasisScope,
    Letterhead,
    PaperSubject,
    drawn,
    is_of,
    is_partys_own,
    place_among,
    rank,
)
from desktop.services.office.sides import Side, refuse_other, sees
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.document_kinds import document_word
from desktop.vietnamese.text import tidy
from desktop.wording import words

_COLUMNS = {
    PaperSubject.HEADS: "for_heads",
    PaperSubject.MID_TERM: "for_mid_term",
    PaperSubject.CONGRESS: "for_congress",
}
_SIDES = {Letterhead.STATE: Side.ELECTIONS, Letterhead.PARTY: Side.PARTY}
_FIELDS = (
    *("kind", "number", "dated", "issuer", "about", "level", "scope"),
    *(*_COLUMNS.values(), "holds_from", "ends_on"),
)


class InForce(StrEnum):
    """Whether a document is in force today."""

    NOT_YET = "not_yet"
    NOW = "now"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class BasisView:
    """A document of the register as it is seen today.

    Attributes:
        key: its own; ``heading`` what it is called: ``Chỉ thị số 24-CT/TU``.
        basis: what is written of it.
        state: whether it is in force today.
    """

    key: int
    heading: str
    basis: Basis
    state: InForce


def bases(workplace: Workplace) -> tuple[BasisView, ...]:
    """List the documents that papers of the side of who works name, in the office's order."""
    today = workplace.today()
    with reading(workplace.database) as session:
        return tuple(
            BasisView(row.id, heading_of(basis), basis, _state(basis, today))
            for row in _rows(session)
            if _is_seen(workplace, row.scope)
            for basis in (basis_of(row),)
        )


def bases_on(session: Session, letterhead: Letterhead, subject: PaperSubject, day: date) -> tuple[Basis, ...]:
    """Return the documents that a paper of a day names, in the office's order."""
    return drawn(register_of(session), letterhead, subject, day)


def register_of(session: Session) -> tuple[Basis, ...]:
    """Return every document of the register, for a paper that asks for several days."""
    return tuple(map(basis_of, _rows(session)))


def heading_of(basis: Basis) -> str:
    """Return what a document is called: ``Chỉ thị số 24-CT/TU``."""
    return words("basis.heading", kind=document_word(basis.kind), number=basis.number)


def add_basis(workplace: Workplace, new: Basis, at: int | None = None) -> int:
    """Write a document down and return its key.

    Args:
        workplace: the open office.
        new: what is written; its ``position`` says nothing.
        at: its place in the order, from 0; None for where its issuer and day put it.

    Raises:
        RequestRefused: ``basis.number``, ``basis.issuer``, ``basis.about`` where one is missing;
            ``basis.subjects`` where no paper is named; ``basis.period`` where it ends before it begins;
            ``basis.partys`` for a document of the Party on State papers; ``basis.known`` where it is written
            down already; ``side.party``, ``side.elections`` for what isn't of who acts.
    """
    told = _checked(workplace, new)
    with writing(workplace.database) as session:
        rows = _rows(session)
        _refuse_twice(rows, told, None)
        if at is None:
            at = place_among([basis_of(row) for row in rows], told)
        row = LegalBasis(**_written(told), position=at)
        session.add(row)
        _number([*rows[:at], row, *rows[at:]])
        session.flush()
        _record(workplace, session, "add", row, *_FIELDS)
        return row.id


def change_basis(workplace: Workplace, key: int, told: Basis) -> None:
    """Correct what is written of a document; its place in the order stays.

    Raises:
        RequestRefused: ``unknown.basis``; or as ``add_basis``.
    """
    told = _checked(workplace, told)
    with writing(workplace.database) as session:
        row = _row(workplace, session, key)
        _refuse_twice(_rows(session), told, key)
        written = _written(told)
        changed = [name for name in _FIELDS if getattr(row, name) != written[name]]
        if not changed:
            return
        for name in changed:
            setattr(row, name, written[name])
        session.flush()
        _record(workplace, session, "change", row, *changed)


def end_basis(workplace: Workplace, key: int, last: date | None) -> None:
    """Write down the last day on which a document is in force; None lets it go on.

    Papers of later days name it no more, those of earlier days still do.

    Raises:
        RequestRefused: ``unknown.basis``; ``basis.period`` where it ends before it begins; a side's.
    """
    with writing(workplace.database) as session:
        row = _row(workplace, session, key)
        _refuse_backwards(replace(basis_of(row), ends_on=last))
        row.ends_on = last
        session.flush()
        _record(workplace, session, "end", row, "ends_on")


def remove_basis(workplace: Workplace, key: int) -> Basis:
    """Take out a document that was written down by mistake, and return what was written.

    Raises:
        RequestRefused: ``unknown.basis``; a side's.
    """
    with writing(workplace.database) as session:
        row = _row(workplace, session, key)
        told = basis_of(row)
        _record(workplace, session, "remove", row, "number")
        session.delete(row)
        session.flush()
        _number(_rows(session))
        return told


def move_basis(workplace: Workplace, key: int, step: int) -> None:
    """Let a document change places with the one above (-1) or below (1) it in the list that is seen.

    At an end of the list it stays.

    Raises:
        RequestRefused: ``unknown.basis``; a side's.
    """
    with writing(workplace.database) as session:
        row = _row(workplace, session, key)
        seen = [each for each in _rows(session) if _is_seen(workplace, each.scope)]
        to = seen.index(row) + step
        if not 0 <= to < len(seen):
            return
        other = seen[to]
        row.position, other.position = other.position, row.position
        session.flush()
        _record(workplace, session, "order", row, "position")


def rank_bases(workplace: Workplace) -> None:
    """Set the whole register in order anew: the higher issuer first, then the earlier day.

    Raises:
        RequestRefused: a side's, where somebody works on one alone and the other has documents in it.
    """
    with writing(workplace.database) as session:
        rows = _rows(session)
        for row in rows:
            _refuse_side(workplace, row.scope)
        ranked = sorted(rows, key=lambda row: rank(basis_of(row)))
        if ranked == list(rows):
            return
        _number(ranked)
        session.flush()
        _record(workplace, session, "order", ranked[0], "position")


def basis_of(row: LegalBasis) -> Basis:
    """Return what a row says, for the rules."""
    subjects = frozenset(subject for subject, column in _COLUMNS.items() if getattr(row, column))
    return Basis(
        kind=row.kind,
        number=row.number,
        dated=row.dated,
        issuer=row.issuer,
        about=row.about,
        level=row.level,
        scope=row.scope,
        subjects=subjects,
        holds_from=row.holds_from,
        ends_on=row.ends_on,
        position=row.position,
    )


def _record(workplace: Workplace, session: Session, what: str, row: LegalBasis, *fields: str) -> None:
    """Note what was done, as the Party's where its papers alone name the document."""
    action = f"{'party_basis' if row.scope is BasisScope.PARTY else 'basis'}.{what}"
    workplace.note(session, action, row, *fields)


def _rows(session: Session) -> list[LegalBasis]:
    return list(session.scalars(select(LegalBasis).order_by(LegalBasis.position, LegalBasis.id)))


def _row(workplace: Workplace, session: Session, key: int) -> LegalBasis:
    found = session.get(LegalBasis, key)
    if found is None:
        raise RequestRefused("unknown.basis", where=str(key))
    _refuse_side(workplace, found.scope)
    return found


def _number(rows: Iterable[LegalBasis]) -> None:
    for at, row in enumerate(rows):
        row.position = at


def _checked(workplace: Workplace, told: Basis) -> Basis:
    told = replace(
        told, number=tidy(told.number), issuer=tidy(told.issuer), about=tidy(told.about).rstrip(" .;,")
    )
    for name in ("number", "issuer", "about"):
        if not getattr(told, name):
            raise RequestRefused(f"basis.{name}")
    if not told.subjects:
        raise RequestRefused("basis.subjects", where=told.number)
    _refuse_backwards(told)
    if told.scope is not BasisScope.PARTY and is_partys_own(told.number):
        raise RequestRefused("basis.partys", where=told.number)
    _refuse_side(workplace, told.scope)
    return told


def _refuse_backwards(told: Basis) -> None:
    if told.ends_on is not None and told.ends_on < max(told.dated, told.holds_from or told.dated):
        raise RequestRefused("basis.period", where=told.number)


def _refuse_twice(rows: Iterable[LegalBasis], told: Basis, but: int | None) -> None:
    same = (told.number, told.dated, told.issuer)
    if any(row.id != but and (row.number, row.dated, row.issuer) == same for row in rows):
        raise RequestRefused("basis.known", where=heading_of(told))


def _refuse_side(workplace: Workplace, scope: BasisScope) -> None:
    if not _is_seen(workplace, scope):
        refuse_other(workplace.side, next(side for head, side in _SIDES.items() if is_of(scope, head)))


def _is_seen(workplace: Workplace, scope: BasisScope) -> bool:
    return any(is_of(scope, head) and sees(workplace.side, side) for head, side in _SIDES.items())


def _state(basis: Basis, today: date) -> InForce:
    if basis.ends_on is not None and basis.ends_on < today:
        return InForce.ENDED
    return InForce.NOW if basis.holds_on(today) else InForce.NOT_YET


def _written(told: Basis) -> dict[str, Any]:
    plain = {name: getattr(told, name) for name in _FIELDS if name not in _COLUMNS.values()}
    return plain | {column: subject in told.subjects for subject, column in _COLUMNS.items()}
