"""A sealed package on its way onto a stick or into a folder: written whole, read back and compared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desktop import disk
from desktop.errors import RequestRefused
from desktop.models.exchange import SealedPackage
from desktop.models.store.session import reading, writing
from desktop.services.exchange.streams import side_of
from desktop.services.office.files import write_file
from desktop.services.office.sides import refuse_other
from desktop.services.office.workplace import Workplace

Step = Callable[[int, int, str], None]
"""Is told bytes done, bytes in all, and which part: ``write`` or ``read``."""

_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Saved:
    """A package on a stick or in a folder: its file, size in bytes and SHA-256 as read back from there."""

    path: Path
    size: int
    sha256: str


def package_content(workplace: Workplace, package: int) -> tuple[str, bytes]:
    """Return file name and bytes of a sealed package.

    Raises:
        RequestRefused: ``package.none``; ``side.party``, ``side.elections`` for one of the other side.
    """
    with reading(workplace.database) as session:
        found = session.get(SealedPackage, package)
        if found is None:
            raise RequestRefused("package.none")
        refuse_other(workplace.side, side_of(found.stream.value))
        return found.file_name, found.content


def known_package(workplace: Workplace, data: bytes) -> int | None:
    """Return which package that was sealed here has these bytes; None where none has."""
    with reading(workplace.database) as session:
        return session.scalars(select(SealedPackage.id).where(SealedPackage.content == data)).first()


def save_package(workplace: Workplace, package: int, folder: Path, step: Step) -> Saved:
    """Write a sealed package to a stick or folder, then read it back and compare.

    What was not compared to its end, or is something else, is taken away again.

    Args:
        workplace: the open office.
        package: its key.
        folder: on the stick.
        step: is told how far it is, and may stop it.

    Raises:
        RequestRefused: ``package.none``; ``storage.no_folder``; ``file.other`` where another file has the
            name, ``file.write``; ``package.unlike`` when what was read back is something else.

    Source: package.md (The stick).
    """
    name, data = package_content(workplace, package)
    if not folder.is_dir():
        raise RequestRefused("storage.no_folder", where=str(folder))
    step(0, len(data), "write")
    was_there = (folder / name).exists()
    path = write_file(folder / name, data)
    try:
        digest = _compared(path, data, step)
    except BaseException:
        if not was_there:
            disk.discard(path)
        raise
    with writing(workplace.database) as session:
        workplace.note(session, "package.save", session.get_one(SealedPackage, package), "content")
    return Saved(path, len(data), digest)


def _compared(path: Path, data: bytes, step: Step) -> str:
    digest, done = hashlib.sha256(), 0
    step(0, len(data), "read")
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                done += len(piece)
                step(min(done, len(data)), len(data), "read")
    except OSError as error:
        raise RequestRefused("file", where=str(path)) from error
    if digest.digest() != hashlib.sha256(data).digest():
        raise RequestRefused("package.unlike", where=str(path))
    return digest.hexdigest()
