"""The packages that are kept, by format, and what opens them."""

from __future__ import annotations

import json
from pathlib import Path

from desktop.exchange.keys import OfficeKeys

KEPT = sorted(path for path in Path(__file__).parent.iterdir() if path.name.isdecimal())


def opening(folder: Path) -> OfficeKeys:
    """Return the keys of the office that a kept package is for."""
    held = json.loads((folder / "office.json").read_text(encoding="utf-8"))
    return OfficeKeys(
        unit=held["unit"],
        role="receiving",
        mode="training",
        signing=bytes.fromhex(held["signing"]),
        reading={stream: bytes.fromhex(secret) for stream, secret in held["reading"].items()},
    )
