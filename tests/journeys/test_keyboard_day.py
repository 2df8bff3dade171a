"""A whole election day by the keyboard alone, in the real window: from the first start to the receipt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.bootstrap import shipped_statutes
from desktop.services.training.clock import TrainingClock
from desktop.services.training.first_start import Start, start_office
from desktop.ui.app import Desktop
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import remembered
from tests.journeys import after_the_vote as after
from tests.journeys import before_the_vote as before
from tests.journeys.clerk import Clerk, Day
from tests.offices.hands import CTRL
from tests.offices.start_example import NOW, OFFICIAL_PASSPHRASE, UNITS, around, unit_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace

    Begin = Callable[[], Day]


_EXAMPLE = 240_000  # the example's whole day, on a slow computer


@pytest.fixture
def begin(tmp_path: Path, qtbot: QtBot, qapp: object) -> Iterator[Begin]:
    """Start the program on a new computer, or again on the same one."""
    del qapp
    clock, files, home = TrainingClock(NOW), tmp_path / "tep", tmp_path / "may"
    files.mkdir()
    running: list[Day] = []

    def start() -> Day:
        memory, usual = remembered(home), around(home, clock)
        folder = Path(memory.folder) if memory.folder else usual.folder
        desktop = Desktop(replace(usual, folder=folder), memory)
        desktop.begin()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        running.append(Day(Clerk(qtbot, desktop), desktop, clock, files))
        return running[-1]

    yield start
    for day in running:
        day.clerk.leave()


@pytest.fixture
def district(tmp_path: Path) -> Iterator[Workplace]:
    """The receiving office, on a computer of its own."""
    unit = unit_in_force("22")
    start = Start("receiving", unit, True, OFFICIAL_PASSPHRASE)
    made = start_office(tmp_path / "so", start, UNITS, shipped_statutes(), TrainingClock(NOW)).workplace
    yield made
    made.database.close()


@pytest.mark.xdist_group("keyboard")
def test_a_day_by_the_keyboard_alone_from_the_first_start_to_the_receipt(
    begin: Begin, district: Workplace
) -> None:
    day = begin()
    before.start(day)
    before.take_in_hamlets(day)
    before.take_in_households(day)
    before.plan(day)
    before.choose_candidates(day)
    before.name_officials(day)
    before.print_ballots(day)
    after.hold_meeting(day)
    after.count_twice(day)
    after.clear_faults(day)
    after.print_minutes(day)
    after.recognise(day)
    after.send(day, district)
    after.take_in(day, district)
    after.read_receipt(day)
    after.see_it_done(day)


@pytest.mark.xdist_group("demo")
def test_the_example_commune_is_made_with_progress_and_found_again_where_one_was(begin: Begin) -> None:
    day = begin()
    clerk, told = day.clerk, set[str]()

    choose_example(clerk)
    clerk.until(lambda: "thôn" in clerk.said())
    QTest.keyClick(clerk.focus(), Qt.Key.Key_Escape)
    clerk.settle()
    assert not (day.files.parent / "may" / "xa-mau").exists(), "stopped, nothing is left half done"

    def made() -> bool:
        if isinstance(day.window, OfficeWindow):
            return True
        told.add(clerk.said())
        return not day.desktop.runner.is_busy()

    choose_example(clerk)
    clerk.until(made, most=_EXAMPLE)
    clerk.settle()
    assert len(told) > 10, "each step of the work was told"
    assert day.window.place() == "today"
    rows = day.page.board_view.table.rows()
    assert len(rows) == 13
    # In the middle of its day, under today's law: every kind of work waits for somebody.
    assert {row.next.step for row in rows} >= {"candidates", "meeting", "counting", "minutes"}
    assert {cell.mark for row in rows for cell in row.cells} == {
        "done",
        "doing",
        "attention",
        "wrong",
        "not_yet",
    }
    assert f"{day.office.today():%d/%m/%Y}" == "28/06/2026"
    clerk.go_to("Các thôn và các bước bầu cử")
    clerk.press(Qt.Key.Key_End)
    for _ in range(5):
        clerk.press(Qt.Key.Key_Right)
    clerk.enter()
    stood = day.page.on_show()
    assert stood[1] == "counting"
    clerk.leave()
    again = begin()
    again.clerk.until(lambda: isinstance(again.window, OfficeWindow))
    again.clerk.settle()
    assert (again.window.place(), again.page.on_show()) == ("election", stood)


def choose_example(clerk: Clerk) -> None:
    """Begin the example's work, which takes longer than anybody waits for a key."""
    clerk.go_to("Xem thử với xã mẫu", Qt.Key.Key_Down)
    QTest.keyClick(clerk.focus(), Qt.Key.Key_Return, CTRL)
