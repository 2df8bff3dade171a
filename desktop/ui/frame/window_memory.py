"""What the window remembers here: which office, which place, how large the text, last folders; no data."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desktop.errors import RequestRefused

_NAME = "window.json"


@dataclass(frozen=True, slots=True)
class WindowMemory:
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
    folders: dict[str, str] = field(default_factory=dict)


def remembered(home: Path) -> WindowMemory:
    """Return what was remembered in the program's folder; the usual for whatever can't be read."""
    try:
        found: Any = json.loads((home / _NAME).read_bytes())
    except (OSError, ValueError):
        return WindowMemory()
    read: dict[str, Any] = {}
    for name, value in found.items() if isinstance(found, dict) else ():
        match name, value:
            case ("folder" | "place", str()):
                read[name] = value
            case ("on_show", list()) if all(isinstance(key, str) for key in value):
                read[name] = tuple(value)
            case ("text_points", float() | int()) if not isinstance(value, bool):
                read[name] = float(value)
            case ("folders", dict()) if all(isinstance(folder, str) for folder in value.values()):
                read[name] = value
    return WindowMemory(**read)


def remember(home: Path, memory: WindowMemory) -> None:
    """Write it down; a window that can't remember still works."""
    from desktop.services.office.files import write_file  # noqa: PLC0415 - the first window does without

    with suppress(RequestRefused):
        write_file(home / _NAME, json.dumps(asdict(memory), ensure_ascii=False).encode(), replace=True)
