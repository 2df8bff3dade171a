"""Which folder was chosen last, for each purpose that files are chosen for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

Purpose = Literal[
    "lists", "refused", "papers", "envelopes", "scans", "photos", "stick", "cards", "backup", "office"
]
"""What a file is chosen for; each purpose has a last folder of its own. Receipts lie where packages go."""


class _Folders:
    """The last folder for each purpose, and who is told when one changes."""

    last: dict[str, str] = {}  # noqa: RUF012 - replaced whole
    changed: Callable[[dict[str, str]], None] | None = None


def remember_folders(last: Mapping[str, str], changed: Callable[[dict[str, str]], None] | None) -> None:
    """Begin with the folders that were chosen last, by purpose; ``changed`` is given them as they change."""
    _Folders.last, _Folders.changed = dict(last), changed


def last_folder(purpose: Purpose) -> str | None:
    """Return where something was chosen last for a purpose; None where nothing was."""
    return _Folders.last.get(purpose)


def keep_folder(purpose: Purpose, folder: str) -> None:
    """Note where something was chosen."""
    if _Folders.last.get(purpose) != folder:
        _Folders.last = {**_Folders.last, purpose: folder}
        if _Folders.changed is not None:
            _Folders.changed(_Folders.last)
