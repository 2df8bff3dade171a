"""What somebody without the key does to ``office.json``: the recovery code in the safe opens nothing."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from desktop.models.store.at_rest import Wrapped, decode_parameters, encode_parameters, with_locks
from desktop.models.store.names import PARAMETERS_COPY_NAME, PARAMETERS_NAME

BOTH = (PARAMETERS_NAME, PARAMETERS_COPY_NAME)


def forge_recovery(folder: Path, *names: str, beside_own: bool = False) -> None:
    """Change what the recovery code opens in files of an office, or put such a lock before its own."""
    (lock,) = decode_parameters((folder / PARAMETERS_NAME).read_bytes(), PARAMETERS_NAME).locks
    assert isinstance(lock, Wrapped)
    forged = replace(lock, by_recovery="00" * 48)
    for name in names:
        (folder / name).write_bytes(
            encode_parameters(with_locks(forged, lock) if beside_own else with_locks(forged))
        )
