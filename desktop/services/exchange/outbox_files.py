"""The files of the program's own outbox: copies of packages that are stored, and never ahead of them.

A package counts from the moment that it is stored. Its file is written after that; one that could not be
written, or whose writing was cut off, is written at the next start and with the next package.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import exists, func, select

from desktop.errors import RequestRefused
from desktop.models.exchange import Intake, ReceiptIn, SealedPackage
from desktop.models.store.session import reading
from desktop.services.office.files import write_file
from desktop.services.office.workplace import Workplace

_FOLDER = "outbox"


def outbox_folder(workplace: Workplace) -> Path:
    """Return the folder of the office in which a copy of each package lies."""
    return workplace.database.folder / _FOLDER


def write_copy(folder: Path, name: str, digest: str, content: bytes) -> Path:
    """Write the file of a package that is stored; the same bytes that are there already are left alone.

    Args:
        folder: made when it is not there.
        name: the package's label. Where something else bears it, such as the file of another line, or one
            that an earlier program left, the copy takes the first eight signs of its digest into its name.
        digest: of the package, in hex.
        content: its bytes.

    Raises:
        RequestRefused: ``file.write`` or ``disk.…``.
    """
    try:
        return write_file(folder / name, content)
    except RequestRefused as refusal:
        if refusal.code != "file.other":
            raise
    return write_file(_second(folder, name, digest), content, replace=True)


def write_missing_copies(workplace: Workplace) -> None:
    """Write the file of every package that nobody has accepted yet and that has none in the outbox.

    Raises:
        RequestRefused: ``file.write`` or ``disk.…``; the next start tries again.
    """
    folder = outbox_folder(workplace)
    accepted = exists().where(ReceiptIn.package_id == SealedPackage.id, ReceiptIn.outcome == Intake.ACCEPTED)
    with reading(workplace.database) as session:
        # Bytes are read only of what is missing; a package that only a receipt told of has none.
        waiting = session.execute(
            select(
                SealedPackage.id,
                SealedPackage.file_name,
                SealedPackage.digest,
                func.length(SealedPackage.content),
            ).where(~accepted, func.length(SealedPackage.content) > 0)
        ).all()
        for key, name, digest, size in waiting:
            if not any(_is_there(path, size) for path in (folder / name, _second(folder, name, digest))):
                write_copy(folder, name, digest, session.get_one(SealedPackage, key).content)


def _second(folder: Path, name: str, digest: str) -> Path:
    path = folder / name
    return path.with_stem(f"{path.stem}-{digest[:8]}")


def _is_there(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False
