"""The modules of a QR code under the first mask.

The library sets each module of each code by itself. Where the bits of a message go is the same in all codes
of a version: that is asked once, and each message laid out at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

import segno
from segno import QRCode, consts, encoder

from desktop.printing.setting.qr_square import GAP, Square, number_of, square_of

LEVEL = "m"

_LEVEL = consts.ERROR_LEVEL_M
_CAPACITY: Any = consts.SYMBOL_CAPACITY
_FREE = 2
_BYTE = 256


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a version has the bits of a message, by rows and by columns, and its modules without any bit."""

    rows: Callable[[bytes], tuple[int, ...]]
    columns: Callable[[bytes], tuple[int, ...]]
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


def _message(segments: encoder.Segments, version: int) -> bytes:
    """Give the bits of a message with those that correct errors, each a byte."""
    bits = encoder.Buffer()
    for segment in segments:
        encoder.write_segment(bits, segment, None, encoder.version_range(version), eci=False)
    capacity = _CAPACITY[version][_LEVEL]
    encoder.write_terminator(bits, capacity, None, len(bits))
    encoder.write_padding_bits(bits, version, len(bits))
    encoder.write_pad_codewords(bits, version, capacity, len(bits))
    return bytes(encoder.make_final_message(version, _LEVEL, bits).getbits())


@lru_cache(maxsize=8)
def _places(version: int) -> _Places:
    text = "0"
    message = _message(encoder.prepare_data(text, None, None), version)
    order = _order(version, len(message))
    # Behind the message stands one light bit, for all modules that no bit of it goes to.
    rows, columns = (_getter(lines, len(message)) for lines in (order, list(zip(*order, strict=True))))
    known = square_of(under_mask(0, text, version).matrix)
    return _Places(rows, columns, known.changed(_laid(rows, columns, message)))


def _order(version: int, length: int) -> list[list[int | None]]:
    """Give for each module the number of the bit that goes there."""
    side = encoder.calc_matrix_size(version)
    halves = []
    # The library places bytes: the numbers go there in two parts.
    for part in (
        bytes(number % _BYTE for number in range(length)),
        bytes(number // _BYTE for number in range(length)),
    ):
        matrix = encoder.make_matrix(side, side)
        encoder.add_finder_patterns(matrix, side, side)
        encoder.add_alignment_patterns(matrix, side, side)
        free = [[module == _FREE for module in row] for row in matrix]
        encoder.add_codewords(matrix, part, version)
        halves.append(matrix)
    return [
        [low + _BYTE * high if is_free else None for low, high, is_free in zip(*three, strict=True)]
        for three in zip(*halves, free, strict=True)
    ]


def _getter(order: Sequence[Sequence[int | None]], light: int) -> Callable[[bytes], tuple[int, ...]]:
    gap = [None] * GAP
    places = chain.from_iterable([*line, *gap] for line in order)
    return itemgetter(*(light if place is None else place for place in places))


def _laid(
    rows: Callable[[bytes], tuple[int, ...]], columns: Callable[[bytes], tuple[int, ...]], message: bytes
) -> Square:
    bits = message + b"\0"
    return Square(number_of(bytes(rows(bits))), number_of(bytes(columns(bits))))
