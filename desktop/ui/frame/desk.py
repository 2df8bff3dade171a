"""What the frame tells about the office at whose desk it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from desktop.services.today.top_bar import DeskFacts

Role = Literal["commune", "receiving"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The office in words that are ready to be read; None stands for what isn't known yet.

    Of days, backup and outbox what stands before a comma is said where room is short.

    Args:
        role: which desk: of a commune, or of the office that receives its packages.
        commune: the unit at whose desk this is, ``Xã Húc Động``; at the receiving office its own unit.
        superior: the line beneath it: the unit above, or what belongs to the receiving office.
        training: whether the data are training data, which stamps every page.
        days_text: days to the election, or the hour of the next deadline.
        backup_text: when and where the last backup was written.
        outbox_text: packages that wait for a receipt, or the folder that is watched.
        clerk_name: who works here.
        clerk_office: in which office or capacity.
        outbox_waits: whether the packages have waited too long, shown in amber.
        backup_waits: whether there is no place for backups yet, shown in amber until there is one.
        side: which side of the work whoever works here does: ``elections``, ``party`` or ``both``.
        of_congress: whether the day is a congress's.
        waits: places of the rail in which something waits for a person here, and how many things.
    """

    role: Role
    commune: str | None = None
    superior: str | None = None
    training: bool = False
    days_text: str | None = None
    backup_text: str | None = None
    outbox_text: str | None = None
    clerk_name: str | None = None
    clerk_office: str | None = None
    outbox_waits: bool = False
    backup_waits: bool = False
    waits: tuple[tuple[str, int], ...] = ()
    side: str = "both"
    of_congress: bool = False


EMPTY_DESK = Desk(role="commune")
"""The desk before an office is opened: nothing is known, and the frame says so."""


def desk_of(facts: DeskFacts) -> Desk:
    """Put what is known of the office into words."""
    receiving = facts.role == "receiving"
    # A training office holds nothing that could be lost.
    no_backup = not facts.training and not facts.backup_folder_there
    no_sheet = not facts.training and not facts.sheet_printed
    return Desk(
        role="receiving" if receiving else "commune",
        commune=facts.unit,
        superior=f"tin thẻ của {facts.offices} xã" if receiving else facts.superior,
        training=facts.training,
        days_text=None if receiving else _days(facts),
        backup_text=_backup(facts),
        outbox_text=_outbox(facts),
        clerk_name=facts.worker or facts.office.replace("Ủy ban nhân dân", "UBND"),
        clerk_office="Dữ liệu tập huấn" if facts.training else "Dữ liệu chính thức",
        outbox_waits=facts.waiting > 0,
        backup_waits=no_backup,
        # A package without a receipt waits for the office above, not for anybody here.
        side=facts.side.value,
        of_congress=facts.of_congress,
        waits=(("settings", no_backup + no_sheet), ("intake", facts.waiting if receiving else 0)),
    )


def _days(facts: DeskFacts) -> str:
    day = facts.election_day
    if day is None:
        return "Chưa đặt ngày"
    left = (day - facts.today).days
    if left == 0:
        return f"Hôm nay, {day:%d/%m/%Y}"
    return f"Còn {left} ngày, {day:%d/%m/%Y}" if left > 0 else f"Đã qua, {day:%d/%m/%Y}"


def _backup(facts: DeskFacts) -> str:
    if facts.backup_folder is None:
        return "Chưa chọn nơi"
    if not facts.backup_folder_there:
        return "Không thấy nơi chứa"
    if facts.backup_at is None:
        return "Chưa lần nào"
    path = PurePath(facts.backup_folder)
    place = f"ổ {path.drive}" if path.drive else path.name
    same_day = facts.backup_at.date() == facts.today
    return f"{facts.backup_at:{'%H:%M' if same_day else '%d/%m'}}, {place}"


def _outbox(facts: DeskFacts) -> str:
    if facts.role == "receiving":
        return f"{facts.waiting} gói chờ xem xét" if facts.waiting else "Không có gói chờ"
    return f"{facts.waiting} gói chờ biên nhận" if facts.waiting else "Không có gói chờ"
