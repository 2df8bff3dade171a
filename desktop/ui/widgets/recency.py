"""Which came later: what was typed, or what is about to be shown in its place.

Work is numbered as it is asked for. What was read before something was typed, and arrives after it, is older
than the typing and leaves it alone; what is asked for from then on knows it, because work is done in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_numbers = count(1)
_asked = [0]  # the number of the work that was asked for last
_answered: list[int] = []  # numbers of the work whose results are being shown, the innermost last


def ask() -> int:
    """Number a piece of work as it is asked for."""
    _asked[0] = next(_numbers)
    return _asked[0]


@contextmanager
def answering(number: int) -> Iterator[None]:
    """Show, inside, what the work of that number brought."""
    _answered.append(number)
    try:
        yield
    finally:
        _answered.pop()


def now() -> int:
    """Return the moment of typing: everything asked for up to now doesn't know of it."""
    return _asked[0]


def knows(moment: int) -> bool:
    """Tell whether what is being shown was asked for after a moment of typing."""
    return not _answered or _answered[-1] > moment
