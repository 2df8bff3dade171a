"""Signature blocks drawn between the margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop.printing.setting.faces import BOLD, BOLD_ITALIC, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import balanced
from desktop.printing.state.signatures import (
    FREE,
    RECIPIENTS,
    SIGN_AND_NAME,
    CountingSignatures,
    Name,
    SignatureRow,
    SignedAndSent,
)

_FIRST_BASELINE = 7.2
_HEAD_PITCH = 5.4
_NAME_PITCH = 5.6
_CENTRES = {1: (0.5,), 2: (0.25, 0.75), 3: (1 / 6, 0.5, 5 / 6), 4: (0.12, 0.375, 0.63, 0.88)}
_WITNESS_CENTRES = (0.12, 0.38)

_RECIPIENT_SIZE = 11.0
_RECIPIENT_PITCH = 4.6
_RECIPIENT_ROOM = 72.0


@dataclass(frozen=True, slots=True)
class _Signer:
    lines: tuple[str, ...]
    centre: float
    width: float


def set_counting_signatures(block: CountingSignatures) -> Drawn:
    """Set the signatures of counting minutes.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: form 02 of Decree 59/2023/NĐ-CP; paper.md §4.
    """
    front = [
        *(
            _signer(name, centre, 0.24)
            for name, centre in zip(block.witnesses, _WITNESS_CENTRES, strict=False)
        ),
        _signer(block.head, 0.75, 0.34),
    ]
    first_names = _FIRST_BASELINE + _HEAD_PITCH * 2 + FREE
    end = first_names + _extra(front)
    second_head = end + 15.5
    row_baselines = []
    placed = []
    for index, names in enumerate(block.member_rows):
        start = second_head + _HEAD_PITCH if index == 0 else end + _NAME_PITCH
        signers = [
            _signer(name, centre, 0.24 if len(names) == 4 else 0.32)
            for name, centre in zip(names, _CENTRES[len(names)], strict=True)
        ]
        row_baselines.append(start + FREE)
        placed.append(signers)
        end = start + FREE + _extra(signers)

    def drawing(pen: Pen) -> None:
        _draw_head(pen, MEASURE / 4, _FIRST_BASELINE, block.witness_head)
        _draw_head(pen, MEASURE * 3 / 4, _FIRST_BASELINE, (block.signing[0], block.head_role.upper()))
        _draw_signers(pen, front, first_names)
        if placed:
            _draw_head(pen, MEASURE / 2, second_head, (block.signing[1],))
        for signers, baseline in zip(placed, row_baselines, strict=True):
            _draw_signers(pen, signers, baseline)

    return Drawn(MEASURE, end + 2.5, drawing)


def set_signature_row(block: SignatureRow) -> Drawn:
    """Set places to sign beside each other.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    signings = block.signings
    centres = _head_centres(block)
    signers = list(_row_signers(block, centres))
    rows = max(len(signing.lines) for signing in signings)
    names = _FIRST_BASELINE + rows * _HEAD_PITCH + block.free

    def drawing(pen: Pen) -> None:
        for signing, centre in zip(signings, centres, strict=True):
            _draw_head(pen, centre * MEASURE, _FIRST_BASELINE, signing.lines, signing.hint)
        _draw_signers(pen, signers, names)

    return Drawn(MEASURE, names + _extra(signers) + 2.5, drawing)


def _head_centres(block: SignatureRow) -> tuple[float, ...]:
    """Give the middles of the heads, in parts of the measure."""
    if not any(signing.beside for signing in block.signings):
        return _CENTRES[len(block.signings)]
    starts = accumulate(block.widths, initial=0.0)
    return tuple(start + width / 2 for start, width in zip(starts, block.widths, strict=False))


def _row_signers(block: SignatureRow, centres: Sequence[float]) -> Iterator[_Signer]:
    for signing, centre, width in zip(block.signings, centres, block.widths, strict=True):
        slot = 0.24 if width == 0.25 or signing.beside else min(0.46, 0.92 * width)
        # Those who sign beside each other stand a little nearer than the halves of their head's room.
        places = (centre - 0.13, centre + 0.13) if signing.beside else (centre,)
        for name, place in zip(signing.names, places, strict=True):
            yield _signer(name, place, slot)


def set_signed_and_sent(block: SignedAndSent) -> Drawn:
    """Set the signature at the right, the recipients at the left.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: Decree 30/2020/NĐ-CP, annex I; paper.md §5.
    """
    signer = _signer(block.name, 0.75, 0.46)
    names = _FIRST_BASELINE + (len(block.head) - 1) * _HEAD_PITCH + block.free
    sent = [
        (line, "" if row else "- ")
        for recipient in block.recipients
        for row, line in enumerate(
            balanced(recipient, _RECIPIENT_ROOM, lambda text: width_mm(f"- {text}", SERIF, _RECIPIENT_SIZE))
        )
    ]

    def drawing(pen: Pen) -> None:
        if sent:
            pen.text(0, _FIRST_BASELINE, RECIPIENTS, BOLD_ITALIC, 12)
        for row, (line, dash) in enumerate(sent):
            y = _FIRST_BASELINE + 5 + row * _RECIPIENT_PITCH
            indent = 0 if dash else width_mm("- ", SERIF, _RECIPIENT_SIZE)
            pen.text(indent, y, f"{dash}{line}", SERIF, _RECIPIENT_SIZE)
        # No hint stands where the seal goes.
        _draw_head(pen, signer.centre, _FIRST_BASELINE, block.head, hint="")
        _draw_signers(pen, [signer], names)

    left = _FIRST_BASELINE + 5 + len(sent) * _RECIPIENT_PITCH
    return Drawn(MEASURE, max(names + _extra([signer]) + 2.5, left), drawing)


def _signer(name: Name, centre: float, slot: float) -> _Signer:
    width = slot * MEASURE
    lines = balanced(name, width, lambda text: width_mm(text, BOLD, 13)) if name else []
    return _Signer(tuple(lines), centre * MEASURE, width)


def _extra(signers: Sequence[_Signer]) -> float:
    return (max([1, *(len(signer.lines) for signer in signers)]) - 1) * _NAME_PITCH


def _draw_head(
    pen: Pen, centre: float, baseline: float, lines: Sequence[str], hint: str = SIGN_AND_NAME
) -> None:
    for row, line in enumerate(lines):
        pen.centred(centre, baseline + row * _HEAD_PITCH, line, BOLD, 12.5)
    pen.centred(centre, baseline + len(lines) * _HEAD_PITCH, hint, ITALIC, 11.5)


def _draw_signers(pen: Pen, signers: Sequence[_Signer], baseline: float) -> None:
    for signer in signers:
        for row, line in enumerate(signer.lines):
            pen.centred(signer.centre, baseline + row * _NAME_PITCH, line, BOLD, 13)
        if not signer.lines:
            half = signer.width * 0.46
            pen.dots(signer.centre - half, signer.centre + half, baseline)
