"""The mask of a QR code, chosen by the penalties of the standard, counted on whole squares at once.

A square of modules is one integer: line after line, least bit first, four light modules after every
line, so that a shift lays each module on its neighbour and none on another line's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import segno
from segno import QRCode

_GAP = 4
_MASKS = range(8)
_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_LIGHT_GAP = bytes(_GAP)

_RUN_POINTS = 3
_BLOCK_POINTS = 3
_FINDER = (1, 0, 1, 1, 1, 0, 1)
_FINDER_POINTS = 40
# Where a second likeness of a finder could begin within the first.
_WITHIN = (4, 6)
_BALANCE_POINTS = 10

_TIMING = 6
# Codes with larger sides than this tell their version as well.
_SIDE_WITHOUT_VERSION = 41


@dataclass(frozen=True, slots=True)
class _Square:
    """The same modules laid out by rows, and by columns."""

    rows: int
    columns: int

    def changed(self, change: _Square) -> _Square:
        return _Square(self.rows ^ change.rows, self.columns ^ change.columns)

    def within(self, part: int) -> _Square:
        return _Square(self.rows & part, self.columns & part)


@dataclass(frozen=True, slots=True)
class _Version:
    """What all codes of one version share: by mask the modules that differ from mask 0, and those judged."""

    changes: tuple[_Square, ...]
    judged_changes: tuple[_Square, ...]
    judged: int


def masked(text: str) -> list[str]:
    """Encode a text at error correction level M under the mask with the least penalty.

    Returns:
        The rows of modules, ``1`` for dark.

    Raises:
        segno.DataOverflowError: no code holds so long a text.

    Source: ISO/IEC 18004:2015, 7.8.3.1.
    """
    code = _under(0, text)
    side = len(code.matrix)
    version = _version(int(code.version))
    square = _square(code.matrix)
    judged = square.within(version.judged)
    penalties = [_penalty(judged.changed(change), side) for change in version.judged_changes]
    best = square.changed(version.changes[penalties.index(min(penalties))])
    digits = f"{best.rows:0{side * (side + _GAP)}b}"[::-1]
    return [digits[start : start + side] for start in range(0, len(digits), side + _GAP)]


def _under(mask: int, text: str, version: int | None = None) -> QRCode:
    return segno.make(text, error="m", version=version, mask=mask, micro=False, boost_error=False)


@lru_cache(maxsize=8)
def _version(version: int) -> _Version:
    plain, *others = (_under(mask, "0", version) for mask in _MASKS)
    first = _square(plain.matrix)
    judged = _judged(len(plain.matrix))
    changes = tuple(first.changed(_square(code.matrix)) for code in (plain, *others))
    return _Version(changes, tuple(change.within(judged) for change in changes), judged)


def _judged(side: int) -> int:
    """Give the modules that count: those that tell of mask and version are light meanwhile."""
    lines = [bytearray([1] * side) for _ in range(side)]
    for place in (*range(9), *range(side - 8, side)):
        if place != _TIMING:
            lines[8][place] = lines[place][8] = 0
    if side > _SIDE_WITHOUT_VERSION:
        for line in range(6):
            for place in range(side - 11, side - 8):
                lines[line][place] = lines[place][line] = 0
    return _laid_out(lines)


def _square(matrix: Iterable[bytes | bytearray]) -> _Square:
    rows = list(matrix)
    return _Square(_laid_out(rows), _laid_out(map(bytes, zip(*rows, strict=True))))


def _laid_out(lines: Iterable[bytes | bytearray]) -> int:
    modules = b"".join(line + _LIGHT_GAP for line in lines)
    return int(modules.translate(_DIGITS)[::-1], 2)


def _penalty(square: _Square, side: int) -> int:
    pitch = side + _GAP
    lines = (square.rows, square.columns)
    along = _starts(side, side - 1)
    alike = [along & ~(modules ^ modules >> 1) for modules in lines]
    across = ~(square.rows ^ square.rows >> pitch)
    blocks = alike[0] & alike[0] >> pitch & across
    # A step is every 5 % of the modules by which the dark ones are away from one half.
    steps = abs(20 * square.rows.bit_count() - 10 * side * side) // (side * side)
    return (
        sum(map(_runs, alike))
        + blocks.bit_count() * _BLOCK_POINTS
        + sum(_like_finder(modules, side) for modules in lines)
        + steps * _BALANCE_POINTS
    )


def _runs(alike: int) -> int:
    """Judge runs of at least five alike: three points, and one for each module beyond.

    Five alike are four pairs in a row: of each run so many starts are left as it is longer than four.
    """
    long = alike & alike >> 1 & alike >> 2 & alike >> 3
    runs = long & ~(long << 1)
    return long.bit_count() + runs.bit_count() * (_RUN_POINTS - 1)


def _like_finder(modules: int, side: int) -> int:
    """Judge what a scanner could take for a finder: 1:1:3:1:1 with four light modules before or behind."""
    found = _starts(side, side - len(_FINDER) + 1)
    for place, dark in enumerate(_FINDER):
        found &= modules >> place if dark else ~(modules >> place)
    dark_before = modules << 1 | modules << 2 | modules << 3 | modules << 4
    behind = modules >> len(_FINDER)
    dark_behind = behind | behind >> 1 | behind >> 2 | behind >> 3
    found &= ~(dark_before & dark_behind)
    count = 0
    while found:
        count += 1
        first = found & -found
        for place in _WITHIN:
            found &= ~(first << place)
        found ^= first
    return count * _FINDER_POINTS


@lru_cache(maxsize=32)
def _starts(side: int, places: int) -> int:
    """Give the first so many places of every line."""
    return _laid_out([bytes([1] * places + [0] * (side - places))] * side)
