"""The codewords of a QR code by which a scanner corrects what it misread.

The library divides a message by the generator polynomial term by term. What each leading byte leaves is the
same in all codes with as many correcting codewords: worked out once, it makes of a division a look-up a byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, zip_longest
from typing import Any, Protocol

from segno import consts

_BYTE = 8
_EXPONENTS: Any = consts.GALIOS_EXP
_LOGARITHMS: Any = consts.GALIOS_LOG
_GENERATORS: Any = consts.GEN_POLY


class Blocks(Protocol):
    """Blocks of one length in a version: how many, and how many codewords each has in all and of data."""

    num_blocks: int
    num_total: int
    num_data: int


def correctable(data: bytes, kinds: Iterable[Blocks]) -> bytes:
    """Give codewords of data with those that correct them, the blocks interleaved.

    Source: ISO/IEC 18004:2015, 7.5 and 7.6.
    """
    words = iter(data)
    blocks, corrections = [], []
    for kind in kinds:
        for _ in range(kind.num_blocks):
            block = bytes(islice(words, kind.num_data))
            blocks.append(block)
            corrections.append(_correction(block, kind.num_total - kind.num_data))
    return bytes(
        word
        for part in (blocks, corrections)
        for turn in zip_longest(*part)
        for word in turn
        if word is not None
    )


def _correction(block: bytes, count: int) -> bytes:
    """Give what a block leaves when it is divided by the generator polynomial of so many codewords."""
    left = _left_by(count)
    behind = _BYTE * (count - 1)
    others = (1 << behind) - 1
    rest = 0
    for word in block:
        rest = (rest & others) << _BYTE ^ left[rest >> behind ^ word]
    return rest.to_bytes(count)


@lru_cache(maxsize=8)
def _left_by(count: int) -> list[int]:
    """Give by leading byte what it leaves."""
    generator = _GENERATORS[count]
    return [0] + [
        int.from_bytes(_EXPONENTS[_LOGARITHMS[byte] + factor] for factor in generator)
        for byte in range(1, 1 << _BYTE)
    ]
