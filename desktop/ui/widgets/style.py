"""Tokens of the look as colours, sizes, fonts, palette and one style sheet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette

from desktop.resources import resource

SMALLEST_TEXT = 10.0
USUAL_TEXT = 10.5
LARGEST_TEXT = 16.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """What ``resources/style/tokens.toml`` holds: colours as ``#RRGGBB``, lengths in pixels at 100 %."""

    face: str
    fallback: str
    point_size: float
    colour: dict[str, str]
    text: dict[str, int]
    weight: dict[str, int]
    size: dict[str, int]
    text_room: dict[str, int]


class _Reader:
    """The size of text that the person at this computer reads, in points."""

    points = USUAL_TEXT


@cache
def tokens() -> Tokens:
    """Return the tokens, read once."""
    # With the standard library alone: the first window stands before anything larger is loaded.
    return Tokens(**tomllib.loads(resource("style", "tokens.toml").read_text(encoding="utf-8")))


def set_text_points(points: float) -> None:
    """Choose the size of body text, 10 to 16 pt; what is built afterwards follows."""
    _Reader.points = min(max(points, SMALLEST_TEXT), LARGEST_TEXT)


def text_points() -> float:
    """Return the size of body text in points."""
    return _Reader.points


def colour(name: str) -> QColor:
    """Return the colour of a token; KeyError for a name that isn't one."""
    return QColor(tokens().colour[name])


def size(name: str) -> int:
    """Return a length in logical pixels at the size of text that is read; KeyError for no such name."""
    known = tokens()
    if name in known.text_room:
        return grown(known.text_room[name])
    return known.size[name]


def grown(pixels: int) -> int:
    """Return a length that is meant at the usual size of text, as it is at the size that is read."""
    return round(pixels * _growth())


def text_size(name: str) -> int:
    """Return a size of text in logical pixels; KeyError for a name that isn't one."""
    return grown(tokens().text[name])


def font(text: str, weight: str = "regular") -> QFont:
    """Return the interface face at a named size and weight, unhinted so that stacked marks stay even."""
    face = QFont([tokens().face, tokens().fallback])
    face.setPixelSize(text_size(text))
    face.setWeight(QFont.Weight(tokens().weight[weight]))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def base_font() -> QFont:
    """Return the font that the whole program starts from, in points."""
    face = font("body")
    face.setPointSizeF(tokens().point_size * _growth())
    return face


def palette() -> QPalette:
    """Return the palette, so that dialogs, menus and tool tips of Qt follow the tokens too."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, name in (
        (role.Window, "page"),
        (role.Base, "page"),
        (role.AlternateBase, "sunk"),
        (role.Button, "page"),
        (role.ToolTipBase, "page"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "ink_3"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "page"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
        (role.Mid, "line_strong"),
        (role.Light, "line"),
    ):
        made.setColor(which, colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, colour("ink_3"))
    return made


def style_sheet() -> str:
    """Return the one style sheet with its token names filled in; KeyError for a name that isn't a token."""
    known = tokens()
    names: dict[str, object] = {**known.colour, **known.weight}
    names |= {name: text_size(name) for name in known.text}
    for name in (*known.size, *known.text_room):
        # A box is as high as its token says, with a border of one pixel or a ring of two.
        whole = size(name)
        names |= {name: whole, f"{name}_less": whole - 1, f"{name}_in": whole - 2, f"{name}_ring": whole - 4}
    return Template(resource("style", "window.qss").read_text(encoding="utf-8")).substitute(names)


def _growth() -> float:
    return _Reader.points / tokens().point_size
