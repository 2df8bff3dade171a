"""Signatures of upright Party papers: for whom, in which post, the name; recipients at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.sheets import MEASURE

FREE = 25.0
"""Millimetres of room for a signature; at least 20 where a paper must stay on one page."""

RECIPIENTS = "Nơi nhận"
SIZE = 14.0
LIST_SIZE = 12.0
SMALL_SIZE = 13.0
HINT_SIZE = 11.5

CENTRES = {1: (0.75,), 2: (0.25, 0.75), 3: (1 / 6, 0.5, 5 / 6)}
"""Middles of the places to sign, in parts of the measure, by how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySigning:
    """A place to sign.

    Args:
        authority: for whom, such as ``T/M CHI ỦY``, in bold.
        post: such as ``BÍ THƯ``, in regular type; empty for none.
        hint: in italics under them, such as whose side it is.
        name: of the signer, or None for a dotted line.
    """

    authority: str
    post: str = ""
    hint: str = ""
    name: str | None = None

    @property
    def rows(self) -> int:
        """Lines over the room for the signature."""
        return 1 + bool(self.post) + bool(self.hint)


@dataclass(frozen=True, slots=True)
class PartySignatures(Block):
    """Places to sign beside each other, up to three, with so many mm of room, on a measure in mm."""

    signings: tuple[PartySigning, ...]
    free: float
    measure: float

    @property
    def size(self) -> float:
        """Points of heads and names: three beside each other are set a little smaller."""
        return SMALL_SIZE if len(self.signings) == max(CENTRES) else SIZE


@dataclass(frozen=True, slots=True)
class SignedAndFiled(Block):
    """The signature of a paper at the right, and its recipients at the left, the last of them the file."""

    signing: PartySigning
    recipients: tuple[str, ...]
    free: float

    @property
    def listed(self) -> list[str]:
        """The recipients as they are printed: commas, a full stop after the last."""
        last = len(self.recipients)
        return [f"- {one}{'.' if row == last else ','}" for row, one in enumerate(self.recipients, 1)]


def party_signatures(
    signings: Sequence[PartySigning], *, free: float = FREE, measure: float = MEASURE
) -> PartySignatures:
    """Set places to sign beside each other, from left to right; a sheet across has a measure of its own."""
    return PartySignatures(tuple(signings), free, measure)


def signed_and_filed(
    signing: PartySigning, recipients: Sequence[str], *, free: float = FREE
) -> SignedAndFiled:
    """Set the signature of a paper that is sent.

    Args:
        signing: who signs.
        recipients: such as ``Như trên``, the last one ``Lưu Chi bộ``, without their marks.
        free: room for the signature, mm.

    Source: paper-t2.md §8.
    """
    return SignedAndFiled(signing, tuple(recipients), free)
