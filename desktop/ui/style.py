"""Tokens of the look as colours, sizes, fonts, palette and one style sheet."""

from __future__ import annotations

from functools import cache
from string import Template

import msgspec
from PySide6.QtGui import QColor, QFont, QPalette

from desktop.resources import resource


class Tokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``resources/style/tokens.toml`` holds: colours as ``#RRGGBB``, lengths in pixels at 100 %."""

    face: str
    fallback: str
    point_size: float
    colour: dict[str, str]
    text: dict[str, int]
    weight: dict[str, int]
    size: dict[str, int]


@cache
def tokens() -> Tokens:
    """Return the tokens, read once."""
    return msgspec.toml.decode(resource("style", "tokens.toml").read_bytes(), type=Tokens)


def colour(name: str) -> QColor:
    """Return the colour of a token; KeyError for a name that isn't one."""
    return QColor(tokens().colour[name])


def size(name: str) -> int:
    """Return a length in logical pixels; KeyError for a name that isn't one."""
    return tokens().size[name]


def font(text: str, weight: str = "regular") -> QFont:
    """Return the interface face at a named size and weight, unhinted so that stacked marks stay even."""
    face = QFont([tokens().face, tokens().fallback])
    face.setPixelSize(tokens().text[text])
    face.setWeight(QFont.Weight(tokens().weight[weight]))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def base_font() -> QFont:
    """Return the font that the whole program starts from, in points."""
    face = font("body")
    face.setPointSizeF(tokens().point_size)
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
    names: dict[str, object] = {**known.colour, **known.text, **known.weight, **known.size}
    return Template(resource("style", "window.qss").read_text(encoding="utf-8")).substitute(names)
