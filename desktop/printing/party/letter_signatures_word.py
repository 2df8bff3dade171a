"""Signatures of upright Party papers in Word: tables without rules, a row of exact height for the pen."""

from __future__ import annotations

from docx.table import Table, _Cell

from desktop.printing.party.letter_signatures import (
    HINT_SIZE,
    LIST_SIZE,
    RECIPIENTS,
    SIZE,
    PartySignatures,
    PartySigning,
    SignedAndFiled,
)
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed
from desktop.printing.word.table import cells_of, set_height

_PITCH = 5.8
_LIST = Type(SERIF, LIST_SIZE, 4.9)
# Points over the heads.
_ABOVE = 12.0
_LEADER = 0.8


def write_party_signatures(block: PartySignatures, body: Body) -> None:
    """Write places to sign beside each other; one alone stands at the right."""
    places: list[PartySigning | None] = [*block.signings]
    if len(places) == 1:
        places.insert(0, None)

    rows = max(signing.rows for signing in block.signings)

    def fill(table: Table) -> None:
        for cell, signing in zip(cells_of(table.rows[0], table), places, strict=True):
            _write_head(cell, signing, block.size, rows)
        set_height(table.rows[1], block.free - _PITCH, exact=True)
        for cell, signing in zip(cells_of(table.rows[2], table), places, strict=True):
            _write_name(cell, signing, block.size, block.measure / len(places))

    start = len(body.lines)
    body.table([block.measure / len(places)] * len(places), 3, fill, above=_ABOVE)
    body.keep(start)


def write_signed_and_filed(block: SignedAndFiled, body: Body) -> None:
    """Write the recipients at the left, the signature at the right."""

    def fill(table: Table) -> None:
        cells_of(table.rows[0], table)[0].merge(cells_of(table.rows[2], table)[0])
        left, right = cells_of(table.rows[0], table)
        head = write_line(left, RECIPIENTS, Type(SERIF, SIZE, _PITCH), align="left")
        head.runs[0].underline = True
        colon = head.add_run(":")
        colon.font.size, colon.font.name = head.runs[0].font.size, head.runs[0].font.name
        for line in block.listed:
            write_line(left, line, _LIST, align="left")
        _write_head(right, block.signing, SIZE, block.signing.rows)
        set_height(table.rows[1], block.free - _PITCH, exact=True)
        _write_name(cells_of(table.rows[2], table)[1], block.signing, SIZE, MEASURE / 2)

    start = len(body.lines)
    body.table([MEASURE / 2] * 2, 3, fill, above=_ABOVE)
    body.keep(start)


def _write_head(cell: _Cell, signing: PartySigning | None, size: float, rows: int) -> None:
    if signing is None:
        return
    write_line(cell, signing.authority, Type(BOLD, size, _PITCH))
    if signing.post:
        write_line(cell, signing.post, Type(SERIF, size, _PITCH))
    if signing.hint:
        for _ in range(rows - signing.rows):
            write_line(cell, "", Type(SERIF, size, _PITCH))
        write_line(cell, signing.hint, Type(ITALIC, HINT_SIZE, _PITCH))


def _write_name(cell: _Cell, signing: PartySigning | None, size: float, width: float) -> None:
    if signing is None:
        return
    type_ = Type(BOLD, size, _PITCH)
    if signing.name:
        write_line(cell, signing.name, type_)
        return
    edge = width * (1 - _LEADER) / 2
    write_placed(cell, [Placed(None, edge, width - edge)], type_)
