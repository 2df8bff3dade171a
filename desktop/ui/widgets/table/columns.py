"""A table as a list of columns over frozen rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from desktop.ui.widgets import recency, style
from desktop.ui.widgets.state import State

Weight = Literal["regular", "medium", "semibold"]
Align = Literal["left", "right", "center"]
Index = QModelIndex | QPersistentModelIndex

SIDES: dict[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}

CELL = Qt.ItemDataRole.UserRole
"""The role under which a cell is handed to the delegate."""


class Drawing(Protocol):
    """What a cell shows where words, an icon or a state don't do: a share, a curve, dots.

    A frozen value of what is drawn. The cell's text says the same, for the clipboard and whoever listens.
    """

    def behind(self) -> int:
        """Return the pixels that it takes right of the line under which the column is aligned; 0 for none."""

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        """Draw it inside a cell; ``behind`` is the most that any cell of the column takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the callables are given the row.

    Attributes:
        heading: the word in the header.
        text: what the cell says.
        state: a state. With a word, or where the text is empty, shape and word are drawn instead of the text;
            else it colours the text. A state that wants a person tints the cell unless ``ground`` is False.
        sub: a second line, 12 px.
        was: the value before a change, struck through above the new one; with a corner.
        sort: a key to sort by when the heading is pressed.
        width: pixels; None takes what is left.
        align: of heading and cells; ``right`` sets numbers digit by digit, ``center`` an icon in the middle.
        weight: of the text, or a callable of the row.
        small: the text is 12 px, as in a row whose choice is what counts.
        editable: whether the cell can be typed in, asked of the row.
        icon: Phosphor name of an icon before the text, in the state's colour where there is one.
        sub_mark: icon and colour token of a mark before the second line; amber colours the line too.
        drawing: what is drawn in place of text, icon and state; None leaves the cell to them.
        gives_way: left out where the table is too narrow for it; the last such column first.
    """

    heading: str
    text: Callable[[Any], str]
    state: Callable[[Any], State | None] | None = None
    sub: Callable[[Any], str] | None = None
    was: Callable[[Any], str | None] | None = None
    sort: Callable[[Any], Any] | None = None
    width: int | None = None
    align: Align = "left"
    weight: Weight | Callable[[Any], Weight] = "regular"
    editable: Callable[[Any], bool] | None = None
    ground: bool = True
    icon: Callable[[Any], str | None] | None = None
    sub_mark: Callable[[Any], tuple[str, str] | None] | None = None
    drawing: Callable[[Any], Drawing | None] | None = None
    gives_way: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading among the rows."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What the delegate draws."""

    text: str
    state: State | None = None
    sub: str = ""
    was: str | None = None
    align: Align = "left"
    weight: str = "regular"
    editable: bool = False
    ground: bool = True
    icon: str | None = None
    sub_mark: tuple[str, str] | None = None
    drawing: Drawing | None = None
    behind: int = 0
    small: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    text: str
    moment: int


class Rows(QAbstractTableModel):
    """The model over frozen rows; ``Group`` objects may stand among them.

    Args:
        columns: what is shown of a row.
        key: what stays of a row when the rows come anew, such as the name of a box; its place without one.
    """

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], Hashable] | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._key = key
        self._rows: tuple[Any, ...] = ()
        self._keys: tuple[Hashable, ...] = ()
        # What was typed stands in its cell until rows come that were read after it was kept.
        self._typed: dict[tuple[Hashable, int], _Typed] = {}
        self._behind: dict[tuple[int, float], int] = {}  # by column and size of text

    def set_rows(self, rows: Sequence[Any]) -> bool:
        """Replace the rows whole; True where the table's shape stayed, so that nothing moved."""
        rows = tuple(rows)
        keys = tuple(
            (Group, place) if isinstance(row, Group) else self._key(row) if self._key else place
            for place, row in enumerate(rows)
        )
        same = keys == self._keys
        self._behind.clear()
        self._typed = {place: held for place, held in self._typed.items() if not recency.knows(held.moment)}
        if same and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return True
        self.beginResetModel()
        self._rows, self._keys = rows, keys
        self.endResetModel()
        return False

    def rows(self) -> tuple[Any, ...]:
        """Return all rows in their order."""
        return self._rows

    def row(self, index: int) -> Any:
        """Return one row."""
        return self._rows[index]

    def is_group(self, index: int) -> bool:
        """Tell whether a heading stands there."""
        return isinstance(self._rows[index], Group)

    def key(self, index: int) -> Hashable:
        """Return what stays of a row when the rows come anew."""
        return self._keys[index]

    def find(self, key: Hashable) -> int | None:
        """Return where a row of that key stands now."""
        return self._keys.index(key) if key in self._keys else None

    def hold_typed(self, index: Index, text: str) -> None:
        """Show what was typed until rows come that know of it."""
        self._typed[self._keys[index.row()], index.column()] = _Typed(text, recency.now())
        self.dataChanged.emit(index, index)

    def cell(self, row: int, column: int) -> Cell:
        """Return what is drawn at a place."""
        of, item = self.columns[column], self._rows[row]
        if isinstance(item, Group):
            return Cell(item.text if column == 0 else "", weight="semibold")
        typed = self._typed.get((self._keys[row], column))
        drawing = of.drawing(item) if of.drawing and typed is None else None
        return Cell(
            text=of.text(item) if typed is None else typed.text,
            state=of.state(item) if of.state else None,
            sub=of.sub(item) if of.sub else "",
            was=of.was(item) if of.was else None,
            align=of.align,
            weight=of.weight(item) if callable(of.weight) else of.weight,
            editable=bool(of.editable and of.editable(item)),
            ground=of.ground,
            icon=of.icon(item) if of.icon else None,
            sub_mark=of.sub_mark(item) if of.sub_mark else None,
            drawing=drawing,
            behind=self._most_behind(column) if drawing is not None else 0,
            small=of.small,
        )

    def _most_behind(self, column: int) -> int:
        """Return how far right of the column's line its cells reach; all rows are asked once."""
        place = column, style.text_points()
        if place not in self._behind:
            drawing = self.columns[column].drawing or (lambda _: None)
            drawn = (drawing(row) for row in self._rows if not isinstance(row, Group))
            self._behind[place] = max((each.behind() for each in drawn if each is not None), default=0)
        return self._behind[place]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the cell for the delegate, its words for the clipboard and for a screen reader."""
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            cell = self.cell(index.row(), index.column())
            return cell.text or (cell.state.word if cell.state else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(index.row(), index.column())
            said = (self.columns[index.column()].heading, cell.text, cell.state.word if cell.state else "")
            return " ".join(part for part in (*said, cell.sub) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading and its side."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over, and only editable cells be typed in."""
        if not index.isValid() or self.is_group(index.row()):
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        of = self.columns[index.column()]
        typed = of.editable is not None and of.editable(self._rows[index.row()])
        return usual | Qt.ItemFlag.ItemIsEditable if typed else usual
