"""What the window remembers here: which office, which place, how large the text, last folders; no data."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from desktop.errors import RequestRefused
from desktop.services.office.files import write_file

_NAME = "window.json"


class WindowMemory(msgspec.Struct, frozen=True, omit_defaults=True):
    """The last state of the window.

    Attributes:
        folder: the office that was open.
        place: key of the place on show.
        on_show: what the place showed, such as code and step of an election; keys, no data.
        text_points: how large body text is, in points.
        folders: where files were chosen last, by what they were chosen for.
    """

    folder: str | None = None
    place: str | None = None
    on_show: tuple[str, ...] = ()
    text_points: float = 10.5
    folders: dict[str, str] = {}


def remembered(home: Path) -> WindowMemory:
    """Return what was remembered in the program's folder; the usual where nothing can be read."""
    try:
        return msgspec.json.decode((home / _NAME).read_bytes(), type=WindowMemory)
    except (OSError, msgspec.DecodeError):
        return WindowMemory()


def remember(home: Path, memory: WindowMemory) -> None:
    """Write it down; a window that can't remember still works."""
    with suppress(RequestRefused):
        write_file(home / _NAME, msgspec.json.encode(memory), replace=True)
