"""What the window is started with: folders, shipped files, the law and the clock; tests give their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.rules.library import Library


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the window works.

    Attributes:
        folder: of the office.
        home: the program's own folder, for what the window remembers.
        example: where the example commune goes.
        units: the shipped list of units; ``samples`` the folder of sample workbooks.
        statutes: gives the law, read when it is first asked for.
        passphrase: from the environment, for unattended opening; None asks a person.
    """

    folder: Path
    home: Path
    example: Path
    units: Path
    samples: Path
    statutes: Callable[[], Library]
    clock: Callable[[], datetime]
    passphrase: str | None = None
