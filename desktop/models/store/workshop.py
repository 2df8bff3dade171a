"""Folders for unfinished files: gone when the work ends, swept later when it or the disk was cut off."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from desktop.models.store.process_lock import lock

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
    made = Path(tempfile.mkdtemp(prefix=f".{kind}-", dir=beside))
    try:
        with closing(lock(made / _LOCK_NAME)):
            yield made
    finally:
        # Of a folder that can't be opened Python's own temporary ones tell nothing but their own trouble.
        shutil.rmtree(made, ignore_errors=True)
        if made.exists():
            # One refusal of the disk is no reason to leave it: what goes at the second try is gone.
            shutil.rmtree(made, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove the workshops that a killed process left in a folder; those at work stay."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path.name.startswith(_PREFIXES) and path.is_dir():
                with suppress(OSError):
                    lock(path / _LOCK_NAME).close()
                    shutil.rmtree(path, ignore_errors=True)
