"""A repair in a row of a list, or what is said beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A repair the clerk should see.

    Attributes:
        cell: the cell's address.
        code: ``padded``, ``old_identity``, ``nfd``, ``spaces``, ``ditto``, ``date``, ``swapped`` (day and
            month), ``year`` (typed into a cell of dates), ``time`` (a date with an hour), ``legacy``,
            ``case``, ``invisible``, ``letter``, ``repaired``, ``duplicate``, or what is said beside a row:
            ``hidden``, ``struck`` or ``remark``.
        was: the text before.
        now: the text after; for ``duplicate`` the address of the cell that said it first, for ``remark`` what
            it says.
    """

    cell: str
    code: str
    was: str
    now: str
