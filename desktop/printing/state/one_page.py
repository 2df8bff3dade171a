"""Papers of one page that need a little more: set closer, with less free room for the signature.

Source: paper-t2.md §12, the remedies in their order.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.printing.setting.block import Block, Closing, Together
from desktop.printing.setting.paragraphs import LETTER_SIZE, Text
from desktop.printing.state.signatures import SignedAndSent

_LEADING = 18.0
_FREE = 20.0


def set_closer(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the same blocks with text on 18 points and 20 mm for the signature; smaller type stays."""
    return tuple(map(_closer, blocks))


def _closer(block: Block) -> Block:
    if isinstance(block, Together):
        return Together(set_closer(block.blocks))
    if isinstance(block, Closing):
        return Closing(_closer(block.text), set_closer(block.kept))
    if isinstance(block, Text) and block.style.size == LETTER_SIZE:
        return replace(block, leading=min(block.style.leading, _LEADING))
    if isinstance(block, SignedAndSent):
        return replace(block, free=_FREE)
    return block
