"""Reading a long list says how far it is, and who stops it stands where they were, with nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.ui.people.households_page import HouseholdsPage
from tests.offices import register_example as example
from tests.offices.register_window import Window, texts

ROWS = 1200


def long_list(path: Path) -> Path:
    rows = [(at, f"Lò Văn Ứng {at}", 1950, "Nam", None, "Dao", 4) for at in range(1, ROWS + 1)]
    return example.faulty_workbook(path, example.HEADINGS, *rows)


def test_each_part_of_the_reading_says_how_far_it_is(
    open_window: Callable[[Path], Window], settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    steps: list[tuple[int, int, str]] = []
    window.runner.stepped.connect(lambda *step: steps.append(step))
    page.take(long_list(tmp_path / "dai.xlsx"))
    window.settle()
    assert (0, len(example.HEADINGS), "mở tệp") in steps
    assert (1000, ROWS, "đọc dòng") in steps
    assert (1000, ROWS, "đối chiếu với sổ") in steps
    assert len(page.importing.rows.table.rows()) == ROWS


def test_a_reading_that_is_stopped_leads_back_to_the_list(
    open_window: Callable[[Path], Window], settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    stopping = window.runner.busy_changed.connect(lambda _: window.runner.cancel())
    page.take(long_list(tmp_path / "dai.xlsx"))
    window.qtbot.waitUntil(page.is_listing)
    window.runner.busy_changed.disconnect(stopping)
    window.settle()
    assert window.told() == "Đã dừng đọc danh sách; chưa ghi gì vào sổ."
    page.take(long_list(tmp_path / "dai.xlsx"))
    window.settle()
    view = page.importing
    assert f"Ghi {ROWS:,} dòng vào sổ".replace(",", ".") == view.bar.primary_button().text()
    assert not any("Đang đọc" in text for text in texts(view))
