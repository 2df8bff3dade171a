"""What an office sets for itself: names on papers, who signs, reserve of ballots, the folder for backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from desktop import disk
from desktop.errors import RequestRefused, StorageRefused
from desktop.models.store.disk_reason import disk_reason, storage_refused
from desktop.models.store.session import reading, writing
from desktop.services.office.backups import BackupView, back_up
from desktop.services.office.sides import Side
from desktop.services.office.workplace import VIET_NAM, Workplace, own_office
from desktop.vietnamese.numerals import NO_TENS, NoTens
from desktop.vietnamese.text import tidy

Field = Literal[
    "name",
    "superior",
    "issuer_line",
    "place",
    "chair",
    "deputy",
    "deputy_signs",
    "proposer",
    "executors",
    "reserve",
    "no_tens",
]

_LARGEST_RESERVE = 9999


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The office and what it has set; ``made_at`` in the time of Viet Nam.

    ``reserve`` counts ballots for each hamlet, unless ``reserve_percent`` says how many to a hundred;
    ``side`` was chosen at the first start.
    """

    unit_code: str
    name: str
    superior: str
    role: str
    training: bool
    made_at: datetime
    issuer_line: str
    place: str
    chair: str
    deputy: str
    deputy_signs: bool
    proposer: str
    executors: str
    reserve: int
    reserve_percent: int | None
    no_tens: NoTens
    backup_folder: str
    side: Side


def office_settings(workplace: Workplace) -> OfficeView:
    """Return what the office has set."""
    with reading(workplace.database) as session:
        office = own_office(session)
        return OfficeView(
            unit_code=office.unit_code,
            name=office.name,
            superior=office.superior or "",
            role=office.role.value,
            training=office.mode.value == "training",
            made_at=office.made_at.astimezone(VIET_NAM),
            issuer_line=office.settings.issuer_line or "",
            place=office.settings.place or "",
            chair=office.settings.chair or "",
            deputy=office.settings.deputy or "",
            deputy_signs=office.settings.deputy_signs,
            proposer=office.settings.proposer or "",
            executors=office.settings.executors or "",
            reserve=office.settings.reserve,
            reserve_percent=office.settings.reserve_percent,
            no_tens=office.settings.no_tens,
            backup_folder=office.settings.backup_folder or "",
            side=office.settings.side,
        )


def set_field(workplace: Workplace, field: Field, value: str | int | None) -> OfficeView:
    """Change one thing that the office sets; empty text takes it back to the usual.

    The reserve is a number of ballots, or with ``%`` behind it so many to a hundred electors. The word for no
    tens in numerals is "linh", or "lẻ" as in the South.

    Raises:
        RequestRefused: ``office.name`` when it is empty, ``office.reserve`` for a number that is none,
            ``office.no_tens`` for another word.
    """
    with writing(workplace.database) as session:
        office = own_office(session)
        if field == "reserve":
            office.settings = msgspec.structs.replace(office.settings, **_reserve(value))
        elif field == "deputy_signs":
            office.settings = msgspec.structs.replace(office.settings, deputy_signs=bool(value))
        elif field == "no_tens":
            office.settings = msgspec.structs.replace(office.settings, no_tens=_no_tens(value))
        else:
            text = tidy(str(value or ""))
            if field == "name":
                if not text:
                    raise RequestRefused("office.name")
                office.name = text
            elif field == "superior":
                office.superior = text or None
            else:
                office.settings = msgspec.structs.replace(office.settings, **{field: text or None})
        workplace.note(session, "office.set", office, field)
    return office_settings(workplace)


def set_backup_folder(workplace: Workplace, folder: Path | None) -> OfficeView:
    """Choose the second folder for backups after writing into it for a test; None chooses none.

    Raises:
        StorageRefused: ``storage.no_folder``, ``storage.rights``, ``storage.same_folder`` for its own.
    """
    if folder is not None:
        _test_write(folder)
        if folder.resolve() == workplace.database.folder.resolve():
            raise StorageRefused("storage.same_folder", where=folder.name)
    with writing(workplace.database) as session:
        office = own_office(session)
        chosen = None if folder is None else str(folder.resolve())
        office.settings = msgspec.structs.replace(office.settings, backup_folder=chosen)
        workplace.note(session, "office.set", office, "backup_folder")
    return office_settings(workplace)


def back_up_now(workplace: Workplace) -> BackupView:
    """Write a backup into the second folder.

    Raises:
        RequestRefused: ``backup.no_folder`` before one is chosen.
        StorageRefused: ``storage.no_folder`` when it isn't there, or as ``back_up``.
    """
    folder = office_settings(workplace).backup_folder
    if not folder:
        raise RequestRefused("backup.no_folder")
    if not Path(folder).is_dir():
        raise StorageRefused("storage.no_folder", where=Path(folder).name)
    return back_up(workplace, Path(folder))


def _reserve(value: str | int | None) -> dict[str, int | None]:
    typed = "".join(str(value).split())
    digits, largest = typed.removesuffix("%"), 100 if typed.endswith("%") else _LARGEST_RESERVE
    if not (digits.isascii() and digits.isdigit() and int(digits) <= largest):
        raise RequestRefused("office.reserve")
    if typed.endswith("%"):
        return {"reserve_percent": int(digits)}
    return {"reserve": int(digits), "reserve_percent": None}


def _no_tens(value: str | int | None) -> NoTens:
    word = next((word for word in NO_TENS if word == value), None)
    if word is None:
        raise RequestRefused("office.no_tens")
    return word


def _test_write(folder: Path) -> None:
    if not folder.is_dir():
        raise StorageRefused("storage.no_folder", where=folder.name)
    refusal = disk.refuses(folder)
    if refusal is not None:
        code = disk_reason(refusal)
        # A folder that is there and takes no file, as those of the system itself.
        code = "storage.rights" if code == "storage.no_file" else code
        raise storage_refused(code, folder.name, folder) from refusal
