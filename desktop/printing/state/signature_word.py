"""Signature blocks in Word: tables without rules, with a row of exact height for the pen."""

from __future__ import annotations

from collections.abc import Sequence

from docx.table import Table, _Cell

from desktop.printing.setting.faces import BOLD, BOLD_ITALIC, ITALIC, SERIF
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.state.signatures import (
    FREE,
    RECIPIENTS,
    SIGN_AND_NAME,
    CountingSignatures,
    Name,
    SignatureRow,
    SignedAndSent,
)
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed
from desktop.printing.word.table import cells_of, set_height

_HEAD = Type(BOLD, 12.5, 5.4)
_HINT = Type(ITALIC, 11.5, 5.4)
_NAME = Type(BOLD, 13, 5.6)
_RECIPIENTS_HEAD = Type(BOLD_ITALIC, 12, 5.0)
_RECIPIENT = Type(SERIF, 11, 4.6)
# Points over the heads.
_ABOVE = 12.0
_LEADER = 0.92


def write_signature_row(block: SignatureRow, body: Body) -> None:
    """Write places to sign beside each other."""
    names = [name for signing in block.signings for name in signing.names]
    widths = [
        MEASURE * width / len(signing.names)
        for signing, width in zip(block.signings, block.widths, strict=True)
        for _ in signing.names
    ]

    def fill(table: Table) -> None:
        heads = cells_of(table.rows[0], table)
        at = 0
        for signing in block.signings:
            last = at + len(signing.beside)
            cell = heads[at].merge(heads[last]) if signing.beside else heads[at]
            _write_head(cell, signing.lines, signing.hint)
            at = last + 1
        _write_names(table, 1, names, block.free)

    start = len(body.lines)
    body.table(widths, 3, fill, above=_ABOVE)
    body.keep(start)


def write_counting_signatures(block: CountingSignatures, body: Body) -> None:
    """Write the signatures of counting minutes: witnesses and head of the committee, under them its members.

    Source: form 02 of Decree 59/2023/NĐ-CP; paper.md §4.
    """
    start = len(body.lines)
    witnesses = len(block.witnesses)

    def fill(table: Table) -> None:
        cells = cells_of(table.rows[0], table)
        cells[0].merge(cells[witnesses - 1])
        first, last = cells_of(table.rows[0], table)
        _write_head(first, block.witness_head)
        _write_head(last, (block.signing[0], block.head_role.upper()))
        _write_names(table, 1, [*block.witnesses, block.head], FREE)

    body.table([*[MEASURE / 2 / witnesses] * witnesses, MEASURE / 2], 3, fill, above=_ABOVE)
    for row, names in enumerate(block.member_rows):
        if not row:
            body.line(lambda document: write_line(document, block.signing[1], _HEAD), above=24)
            body.line(lambda document: write_line(document, SIGN_AND_NAME, _HINT))
        width = MEASURE / len(names)
        body.table(
            [width] * len(names),
            2,
            lambda table, names=names: _write_names(table, 0, names, FREE),  # type: ignore[misc]  # a default binds the names
        )
    body.keep(start)


def write_signed_and_sent(block: SignedAndSent, body: Body) -> None:
    """Write the recipients at the left, the signature at the right, with no hint where the seal goes.

    Source: Decree 30/2020/NĐ-CP, annex I; paper.md §5.
    """

    def fill(table: Table) -> None:
        cells_of(table.rows[0], table)[0].merge(cells_of(table.rows[2], table)[0])
        left, right = cells_of(table.rows[0], table)
        _write_recipients(left, block.recipients)
        for line in block.head:
            write_line(right, line, _HEAD)
        set_height(table.rows[1], block.free - _NAME.pitch, exact=True)
        _write_name(cells_of(table.rows[2], table)[1], block.name, MEASURE / 2)

    start = len(body.lines)
    body.table([MEASURE / 2] * 2, 3, fill, above=_ABOVE)
    body.keep(start)


def _write_head(cell: _Cell, lines: Sequence[str], hint: str = SIGN_AND_NAME) -> None:
    for line in lines:
        write_line(cell, line, _HEAD)
    write_line(cell, hint, _HINT)


def _write_names(table: Table, first: int, names: Sequence[Name], free: float) -> None:
    """Leave a row for the pen, and write the names into the one under it."""
    pen, named = table.rows[first], table.rows[first + 1]
    set_height(pen, free - _NAME.pitch, exact=True)
    for cell, name in zip(cells_of(named, table), names, strict=True):
        width = cell.width.mm if cell.width is not None else MEASURE
        _write_name(cell, name, width)


def _write_name(cell: _Cell, name: Name, width: float) -> None:
    if name:
        write_line(cell, name, _NAME)
        return
    edge = width * (1 - _LEADER) / 2
    write_placed(cell, [Placed(None, edge, width - edge)], _NAME)


def _write_recipients(cell: _Cell, recipients: Sequence[str]) -> None:
    if not recipients:
        return
    write_line(cell, RECIPIENTS, _RECIPIENTS_HEAD, align="left")
    for recipient in recipients:
        write_line(cell, f"- {recipient}", _RECIPIENT, align="left")
