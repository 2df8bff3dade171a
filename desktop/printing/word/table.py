"""Tables of fixed widths: with rules or without, no row parted by the end of a page; lengths in mm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from desktop.printing.word.line import border

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def new_table(
    container: Document | _Footer,
    widths: Sequence[float],
    rows: int,
    *,
    padding: tuple[float, float] = (0, 0),
) -> Table:
    """Add a table without rules, whose columns keep their widths.

    Args:
        container: where to add it.
        widths: of the columns.
        rows: how many.
        padding: of its cells, at the sides, and above and below.
    """
    total = Mm(sum(widths))
    table: Table
    if isinstance(container, Document):
        table = container.add_table(rows, len(widths))
    else:
        table = container.add_table(rows, len(widths), total)
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001 - the library has no call for the width of a table
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(total.twips))
    _pad(table, *padding)
    for column, one in zip(table.columns, widths, strict=True):
        column.width = Mm(one)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - nor for its rows
        for cell, one in zip(cells_of(row, table), widths, strict=True):
            cell.width = Mm(one)
    return table


def cells_of(row: _Row, table: Table) -> list[_Cell]:
    """Give the cells of a row; the library's own way goes through the whole table for each."""
    return [_Cell(tc, table) for tc in row._tr.tc_lst]  # noqa: SLF001 - as told


def add_rules(table: Table, *edges: str, weight: str | None = None, colour: str = "000000") -> None:
    """Draw rules along edges of a table, along all of them without any named."""
    borders = OxmlElement("w:tblBorders")
    for edge in edges or _EDGES:
        borders.append(border(edge, weight, colour) if weight else border(edge))
    _layout(table).addprevious(borders)


def set_height(row: _Row, height: float, *, exact: bool) -> None:
    """Give a row its height, or what it has at least."""
    row.height = Mm(height)
    row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST


def repeat_head(row: _Row) -> None:
    """Repeat a row at the head of every page that the table goes on."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no call for it


def paragraphs_of(row: _Row, table: Table) -> list[Paragraph]:
    """Give all paragraphs of a row."""
    return [paragraph for cell in cells_of(row, table) for paragraph in cell.paragraphs]


def _pad(table: Table, side: float, above: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for edge, width in (("top", above), ("left", side), ("bottom", above), ("right", side)):
        margin = OxmlElement(f"w:{edge}")
        margin.set(qn("w:w"), str(Mm(width).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    _layout(table).addnext(margins)


def _layout(table: Table) -> BaseOxmlElement:
    return cast("BaseOxmlElement", table._tbl.tblPr.find(qn("w:tblLayout")))  # noqa: SLF001 - as above
