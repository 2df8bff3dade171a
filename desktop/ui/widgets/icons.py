"""Phosphor icons, drawn as glyphs: the regular line, or the fill variant for a state or the current place.

The face and its list of names come from the package qtawesome. Its own drawing is left alone: importing it
loads all of Qt's names and ten more faces, which was a fifth of the program's start.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets import style

_FACE = "phosphor-1.3.0.ttf"
_NAMES = "phosphor-charmap-1.3.0.json"
# Of an icon's height; the rest is the air that its drawing has around it.
_GLYPH = 0.875


@cache  # An engine of Python's lives to the end: Qt never takes one apart while it draws or on its way out.
def icon(name: str, colour: str) -> QIcon:
    """Return an icon by its Phosphor name (``printer``, ``printer-fill``) in the colour of a token.

    Paint it with ``QIcon.paint`` rather than as a pixmap, then it is sharp at any scale.

    Raises:
        KeyError: Phosphor has no icon of that name, or the look no such colour.
    """
    return QIcon(_Glyph(_character(name), style.colour(colour)))


_twins: list[QIconEngine] = []


class _Glyph(QIconEngine):
    def __init__(self, character: str, colour: QColor) -> None:
        super().__init__()
        self._character = character
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph in the middle of a square, grey where what it stands on is switched off."""
        del state
        disabled = mode == QIcon.Mode.Disabled
        painter.save()
        painter.setPen(
            QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            if disabled
            else self._colour
        )
        face = QFont(_family())
        face.setPixelSize(max(1, round(_GLYPH * rect.height())))
        painter.setFont(face)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph on nothing."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        """Return another engine that draws the same."""
        twin = _Glyph(self._character, self._colour)
        # Qt holds it from here on, but Python doesn't know and would let it go.
        _twins.append(twin)
        return twin


@cache
def _character(name: str) -> str:
    # Of six thousand names some forty are used: they are looked for in the text.
    found = re.search(rf'"{re.escape(name)}"\s*:\s*"0x([0-9a-fA-F]+)"', _names())
    if found is None:
        raise KeyError(name)
    return chr(int(found[1], 16))


@cache
def _names() -> str:
    return (_folder() / _NAMES).read_text(encoding="ascii")


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / _FACE))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _folder() -> Path:
    found = find_spec("qtawesome")
    if found is None or not found.submodule_search_locations:
        message = "the icon face is missing: install the package qtawesome"
        raise FileNotFoundError(message)
    return Path(next(iter(found.submodule_search_locations))) / "fonts"
