"""Workbooks made for one test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import openpyxl
import pytest

from desktop.sheets.files.cells import address
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLES = ROOT / "resources" / "samples"
EXPECTED = Path(__file__).parent / "expected"


class MakeWorkbook(Protocol):
    def __call__(
        self, *rows: Sequence[object], top: int = 1, left: int = 1, merges: Sequence[str] = ()
    ) -> Path: ...


class MakeText(Protocol):
    def __call__(self, text: str, encoding: str = "utf-8") -> Path: ...


@pytest.fixture
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def expected() -> Path:
    return EXPECTED


@pytest.fixture
def make_workbook(tmp_path: Path) -> MakeWorkbook:
    """Return a function that writes rows from a cell on, every other cell left out of the file."""

    def make(*rows: Sequence[object], top: int = 1, left: int = 1, merges: Sequence[str] = ()) -> Path:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row, values in enumerate(rows, start=top):
            for column, value in enumerate(values, start=left):
                if value is not None:
                    sheet[address(row, column)] = value
        for merge in merges:
            sheet.merge_cells(merge)
        path = tmp_path / "danh-sach.xlsx"
        book.save(path)
        return path

    return make


@pytest.fixture
def make_text(tmp_path: Path) -> MakeText:
    def make(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "danh-sach.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return make
