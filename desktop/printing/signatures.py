"""Signature blocks of counting minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.faces import BOLD, ITALIC
from desktop.printing.page import MEASURE
from desktop.printing.pen import Drawn, Pen, width_mm
from desktop.printing.wording import balanced

_HINT = "(Ký, ghi rõ họ tên)"
_FIRST_BASELINE = 7.2
_HEAD_PITCH = 5.4
_FREE = 25.4
_NAME_PITCH = 5.6
_CENTRES = {1: (0.5,), 2: (0.25, 0.75), 3: (1 / 6, 0.5, 5 / 6), 4: (0.12, 0.375, 0.63, 0.88)}
_WITNESS_CENTRES = (0.12, 0.38)

Name = str | None
"""A signer's name, or None for a dotted line to write it on."""


@dataclass(frozen=True, slots=True)
class _Signer:
    lines: tuple[str, ...]
    centre: float
    width: float


def counting_signatures(
    *,
    witness_head: Sequence[str],
    witnesses: Sequence[Name],
    head_role: str,
    head: Name,
    members: Sequence[Name],
) -> Drawn:
    """Set the signatures of the witnesses, the head of the counting committee and its members.

    Args:
        witness_head: lines over the two witnesses.
        witnesses: two names.
        head_role: what the head of the committee is called, such as ``Tổ trưởng``.
        head: name of the head.
        members: names of the others, four to a row.

    Source: form 02 of Decree 59/2023/NĐ-CP; paper.md §4.
    """
    rows = [members[start : start + 4] for start in range(0, len(members), 4)]
    front = [
        *(_signer(name, centre, 0.24) for name, centre in zip(witnesses, _WITNESS_CENTRES, strict=False)),
        _signer(head, 0.75, 0.34),
    ]
    first_names = _FIRST_BASELINE + _HEAD_PITCH * 2 + _FREE
    end = first_names + _extra(front)
    second_head = end + 15.5
    row_baselines = []
    placed = []
    for index, names in enumerate(rows):
        start = second_head + _HEAD_PITCH if index == 0 else end + _NAME_PITCH
        signers = [
            _signer(name, centre, 0.24 if len(names) == 4 else 0.32)
            for name, centre in zip(names, _CENTRES[len(names)], strict=True)
        ]
        row_baselines.append(start + _FREE)
        placed.append(signers)
        end = start + _FREE + _extra(signers)

    def drawing(pen: Pen) -> None:
        _draw_head(pen, MEASURE / 4, _FIRST_BASELINE, witness_head)
        _draw_head(pen, MEASURE * 3 / 4, _FIRST_BASELINE, ("TM. BAN KIỂM PHIẾU", head_role.upper()))
        _draw_signers(pen, front, first_names)
        if rows:
            _draw_head(pen, MEASURE / 2, second_head, ("CÁC THÀNH VIÊN BAN KIỂM PHIẾU",))
        for signers, baseline in zip(placed, row_baselines, strict=True):
            _draw_signers(pen, signers, baseline)

    return Drawn(MEASURE, end + 2.5, drawing)


def _signer(name: Name, centre: float, slot: float) -> _Signer:
    width = slot * MEASURE
    lines = balanced(name, width, lambda text: width_mm(text, BOLD, 13)) if name else []
    return _Signer(tuple(lines), centre * MEASURE, width)


def _extra(signers: Sequence[_Signer]) -> float:
    return (max([1, *(len(signer.lines) for signer in signers)]) - 1) * _NAME_PITCH


def _draw_head(pen: Pen, centre: float, baseline: float, lines: Sequence[str]) -> None:
    for row, line in enumerate(lines):
        pen.centred(centre, baseline + row * _HEAD_PITCH, line, BOLD, 12.5)
    pen.centred(centre, baseline + len(lines) * _HEAD_PITCH, _HINT, ITALIC, 11.5)


def _draw_signers(pen: Pen, signers: Sequence[_Signer], baseline: float) -> None:
    for signer in signers:
        for row, line in enumerate(signer.lines):
            pen.centred(signer.centre, baseline + row * _NAME_PITCH, line, BOLD, 13)
        if not signer.lines:
            half = signer.width * 0.46
            pen.dots(signer.centre - half, signer.centre + half, baseline)
