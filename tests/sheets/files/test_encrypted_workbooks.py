"""A workbook that Excel opens without a question is read; one under a password of its own says so."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.reader import cells_of
from tests.sheets.encrypted_workbooks import agile, old, standard
from tests.sheets.old_workbooks import old_workbook

EXCELS_OWN = "VelvetSweatshop"
ROWS = [("Họ và tên", "Năm sinh"), *((f"Lò Văn {number}", 1900 + number) for number in range(1, 99))]


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for values in ROWS:
        book.worksheets[0].append(values)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


WAYS: list[tuple[str, Callable[[str], bytes]]] = [
    ("a.xlsx", lambda password: agile(_workbook(), password)),
    ("a.xlsx", lambda password: agile(_workbook(), password, hash_name="SHA1")),
    ("a.xlsx", lambda password: agile(_workbook(), password, hash_name="SHA256", spins=1)),
    ("a.xlsx", lambda password: standard(_workbook(), password)),
    ("a.xls", lambda password: old(old_workbook(ROWS, title="Thôn"), password, later=False)),
    ("a.xls", lambda password: old(old_workbook(ROWS, title="Thôn"), password, later=True)),
]


@pytest.mark.parametrize(("name", "encrypted"), WAYS)
def test_a_workbook_under_excels_own_password_is_read(name: str, encrypted: Callable[[str], bytes]) -> None:
    (sheet,) = cells_of(encrypted(EXCELS_OWN), name)
    assert sheet.rows == tuple(ROWS)


@pytest.mark.parametrize(("name", "encrypted"), WAYS)
def test_a_workbook_under_another_password_is_told_so(name: str, encrypted: Callable[[str], bytes]) -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.password"):
        cells_of(encrypted("mat khau rieng"), name)


def test_a_password_that_would_take_minutes_to_try_is_not_tried() -> None:
    content = agile(_workbook(), EXCELS_OWN).replace(b'spinCount="1000"', b'spinCount="9999999"')
    with pytest.raises(SheetRefused, match=r"sheet\.password"):
        cells_of(content, "a.xlsx")
