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
class Space(Block):
    """Free space, mm."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage(Block):
    """What follows begins on a page of its own."""


def together(*blocks: Block) -> Together:
    """Keep blocks on one page."""
    return Together(blocks)


def each_block(blocks: Iterable[Block]) -> Iterable[Block]:
    """Yield blocks one by one, those that are kept together as well."""
    for block in blocks:
        if isinstance(block, Together):
            yield from each_block(block.blocks)
        else:
            yield block
