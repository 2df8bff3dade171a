"""An office with two hamlets of the sample, and no branch yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import register_example
from tests.offices.member_lists import HEADINGS

Write = Callable[..., Path]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    register = register_example.with_households(tmp_path / "office")
    yield register.workplace
    register.workplace.database.close()


@pytest.fixture
def clock(place: Workplace) -> TrainingClock:
    assert isinstance(place.clock, TrainingClock)
    return place.clock


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a list of members as a branch would hand it over."""

    def written(*rows: tuple[object, ...], name: str = "dang-vien.xlsx") -> Path:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in (("DANH SÁCH ĐẢNG VIÊN",), (), HEADINGS, *rows):
            sheet.append(list(row))
        book.save(tmp_path / name)
        return tmp_path / name

    return written
