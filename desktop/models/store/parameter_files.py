"""``office.json`` and its second copy, by which an office is opened where the first is missing or damaged.

Without them nobody opens the database, whatever they know. The copy is written first: where the disk fails in
between, the first still says what it said. Either may be one step of a changing passphrase behind the other,
and opens the office all the same: locks are added before the keys change, and taken away after.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.errors import StorageRefused
from desktop.models.store.at_rest import Parameters, decode_parameters, encode_parameters, lock_digest
from desktop.models.store.names import PARAMETERS_COPY_NAME, PARAMETERS_NAME
from desktop.unfinished import write_whole

_NAMES = (PARAMETERS_NAME, PARAMETERS_COPY_NAME)


def read_parameters(folder: Path) -> Parameters:
    """Read ``office.json``, or its copy where that is missing or damaged, or the disk does not give it.

    Raises:
        StorageRefused: ``storage.parameters`` where neither can be read.
        OSError: the disk refuses one of them, and the other is no help.
    """
    refused = None
    for name in _NAMES:
        try:
            found = _read(folder / name)
        except OSError as error:
            refused = refused or error
            continue
        if found is not None:
            return found
    if refused is not None:
        raise refused
    raise StorageRefused("storage.parameters", where=PARAMETERS_NAME)


def write_parameters(folder: Path, parameters: Parameters) -> None:
    """Write the copy and ``office.json``, each whole or not at all, to last through a power cut.

    Raises:
        OSError: the disk refuses; ``office.json`` is as it was.
    """
    data = encode_parameters(parameters)
    for name in reversed(_NAMES):
        write_whole(folder / name, data)
    flush_folder(folder)


def parameters_agree(folder: Path) -> bool:
    """Tell whether ``office.json`` and its copy are both there, given by the disk, and say the same."""
    try:
        first, copy = (_read(folder / name) for name in _NAMES)
    except OSError:
        return False
    return first is not None and first == copy


def copied_parameters(folder: Path, otherwise: Parameters) -> Parameters | None:
    """Read the copy where it says something else; None where it doesn't, or can't be read."""
    with suppress(OSError):
        copy = _read(folder / PARAMETERS_COPY_NAME)
        return copy if copy != otherwise else None
    return None


def mend_parameters(folder: Path, is_own: Callable[[Parameters], bool]) -> None:
    """Write the one that is missing, damaged or behind as the other is, as far as the disk allows.

    ``office.json`` is written only where nothing can be read of it, or where its copy alone is the office's
    own: another window may be changing it, and both are while it does.

    Args:
        folder: of the office.
        is_own: tells whether parameters hold the lock that the office remembers as its own, and what opened
            the office opens it too.
    """
    with suppress(OSError):
        first, copy = (_read(folder / name) for name in _NAMES)
        behind = first is not None and copy is not None and first != copy
        if copy is not None and (first is None or (behind and not is_own(first) and is_own(copy))):
            write_whole(folder / PARAMETERS_NAME, encode_parameters(copy))
        elif first is not None and first != copy:
            write_whole(folder / PARAMETERS_COPY_NAME, encode_parameters(first))


def holds_lock(parameters: Parameters, digest: str | None) -> bool:
    """Tell whether a lock of this digest is among those that open the database."""
    return digest is not None and digest in map(lock_digest, parameters.locks)


def flush_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(path: Path) -> Parameters | None:
    try:
        return decode_parameters(path.read_bytes(), path.name)
    except FileNotFoundError:
        return None
    except StorageRefused:
        return None
