"""The files beside the database that are copies of what is stored in it: packages and given receipts.

What is sent is the file, so it is compared with its row. One that is missing is no fault: the program writes
it again, and who sent it may have tidied up.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import PackageRefused
from desktop.exchange import receipt as receipts
from desktop.models.exchange import ReceiptOut, SealedPackage, TakenPackage
from desktop.models.store.names import OWN_FOLDERS

_PACKAGES, _RECEIPTS = OWN_FOLDERS
# Of a package that was refused nothing is stored, so there is nothing to compare its receipt with.
_REFUSED = ".refused"


def copies_that_differ(session: Session, folder: Path) -> Iterator[str]:
    """Give the names of the files of packages and receipts that are not what is stored.

    Args:
        session: open on the office.
        folder: the office's, in which the copies lie.
    """
    yield from _packages(session, folder / _PACKAGES)
    yield from _receipts(session, folder / _RECEIPTS)


def _packages(session: Session, folder: Path) -> Iterator[str]:
    # Two packages may bear one name: the second then takes a part of its digest into the name of its file.
    named: dict[str, set[str]] = defaultdict(set)
    rows = select(SealedPackage.file_name, SealedPackage.digest, SealedPackage.content)
    for name, digest, content in session.execute(rows.execution_options(yield_per=1)):
        held = hashlib.sha256(content).hexdigest()
        path = Path(name)
        for each in (path.name, path.with_stem(f"{path.stem}-{digest[:8]}").name):
            named[each].add(held)
    for path, found in _digests(sorted(folder / name for name in named)):
        if found not in named[path.name]:
            yield path.name


def _receipts(session: Session, folder: Path) -> Iterator[str]:
    stored = set(session.scalars(select(ReceiptOut.sha256)))
    known = set(session.scalars(select(TakenPackage.digest)))
    for path, found in _digests(sorted(folder.glob("*.bn"))):
        if found not in stored and _REFUSED not in path.suffixes and _is_for(path, known):
            yield path.name


def _is_for(path: Path, packages: set[str]) -> bool:
    """Tell whether a file is the receipt of one of these packages, or nothing that can be read any more."""
    try:
        return receipts.stored_receipt(path.read_bytes()).package in packages
    except PackageRefused:
        return True
    except OSError:
        return False


def _digests(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        with suppress(OSError), path.open("rb") as file:
            yield path, hashlib.file_digest(file, "sha256").hexdigest()
