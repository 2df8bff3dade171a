"""Folders for unfinished files: gone when the work ends, swept later when it was killed."""

import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

_LOCK_NAME = "in-use"
_PREFIXES = (".new-", ".backup-")


@contextmanager
def workshop(beside: Path, kind: str) -> Iterator[Path]:
    """Give a folder for unfinished files, on the file system of the finished one.

    Args:
        beside: the folder in which the finished file will stand.
        kind: ``new`` or ``backup``.

    Raises:
        OSError: the disk or the folder refuses.
    """
    sweep(beside)
    with (
        tempfile.TemporaryDirectory(prefix=f".{kind}-", dir=beside, ignore_cleanup_errors=True) as made,
        closing(_taken(Path(made))),
    ):
        yield Path(made)


def sweep(folder: Path) -> None:
    """Remove the workshops that a killed process left in a folder; those at work stay."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path.name.startswith(_PREFIXES) and path.is_dir():
                with suppress(OSError):
                    _taken(path).close()
                    shutil.rmtree(path, ignore_errors=True)


def _taken(made: Path) -> sqlite3.Connection:
    # SQLite's lock on an empty file falls with its process, on every system alike.
    try:
        held = sqlite3.connect(made / _LOCK_NAME, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            held.execute("BEGIN EXCLUSIVE")
        except BaseException:
            held.close()
            raise
    except sqlite3.Error as error:
        raise OSError(errno.EIO, "in use") from error
    return held
