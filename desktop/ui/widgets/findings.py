"""What is missing or wrong, as a list that F8 walks through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.labels import key_cap, label
from desktop.ui.widgets.state import LOOKS

_LEFT = 40
_RIGHT = 16
_PAD = 8
_WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing: a kind of state, what happened, what it means, a code for the telephone, and where it is."""

    kind: str
    headline: str
    sentence: str = ""
    code: str = ""
    target: object = None


class Findings(QFrame):
    """A panel with the findings of a page; Enter or a click opens one.

    Args:
        title: what the list is called.
        parent: the page.
    """

    opened = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._rows: list[_Row] = []
        self._at = -1
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(style.size("grid"))
        self._count = label("", "sentence", self)
        head.addWidget(label(title, "name", self))
        head.addWidget(self._count)
        head.addStretch(1)
        self._key = key_cap("F8", self)
        self._next = label(self.tr("tiếp"), "caption", self)
        head.addWidget(self._key)
        head.addWidget(self._next)
        bar = QWidget(self)
        bar.setFixedHeight(style.size("header"))
        bar.setLayout(head)
        self._list = QWidget(self)
        self._list.setProperty("kind", "plain")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(1, 0, 1, 1)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(1)  # what the rows need is said below
        self._area.setWidget(self._list)
        self._area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._area, 1)
        self.set_findings(())

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings; the one that was walked to stays the current one where it is still there."""
        before = self.current()
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for finding in findings:
            row = _Row(finding, self._list)
            row.clicked.connect(lambda _=False, said=finding: self._open(said))
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        kept = [index for index, finding in enumerate(findings) if finding == before]
        self._at = kept[0] if kept else -1
        self._count.setText(self._how_many(findings))
        for part in (self._key, self._next):
            part.setVisible(bool(findings))
        self._mark()
        self._fit()

    def _how_many(self, findings: Sequence[Finding]) -> str:
        # What was explained stays in the list, but nobody has to do anything about it.
        left = sum(finding.kind != "done" for finding in findings)
        return str(left) if left else self.tr("đã xong") if findings else ""

    def grow(self) -> None:
        """Be as tall as the findings, where what it stands in scrolls."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def findings(self) -> tuple[Finding, ...]:
        """Return what is listed."""
        return tuple(row.finding for row in self._rows)

    def current(self) -> Finding | None:
        """Return the finding that was walked to or opened last."""
        return self._rows[self._at].finding if 0 <= self._at < len(self._rows) else None

    def current_row(self) -> QWidget | None:
        """Return the row of the current finding, to be scrolled to."""
        return self._rows[self._at] if 0 <= self._at < len(self._rows) else None

    def walk(self, step: int = 1) -> Finding | None:
        """Go to the next finding, or with -1 to the one before, round and round; None where there is none."""
        if not self._rows:
            return None
        start = self._at if self._at >= 0 else (-1 if step > 0 else 0)
        self._at = (start + step) % len(self._rows)
        self._mark()
        return self._rows[self._at].finding

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        width = self.width() or style.size("side_panel")
        rows = sum(row.heightForWidth(width - 4) for row in self._rows)
        return QSize(style.size("side_panel"), style.size("header") + rows + 3)

    def minimumSizeHint(self) -> QSize:
        """Return room for the head and one row; the rest scrolls."""
        width = (self.width() or style.size("side_panel")) - 4
        first = self._rows[0].heightForWidth(width) if self._rows else 0
        return QSize(160, style.size("header") + first + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that this width needs."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height where a scroll bar comes or goes beside the rows."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # Before it is laid out for the first time the area has no width of its own.
        room = min(self.width() - 2, self._area.viewport().width()) - 2
        for row in self._rows:
            row.setFixedHeight(row.heightForWidth(room))
        self.updateGeometry()

    def _open(self, finding: Finding) -> None:
        self._at = next(index for index, row in enumerate(self._rows) if row.finding is finding)
        self._mark()
        self.opened.emit(finding)

    def _mark(self) -> None:
        for index, row in enumerate(self._rows):
            row.setChecked(index == self._at)
            if index == self._at:
                self._area.ensureWidgetVisible(row)


class _Row(QAbstractButton):
    """One finding: shape, what happened, what it means, the code at the right end."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{finding.headline} {finding.sentence} {finding.code}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as on the space bar."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height that the words need in a usual panel."""
        width = style.size("side_panel")
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row is a taller one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        head, said = self._boxes(width)
        return max(head.height(), 18) + said.height() + 2 * _PAD + (2 if self.finding.sentence else 0) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        del event
        painter = QPainter(self)
        look = LOOKS.get(self.finding.kind, LOOKS["attention"])
        if self.isChecked():
            painter.fillRect(self.rect(), style.colour(look.soft))
            painter.fillRect(QRect(0, 0, 3, self.height()), style.colour(look.colour))
        elif self.underMouse():
            painter.fillRect(self.rect(), style.colour("sunk"))
        painter.setPen(style.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        head, said = self._boxes(self.width())
        side = style.size("icon_small")
        icons.icon(look.icon, look.colour).paint(painter, QRect(15, _PAD + 3, side, side))
        painter.setFont(style.font("body"))
        painter.setPen(style.colour("ink"))
        painter.drawText(head, _WRAP, self.finding.headline)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour("ink_2"))
        painter.drawText(said, _WRAP, self.finding.sentence)
        painter.setPen(style.colour("ink_3"))
        foot = QRect(0, 0, self.width() - _RIGHT, self.height() - _PAD)
        painter.drawText(
            foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), self.finding.code
        )
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour("accent"), style.size("focus")))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), 4, 4)
        painter.end()

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        head = _wrapped(self.finding.headline, style.font("body"), width - _left() - _RIGHT)
        small = style.font("caption")
        code = QFontMetrics(small).horizontalAdvance(self.finding.code)
        room = width - _left() - _RIGHT - (code + 12 if code else 0)
        said = _wrapped(self.finding.sentence, small, room)
        head.moveTo(_left(), _PAD)
        said.moveTo(_left(), _PAD + max(head.height(), 18) + 2)
        return head, said


def _left() -> int:
    return style.grown(_LEFT)


def _wrapped(text: str, font: QFont, width: int) -> QRect:
    if not text:
        return QRect(0, 0, width, 0)
    whole = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text)
    return QRect(0, 0, width, whole.height() + 1)
