"""Words of one or two faces, broken into lines and written as a file's own text operators."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import unescape

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth

from desktop.printing.setting.faces import BOLD, BOLD_ITALIC, ITALIC, SERIF

_NO_BREAK_SPACE = "\u00a0"
_WORD = re.compile(rf"(?:\S|{_NO_BREAK_SPACE})+")
_MARK = re.compile("(</?[bi]>)")
_BOLD_OF = {SERIF: BOLD, ITALIC: BOLD_ITALIC}
_ITALIC_OF = {SERIF: ITALIC, BOLD: BOLD_ITALIC}
# A space may be squeezed by so much of its width, so that one more word stays on the line.
_SQUEEZE = 0.05

Word = tuple[tuple[str, str], ...]
"""Texts without a space, each with its face before it; more than one where the face changes within."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, and the width that they leave free; negative where they are squeezed."""

    words: list[Word]
    free: float


def words_of(markup: str, face: str) -> list[Word]:
    """Take the words out of markup, which may hold ``<b>`` and ``<i>``, one within no other."""
    if "<" not in markup:
        return [((face, word),) for word in _WORD.findall(unescape(markup))]
    words: list[Word] = []
    present, glued = face, False
    faces = {"<b>": _BOLD_OF.get(face, face), "<i>": _ITALIC_OF.get(face, face), "</b>": face, "</i>": face}
    for part in _MARK.split(markup):
        if part in faces:
            present = faces[part]
            continue
        text = unescape(part)
        for found in _WORD.finditer(text):
            word: Word = ((present, found.group()),)
            if glued and not found.start():
                word = (*words.pop(), *word)
            words.append(word)
            glued = found.end() == len(text)
        glued = glued and bool(_WORD.fullmatch(text[-1:]))
    return words


def broken(words: Sequence[Word], size: float, first: float, others: float) -> Iterator[Line]:
    """Break words into as full lines as can be.

    Args:
        words: a word wider than a line is parted between letters.
        size: of the type, pt.
        first: width of the first line, pt.
        others: width of the other lines, pt.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    if not words:
        return
    space = stringWidth(" ", words[0][0][0], size)
    line: list[Word] = []
    room, taken = first, -space
    for word, width in _fitting(words, size, min(first, others)):
        wanted = taken + space + width
        if wanted <= room + _SQUEEZE * space * len(line) or not line:
            line.append(word)
            taken = wanted
        else:
            yield Line(line, room - taken)
            line, room, taken = [word], others, width
    yield Line(line, room - taken)


class Writing:
    """Text operators of some lines.

    Args:
        doc: reportlab's document, which names the faces.
        size: of the type, pt.
    """

    def __init__(self, doc: Any, size: float) -> None:
        self._doc = doc
        self._size = fp_str(size)
        self._operators = ["BT", "0 g"]
        self._face = ""
        self._spread = 0.0

    def line(self, x: float, y: float, words: Sequence[Word], spread: float) -> None:
        """Write a line from ``x``, ``y``; ``spread`` is shared out among its spaces; points."""
        texts = _joined(words)
        # A file knows one space, which parts words or does not.
        spaces = sum(text.count(" ") + text.count(_NO_BREAK_SPACE) for _, text in texts)
        each = spread / spaces if spaces else 0.0
        self._operators.append(f"1 0 0 1 {fp_str(x, y)} Tm")
        if each != self._spread:
            self._spread = each
            self._operators.append(f"{fp_str(each)} Tw")
        for face, text in texts:
            for name, shown in getFont(face).written(text, self._doc):
                if name != self._face:
                    self._face = name
                    self._operators.append(f"{name} {self._size} Tf")
                self._operators.append(shown)

    def __str__(self) -> str:
        """Give the operators."""
        return " ".join((*self._operators, "ET"))


def _joined(words: Sequence[Word]) -> list[list[str]]:
    texts: list[list[str]] = []
    for word in words:
        space = " " if texts else ""
        for face, text in word:
            if not texts or texts[-1][0] != face:
                # The space between bold and plain words is a plain one.
                if texts and texts[-1][0] not in _BOLD_OF.values():
                    texts[-1][1] += space
                    space = ""
                texts.append([face, ""])
            texts[-1][1] += space + text
            space = ""
    return texts


def _fitting(words: Sequence[Word], size: float, room: float) -> Iterator[tuple[Word, float]]:
    width_of: dict[str, Callable[[str, float], float]] = {}
    for word in words:
        width = 0.0
        for face, text in word:
            if face not in width_of:
                width_of[face] = getFont(face).stringWidth
            width += width_of[face](text, size)
        if width <= room:
            yield word, width
        else:
            yield from _parted(word, size, room)


def _parted(word: Word, size: float, room: float) -> Iterator[tuple[Word, float]]:
    part: list[tuple[str, str]] = []
    taken = 0.0
    for face, text in word:
        for letter in text:
            width = stringWidth(letter, face, size)
            if part and taken + width > room:
                yield tuple(part), taken
                part, taken = [], 0.0
            part.append((face, letter))
            taken += width
    yield tuple(part), taken
