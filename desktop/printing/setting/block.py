"""Pieces of a text paper as plain values: each kind of file, PDF or Word, sets them its own way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a paper, in the order in which it is read."""


@dataclass(frozen=True, slots=True)
class Together(Block):
    """Blocks that are never parted by the end of a page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Closing(Block):
    """The last text of a paper, which the end of a page may part, and what its last lines stay with.

    Args:
        text: the last.
        kept: such as the signature, which never stands on a page without words of the paper.
    """

    text: Block
    kept: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Space(Block):
    """Free space, mm."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage(Block):
    """What follows begins on a page of its own."""


def together(*blocks: Block) -> Together:
    """Keep blocks on one page."""
    return Together(blocks)


def closing(text: Block, *kept: Block) -> Closing:
    """Keep blocks on one page with the last lines of the text before them."""
    return Closing(text, kept)


def each_block(blocks: Iterable[Block]) -> Iterable[Block]:
    """Yield blocks one by one, those that are kept together as well."""
    for block in blocks:
        if isinstance(block, Together):
            yield from each_block(block.blocks)
        elif isinstance(block, Closing):
            yield from each_block((block.text, *block.kept))
        else:
            yield block
