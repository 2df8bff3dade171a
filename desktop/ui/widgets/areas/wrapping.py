"""Parts in a row; those that find no room there stand in further rows beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.focus import tab_as_read


class Wrapping(QWidget):
    """A row that becomes several where it is narrow, each part whole.

    The parts are placed here and not by rows of Qt's: a widget that moves from one layout to another is for a
    while nobody's in Python, whose search for circles then destroys it though it is on show.

    Args:
        parent: the page.
        gap: token of the room between parts.
        high: whether parts stand at the upper edge of their row, as fields do that have words beneath.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: str = "grid", high: bool = False) -> None:
        super().__init__(parent)
        self._gap = style.size(gap)
        self._between = style.size("grid")
        self._high = high
        self._parts: list[QWidget] = []
        self._elastic: set[QWidget] = set()
        self._pushed: set[QWidget] = set()
        self._whole: set[QWidget] = set()
        self._leading: set[QWidget] = set()
        self._height = 0
        self._told = self._height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(
        self,
        part: QWidget,
        *,
        elastic: bool = False,
        pushed: bool = False,
        whole: bool = False,
        leading: bool = False,
    ) -> None:
        """Add a part at the end.

        Args:
            part: shown or hidden; hidden it takes no room.
            elastic: it takes the room that its row leaves.
            pushed: it and what follows in its row stand at the right.
            whole: it stands in a further row rather than be cut in this one.
            leading: it stands in the row of the next part, as a key does before its button.
        """
        if whole:
            self._whole.add(part)
        self.insert(len(self._parts), part, elastic=elastic, pushed=pushed, leading=leading)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)

    def insert(
        self,
        place: int,
        part: QWidget,
        *,
        elastic: bool = False,
        pushed: bool = False,
        leading: bool = False,
    ) -> None:
        """Add a part before others."""
        wanted = _takes_room(part)
        if leading:
            self._leading.add(part)
        part.setParent(self)
        self._parts.insert(place, part)
        tab_as_read(self)
        if elastic:
            self._elastic.add(part)
        if pushed:
            self._pushed.add(part)
        if wanted and self.isVisible():
            part.show()
        self._fit()

    def laid_out(self) -> list[QWidget]:
        """Return the parts in their order."""
        return list(self._parts)

    def sizeHint(self) -> QSize:
        """Return room for all parts in one row, and the height of the rows that there are."""
        if self._is_let_go():
            return QSize()
        shown = [part for part in self._parts if _takes_room(part)]
        wide = sum(_wide(part, elastic=False) for part in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(wide, self._told_height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part, for each can have a row of its own."""
        if self._is_let_go():
            return QSize()
        wide = max((_least(part) for part in self._parts if _takes_room(part)), default=0)
        return QSize(wide, self._told_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as few rows as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look anew when a part came, went, or says something else; also if it did so unseen."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return done

    def _is_let_go(self) -> bool:
        # What is just being taken apart has lost its attributes, and is still asked for its size.
        return "_height" not in self.__dict__

    def _told_height(self) -> int:
        # Whoever asks keeps the answer: it has to ask again once another number of rows is right.
        self._told = self._height_of(self._split(self.width()))
        return self._told

    def _fit(self) -> None:
        if self._is_let_go():
            return
        rows = self._split(self.width())
        self._place(rows)
        height = self._height_of(rows)
        if not height == self._height == self._told:
            self._height = self._told = height
            self.updateGeometry()

    def _split(self, room: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        taken, kept_together = 0, False
        shown = [part for part in self._parts if _takes_room(part)]
        for number, part in enumerate(shown):
            wide = self._room_of([part])
            if part in self._pushed and not kept_together:
                # What stands at the right stays together, in a row of its own rather than torn apart.
                kept_together = True
                wide = self._room_of(shown[number:])
            elif part in self._leading:
                wide = self._room_of(shown[number : number + 2])
            if not rows or (taken and taken + self._gap + wide > room):
                rows.append([])
                taken = 0
            rows[-1].append(part)
            taken += self._room_of([part]) + (self._gap if taken else 0)
        return rows

    def _room_of(self, parts: list[QWidget]) -> int:
        wide = [self._wide(part) for part in parts]
        return sum(wide) + self._gap * max(len(wide) - 1, 0)

    def _wide(self, part: QWidget) -> int:
        """Return the width that a part asks a row for, before it is given what is left."""
        if part in self._whole:
            return min(_wide(part, elastic=False), max(self.width(), _least(part)))
        return _wide(part, elastic=part in self._elastic)

    def _height_of(self, rows: list[list[QWidget]]) -> int:
        return sum(_row_height(row) for row in rows) + self._between * max(len(rows) - 1, 0)

    def _place(self, rows: list[list[QWidget]]) -> None:
        top = 0
        for row in rows:
            height = _row_height(row)
            left, free = 0, max(self.width() - self._room_of(row), 0)
            elastic = [part for part in row if part in self._elastic]
            for part in row:
                if part in self._pushed and not elastic:
                    left += free
                    free = 0
                wide, high = self._wide(part), _high(part)
                if part in self._elastic:
                    wide = min(wide + free // len(elastic), part.maximumWidth())
                    high = min(height, part.maximumHeight())
                # A part alone in its row may be wider than the row, and is then squeezed rather than cut.
                wide = max(min(wide, self.width() - left), part.minimumWidth())
                lower = 0 if self._high else (height - high) // 2
                part.setGeometry(left, top + lower, wide, high)
                left += wide + self._gap
            top += height + self._between


def _takes_room(part: QWidget) -> bool:
    """Tell whether a part is on show, or will be with its page."""
    return not (part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide))


def _row_height(row: list[QWidget]) -> int:
    return max(map(_high, row), default=0)


def _high(part: QWidget) -> int:
    wanted = max(part.sizeHint().height(), part.minimumSizeHint().height(), part.minimumHeight())
    return min(wanted, part.maximumHeight())


def _wide(part: QWidget, *, elastic: bool) -> int:
    if elastic:
        return _least(part)
    return min(max(part.sizeHint().width(), _least(part)), part.maximumWidth())


def _least(part: QWidget) -> int:
    return part.minimumWidth() or part.minimumSizeHint().width()
