"""Signature blocks: of counting minutes, of two or more sides, of a paper with its recipients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block

FREE = 25.4
ROOM_FOR_SEAL = 6.0
"""Millimetres of room for a signature."""

SIGN_AND_NAME = "(Ký, ghi rõ họ tên)"
"""The usual hint under the head of a signature."""

RECIPIENTS = "Nơi nhận:"

FRONT_HEAD = "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN"
"""Over the signature of the head of a hamlet's Front board: at 12.5 bold the widest that half a row holds."""

_MEMBERS_BESIDE = 4

Name = str | None
"""A signer's name, or None for a dotted line to write it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """A place to sign.

    Args:
        lines: its head, in capitals.
        name: of the signer, or None for a dotted line.
        beside: who else signs under the same head.
        hint: under the head.
    """

    lines: tuple[str, ...]
    name: Name = None
    beside: tuple[Name, ...] = ()
    hint: str = SIGN_AND_NAME

    @property
    def names(self) -> tuple[Name, ...]:
        """Everybody who signs under the head."""
        return (self.name, *self.beside)


@dataclass(frozen=True, slots=True)
class SignatureRow(Block):
    """Places to sign beside each other, up to four, with so many mm of room between heads and names."""

    signings: tuple[Signing, ...]
    free: float

    @property
    def widths(self) -> list[float]:
        """The part of the measure that each has: half where several sign under one head, else the same."""
        paired = sum(bool(signing.beside) for signing in self.signings)
        if not paired:
            return [1 / len(self.signings)] * len(self.signings)
        alone = (1 - paired / 2) / max(1, len(self.signings) - paired)
        return [0.5 if signing.beside else alone for signing in self.signings]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingSignatures(Block):
    """Signatures of counting minutes; as :func:`counting_signatures` is told."""

    witness_head: tuple[str, ...]
    witnesses: tuple[Name, ...]
    head_role: str
    head: Name
    members: tuple[Name, ...]
    signing: tuple[str, str]

    @property
    def member_rows(self) -> list[tuple[Name, ...]]:
        """The members as they stand, four to a row."""
        return [
            self.members[start : start + _MEMBERS_BESIDE]
            for start in range(0, len(self.members), _MEMBERS_BESIDE)
        ]


@dataclass(frozen=True, slots=True)
class SignedAndSent(Block):
    """The signature of a paper that bears a seal, and its recipients.

    Args:
        head: lines over the signature.
        name: of the signer.
        recipients: at the left.
        free: room for signature and seal, from the last line of the head to the name, mm.
    """

    head: tuple[str, ...]
    name: Name
    recipients: tuple[str, ...]
    free: float = FREE + ROOM_FOR_SEAL


def counting_signatures(
    *,
    witness_head: Sequence[str],
    witnesses: Sequence[Name],
    head_role: str,
    head: Name,
    members: Sequence[Name],
    signing: tuple[str, str],
) -> CountingSignatures:
    """Set the signatures of the witnesses, the head of those who counted and its members.

    Args:
        witness_head: lines over the two witnesses.
        witnesses: two names.
        head_role: what the head is called, such as ``Tổ trưởng``.
        head: name of the head.
        members: names of the others, four to a row.
        signing: for whom the head signs, such as ``TM. BAN KIỂM PHIẾU``, and what stands over the members.

    Source: forms 02 and 04 of Decree 59/2023/NĐ-CP; paper.md §4.
    """
    return CountingSignatures(
        witness_head=tuple(witness_head),
        witnesses=tuple(witnesses),
        head_role=head_role,
        head=head,
        members=tuple(members),
        signing=signing,
    )


def signature_row(signings: Sequence[Signing], *, free: float = FREE) -> SignatureRow:
    """Set places to sign beside each other, up to four.

    Args:
        signings: from left to right.
        free: room for the signature, from the last line of the highest head to the names, mm.
    """
    return SignatureRow(tuple(signings), free)


def signed_and_sent(head: Sequence[str], name: Name, recipients: Sequence[str] = ()) -> SignedAndSent:
    """Set the signature at the right of a paper that bears a seal, its recipients at the left.

    Args:
        head: lines over the signature, in capitals.
        name: of the signer, or None for a dotted line.
        recipients: such as ``Lưu: VT``; without any the left stays empty.

    Source: Decree 30/2020/NĐ-CP, annex I; paper.md §5.
    """
    return SignedAndSent(tuple(head), name, tuple(recipients))
