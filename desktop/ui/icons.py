"""Phosphor icons, drawn as glyphs: the regular line, or the fill variant for a state or the current place."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QIcon
from qtawesome.iconic_font import IconicFont

from desktop.ui import style


def icon(name: str, colour: str) -> QIcon:
    """Return an icon by its Phosphor name (``printer``, ``printer-fill``) in the colour of a token.

    Paint it with ``QIcon.paint`` rather than as a pixmap, then it is sharp at any scale.
    """
    return QIcon(_phosphor().icon(f"ph.{name}", color=style.colour(colour)))


@cache
def _phosphor() -> IconicFont:
    # qtawesome.icon() would load ten more icon faces at start.
    return IconicFont(("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"))
