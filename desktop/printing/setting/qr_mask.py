"""The mask of a QR code, chosen by the penalties of the standard, counted on whole squares at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from desktop.printing.setting.qr_modules import modules, under_mask
from desktop.printing.setting.qr_square import GAP, Square, laid_out, square_of

_MASKS = range(8)

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
class _Version:
    """What all codes of one version share: by mask the modules that differ from mask 0, and those judged."""

    changes: tuple[Square, ...]
    judged_changes: tuple[Square, ...]
    judged: int


def masked(text: str) -> list[str]:
    """Encode a text at error correction level M under the mask with the least penalty.

    Returns:
        The rows of modules, ``1`` for dark.

    Raises:
        segno.DataOverflowError: no code holds so long a text.

    Source: ISO/IEC 18004:2015, 7.8.3.1.
    """
    number, side, square = modules(text)
    version = _version(number)
    judged = square.within(version.judged)
    penalties = [_penalty(judged.changed(change), side) for change in version.judged_changes]
    best = square.changed(version.changes[penalties.index(min(penalties))])
    digits = f"{best.rows:0{side * (side + GAP)}b}"[::-1]
    return [digits[start : start + side] for start in range(0, len(digits), side + GAP)]


@lru_cache(maxsize=8)
def _version(version: int) -> _Version:
    plain, *others = (under_mask(mask, "0", version) for mask in _MASKS)
    first = square_of(plain.matrix)
    judged = _judged(len(plain.matrix))
    changes = tuple(first.changed(square_of(code.matrix)) for code in (plain, *others))
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
    return laid_out(lines)


def _penalty(square: Square, side: int) -> int:
    pitch = side + GAP
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
    return laid_out([bytes([1] * places + [0] * (side - places))] * side)
