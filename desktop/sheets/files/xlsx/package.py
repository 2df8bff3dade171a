"""The parts of an ``.xlsx`` workbook by what they hold, and not by their place in the archive.

Source: ECMA-376 part 2 (relationships) and part 1, sections 12.3 and 18.2.19 (sheets).
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass

from desktop.sheets.files.archive import read_part
from desktop.sheets.files.markup import is_on, tree

_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_SHARED_STRINGS = "xl/sharedStrings.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened archive whose parts are found however their names are written."""

    archive: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo]

    def read(self, name: str) -> bytes:
        """Return a part's bytes; none for a part that isn't there."""
        info = self.names.get(plain_name(name))
        return read_part(self.archive, info) if info is not None else b""

    def sheets(self) -> list[str]:
        """Return the part of every sheet, in the workbook's order; empty where it isn't told."""
        targets = self._related(_WORKBOOK)
        book = tree(self.read(_WORKBOOK))
        return [targets.get(one.get("id", ""), ("", ""))[1] for one in book.iterfind("*/sheets/sheet")]

    def remarks(self, sheet: str) -> bytes:
        """Return the part with the remarks of a sheet, given by its part."""
        related = self._related(sheet).values() if sheet else ()
        return next((self.read(name) for kind, name in related if kind == "comments"), b"")

    def counts_from_1904(self) -> bool:
        """Tell whether serial numbers of days count from 1904."""
        properties = tree(self.read(_WORKBOOK)).find("*/workbookPr")
        return properties is not None and is_on(properties.get("date1904"))

    def asks_for_calculation(self) -> bool:
        """Tell whether values of formulas are to be calculated first: who wrote the workbook did not."""
        properties = tree(self.read(_WORKBOOK)).find("*/calcPr")
        return properties is not None and is_on(properties.get("fullCalcOnLoad"))

    def styles(self) -> bytes:
        """Return the part of the styles."""
        return self.read(self._of_workbook("styles", _STYLES))

    def shared_strings(self) -> bytes:
        """Return the part of the texts that cells share."""
        return self.read(self._of_workbook("sharedStrings", _SHARED_STRINGS))

    def _of_workbook(self, kind: str, usual: str) -> str:
        return next((name for of, name in self._related(_WORKBOOK).values() if of == kind), usual)

    def _related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return kind and part of everything that a part refers to, by identifier."""
        folder, file = posixpath.split(name)
        part = self.read(f"{folder}/_rels/{file}.rels")
        if not part:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                _target(folder, one.get("Target", "")),
            )
            for one in tree(part).iterfind("*/Relationship")
        }


def package_of(archive: zipfile.ZipFile) -> Package:
    """Return an archive as a package."""
    return Package(archive, {plain_name(info.filename): info for info in archive.infolist()})


def _target(folder: str, written: str) -> str:
    written = written.replace("\\", "/")
    # Some programs state the whole path without the stroke before it.
    rooted = written.startswith(("/", "xl/"))
    return posixpath.normpath(written.lstrip("/") if rooted else posixpath.join(folder, written))


def plain_name(name: str) -> str:
    """Return a part's name as it is looked up: programs differ in strokes and capitals."""
    return name.replace("\\", "/").lstrip("/").lower()
