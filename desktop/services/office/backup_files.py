"""The files of an office's backups in one folder: how they are called, and which of them are kept.

Each bears the day and the minute at which it was made, so that one that was damaged, or made after a mistake,
takes the place of no other.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from desktop import disk
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.services.office.workplace import VIET_NAM

_AT = "%Y-%m-%d-%H%M"
# How many are kept: the newest ones, then one for each of so many days, weeks and months; ten in all.
_LADDER: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (4, lambda made: made),
    (3, lambda made: made.date()),
    (2, lambda made: made.isocalendar()[:2]),
    (1, lambda made: (made.year, made.month)),
)


def backup_name(stem: str, at: datetime) -> str:
    """Return how a backup that is made now is called (``06859-2024-12-08-1420.sao-luu``).

    Args:
        stem: of the office's files.
        at: now, with its zone.
    """
    return f"{stem}-{at.astimezone(VIET_NAM):{_AT}}{SUFFIX_OF_BACKUP}"


def backups_in(folder: Path, stem: str) -> list[tuple[datetime, Path]]:
    """Return an office's backups in a folder, the newest first, each with when it was made.

    One from before names bore the day counts as made when it was written last. A folder that is not there,
    or that the disk does not show, holds none.
    """
    named = re.compile(re.escape(stem) + r"(?:-(\d{4}-\d\d-\d\d-\d{4}))?" + re.escape(SUFFIX_OF_BACKUP))
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            matched = named.fullmatch(path.name)
            if matched is not None:
                with suppress(OSError, ValueError):
                    found.append((_made(path, matched[1]), path))
    return sorted(found, reverse=True)


def thin_out(folder: Path, stem: str, is_whole: Callable[[Path], bool]) -> None:
    """Take away all but ten of an office's backups: the newest four, then by days, weeks and months.

    One that is not whole takes nobody's place, and goes once a newer one is whole.

    Args:
        folder: that they lie in; what cannot be taken away stays.
        stem: of the office's files.
        is_whole: tells whether a file can be read as a backup.
    """
    whole = [(made, path) for made, path in backups_in(folder, stem) if is_whole(path)]
    if not whole:
        return
    kept = kept_of([made for made, _ in whole])
    for made, path in backups_in(folder, stem):
        goes = made not in kept if (made, path) in whole else made < whole[0][0]
        if goes:
            disk.discard(path)


def make_room(folder: Path, stem: str, needed: int, is_whole: Callable[[Path], bool]) -> tuple[Path, ...]:
    """Take an office's oldest backups away until a new one has room, but never the newest whole one.

    Nothing is taken away where there is room, where that would not make enough, or where none is whole.

    Args:
        folder: that they lie in.
        stem: of the office's files.
        needed: bytes that the making of a backup takes.
        is_whole: tells whether a file can be read as a backup.

    Returns:
        What was taken away, the oldest first.
    """
    try:
        lacking = needed - shutil.disk_usage(folder).free
        found = [path for _, path in backups_in(folder, stem)]
        newest = next((path for path in found if is_whole(path)), None) if lacking > 0 else None
        if newest is None:
            return ()
        sizes = {path: path.stat().st_size for path in reversed(found) if path != newest}
    except OSError:
        return ()
    if sum(sizes.values()) < lacking:
        return ()
    gone = []
    for path, size in sizes.items():
        if lacking <= 0:
            break
        disk.discard(path)
        if not path.exists():
            lacking -= size
            gone.append(path)
    return tuple(gone)


def kept_of(moments: Sequence[datetime]) -> set[datetime]:
    """Return which of so many backups are kept, by when they were made."""
    kept: set[datetime] = set()
    for most, period in _LADDER:
        covered, places = {period(made) for made in kept}, most
        for made in sorted(moments, reverse=True):
            if places and made not in kept and period(made) not in covered:
                kept.add(made)
                covered.add(period(made))
                places -= 1
    return kept


def _made(path: Path, told: str | None) -> datetime:
    if told is None:
        return datetime.fromtimestamp(path.stat().st_mtime, VIET_NAM)
    return datetime.strptime(told, _AT).replace(tzinfo=VIET_NAM)
