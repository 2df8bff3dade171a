"""Opening a long file of any kind says how far it is, and stops where somebody stops it."""

from __future__ import annotations

import pytest

from desktop.long_work import Stopped, telling
from desktop.sheets.files.reader import cells_of
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import open_document, row
from tests.sheets.xml_workbooks import xml_workbook

ROWS = [(f"Chìu A Páo {number}", 1950.0) for number in range(1500)]
PAGE = "".join(f"<tr><td>{name}</td><td>{year}</td></tr>" for name, year in ROWS)
FILES = {
    "a.csv": "\n".join(f"{name};{year}" for name, year in ROWS).encode(),
    "a.ods": open_document({"Thôn": [row(*one) for one in ROWS]}),
    "a.xls": old_workbook(ROWS),
    "a.xml": xml_workbook(ROWS).encode(),
    "trang.xls": f"<html><body><table>{PAGE}</table></body></html>".encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_how_far_the_opening_of_a_file_is(name: str) -> None:
    told: list[tuple[int, int, str]] = []
    with telling(lambda *step: told.append(step)):
        (sheet,) = cells_of(FILES[name], name)
    assert sum(sheet.filled_rows()) == len(ROWS)
    assert [(total, word) for _, total, word in told] == [(100, "mở tệp")] * len(told)
    done = [done for done, _, _ in told]
    assert done == sorted(done)
    assert done[0] < 50 < done[-1] <= 100


@pytest.mark.parametrize("name", FILES)
def test_an_opening_that_is_stopped_is_no_damage(name: str) -> None:
    def stop(done: int, total: int, word: str) -> None:
        if done > 20:
            raise Stopped(total, word)

    with telling(stop), pytest.raises(Stopped):
        cells_of(FILES[name], name)
