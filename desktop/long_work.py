"""Long work says how far it is, to whoever waits for it and may stop it at any of its steps.

What lies deep below a use case, such as the rows of a paper, tells it here; nobody hands a way to tell it
down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")

Told: TypeAlias = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and of what in words; may raise to stop the work."""


class Stopped(Exception):  # noqa: N818 - asked for, not an error
    """Somebody stopped the work; what was done in its transaction is rolled back."""


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


# A list of fifty thousand is told of a hundred times.
_AT_ONCE = 500


def counted(items: Sequence[Item], word: str = "") -> Iterator[Item]:
    """Yield items, and say after every few hundred how far the work with them is; raises as ``step`` does."""
    for at in range(0, len(items), _AT_ONCE):
        step(at, len(items), word)
        yield from items[at : at + _AT_ONCE]
