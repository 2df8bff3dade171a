"""Ten thousand rows of twenty columns, read, cleaned and checked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from benchmarks.figure import Figure, times_as_quick
from desktop.sheets.lists.reading import read

ROWS, COLUMNS = 10_000, 20
WORK = f"reading {ROWS:,} × {COLUMNS}, cleaned and checked"

_HEAD = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu")


def figures() -> Iterator[Figure]:
    """Measure our reading against openpyxl only loading the cells."""
    with TemporaryDirectory() as folder:
        path = _workbook(Path(folder) / "ho.xlsx")

        def load() -> int:
            return sum(1 for row in load_workbook(path, read_only=True).active.iter_rows() for _ in row)

        assert load() == (ROWS + 1) * COLUMNS
        stored = read(path, "households")
        assert len(stored.rows) == ROWS, len(stored.rows)
        peer = "openpyxl only reading it"
        yield times_as_quick(WORK, peer, lambda: read(path, "households"), load, 5, time.process_time)


def _workbook(path: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    more = tuple(f"Ghi chú {column}" for column in range(COLUMNS - len(_HEAD)))
    sheet.append((*_HEAD, *more))
    for number in range(1, ROWS + 1):
        # Every third name has a space too many, and every fourth number lost its zero.
        space = "  " if number % 3 == 0 else " "
        identity: object = f"0220{number:08d}" if number % 4 else int(f"220{number:08d}")
        known = (
            number,
            f"Lò{space}Văn {number}",
            f"{number % 28 + 1:02d}/03/{1950 + number % 50}",
            "Nam" if number % 2 else "Nữ",
            identity,
            "Tày",
            4,
        )
        sheet.append((*known, *("" if column % 3 else f"ô {number}" for column in range(len(more)))))
    book.save(path)
    return path
