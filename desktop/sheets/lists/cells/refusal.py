"""Why a row of a list is not taken, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass


class RowRefused(Exception):  # noqa: N818 - a row is refused and listed, nothing broke
    """A row cannot be taken; ``code`` is the reason that its list of refusals gives."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken.

    Attributes:
        row: its number in its sheet, and beyond the rows of the sheets before that.
        code: ``no_name``, ``unreadable``, ``bad_date``, ``future`` (a date to come), ``bad_identity``,
            ``bad_value``, ``not_head``, ``error_cell``, ``no_value`` (a formula without its value),
            ``two_people`` (in one cell) or ``bare_name`` (it may be a line of the paper).
        cells: the text of each filled cell, by address; named with its sheet where there are several; no
            text where a formula has no value.
    """

    row: int
    code: str
    cells: dict[str, str]
