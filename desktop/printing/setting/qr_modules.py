"""The modules of a QR code under the first mask.

The library sets each module of each code by itself. Where the bits of a message go is the same in all codes
of a version: that is asked once, and each message laid out at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

import segno
from segno import QRCode, consts, encoder

from desktop.printing.setting.qr_correction import correctable
from desktop.printing.setting.qr_square import DIGITS, GAP, Square, square_of

LEVEL = "m"

_LEVEL = consts.ERROR_LEVEL_M
_CAPACITY: Any = consts.SYMBOL_CAPACITY
_BLOCKS: Any = consts.ECC
_MARK = 9
_BYTE = 256


Bits = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a version has the bits of a message, by rows and by columns, and its modules without any bit."""

    rows: Bits
    columns: Bits
    unset: Square


def modules(text: str) -> tuple[int, int, Square]:
    """Encode a text at error correction level M under mask 0.

    Returns:
        The version, the side in modules, and the modules.

    Raises:
        segno.DataOverflowError: no code holds so long a text.

    Source: ISO/IEC 18004:2015, 7.4 to 7.7.
    """
    segments = encoder.prepare_data(text, None, None)
    version: int = encoder.find_version(segments, _LEVEL, eci=False, micro=False)
    places = _places(version)
    laid = _laid(places.rows, places.columns, _message(segments, version))
    return version, encoder.calc_matrix_size(version), laid.changed(places.unset)


def under_mask(mask: int, text: str, version: int | None = None) -> QRCode:
    """Encode a text with the library's own calls alone."""
    return segno.make(text, error=LEVEL, version=version, mask=mask, micro=False, boost_error=False)


def _message(segments: encoder.Segments, version: int) -> str:
    """Give the bits of a message with those that correct errors."""
    bits = encoder.Buffer()
    for segment in segments:
        encoder.write_segment(bits, segment, None, encoder.version_range(version), eci=False)
    capacity = _CAPACITY[version][_LEVEL]
    encoder.write_terminator(bits, capacity, None, len(bits))
    encoder.write_padding_bits(bits, version, len(bits))
    encoder.write_pad_codewords(bits, version, capacity, len(bits))
    data = int(bits.getbits()[:capacity].translate(DIGITS), 2).to_bytes(capacity // 8)
    codewords = correctable(data, _BLOCKS[version][_LEVEL])
    return f"{int.from_bytes(codewords):0{8 * len(codewords)}b}"


@lru_cache(maxsize=8)
def _places(version: int) -> _Places:
    text = "0"
    message = _message(encoder.prepare_data(text, None, None), version)
    order = _order(version, len(message))
    rows, columns = (_getter(lines, len(message)) for lines in (order, list(zip(*order, strict=True))))
    known = square_of(under_mask(0, text, version).matrix)
    return _Places(rows, columns, known.changed(_laid(rows, columns, message)))


def _order(version: int, length: int) -> list[list[int | None]]:
    """Give for each module the number of the bit that goes there, None where none does."""
    # The library places bytes: the numbers go there in two parts, and a mark wherever one goes.
    low, high, marked = (
        _placed(version, bytes(part))
        for part in (
            (number % _BYTE for number in range(length)),
            (number // _BYTE for number in range(length)),
            [_MARK] * length,
        )
    )
    return [
        [one + _BYTE * other if mark == _MARK else None for one, other, mark in zip(*lines, strict=True)]
        for lines in zip(low, high, marked, strict=True)
    ]


def _placed(version: int, codewords: bytes) -> tuple[bytearray, ...]:
    side = encoder.calc_matrix_size(version)
    matrix: tuple[bytearray, ...] = encoder.make_matrix(side, side)
    encoder.add_finder_patterns(matrix, side, side)
    encoder.add_alignment_patterns(matrix, side, side)
    encoder.add_codewords(matrix, codewords, version)
    return matrix


def _getter(order: Sequence[Sequence[int | None]], light: int) -> Bits:
    """Take bits in the order of modules, the last first, and the light bit behind them for all others."""
    gap = [None] * GAP
    places = [place for line in order for place in (*line, *gap)]
    return itemgetter(*(light if place is None else place for place in reversed(places)))


def _laid(rows: Bits, columns: Bits, message: str) -> Square:
    bits = f"{message}0"
    return Square(int("".join(rows(bits)), 2), int("".join(columns(bits)), 2))
