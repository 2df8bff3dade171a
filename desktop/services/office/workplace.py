"""What every use case is given: the office's database, the law, a clock and who acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models import audit
from desktop.models.office import Mode, Office
from desktop.models.places import Unit
from desktop.models.store.opened import Database
from desktop.models.store.recording import touched
from desktop.models.store.sealing import made_final
from desktop.models.store.session import reading
from desktop.rules.library import Library
from desktop.services.office.sides import Side, refuse_noun

# Viet Nam keeps one time all year; Windows has no zone files of its own.
VIET_NAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Workplace:
    """An open office.

    Attributes:
        clock: gives the present moment with its zone.
        actor: who acts, as the audit log names them: ``program`` or ``operator:2``.
        side: which side of the work they do where the office asks who works at the window, else the office's.
    """

    database: Database
    statutes: Library
    clock: Callable[[], datetime]
    actor: str = "program"
    side: Side = Side.BOTH

    def today(self) -> date:
        """Return the day it is in Viet Nam."""
        return self.clock().astimezone(VIET_NAM).date()

    def note(self, session: Session, action: str, record: object, *fields: str) -> None:
        """Append to the audit log what was done to a record; names of fields, never values.

        Whoever collects changes learns of the record's kind even where its row stays as it was, as that of a
        package does that was written to a stick. The entry seals what became final since the one before it.

        Raises:
            RequestRefused: ``side.party``, ``side.elections`` for what isn't of who acts.
        """
        refuse_noun(self.side, action, record)
        touched(session, record)
        audit.append(
            session,
            audit.Event(
                at=self.clock(),
                actor=self.actor,
                action=action,
                record_kind=type(record).__name__,
                record_id=getattr(record, "id", 0) or 0,
                fields=fields,
            ),
            made_final(session),
        )


def at_work(database: Database, statutes: Library, clock: Callable[[], datetime]) -> Workplace:
    """Return the workplace of an office that was opened, on the side that the office does."""
    with reading(database) as session:
        return Workplace(database, statutes, clock, side=own_office(session).settings.side)


def own_office(session: Session) -> Office:
    """Return the one office of the folder."""
    return session.scalars(select(Office)).one()


def file_stem(office: Office) -> str:
    """Return how files of the office's own are called, its card and its backup.

    A commune's two offices may keep theirs on one stick: neither overwrites the other's.
    """
    side = office.settings.side
    return office.unit_code if side is Side.BOTH else f"{office.unit_code}-{side.value}"


def is_training(session: Session) -> bool:
    """Tell whether every page and paper must be stamped as training."""
    return own_office(session).mode is Mode.TRAINING


def own_unit(session: Session) -> Unit:
    """Return the unit that the office belongs to, under its latest name; it may have ended since.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    code = own_office(session).unit_code
    found = session.scalars(
        select(Unit).where(Unit.code == code).order_by(Unit.starts_on.desc().nulls_last())
    ).first()
    if found is None:
        raise RequestRefused("unknown.unit", where=code)
    return found


def local(moment: datetime) -> datetime:
    """Return a moment as a clock in Viet Nam shows it."""
    return moment.astimezone(VIET_NAM)
