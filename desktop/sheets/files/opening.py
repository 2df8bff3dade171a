"""How far the opening of a file is, told in hundredths: what a file holds nobody knows before."""

from __future__ import annotations

from desktop.long_work import step
from desktop.wording import words

# Of the rows, records or tags of a file; a list of fifty thousand is told of a hundred times.
_AT_ONCE = 500


class Opening:
    """Counts what comes in, and says after every few hundred how far the opening is.

    Args:
        total: how much the file holds, in the unit of ``came``.
    """

    def __init__(self, total: int) -> None:
        self._total, self._seen = total, 0

    def came(self, place: int) -> None:
        """Learn that one more came in, which ends at a place of the file; raises what stops the opening."""
        if self._seen % _AT_ONCE == 0:
            step(min(100 * place // max(self._total, 1), 100), 100, words("list.opening"))
        self._seen += 1
