"""Where the cells of a list's rows stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class CellAddresses(Mapping[int, Mapping[str, str]]):
    """By number of a row the address of its cell for each key, made when asked for."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[int, Mapping[str, str]]] = {}

    def __getitem__(self, number: int) -> Mapping[str, str]:
        row, letters = self._rows[number]
        return {key: f"{over}{row}" for key, over in letters.items()}

    def __iter__(self) -> Iterator[int]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, number: int, row: int, letters: Mapping[str, str]) -> None:
        """Add a row: its number, that in its sheet, and what stands before it in the address for each key."""
        self._rows[number] = row, letters
