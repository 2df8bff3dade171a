"""How a list of a register is laid out: its title, its columns, what it counts, and its numbered rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.ruled_table import Column


@dataclass(frozen=True, slots=True)
class ListLayout:
    """A list's title in capitals, its columns after the running number, and the word for what it counts."""

    title: str
    columns: tuple[Column, ...]
    unit: str

    def demand(self, lines: Sequence[Sequence[str]]) -> None:
        """Refuse lines that don't fit.

        Raises:
            ValueError: a line has more or fewer cells than the list has columns.
        """
        if any(len(line) != len(self.columns) for line in lines):
            raise ValueError("a line has a cell for each column")

    def rows(self, lines: Sequence[Sequence[str]], blank: int) -> list[list[str]]:
        """Number the lines from 1; without any, so many ``blank`` rows for a pen."""
        lines = lines or [[""] * len(self.columns)] * blank
        return [[str(number), *line] for number, line in enumerate(lines, 1)]
