"""The levels of training in theory, as lists write them and as papers name them.

Source: the columns "lý luận chính trị" of forms 7-HSĐV and 18a; field-practice.md P31.
"""

from __future__ import annotations

from desktop.vietnamese.text import fold

_WORDS = {
    "none": "Chưa học",
    "elementary": "Sơ cấp",
    "middle": "Trung cấp",
    "advanced": "Cao cấp",
    "bachelor": "Cử nhân",
}
THEORY_WORDS = tuple(_WORDS.values())
# Whatever else a list says beside them: "Trung cấp LLCT - HC".
_TOLD = (
    ("cu nhan", "bachelor"),
    ("cao cap", "advanced"),
    ("trung cap", "middle"),
    ("so cap", "elementary"),
    ("chua", "none"),
    ("khong", "none"),
)
_SHORT = {"cn": "bachelor", "cc": "advanced", "tc": "middle", "sc": "elementary"}


def theory_word(level: str) -> str:
    """Return the word for ``none``, ``elementary``, ``middle``, ``advanced`` or ``bachelor``.

    Raises:
        KeyError: it is none of them.
    """
    return _WORDS[level]


def theory_level(written: str) -> str | None:
    """Return the level that a text names in whatever words; None for a text that names none."""
    text = fold(written).strip(" .")
    if text in _SHORT:
        return _SHORT[text]
    return next((level for words, level in _TOLD if words in text), None)
