"""What the frame tells about the office at whose desk it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["commune", "receiving"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The office in words that are ready to be read; None stands for what isn't known yet.

    Args:
        role: which desk: of a commune, or of the office that receives its packages.
        commune: the unit at whose desk this is, ``Xã Húc Động``; at the receiving office its own unit.
        superior: the line beneath it: the unit above, or what belongs to the receiving office.
        training: whether the data are training data, which stamps every page.
        days_text: days to the election, or the hour of the next deadline.
        backup_text: when and where the last backup was written.
        outbox_text: packages that wait for a receipt, or the folder that is watched.
        clerk_name: who works here.
        clerk_office: in which office or capacity.
        outbox_waits: whether the packages have waited too long, shown in amber.
    """

    role: Role
    commune: str | None = None
    superior: str | None = None
    training: bool = False
    days_text: str | None = None
    backup_text: str | None = None
    outbox_text: str | None = None
    clerk_name: str | None = None
    clerk_office: str | None = None
    outbox_waits: bool = False


EMPTY_DESK = Desk(role="commune")
"""The desk before an office is opened: nothing is known, and the frame says so."""
