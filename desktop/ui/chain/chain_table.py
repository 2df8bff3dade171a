"""The table of the chain: a hamlet a row, a node a column, stuck hamlets first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.chain.views import ChainRow, Node
from desktop.ui.chain.words import name_of, node_heading, node_state
from desktop.ui.widgets import style
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_FIRST = 2  # columns before the nodes
_WIDTHS = {
    Node.PLAN: 92,
    Node.HEAD: 80,
    Node.RECOGNITION: 80,
    Node.CONGRESS: 100,
    Node.SECRETARY: 112,
    Node.APPROVAL: 96,
}


class ChainTable(Table):
    """Hamlets and how far each of their nodes is.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        columns = (
            Column(tr("Chain", "Thôn, khu phố"), lambda row: row.chain.name, weight="medium", width=102),
            Column(tr("Chain", "Nhân sự"), name_of),
            *map(_node, Node),
        )
        super().__init__(columns, parent, row_height=style.grown(28), key=lambda row: row.chain.code)
        self.setAccessibleName(tr("Chain", "Các thôn và chuỗi từ Trưởng thôn tới bí thư"))
        self.hug()

    def show_rows(self, rows: Sequence[ChainRow]) -> None:
        """Show other rows; the chosen hamlet stays chosen, at first it is the first."""
        self.set_rows(rows)

    def current_row(self) -> ChainRow | None:
        """Return the chosen hamlet."""
        row = self.current()
        return row if isinstance(row, ChainRow) else None

    def node(self) -> Node | None:
        """Return the node of the current column; None on a name."""
        at = self.current_column() - _FIRST
        return tuple(Node)[at] if at >= 0 else None

    def go_to_stuck(self, step: int) -> bool:
        """Go to the next hamlet that is stuck, or with -1 to the one before; False where none is."""
        if not self.walk(lambda row: row.is_stuck, step) or (row := self.current_row()) is None:
            return False
        kinds = (node_state(row, node).kind for node in Node)
        column = next((number for number, kind in enumerate(kinds) if kind in ("wrong", "attention")), 0)
        return self.select(lambda other: other is row, column + _FIRST)


def _node(node: Node) -> Column:
    return Column(
        node_heading(node), lambda _: "", state=lambda row: node_state(row, node), width=_WIDTHS[node]
    )
