"""Đợt và tiến độ in the real window: opened from Hôm nay, hours told, waves made, one line copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop.bootstrap import open_office
from desktop.services.elections.waves import WaveKind, waves_of
from desktop.services.office import keys
from desktop.services.training.clock import TrainingClock
from desktop.ui.campaigns.hour_question import HourQuestion
from desktop.ui.campaigns.wave_question import WaveQuestion
from desktop.ui.campaigns.waves_view import WavesView
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from desktop.ui.today.today_page import TodayPage
from desktop.ui.widgets.table.columns import Group
from tests.offices import commune
from tests.offices.desks import COMMUNE
from tests.offices.wave_days import CAMPAIGN, MAIN, open_wave_day
from tests.printing.pages import one_line

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.xdist_group("waves-view")  # one process makes what its tests share

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def wave_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dot") / "office"
    open_wave_day(folder).workplace.database.close()
    return folder


class Desk:
    """The window on Đợt và tiến độ."""

    def __init__(self, qtbot: QtBot, frame: Frame, runner: Runner) -> None:
        self.qtbot, self.frame, self._runner = qtbot, frame, runner
        self.told: list[str] = []

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self._runner.is_busy())
        QApplication.processEvents()

    @property
    def today(self) -> TodayPage:
        page = self.frame.page()
        assert isinstance(page, TodayPage)
        return page

    @property
    def view(self) -> WavesView:
        view = self.today.further.on_show()
        assert isinstance(view, WavesView)
        return view

    def dialog(self) -> QDialog:
        self.settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
        self.settle()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, wave_day: Path) -> Iterator[Desk]:
    own = tmp_path / "office"
    shutil.copytree(wave_day, own)
    clock = TrainingClock(commune.BEFORE)
    clock.put(MAIN, 16, 10)
    workplace = open_office(own, commune.PASSPHRASE, clock)
    runner = Runner()
    context = Context(Session(workplace, keys.unlock(workplace, commune.PASSPHRASE)), runner)
    frame = Frame(COMMUNE, context)
    qtbot.addWidget(frame)
    frame.setGeometry(0, 0, 1366, 768)
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    made = Desk(qtbot, frame, runner)
    context.told.connect(lambda said, _: made.told.append(said))
    context.offered.connect(lambda said, *_: made.told.append(said))
    made.settle()
    made.today.board_view.deadlines.waves.click()
    made.settle()
    yield made
    runner.close()
    workplace.database.close()


def words(desk: Desk) -> list[tuple[str, ...]]:
    rows = []
    table = desk.view.table
    for number, row in enumerate(table.rows()):
        if isinstance(row, Group):
            rows.append((row.text,))
        else:
            model = table.model()
            rows.append(tuple(str(model.index(number, place).data()) for place in range(5)))
    return rows


def test_the_last_days_stand_under_their_wave_with_how_they_are_counted_and_how_they_stand(
    desk: Desk,
) -> None:
    said = words(desk)
    # The clock goes on: minutes are the only thing that may differ.
    said[1] = (*said[1][:4], said[1][4][: len("9/12, còn ")])
    assert said[:5] == [
        ("Đại hội đợt chính, 05/01/2025",),
        ("05/01/2025", "Báo kết quả bầu về xã", "trong ngày", "kế hoạch xã, 17:00", "9/12, còn "),
        (
            *("14/01/2025", "Báo cáo kết quả đại hội", "+7 ngày làm việc", "trước 294-QĐ/TW *"),
            "0/12, tính từ 05/01",
        ),
        (
            *("24/01/2025", "Hết hạn khiếu nại", "+15 ngày làm việc", "190-QĐ/TW 33"),
            "0/12, tính từ 05/01",
        ),
        (
            *("11/02/2025", "Chuẩn y kết quả", "+15 ngày làm việc", "trước 294-QĐ/TW *"),
            "0/12, tính từ 14/01",
        ),
    ]
    assert ("Đại hội điểm, 22/12/2024",) in said
    heads = said[said.index(("Bầu Trưởng thôn xã Mẫu, 08/12/2024",)) :]
    assert heads[1][:4] == ("18/11/2024", "Quyết định và kế hoạch bầu", "−20 ngày", "NĐ 59/2023 6.1.a")


def test_the_hour_of_a_unit_is_written_by_keys_alone_and_taken_back(desk: Desk) -> None:
    late = [unit.name for unit in desk.view.late.rows()]
    assert late == ["Khu phố Chợ", "Thôn Bản Mường", "Khu phố Co Muông", "Khu phố Co Muông"]
    desk.press(Qt.Key.Key_Return, CONTROL)
    asked = desk.dialog()
    assert isinstance(asked, HourQuestion)
    assert asked.hour.value() is not None
    asked.hour.line.setText("15:50")
    desk.qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    assert desk.told[-1] == "Đã ghi giờ xong của Khu phố Chợ."
    assert [unit.name for unit in desk.view.late.rows()] == late[1:]
    assert desk.view.curve.figure.text().startswith("10/12")
    desk.view.table.setFocus()
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert [unit.name for unit in desk.view.late.rows()] == late


def test_an_hour_to_come_is_refused_in_the_question(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return, CONTROL)
    asked = desk.dialog()
    assert isinstance(asked, HourQuestion)
    asked.hour.line.setText("18:00")
    desk.qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    assert asked.isVisible()
    assert len(desk.view.late.rows()) == 4
    asked.reject()


def test_an_hour_that_was_told_wrongly_is_emptied(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return, CONTROL)
    asked = desk.dialog()
    assert isinstance(asked, HourQuestion)
    code = next(code for code, unit in asked._units.items() if unit.told)
    asked.unit.set_value(code)
    asked.unit.committed.emit(code)
    asked.hour.line.setText("")
    desk.qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    assert len(desk.view.late.rows()) == 5
    assert desk.told[-1] == "Đã lấy lại giờ xong."


def test_the_line_to_dictate_is_copied(desk: Desk) -> None:
    desk.view.copy_report()
    copied = QApplication.clipboard().text()
    assert copied.startswith("Đến 16:1")
    assert copied.endswith(
        ": 9/12 chi bộ xong đại hội (75,00 % của 12 chi bộ đại hội đợt chính), "
        "3 còn chậm: Khu phố Chợ, Thôn Bản Mường, Khu phố Co Muông."
    )


def test_a_wave_of_heads_is_made_in_the_window(desk: Desk) -> None:
    desk.view.table.setFocus()
    desk.view.table.select(lambda row: not row.congress)
    desk.settle()
    desk.view.waves_button.click()
    asked = desk.dialog()
    assert isinstance(asked, WaveQuestion)
    assert (asked.which.value(), asked.name.value()) == (None, "Bầu điểm")
    first, second = asked.units.others()[:2]
    asked.units.tick({first, second})
    asked.lessons.setPlainText("Đọc to danh sách hộ trước.")
    asked.finish_by.set_value(date(2024, 12, 20))
    desk.qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    desk.settle()
    (wave,) = waves_of(desk.today.context.workplace, "2024")
    assert (wave.name, wave.kind, wave.elections) == ("Bầu điểm", WaveKind.PILOT, (first, second))
    assert wave.lessons == "Đọc to danh sách hộ trước."
    assert ("Chưa xếp đợt, 08/12/2024",) in words(desk)


def test_a_wave_is_emptied_and_taken_away(desk: Desk) -> None:
    place = desk.today.context.workplace
    key = waves_of(place, CAMPAIGN)[1].key
    for _ in range(2):
        desk.view.waves_button.click()
        asked = desk.dialog()
        assert isinstance(asked, WaveQuestion)
        asked.which.set_value(key)
        asked.which.committed.emit(key)
        if asked.units.ticked():
            asked.units.tick(())
            desk.qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
        else:
            asked.remove_button.click()
        desk.settle()
    assert [wave.name for wave in waves_of(place, CAMPAIGN)] == ["Đại hội điểm"]


def test_the_wall_sheet_of_the_wave_is_shown_and_left(desk: Desk) -> None:
    desk.view.table.setFocus()
    desk.press(Qt.Key.Key_P, CONTROL)
    assert desk.view.paper.isVisible()
    assert not desk.view.bar.isVisible()
    drawn = desk.view.paper._draw
    assert drawn is not None
    text = one_line(drawn())
    assert "LỊCH CÁC MỐC ĐẠI HỘI CHI BỘ Đại hội đợt chính, 05/01/2025" in text
    assert "+7 ngày làm việc" in text
    assert "CỘNG HÒA" not in text, "no letterhead of the State"
    desk.press(Qt.Key.Key_Escape)
    assert desk.view.bar.isVisible()


def test_f8_walks_through_those_who_have_not_finished_and_escape_goes_home(desk: Desk) -> None:
    desk.view.next_problem()
    assert desk.view.late.current().name == "Thôn Bản Mường"
    desk.view.next_problem(-1)
    assert desk.view.late.current().name == "Khu phố Chợ"
    desk.view.table.setFocus()
    desk.view.table.select(lambda row: row.clause is not None)
    assert "Quy định" in desk.view.help_text()
    desk.press(Qt.Key.Key_Escape)
    assert desk.today.further.on_show() is None
