"""Names of hamlets where the room is short: without the word that says what kind of hamlet each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QFontMetrics

from desktop.ui.widgets import style
from desktop.vietnamese.hamlet_kinds import kind_of

_PAD = 17  # pixels around a name in its cell, hairline included


def shorter_names(names: Iterable[str]) -> Mapping[str, str]:
    """Return each name ("Thôn Nà Ếch") with what is left of it ("Nà Ếch").

    It stays whole where a number alone would be left, and where two hamlets would bear the same name.
    """
    bare = {name: _bare(name) for name in names}
    often = Counter(bare.values())
    return {name: short if often[short] == 1 else name for name, short in bare.items()}


def room_for(names: Iterable[str]) -> int:
    """Return the width of a column in which each name stands whole, in pixels."""
    metrics = QFontMetrics(style.font("body", "medium"))
    return max((metrics.horizontalAdvance(name) + _PAD for name in names), default=0)


def _bare(name: str) -> str:
    kind = kind_of(name)
    rest = name[len(kind) + 1 :] if kind is not None else name
    return rest if rest[:1].isalpha() else name
