"""The parts of an ``.xlsx`` workbook as the parser of values may be given them.

That parser trusts what it reads and takes its time for rows without a value, so rectangle and text are
measured before, the rows below the last value fall, and so does a used range that no sheet can have. It goes
through a sheet a second time for the merged ranges, which stand below all cells, so they are put above.

Source: ECMA-376 part 1, sections 18.3.1.35 (dimension) and 18.3.1.80 (sheetData).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.sheets.files.archive import read_part, unpacked
from desktop.sheets.files.cells import MOST_TEXT, too_much_text
from desktop.sheets.files.markup import each
from desktop.sheets.files.xlsx.extent import is_unusual, measure
from desktop.sheets.files.xlsx.marks import shows_marks
from desktop.sheets.files.xlsx.package import plain_name
from desktop.sheets.files.xlsx.plain_sheet import is_plain_sheet

_RANGE = re.compile(rb"<(?:\w+:)?dimension\b[^<>]*>")
_PROPER_RANGE = re.compile(rb'\sref="[A-Z]{1,3}[1-9][0-9]{0,6}(?::[A-Z]{1,3}[1-9][0-9]{0,6})?"')
_HEAD = 8192
_READ = (".xml", ".rels")
# What begins a value, a text or a formula.
_VALUES = (b"<v", b"<is", b"<f")
_EMPTY_ROW = re.compile(rb"<row [^<>]*+(?:(?<=/)>|>(?:<c [^<>]*+(?<=/)>)*+</row>)")
_SHARED_CELL = re.compile(rb't="s"[^<>]*><v>([0-9]{1,7})</v>')
_LONG_TAIL = 64 * 1024
_MERGES = re.compile(rb"<mergeCells(?:\s[^<>]*+)?(?<!/)>.*?</mergeCells>", re.DOTALL)
_NO_MERGES = b"<mergeCells></mergeCells>"
# What is moved is held twice.
_MOST_MOVED = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """A workbook that may be parsed.

    Attributes:
        content: its bytes, with those parts changed that the parser would stumble over.
        marked: the names of parts that may hold marks, as they are looked up.
    """

    content: bytes
    marked: frozenset[str]


def measured(
    archive: zipfile.ZipFile, content: bytes, shared: bytes, formats: Collection[int], name: str
) -> Measured:
    """Measure every part of a workbook before any is parsed.

    Args:
        archive: the workbook, opened.
        content: the same as bytes.
        shared: the part of the texts that cells share.
        formats: the numbers of the formats that say anything of a cell.
        name: the file's name, for refusals.

    Raises:
        SheetRefused: ``sheet.unpacks_too_large``, ``sheet.too_long``, ``sheet.too_wide``,
            ``sheet.too_much_text`` or ``sheet.damaged``.
        Exception: one of ``DAMAGE``.
    """
    texts = _SharedTexts(shared)
    if len(shared) > MOST_TEXT and sum(texts.lengths) > MOST_TEXT:
        raise too_much_text(name)
    changed: dict[str, bytes] = {}
    marked = set()
    room = _MOST_MOVED
    for info, part in unpacked(archive, name):
        plain = _without_empty_tail(_without_odd_range(part))
        all_plain = is_plain_sheet(plain)
        if not all_plain and is_unusual(plain):
            plain = _without_empty_rows(plain)
            measure(plain, name, texts.lengths)
        elif len(plain) > MOST_TEXT and (b"inlineStr" in plain or b"str" in plain):
            measure(plain, name, texts.lengths)
        else:
            _measure_shared(plain, name, texts)
        if len(plain) <= room:
            plain = _with_merges_first(plain)
        if plain is not part:
            changed[info.filename] = plain
            room -= len(plain)
        if shows_marks(plain, formats, plain=all_plain):
            marked.add(plain_name(info.filename))
    return Measured(_with(archive, changed) if changed else content, frozenset(marked))


class _SharedTexts:
    """The texts that cells share, measured as far as it matters."""

    def __init__(self, part: bytes) -> None:
        self._part = part

    @cached_property
    def longest(self) -> int:
        """No text is longer, in bytes."""
        # What stands before the first is often longer than any.
        return max(map(len, self._part[max(self._part.find(b"<si"), 0) :].split(b"</si>")))

    @cached_property
    def lengths(self) -> Sequence[int]:
        """The length of each text, in characters."""
        lengths: list[int] = []
        if self._part:
            each(self._part, ("si",), lambda text: lengths.append(len("".join(text.itertext()))))
        return lengths

    def characters(self, cells: Mapping[bytes, int]) -> int:
        """Return how many characters are in cells, counted by the number of the text that they show."""
        lengths = self.lengths
        return sum(lengths[int(index)] * count for index, count in cells.items() if int(index) < len(lengths))


def _measure_shared(part: bytes, name: str, texts: _SharedTexts) -> None:
    """Measure the text that a sheet's cells share, if it may be more than any list holds."""
    # No cell is written in fewer signs; counting the cells takes longer.
    if len(part) // len(b"<c/>") * texts.longest <= MOST_TEXT:
        return
    if (part.count(b"<c") + part.count(b":c")) * texts.longest <= MOST_TEXT:
        return
    cells = Counter(match[1] for match in _SHARED_CELL.finditer(part))
    # Where any cell is written in another way than most programs write it, the parser tells.
    if b"'" in part or b"&" in part or part.count(b'"s"') != cells.total():
        measure(part, name, texts.lengths)
    elif texts.characters(cells) > MOST_TEXT:
        raise too_much_text(name)


def _without_odd_range(part: bytes) -> bytes:
    found = _RANGE.search(part, 0, _HEAD)
    if found is None or _PROPER_RANGE.search(found[0]) or not found[0].endswith(b"/>"):
        return part
    return part[: found.start()] + part[found.end() :]


def _without_empty_tail(part: bytes) -> bytes:
    """Return a sheet's XML without the rows below its last value, where there are many."""
    end = part.rfind(b"</sheetData>")
    if end < _LONG_TAIL or any(part.rfind(sign, end - _LONG_TAIL, end) >= 0 for sign in _VALUES):
        return part
    last = max(part.rfind(sign, 0, end) for sign in _VALUES)
    begin = part.find(b"</row>", last) + len(b"</row>") if last >= 0 else part.find(b"<row")
    if not 0 < begin < end - _LONG_TAIL:
        return part
    return part[:begin] + part[end:]


def _with_merges_first(part: bytes) -> bytes:
    """Return a long sheet's XML with its merged ranges, or that there are none, before its cells as well."""
    begin, end = part.find(b"<sheetData>"), part.rfind(b"</sheetData>")
    if not 0 < begin < end - _LONG_TAIL or part.find(b"<!", 0, begin) >= 0:
        return part
    found = _MERGES.search(part, end)
    if found is None and part.find(b"mergeCell", end) >= 0:
        return part
    merges = _NO_MERGES if found is None else found[0]
    # Put together at once: the rows may be many megabytes.
    return b"".join((part[:begin], merges, memoryview(part)[begin:]))


def _without_empty_rows(part: bytes) -> bytes:
    """Return a sheet's XML without rows that hold no value, if each row states its number."""
    if len(part) < _LONG_TAIL or part.count(b"<row ") != part.count(b'<row r="'):
        return part
    return _EMPTY_ROW.sub(b"", part)


def _with(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as new:
        for info in archive.infolist():
            # Pictures and programs hold no cells.
            if not info.filename.lower().endswith(_READ):
                continue
            new.writestr(info.filename, changed.get(info.filename) or read_part(archive, info))
    return content.getvalue()
