"""Who has the office open, and how this window stands to it: it writes, it looks on, or it takes over."""

from __future__ import annotations

from desktop.models.store.tenancy import Occupant
from desktop.services.office.workplace import Workplace

__all__ = ["Occupant", "enter", "look_on", "occupant", "take_over"]


def occupant(workplace: Workplace) -> Occupant | None:
    """Return who else has the office open in a program that still runs; None where nobody does."""
    return workplace.database.tenancy.other()


def enter(workplace: Workplace) -> Occupant | None:
    """Have the office open from now on, and return who was stopped without closing it.

    Raises:
        StorageRefused: ``storage.occupied``.
    """
    return workplace.database.tenancy.enter(workplace.clock())


def take_over(workplace: Workplace) -> None:
    """Have the office open from now on; whoever has it now is refused to write."""
    workplace.database.tenancy.take_over(workplace.clock())


def look_on(workplace: Workplace) -> None:
    """Read only: whatever would write is refused."""
    workplace.database.tenancy.read_only()
