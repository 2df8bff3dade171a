"""What every page tells of the office: whose it is, the days to the election, the last backup, what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import Operator
from desktop.models.elections import ContestKind, Election, Round, is_on
from desktop.models.exchange import Intake, PeerCard, ReceiptIn, SealedPackage, TakenPackage
from desktop.models.office import Role
from desktop.models.store.session import reading
from desktop.services.elections.lookup import campaigns_of
from desktop.services.office.backup_files import backups_in
from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import Workplace, file_stem, own_office, own_unit


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """The office in plain values; times are those of Viet Nam.

    Attributes:
        role: ``commune`` or ``receiving``.
        unit: kind word and name of its unit; the office's own name where the unit is not known.
        election_day: the next day on which a hamlet elects, or a branch where whoever works here does the
            Party's side alone; else the last one; None before any is planned.
        backup_at: when the newest copy in the second folder was made; None where there is none.
        backup_folder: the second folder; None before one is chosen.
        backup_folder_there: whether it is there now, or the stick was pulled.
        waiting: sealed packages without a final receipt; at a receiving office, packages to be looked at.
        offices: how many offices' cards are trusted.
        worker: name of the operator who works at the window; empty where nobody was asked.
        side: which side of the work they do.
        sheet_printed: whether the sheet of the recovery code in use was printed.
    """

    role: str
    unit: str
    office: str
    superior: str | None
    training: bool
    today: date
    election_day: date | None
    backup_at: datetime | None
    backup_folder: str | None
    backup_folder_there: bool
    waiting: int
    offices: int
    of_congress: bool = False
    sheet_printed: bool = True
    worker: str = ""
    side: Side = Side.BOTH


def desk_facts(workplace: Workplace) -> DeskFacts:
    """Return what the frame tells of the office."""
    with reading(workplace.database) as session:
        office = own_office(session)
        try:
            own = own_unit(session)
            unit = f"{own.kind} {own.name}"
        except RequestRefused:
            unit = office.name
        folder = office.settings.backup_folder
        day, of_congress = _day_of_work(session, workplace)
        copies = backups_in(Path(folder), file_stem(office)) if folder else []
        return DeskFacts(
            role=office.role.value,
            unit=unit,
            office=office.name,
            superior=office.superior,
            training=office.mode.value == "training",
            today=workplace.today(),
            election_day=day,
            of_congress=of_congress,
            backup_at=copies[0][0] if copies else None,
            backup_folder=folder,
            backup_folder_there=bool(folder) and Path(folder or "").is_dir(),
            waiting=_to_look_at(session) if office.role is Role.RECEIVING else _without_receipt(session),
            offices=session.scalar(select(func.count()).select_from(PeerCard)) or 0,
            sheet_printed=office.settings.recovery_sheet_on is not None,
            worker=_worker(session, workplace.actor),
            side=workplace.side,
        )


def _worker(session: Session, actor: str) -> str:
    """Return the name of the operator who works at the window; empty where nobody was asked."""
    kind, _, key = actor.partition(":")
    found = session.get(Operator, int(key)) if kind == "operator" and key.isdecimal() else None
    return found.name if found is not None else ""


def _day_of_work(session: Session, workplace: Workplace) -> tuple[date | None, bool]:
    """Return the next day of an election or a congress, else the last, and whether it is a congress's."""
    sides = ((ContestKind.HAMLET_HEAD, Side.ELECTIONS), (ContestKind.BRANCH_CONGRESS, Side.PARTY))
    days = {
        (day, kind is ContestKind.BRANCH_CONGRESS)
        for kind, side in sides
        if sees(workplace.side, side)
        for day in _days_of(session, kind)
    }
    ahead = [found for found in days if found[0] >= workplace.today()]
    return min(ahead) if ahead else max(days, default=(None, workplace.side is Side.PARTY))


def _days_of(session: Session, kind: ContestKind) -> set[date]:
    elections = select(Election.held_on).where(Election.contest_kind == kind, is_on())
    rounds = select(Round.held_on).join(Election, Round.election_id == Election.id)
    days = set(session.scalars(elections))
    days |= {campaign.election_day for campaign in campaigns_of(session, kind)}
    rounds = rounds.where(Election.contest_kind == kind, is_on(), Round.held_on.is_not(None))
    return days | set(session.scalars(rounds))


def _without_receipt(session: Session) -> int:
    final = select(ReceiptIn.package_id).where(ReceiptIn.outcome != Intake.WAITING)
    open_ones = select(func.count()).select_from(SealedPackage).where(SealedPackage.id.not_in(final))
    return session.scalar(open_ones) or 0


def _to_look_at(session: Session) -> int:
    waiting = select(func.count()).select_from(TakenPackage).where(TakenPackage.outcome == Intake.WAITING)
    return session.scalar(waiting) or 0
