"""Long work says how far it is, to whoever waits for it and may stop it at any of its steps.

What lies deep below a use case, such as the rows of a paper, tells it here; nobody hands a way to tell it
down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

Told: TypeAlias = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and of what in words; may raise to stop the work."""

_told: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """Let ``told`` hear of every step of the work inside, on this thread."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


def step(done: int, total: int, word: str = "") -> None:
    """Say how far the work is; raises what stops it, which nothing on the way up may keep to itself.

    Args:
        done: how many are done.
        total: of how many.
        word: what is being done, in Vietnamese; empty where the numbers say enough.
    """
    told = _told.get()
    if told is not None:
        told(done, total, word)
