"""What a folder tells before its office is opened; nothing here needs the database."""

from __future__ import annotations

from pathlib import Path

from desktop.models.store.names import DATABASE_NAME, PARAMETERS_NAME

TRAINING_PASSPHRASE = "tap-huan"  # noqa: S105 - of training offices, which guard invented people

SUFFIX_OF_BACKUP = ".sao-luu"


def holds_office(folder: Path) -> bool:
    """Tell whether a folder holds an office."""
    return (folder / DATABASE_NAME).is_file()


def opens_silently(folder: Path) -> bool:
    """Tell whether an office is locked so cheaply that it can only be a training office.

    Raises:
        StorageRefused: ``storage.parameters``.
        RequestRefused: ``file``.
    """
    # The first window stands before these are loaded.
    from desktop.models.store.at_rest import decode_parameters, is_weak  # noqa: PLC0415
    from desktop.services.office.files import read_file  # noqa: PLC0415

    stored = folder / PARAMETERS_NAME
    if not stored.is_file():
        return False
    return is_weak(decode_parameters(read_file(stored), PARAMETERS_NAME))
