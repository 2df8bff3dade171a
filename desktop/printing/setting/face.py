"""A face as files carry it: its usual letters cut out once, for all papers that this process prints."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.lib.rl_accel import escapePDF, instanceStringWidthTTF
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName, PDFObject
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTFont,
    TTFontMaker,
    TTFontParser,
    makeToUnicodeCMap,
)

from desktop.errors import PaperRefused
from desktop.printing.setting.letters import CODES, PLAIN_STOCK, STOCK, USUAL_LETTERS, coded
from desktop.vietnamese.invisible import has_invisible

_DRAWN_TABLES = {"cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
_OPEN = b"%b"
_WORDS_KEPT = 4096


@dataclass(frozen=True, slots=True)
class _Cut:
    """Some letters cut out of a face, written out and deflated as they stand in a file.

    Left open are in ``font`` its descriptor, its name and its letters, in ``descriptor`` the outlines.
    """

    font: bytes
    letters: bytes
    outlines: bytes
    descriptor: bytes


class _Written(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object that is written out, but for what is the document's: names, references to other objects."""

    __RefOnly__ = 1

    def __init__(self, text: bytes, *left_open: PDFObject | bytes) -> None:
        self._text = text
        self._left_open = left_open

    def format(self, document: Any) -> bytes:
        """Give the object as it stands in the file."""
        if not self._left_open:
            return self._text
        return self._text % tuple(pdfdoc.format(part, document) for part in self._left_open)


class _InFile(TTFont.State):  # type: ignore[misc]  # reportlab has no types
    """What of a face one file uses: the stock, and behind it what letters are not in the stock."""

    def __init__(self, face: TTFont) -> None:
        super().__init__(False, face)
        self.assignments = {0: 0, **CODES}
        self.subsets = [list(STOCK)]
        self.nextCode = len(STOCK)
        self.plain = True


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A face that refuses what it would draw wrongly, and that files share the cut letters of.

    A mark that isn't composed with its letter is drawn in the wrong place though the text extracted from the
    file looks right, an invisible sign becomes a bar, and a letter that the face lacks an empty box: none of
    them may reach paper.

    All usual letters go into every file, so that they are cut out and deflated once; a file that has
    plain Latin only, as of digests, takes the smaller cut.
    """

    def __init__(self, name: str, filename: str) -> None:
        # Checksums find a file cut short behind the tables that are read now.
        super().__init__(name, filename, validate=1)
        self._stock_cuts: dict[bool, _Cut] = {}
        # Vietnamese has some seven thousand syllables, and papers repeat a few hundred of them.
        self._units = lru_cache(maxsize=_WORDS_KEPT)(self._measured)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002, N802 - reportlab's
        """Measure a text in points, having checked its letters."""
        return self._units(text) * size

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - reportlab's
        """Encode a text for the document, having checked its letters."""
        in_file = self._in_file(doc)
        if in_file.plain and not text.isascii():
            in_file.plain = False
        codes = coded(text)
        if codes is not None:
            return [(0, codes)] if codes else []
        self._check(text)
        return list(super().splitString(text, doc, encoding))

    def written(self, text: str, doc: Any) -> list[tuple[str, str]]:
        """Give the operators that show a text, each with the document's name for its part of the face."""
        return [
            (self.getSubsetInternalName(part, doc), f"({escapePDF(codes)}) Tj")
            for part, codes in self.splitString(text, doc)
        ]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - reportlab's
        """Name a part of the face in the document."""
        self._in_file(doc)
        return str(super().getSubsetInternalName(subset, doc))

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's
        """Put the letters into the document.

        Source: ISO 32000-1, 9.6.3 (TrueType), 9.9 (embedded font programs), 9.10.3 (ToUnicode).
        """
        in_file = self._in_file(doc)
        in_file.frozen = 1
        for number, letters in enumerate(in_file.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            cut = self._cut(number, letters) if number else self._stock_cut(plain=in_file.plain)
            to_unicode = doc.Reference(_Written(cut.letters), f"letters:{name}")
            outlines = doc.Reference(_Written(cut.outlines), f"outlines:{name}")
            descriptor = doc.Reference(_Written(cut.descriptor, outlines), f"descriptor:{name}")
            font = _Written(cut.font, descriptor, name.encode(), to_unicode)
            doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, name)
        del self.state[doc]

    def _in_file(self, doc: Any) -> _InFile:
        in_file: _InFile | None = self.state.get(doc)
        if in_file is None:
            in_file = self.state[doc] = _InFile(self)
        return in_file

    def _stock_cut(self, *, plain: bool) -> _Cut:
        if plain not in self._stock_cuts:
            self._stock_cuts[plain] = self._cut(0, PLAIN_STOCK if plain else STOCK)
        return self._stock_cuts[plain]

    def _cut(self, number: int, letters: Sequence[int]) -> _Cut:
        face = self.face
        base_name = b"".join((SUBSETN(number), b"+", face.name, face.subfontNameX)).decode("pdfdoc")
        outlines = _drawn_tables(face.makeSubset(letters))
        descriptor = {
            "Type": "/FontDescriptor",
            "Ascent": face.ascent,
            "CapHeight": face.capHeight,
            "Descent": face.descent,
            "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": PDFArrayCompact(face.bbox),
            "FontName": PDFName(base_name),
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "FontFile2": _OPEN,
            "MissingWidth": face.defaultWidth,
        }
        font = {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": PDFName(base_name),
            "FirstChar": 0,
            "FontDescriptor": _OPEN,
            "LastChar": len(letters) - 1,
            "Name": b"/%b" % _OPEN,
            "ToUnicode": _OPEN,
            "Widths": PDFArrayCompact(map(face.getCharWidth, letters)),
        }
        return _Cut(
            font=PDFDictionary(font).format(None),
            letters=_stream(makeToUnicodeCMap(base_name, letters).encode()),
            outlines=_stream(outlines, Length1=len(outlines)),
            descriptor=PDFDictionary(descriptor).format(None),
        )

    def _measured(self, text: str) -> float:
        if not USUAL_LETTERS.issuperset(text):
            self._check(text)
        return float(instanceStringWidthTTF(self, text, 1, "utf8"))

    def _check(self, text: str) -> None:
        if not unicodedata.is_normalized("NFC", text):
            marks = (letter for letter in text if unicodedata.combining(letter))
            raise _letter_refused(next(marks, text[0]))
        for letter in text:
            # A face has glyphs for signs that nobody is to see, and bars and boxes come of them.
            hangs = unicodedata.combining(letter)
            if hangs or has_invisible(letter) or ord(letter) not in self.face.charToGlyph:
                raise _letter_refused(letter)


def _drawn_tables(face_file: bytes) -> bytes:
    """Leave out of a face what only an operating system asks for: names, licence, metrics of its own."""
    whole, drawn = TTFontParser(BytesIO(face_file)), TTFontMaker()
    for tag in _DRAWN_TABLES & whole.table.keys():
        drawn.add(tag, whole.get_table(tag))
    return bytes(drawn.makeStream())


def _stream(content: bytes, **more: int) -> bytes:
    deflated = zlib.compress(content)
    head = PDFDictionary({"Filter": "/FlateDecode", "Length": len(deflated), **more}).format(None)
    return b"%b\nstream\n%b\nendstream\n" % (head, deflated)


def _letter_refused(letter: str) -> PaperRefused:
    code_point = f"U+{ord(letter):04X}"
    if has_invisible(letter):
        return PaperRefused("paper.letter", where=code_point, reason="invisible")
    shown = f"◌{letter}" if unicodedata.combining(letter) else letter
    return PaperRefused("paper.letter", where=code_point, letter=shown)
