"""The type that papers are set in, found on this computer and checked for every Vietnamese letter."""

from __future__ import annotations

import os
import string
import struct
import unicodedata
from functools import cache
from pathlib import Path

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop.errors import PaperRefused

SERIF = "HomPhieuSerif"
BOLD = "HomPhieuSerif-Bold"
ITALIC = "HomPhieuSerif-Italic"
BOLD_ITALIC = "HomPhieuSerif-BoldItalic"
MONO = "HomPhieuMono"
MONO_BOLD = "HomPhieuMono-Bold"

_ROLES = (SERIF, BOLD, ITALIC, BOLD_ITALIC, MONO, MONO_BOLD)
_FILE_SETS = (
    (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
        "LiberationMono-Regular.ttf",
        "LiberationMono-Bold.ttf",
    ),
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf", "cour.ttf", "courbd.ttf"),
)

_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
_BASES = (*_VOWELS, *(vowel + mark for vowel in _VOWELS for mark in _MARKS), "đ")
VIETNAMESE_LETTERS = "".join(
    sorted({unicodedata.normalize("NFC", cased) for base in _BASES for cased in (base, base.upper())})
)
"""All letters of Vietnamese beyond plain Latin, precomposed, and the plain vowels."""

# Every face is checked for these when it is opened, and no text of them alone can be decomposed.
_USUAL = frozenset(VIETNAMESE_LETTERS + string.ascii_letters + string.digits + string.punctuation + " ")


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A face that refuses what it would draw wrongly.

    Decomposed letters are drawn with the mark in the wrong place though the text extracted from the
    file looks right, and a letter that the face lacks becomes an empty box: neither may reach paper.
    """

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - reportlab's
        """Measure a text in points, having checked its letters."""
        self._check(text)
        return float(super().stringWidth(text, size, encoding))

    def splitString(self, text: str, doc: object, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - reportlab's
        """Encode a text for the document, having checked its letters."""
        self._check(text)
        return list(super().splitString(text, doc, encoding))

    def _check(self, text: str) -> None:
        if _USUAL.issuperset(text):
            return
        if not unicodedata.is_normalized("NFC", text):
            marks = (letter for letter in text if unicodedata.combining(letter))
            raise _letter_refused(next(marks, text[0]))
        for letter in text:
            if ord(letter) not in self.face.charToGlyph and letter != "\u00a0":
                raise _letter_refused(letter)


def prepare(folder: Path | None = None) -> Path:
    """Make the six faces ready to draw with; further calls cost nothing.

    Args:
        folder: where the face files are; else the folder in ``HOM_PHIEU_FONTS``, else where Debian
            (fonts-liberation2) and Windows (Times New Roman, Courier New) keep them.

    Returns:
        The folder that the faces were opened from.

    Raises:
        PaperRefused: ``paper.face``: no folder holds all six faces, one cannot be read, or one lacks
            Vietnamese letters.
    """
    chosen = folder or (Path(named) if (named := os.environ.get("HOM_PHIEU_FONTS")) else None)
    for candidate in (chosen,) if chosen else _usual_folders():
        for names in _FILE_SETS:
            paths = tuple(candidate / name for name in names)
            if all(path.is_file() for path in paths):
                _register(_opened(paths))
                return candidate
    raise PaperRefused("paper.face", where=str(chosen) if chosen else "Liberation Serif")


def _usual_folders() -> tuple[Path, ...]:
    windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    return (Path("/usr/share/fonts/truetype/liberation2"), windows)


@cache
def _opened(paths: tuple[Path, ...]) -> tuple[Face, ...]:
    faces = []
    for role, path in zip(_ROLES, paths, strict=True):
        try:
            # Checksums find a file cut short behind the tables that are read now.
            face = Face(role, str(path), validate=1)
        except (TTFError, OSError, struct.error, LookupError, ValueError) as error:
            raise PaperRefused("paper.face", where=path.name) from error
        if any(ord(letter) not in face.face.charToGlyph for letter in _USUAL):
            raise PaperRefused("paper.face", where=path.name)
        faces.append(face)
    return tuple(faces)


def _register(faces: tuple[Face, ...]) -> None:
    if all(pdfmetrics._fonts.get(face.fontName) is face for face in faces):  # noqa: SLF001 - no public look-up without loading
        return
    for face in faces:
        if face.fontName in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.getFont(face.fontName).unregister()
        pdfmetrics.registerFont(face)
    for bold, italic, role in ((0, 0, SERIF), (1, 0, BOLD), (0, 1, ITALIC), (1, 1, BOLD_ITALIC)):
        addMapping(SERIF, bold, italic, role)


def _letter_refused(letter: str) -> PaperRefused:
    code_point = f"U+{ord(letter):04X}"
    shown = f"◌{letter}" if unicodedata.combining(letter) else letter
    return PaperRefused("paper.letter", where=code_point, letter=shown)
