"""What a folder tells before its office is opened; nothing here needs the database."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import RequestRefused
from desktop.models.store.names import DATABASE_NAME, PARAMETERS_COPY_NAME, PARAMETERS_NAME

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
    from desktop.models.store.at_rest import is_weak  # noqa: PLC0415
    from desktop.models.store.parameter_files import read_parameters  # noqa: PLC0415

    try:
        if not any((folder / name).is_file() for name in (PARAMETERS_NAME, PARAMETERS_COPY_NAME)):
            return False
        return is_weak(read_parameters(folder))
    except OSError as error:
        raise RequestRefused("file", where=PARAMETERS_NAME) from error
