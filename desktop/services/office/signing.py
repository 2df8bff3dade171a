"""Who signs decisions of the People's Committee and of its chair: the chair, or a deputy for the chair."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.office import Settings


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a decision; ``name`` is None where the office has written none down, for a pen."""

    by_deputy: bool = False
    name: str | None = None


def signature_of(settings: Settings, *, by_deputy: bool | None = None) -> Signature:
    """Return who signs.

    Args:
        settings: the office's.
        by_deputy: whether a deputy signs this one decision; None follows what the office has set.
    """
    deputy = settings.deputy_signs if by_deputy is None else by_deputy
    return Signature(deputy, settings.deputy if deputy else settings.chair)
