"""What a search found, drawn in groups: what was sought stands out in the words, its place at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.services.search.found import Findings, Found, Group
from desktop.ui.widgets import icons, style
from desktop.vietnamese.finding import spans_found

_Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole
_ICONS = {
    Group.HAMLETS: "map-pin",
    Group.ELECTIONS: "check-square-offset",
    Group.BRANCHES: "identification-badge",
    Group.PEOPLE: "user",
    Group.PAPERS: "file-text",
    Group.TASKS: "list-bullets",
    Group.PLACES: "squares-four",
}
_BAR = 3
_SIDE = 20
_TEXT = 51


class SearchRows(QListView):
    """The rows of a search: headings of groups, and below each what was found.

    Args:
        places: the word of each place of the rail, by its key.
        parent: the panel.
    """

    chosen = Signal(object)  # Found, by a click

    def __init__(self, places: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(places, self))
        # The keyboard stays where one types; the arrows are handed on from there.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "found")
        self.setAccessibleName(self.tr("Kết quả tìm"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._stand_on(index.row()))
        self.clicked.connect(self._click)

    def show_findings(self, found: Findings) -> None:
        """Show what was found, the first of it chosen."""
        self._model.show(found)
        self._stand_on(next((row for row in range(self._model.rowCount()) if self._found(row)), -1))

    def shown(self) -> list[Found]:
        """Return everything that is shown, in its order."""
        found = [self._found(row) for row in range(self._model.rowCount())]
        return [one for one in found if one is not None]

    def current(self) -> Found | None:
        """Return what is chosen."""
        return self._found(self.currentIndex().row())

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        rows = [row for row in range(self._model.rowCount()) if self._found(row)]
        if rows:
            at = self.currentIndex().row()
            place = rows.index(at) if at in rows else -1
            self._stand_on(rows[(place + by) % len(rows)])

    def next_group(self, by: int) -> None:
        """Choose the first of the next group, or of the one before."""
        heads = [row + 1 for row in range(self._model.rowCount()) if not self._found(row)]
        if heads:
            own = max((head for head in heads if head <= self.currentIndex().row()), default=heads[-1])
            self._stand_on(heads[(heads.index(own) + by) % len(heads)])

    def height_wanted(self) -> int:
        """Return the height at which no row is hidden."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))

    def _found(self, row: int) -> Found | None:
        item = self._model.index(row).data(_ITEM)
        return item if isinstance(item, Found) else None

    def _stand_on(self, row: int) -> None:
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        elif self._found(row):
            self.setCurrentIndex(self._model.index(row))
            if row == 1:
                self.scrollToTop()

    def _click(self, index: QModelIndex) -> None:
        found = self._found(index.row())
        if found is not None:
            self.chosen.emit(found)


class _Rows(QAbstractListModel):
    """Headings (group and how many are shown) and things found, one below the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: Sequence[Found | tuple[Group, int]] = ()
        self.words: tuple[str, ...] = ()

    def show(self, found: Findings) -> None:
        """Hold what was found."""
        self.beginResetModel()
        self.words = found.words
        items: list[Found | tuple[Group, int]] = []
        for group, some in found.groups:
            items += [(group, len(some)), *some]
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count headings and things found."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the item, and its words for a screen reader."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{item.title}, {item.detail}" if isinstance(item, Found) else group_word(item[0])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let only what was found be chosen."""
        if isinstance(self._items[index.row()], Found):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _Painter(QStyledItemDelegate):
    def __init__(self, places: Mapping[str, str], view: QListView) -> None:
        super().__init__(view)
        self._places = places
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading, or of two lines."""
        del option
        row = "search_row" if isinstance(index.data(_ITEM), Found) else "search_group"
        return QSize(0, style.size(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        item = index.data(_ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Found):
            self._thing(painter, option.rect, item, index)
        else:
            _heading(painter, option.rect, *item)
        painter.restore()

    def _thing(self, painter: QPainter, rect: QRect, item: Found, index: _Index) -> None:
        current = index.row() == self._view.currentIndex().row()
        if current:
            painter.fillRect(rect, style.colour("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), style.colour("accent"))
        small = style.size("icon")
        square = QRect(rect.left() + _SIDE, rect.center().y() - small // 2, small, small)
        icons.icon(_ICONS[item.group], "accent" if current else "ink_2").paint(painter, square)
        place = self._places.get(item.place, "")
        painter.setFont(style.font("caption"))
        room = painter.fontMetrics().horizontalAdvance(place)
        right = rect.right() - _SIDE
        painter.setPen(style.colour("ink_2"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRect(right - room, rect.top(), room, rect.height()), middle, place)
        model = index.model()
        words = model.words if isinstance(model, _Rows) else ()
        text = QRect(rect.left() + _TEXT, rect.top(), right - room - 16 - rect.left() - _TEXT, rect.height())
        half = rect.height() // 2
        upper, lower = text.adjusted(0, 3, 0, 1 - half), text.adjusted(0, half, 0, -4)
        _marked(painter, upper, item.title, words, ("body", "medium", "ink"))
        _marked(painter, lower, item.detail, words, ("caption", "regular", "ink_2"))
        following = self._view.model().index(index.row() + 1, 0).data(_ITEM)
        if isinstance(following, Found) and not current:
            painter.fillRect(QRect(text.left(), rect.bottom(), right - text.left(), 1), style.colour("line"))


def _heading(painter: QPainter, rect: QRect, group: Group, number: int) -> None:
    painter.fillRect(rect, style.colour("sunk"))
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), style.colour("line"))
    painter.setFont(style.font("caption", "semibold"))
    painter.setPen(style.colour("ink_2"))
    inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), group_word(group))
    painter.setFont(style.font("caption"))
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(number))


def _marked(
    painter: QPainter, rect: QRect, text: str, words: Sequence[str], look: tuple[str, str, str]
) -> None:
    """Draw a text in one line, of some size, weight and colour; what was sought bold and in the accent."""
    size, weight, ink = look
    plain, bold = style.font(size, weight), style.font(size, "semibold")
    shown = QFontMetrics(bold).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    at, left = 0, rect.left()
    pieces: list[tuple[str, bool]] = []
    for begin, end in spans_found(shown, words):
        pieces += [(shown[at:begin], False), (shown[begin:end], True)]
        at = end
    for piece, sought in (*pieces, (shown[at:], False)):
        painter.setFont(bold if sought else plain)
        painter.setPen(style.colour("accent" if sought else ink))
        base = rect.center().y() + (painter.fontMetrics().ascent() - painter.fontMetrics().descent()) // 2
        painter.drawText(QPoint(left, base), piece)
        left += painter.fontMetrics().horizontalAdvance(piece)


def group_word(group: Group) -> str:
    """Return the heading of a group."""
    say = QCoreApplication.translate
    return {
        Group.HAMLETS: say("Search", "Thôn, khu phố"),
        Group.ELECTIONS: say("Search", "Bầu cử"),
        Group.BRANCHES: say("Search", "Chi bộ"),
        Group.PEOPLE: say("Search", "Người"),
        Group.PAPERS: say("Search", "Giấy tờ, gói"),
        Group.TASKS: say("Search", "Việc cần làm"),
        Group.PLACES: say("Search", "Trang"),
    }[group]
