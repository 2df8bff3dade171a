"""A sealed package saved to a stick or a folder: written whole, read back and compared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desktop import disk
from desktop.errors import RequestRefused
from desktop.models.exchange import SealedPackage
from desktop.models.store.session import reading, writing
from desktop.services.exchange.sealing import line_of
from desktop.services.exchange.stick_file import Step, compare, leftovers_of, refuse_unfit, write_and_compare
from desktop.services.exchange.streams import side_of
from desktop.services.office.files import disk_refusal
from desktop.services.office.sides import refuse_other
from desktop.services.office.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Saved:
    """A package on a stick or in a folder.

    Attributes:
        path: of its file.
        size: in bytes.
        sha256: as read back from there.
        resumed: an earlier writing of it had been cut off, and was made good.
        older: names of earlier packages of ours that lie there too.
    """

    path: Path
    size: int
    sha256: str
    resumed: bool = False
    older: tuple[str, ...] = ()


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
    """Write a sealed package to a stick or folder, then read it back past the system's cache and compare.

    What was not compared to its end, or is something else, is taken away again. A file that an earlier
    writing left half done, by its marker or because it is where ours begins, is written anew.

    Args:
        workplace: the open office.
        package: its key.
        folder: on the stick.
        step: is told how far it is, and may stop it.

    Raises:
        RequestRefused: ``package.none``; ``storage.no_folder``; ``stick.room``, ``stick.fat`` and what else
            ``refuse_unfit`` finds; ``file.other`` where another file has the name, ``file.write`` or
            ``disk.…``; ``package.unlike`` when what was read back is something else.

    Source: package.md (The stick).
    """
    name, data = package_content(workplace, package)
    if not folder.is_dir():
        raise RequestRefused("storage.no_folder", where=str(folder))
    path = folder / name
    step(0, len(data), "write")
    left = leftovers_of(path)
    held = _held(path, len(data))
    resumed = bool(left) or (held is not None and held != data and data.startswith(held))
    if held is not None and held != data and not resumed:
        raise RequestRefused("file.other", where=str(path))
    if held == data and not left:
        digest = compare(path, data, step)
    else:
        for leftover in left:
            disk.discard(leftover)
        refuse_unfit(folder, name, len(data))
        digest = write_and_compare(path, data, step)
    with writing(workplace.database) as session:
        workplace.note(session, "package.save", session.get_one(SealedPackage, package), "content")
    return Saved(path, len(data), digest, resumed, _older(workplace, package, folder))


def _held(path: Path, size: int) -> bytes | None:
    """Return what bears the name already, no further than it could be ours; None where nothing does."""
    try:
        with path.open("rb") as file:
            return file.read(size + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise disk_refusal(error, path) from error


def _older(workplace: Workplace, package: int, folder: Path) -> tuple[str, ...]:
    """Name the files of earlier packages of the same line that lie in a folder."""
    with reading(workplace.database) as session:
        newest = session.get_one(SealedPackage, package)
        earlier = select(SealedPackage.file_name).where(
            *line_of(newest), SealedPackage.sequence < newest.sequence
        )
        names = session.scalars(earlier.order_by(SealedPackage.sequence)).all()
    return tuple(name for name in names if (folder / name).exists())
