"""Hôm nay in the real window, worked with the keyboard alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from sqlalchemy import event, select

from desktop.bootstrap import open_office
from desktop.models.elections import Election
from desktop.models.store.session import reading
from desktop.services.elections.campaigns import NewCampaign, PlannedHamlet, plan_campaign
from desktop.services.elections.meeting_plans import meeting_plan
from desktop.services.elections.officials import appoint
from desktop.services.elections.time_left import DueTask
from desktop.services.office import keys
from desktop.services.office.changes import Kind
from desktop.services.office.working_days import own_days
from desktop.services.places.hamlets import state_facts
from desktop.services.today.board import board
from desktop.services.today.telephone_grid import telephone_grid
from desktop.services.training.clock import TrainingClock
from desktop.ui.campaigns.days_off_dialog import DaysOffDialog
from desktop.ui.elections.plan_dialog import PlanDialog
from desktop.ui.frame.frame import Frame
from desktop.ui.page.further import DISMISSALS
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from desktop.ui.today.hamlet_table import HamletTable
from desktop.ui.today.today_page import TodayPage
from desktop.ui.widgets.labels import ElidedLabel
from desktop.wording import due_word
from tests.offices import commune, commune_day
from tests.offices.commune_day import DAY, code_of
from tests.offices.desks import COMMUNE
from tests.offices.dismissals import agreed
from tests.offices.hands import agree, when_asked
from tests.offices.typing import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace

CONTROL = Qt.KeyboardModifier.ControlModifier
Opened = tuple[Frame, TodayPage, "Workplace"]


pytestmark = pytest.mark.xdist_group("today-page")  # one process makes what its tests share


@pytest.fixture(scope="session")
def planned_nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xa") / "office"
    commune_day.open_commune(folder).workplace.database.close()
    return folder


@pytest.fixture(scope="session")
def held_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ngay") / "office"
    commune_day.open_day(folder).workplace.database.close()
    return folder


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    closing: list[Callable[[], None]] = []

    def open_on(folder: Path, hour: int = 14, width: int = 1366, height: int = 768) -> Opened:
        own = tmp_path / "office"
        shutil.copytree(folder, own)
        clock = TrainingClock(commune.BEFORE)
        clock.put(DAY if folder.parent.name.startswith("ngay") else commune.BEFORE.date(), hour, 20)
        workplace = open_office(own, commune.PASSPHRASE, clock)
        runner = Runner()
        context = Context(Session(workplace, keys.unlock(workplace, commune.PASSPHRASE)), runner)
        frame = Frame(COMMUNE, context)
        closing.extend((runner.close, workplace.database.close))
        qtbot.addWidget(frame)
        frame.setGeometry(0, 0, width, height)
        with qtbot.waitExposed(frame):
            frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        page = frame.page()
        assert isinstance(page, TodayPage)
        settle(qtbot, page)
        return frame, page, workplace

    yield open_on
    for close in closing:
        close()


def settle(qtbot: QtBot, page: TodayPage) -> None:
    qtbot.waitUntil(lambda: not page.context.runner.is_busy())
    QApplication.processEvents()


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def typed(qtbot: QtBot, digits: str) -> None:
    for digit in digits:
        qtbot.keyClick(QApplication.focusWidget(), digit)


def told(frame: Frame) -> str:
    return frame.message_bar.text()


def went(page: TodayPage) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    page.context.go.connect(lambda place, argument: found.append((place, argument)))
    return found


def reported(workplace: Workplace, hamlet: str) -> dict[int, int]:
    grid = telephone_grid(workplace)
    assert grid is not None
    row = next(row for row in grid.rows if row.election.startswith(hamlet))
    return {cell.hour: cell.present for cell in row.cells if cell.present is not None}


def answer(qtbot: QtBot, said: list[str], key: Qt.Key) -> None:
    """Read the question that comes, as soon as it is there, and press a key on it."""

    def read(dialog: QWidget) -> None:
        said.extend(part.text() for part in dialog.findChildren(QLabel))
        assert dialog.height() <= 520
        qtbot.keyClick(dialog.focusWidget(), key)

    when_asked(read)


def test_every_hamlet_has_a_row_and_what_is_late_stands_first(
    opened: Callable[..., Opened], held_day: Path
) -> None:
    _, page, _ = opened(held_day)
    rows = page.board_view.table.rows()
    assert len(rows) == 13
    kinds = [row.worst() for row in rows]
    assert kinds == sorted(kinds, key=["wrong", "attention", "doing", "not_yet", "done"].index)
    said = {part.text() for part in page.board_view.findChildren(QLabel)}
    assert {"Tổ bầu cử chưa đủ người", "Hạn trong 20 ngày tới", "Xong", "Sai hoặc muộn"} <= said
    assert "Chủ nhật 08/12/2024, 14:20. Việc muộn xếp trước." in said
    assert page.board_view._totals["counted"].accessibleName() == "5/13 đã kiểm phiếu"


def test_f8_walks_every_cell_that_wants_somebody_and_comes_back(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, _ = opened(held_day)
    table = page.board_view.table
    wanted = {
        (number, column)
        for number, row in enumerate(table.rows())
        for column, cell in enumerate(row.cells, 1)
        if cell.mark in ("wrong", "attention")
    }
    seen = []
    for _ in wanted:
        qtbot.keyClick(frame, Qt.Key.Key_F8)
        seen.append((table.currentIndex().row(), table.current_column()))
    assert seen == sorted(wanted)
    qtbot.keyClick(frame, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert (table.currentIndex().row(), table.current_column()) == seen[-2]


def test_enter_opens_the_step_and_ctrl_enter_the_next_thing(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, _ = opened(held_day)
    table, places = page.board_view.table, went(page)
    table.setFocus()
    assert table.select(lambda row: row.hamlet_code == code_of(2), 4)
    press(qtbot, Qt.Key.Key_Return)
    frame.rail.choose("today")
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    code = f"{code_of(2)}-20241208"
    assert places == [("election", (code, "meeting")), ("election", (code, "counting"))]


def test_a_hamlet_without_households_is_sent_to_its_list(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, _ = opened(held_day)
    table, places = page.board_view.table, went(page)
    table.setFocus()
    # The candidate list is late too, but without households it can't be made.
    row = next(row for row in table.rows() if row.hamlet_code == code_of(13))
    assert row.cells[0].reason == "empty"
    table.select(lambda each: each is row, 0)
    press(qtbot, Qt.Key.Key_Return)
    assert places == [("households", code_of(13))]


def test_f1_cites_the_clause_of_the_step_and_who_checked_it(
    opened: Callable[..., Opened], held_day: Path
) -> None:
    _, page, _ = opened(held_day)
    page.board_view.table.select(lambda row: row.hamlet_code == code_of(2), 5)
    text = page.help_text()
    assert "trên 1/2 tổng số đại diện hộ gia đình" in text
    assert "10/2022/QH15" in text
    assert "Đã đọc bản chính thức." in text


def test_a_change_elsewhere_shows_and_the_chosen_hamlet_stays_chosen(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = opened(held_day)
    table = page.board_view.table
    table.select(lambda row: row.hamlet_code == code_of(12), 2)
    code = f"{code_of(12)}-20241208"
    page.context.do(lambda _: appoint(workplace, code, commune.appointments()))
    settle(qtbot, page)
    assert table.current().hamlet_code == code_of(12)
    assert table.current().cells[1].mark == "done"
    assert table.current_column() == 2
    assert page.board_view.panel.button.text() == "In phiếu"


def test_a_commune_without_a_campaign_plans_one_for_all_hamlets_by_keyboard(
    opened: Callable[..., Opened], qtbot: QtBot, planned_nothing: Path
) -> None:
    frame, page, workplace = opened(planned_nothing)
    assert "Chưa có đợt bầu cử nào" in {part.text() for part in page.findChildren(QLabel) if part.isVisible()}
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    form = page.campaign_view
    assert form.name.line.hasFocus()
    form.name.line.selectAll()
    type_text(form.name.line, "Bầu trưởng thôn xã Mẫu")
    press(qtbot, Qt.Key.Key_Return)
    assert form.day.line.hasFocus()
    form.day.line.selectAll()
    type_text(form.day.line, "08122024")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert form.day.line.text() == "08/12/2024"
    assert form.bar.primary_button().text() == "Lập đợt cho 13 thôn"
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    found = board(workplace)
    assert (found.campaign_name, found.election_day, len(found.rows)) == ("Bầu trưởng thôn xã Mẫu", DAY, 13)
    assert all(row.election for row in found.rows)
    assert page.board_view.isVisible()
    assert page.board_view.table.hasFocus()
    assert "Đã lập 13 cuộc bầu." in told(frame)


def test_hamlets_are_left_out_or_given_a_day_of_their_own(
    opened: Callable[..., Opened], qtbot: QtBot, planned_nothing: Path
) -> None:
    frame, page, workplace = opened(planned_nothing)
    page.plan()
    settle(qtbot, page)
    table = page.campaign_view.table
    table.setFocus()
    table.select(lambda row: row.code == code_of(3), 0)
    press(qtbot, Qt.Key.Key_Space)
    assert page.campaign_view.bar.primary_button().text() == "Lập đợt cho 12 thôn"
    table.select(lambda row: row.code == code_of(4), 2)
    typed(qtbot, "32/12/2024")
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    assert "chưa đọc được ngày riêng “32/12/2024”" in told(frame)
    assert board(workplace).campaign is None
    assert next(row for row in table.rows() if row.code == code_of(4)).day == "32/12/2024"
    press(qtbot, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    typed(qtbot, "22/12/2024")
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    by_code = {row.hamlet_code: row.election for row in board(workplace).rows}
    assert by_code[code_of(3)] is None
    assert by_code[code_of(4)] == f"{code_of(4)}-20241222"


def test_a_term_that_differs_asks_for_its_reason_where_the_law_has_one(
    opened: Callable[..., Opened], qtbot: QtBot, planned_nothing: Path
) -> None:
    frame, page, workplace = opened(planned_nothing)
    page.plan()
    settle(qtbot, page)
    form = page.campaign_view
    assert not form.term_change.isVisible(), "before the decree of 2026 there is nothing to choose"
    form.day.line.selectAll()
    type_text(form.day.line, "02082026")
    form.day.commit()
    settle(qtbot, page)
    assert form.term_change.isVisible()
    assert not form.term_change.reason.isVisible()
    form.term_change.change.combo.setCurrentIndex(3)
    form.term_change.change.commit()
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    assert board(workplace).campaign is None
    assert "Chọn lý do" in form.term_change.reason.problem()
    form.term_change.reason.combo.setCurrentIndex(1)
    form.term_change.reason.commit()
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    with reading(workplace.database) as session:
        elections = session.scalars(select(Election)).all()
        assert {(one.term_to, one.term_reason) for one in elections} == {(date(2031, 11, 2), "reorganised")}


def test_what_was_typed_in_the_form_is_still_there_after_leaving_it(
    opened: Callable[..., Opened], qtbot: QtBot, planned_nothing: Path
) -> None:
    frame, page, _ = opened(planned_nothing)
    page.plan()
    settle(qtbot, page)
    line = page.campaign_view.name.line
    line.selectAll()
    type_text(line, "Đợt của xã Mẫu")
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    settle(qtbot, page)
    assert not page.campaign_view.isVisible()
    page.plan()
    settle(qtbot, page)
    assert page.campaign_view.name.value() == "Đợt của xã Mẫu"


def test_what_is_due_of_a_head_who_leaves_stands_there_before_the_first_campaign(
    opened: Callable[..., Opened], qtbot: QtBot, planned_nothing: Path
) -> None:
    _, page, workplace = opened(planned_nothing)
    asked = went(page)
    assert _due_buttons(page) == []
    state_facts(workplace, code_of(1), head="Trần Văn Thìn")
    agreed(workplace, code_of(1))
    page.refresh()
    settle(qtbot, page)
    (sending,) = _due_buttons(page)
    assert sending.text() == due_word(DueTask.DISMISSAL_SENDING)
    sending.click()
    assert asked == [("hamlets", DISMISSALS)]


def _due_buttons(page: TodayPage) -> list[QPushButton]:
    said = {due_word(task) for task in (DueTask.DISMISSAL_NOTICE, DueTask.DISMISSAL_SENDING)}
    return [
        button for button in page.findChildren(QPushButton) if button.isVisible() and button.text() in said
    ]


def test_a_hamlet_without_a_day_joins_the_campaign_that_is_there(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = opened(held_day)
    from desktop.services.places.units import NewUnit, add_unit  # noqa: PLC0415 - only this test adds one

    page.context.do(
        lambda _: add_unit(
            workplace, NewUnit("06859-T14", "hamlet", "Thôn", "Ngọn Khe", parent=commune.COMMUNE)
        ),
    )
    settle(qtbot, page)
    page.board_view.table.select(lambda row: row.hamlet_code == "06859-T14")
    assert page.board_view.panel.button.text() == "Xếp ngày bầu"
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    assert page.campaign_view.bar.primary_button().text() == "Thêm 1 thôn vào đợt"
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    found = board(workplace)
    assert found.campaign == "2024"
    assert next(row.election for row in found.rows if row.hamlet_code == "06859-T14") == "06859-T14-20241208"


LATER = date(2024, 12, 29)
SECOND = "truong-thon-20241229"


def second(workplace: Workplace, name: str = "Bầu lại hai thôn") -> None:
    """Plan a campaign for the last two hamlets beside the one that is open."""
    hamlets = tuple(PlannedHamlet(code_of(number)) for number in (12, 13))
    plan_campaign(workplace, NewCampaign(name, LATER, 30, hamlets))


def words(page: TodayPage) -> set[str]:
    parts = [*page.findChildren(QLabel), *page.findChildren(QPushButton)]
    return {part.text() for part in parts if part.isVisible()}


def go_to(qtbot: QtBot, wanted: QWidget, key: Qt.Key = Qt.Key.Key_Tab, most: int = 40) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(most):
        if QApplication.focusWidget() is wanted:
            return
        press(qtbot, key)
    assert QApplication.focusWidget() is wanted


def test_one_campaign_needs_no_chooser(opened: Callable[..., Opened], held_day: Path) -> None:
    _, page, _ = opened(held_day)
    assert not page.board_view.head.campaign.isVisible()
    assert not page.board_view.head.others.isVisible()
    assert page.on_show() == ()


def tick_all(qtbot: QtBot, table: HamletTable) -> None:
    """Tick every hamlet of a second campaign: none is ticked that still elects in the other."""
    assert table.chosen_hamlets() == ()
    table.setFocus()
    table.selectRow(0)
    for _ in table.rows():
        press(qtbot, Qt.Key.Key_Space)
        press(qtbot, Qt.Key.Key_Down)


def test_a_second_campaign_is_planned_beside_an_open_one_and_the_first_goes_on_by_keyboard(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = opened(held_day)
    head, table = page.board_view.head, page.board_view.table
    moved: list[tuple[str, ...]] = []
    page.context.moved.connect(lambda: moved.append(page.on_show()))
    table.setFocus()
    go_to(qtbot, page.board_view.plan_button)
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    form = page.campaign_view
    for line, text in ((form.name.line, "Đợt sau của xã"), (form.day.line, "29122024")):
        assert line.hasFocus()
        line.selectAll()
        type_text(line, text)
        press(qtbot, Qt.Key.Key_Return)
        settle(qtbot, page)
    tick_all(qtbot, form.table)
    when_asked(agree)
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    # What was planned is on show at once, and what waits in the other is said.
    assert head.campaign.combo.currentText() == "29/12/2024, Đợt sau của xã"
    assert {row.election for row in table.rows()} == {f"{code_of(n)}-20241229" for n in range(1, 14)}
    assert "Đợt khác: Bầu Trưởng thôn xã Mẫu, 13 thôn còn việc" in words(page)
    assert board(workplace).campaign == "2024", "which would come first where none is chosen"
    assert table.hasFocus()
    go_to(qtbot, head.campaign.combo, Qt.Key.Key_Backtab)
    press(qtbot, Qt.Key.Key_Down)
    settle(qtbot, page)
    assert head.campaign.combo.hasFocus()
    assert head.campaign.combo.currentText() == "08/12/2024, Bầu Trưởng thôn xã Mẫu"
    assert page.board_view._totals["counted"].accessibleName() == "5/13 đã kiểm phiếu"
    assert "lưới điện thoại" in page.help_text()
    press(qtbot, Qt.Key.Key_Return)
    assert table.hasFocus()
    # The first goes on: its steps open, and so does its telephone grid.
    places = went(page)
    assert table.select(lambda row: row.hamlet_code == code_of(2), 5)
    press(qtbot, Qt.Key.Key_Return)
    assert places == [("election", (f"{code_of(2)}-20241208", "counting"))]
    frame.open_place("today", "grid")
    settle(qtbot, page)
    assert len(page.grid_view.table.rows()) == 13 + 1, "the thirteen hamlets that vote today, and their sum"
    assert "Bầu Trưởng thôn xã Mẫu" in words(page)
    while not page.board_view.isVisible():
        # The first may only dismiss what was told.
        qtbot.keyClick(frame, Qt.Key.Key_Escape)
        settle(qtbot, page)
    # And back again, by the link.
    go_to(qtbot, head.others, Qt.Key.Key_Backtab)
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert head.campaign.combo.currentText() == "29/12/2024, Đợt sau của xã"
    assert table.hasFocus()
    # The page of elections tells that it moved, too.
    assert [stood for stood, _ in groupby(moved)] == [
        ("campaign", SECOND),
        ("campaign", "2024"),
        ("campaign", SECOND),
    ]


def test_the_choice_comes_back_and_one_that_is_not_known_any_more_gives_way(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = opened(held_day)
    second(workplace)
    frame.open_place("today", ("campaign", SECOND))
    settle(qtbot, page)
    assert page.board_view.head.campaign.value() == SECOND
    assert page.on_show() == ("campaign", SECOND)
    frame.open_place("today", ("campaign", "truong-thon-20301201"))
    settle(qtbot, page)
    settle(qtbot, page)
    assert page.board_view.head.campaign.value() == "2024"
    assert page.on_show() == ()
    assert not told(frame)


def test_two_choices_in_a_row_end_at_the_last(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = opened(held_day)
    second(workplace)
    page.refresh()
    settle(qtbot, page)
    page.board_view.head.campaign.combo.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Down)
    settle(qtbot, page)
    assert page.board_view.head.campaign.value() == "2024"
    assert page.board_view.table.rows()[0].election.endswith("-20241208")


def test_deadlines_name_their_campaign_where_there_are_several(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = opened(held_day)
    assert "Bầu Trưởng thôn xã Mẫu" not in words(page)
    second(workplace)
    page.refresh()
    settle(qtbot, page)
    assert "Bầu Trưởng thôn xã Mẫu" in words(page)


def test_a_hamlet_joins_the_campaign_on_show(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = opened(held_day)
    second(workplace)
    page.open_with(("campaign", SECOND))
    settle(qtbot, page)
    table = page.board_view.table
    table.setFocus()
    table.select(lambda row: row.hamlet_code == code_of(3))
    assert page.board_view.panel.button.text() == "Xếp ngày bầu"
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    assert page.campaign_view.name.value() == "Bầu lại hai thôn"
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    found = {row.hamlet_code: row.election for row in board(workplace, SECOND).rows}
    assert found[code_of(3)] == f"{code_of(3)}-20241229"
    assert page.board_view.head.campaign.value() == SECOND


def test_the_grid_of_the_campaign_on_show_is_typed_in(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = opened(held_day)
    second(workplace)
    page.open_with(("campaign", SECOND))
    settle(qtbot, page)
    page.open_with("grid")
    settle(qtbot, page)
    rows = [row for row in page.grid_view.table.rows() if getattr(row, "election", "")]
    assert [row.election for row in rows] == [f"{code_of(n)}-20241229" for n in (12, 13)]
    assert "Bầu lại hai thôn" in words(page)


def on_grid(opened: Callable[..., Opened], qtbot: QtBot, folder: Path, hour: int = 11) -> Opened:
    frame, page, workplace = opened(folder, hour)
    page.open_with("grid")
    settle(qtbot, page)
    assert page.grid_view.table.hasFocus()
    return frame, page, workplace


def test_figures_are_typed_hour_by_hour_and_kept_on_leaving_each_cell(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = on_grid(opened, qtbot, held_day)
    table = page.grid_view.table
    table.select(lambda row: getattr(row, "election", "").startswith(code_of(5)), 2 + 3)  # 10:00
    typed(qtbot, "50")
    press(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "57")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert reported(workplace, code_of(5)) == {8: 25, 9: 44, 10: 50, 11: 57}
    assert table.currentIndex().row() == 5
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    settle(qtbot, page)
    assert reported(workplace, code_of(5)) == {8: 25, 9: 44, 10: 50}


def test_turnout_stands_with_its_base(opened: Callable[..., Opened], qtbot: QtBot, held_day: Path) -> None:
    _, page, _ = on_grid(opened, qtbot, held_day)
    households, voters = page.grid_view._turnouts
    assert not voters.isVisible()
    assert households.accessibleName() == "570/755 hộ đi bầu, 75,50 % số hộ của 11 thôn"
    assert page.grid_view._late.accessibleName() == "2/13 thôn chưa báo giờ này"


def test_f8_goes_to_the_hamlets_to_call_in_this_hours_column(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, _ = on_grid(opened, qtbot, held_day)
    table = page.grid_view.table
    places = []
    for _ in range(2):
        places.append((table.current().hamlet, table.hour(table.current_column())))
        qtbot.keyClick(frame, Qt.Key.Key_F8)
    assert places == [("Thôn Nà Lọn", 11), ("Thôn Lục Ngù", 11)]


def test_a_first_figure_asks_before_it_opens_the_meeting(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = on_grid(opened, qtbot, held_day)
    table = page.grid_view.table
    said: list[str] = []
    for key, expected in ((Qt.Key.Key_Escape, {}), (Qt.Key.Key_Return, {8: 30})):
        # A server without a window manager gives the focus back to nobody.
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        table.setFocus()
        table.select(lambda row: getattr(row, "election", "").startswith(code_of(1)), 2 + 1)
        typed(qtbot, "30")
        answer(qtbot, said, key)
        press(qtbot, Qt.Key.Key_Return)
        settle(qtbot, page)
        settle(qtbot, page)
        assert reported(workplace, code_of(1)) == expected
    assert "Thôn Lục Ngù chưa khai mạc" in said


def test_what_is_no_number_is_said_and_stays_in_its_cell(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = on_grid(opened, qtbot, held_day)
    table = page.grid_view.table
    table.select(lambda row: getattr(row, "election", "").startswith(code_of(5)), 2 + 3)
    typed(qtbot, "5x")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert "Thôn Nà Lọn, 10:00: “5x” không phải số hộ" in told(frame)
    assert table.model().index(4, 5).data() == "5x"
    assert reported(workplace, code_of(5)) == {8: 25, 9: 44}


def test_what_is_being_typed_survives_the_minutes_refresh(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = on_grid(opened, qtbot, held_day)
    table = page.grid_view.table
    table.select(lambda row: getattr(row, "election", "").startswith(code_of(5)), 2 + 3)
    typed(qtbot, "5")
    page.refresh()
    settle(qtbot, page)
    typed(qtbot, "1")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert reported(workplace, code_of(5))[10] == 51


def test_escape_leaves_the_grid_for_the_board(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, _ = on_grid(opened, qtbot, held_day)
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert page.board_view.isVisible()
    assert frame.place() == "today"


def test_the_offices_days_off_are_kept_on_leaving_the_field(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    frame, page, workplace = opened(held_day)
    dialog = DaysOffDialog(page.context, frame)
    dialog.show()
    settle(qtbot, page)
    type_text(dialog.days_off.line, "10/12/2024, 31/02/2025")
    qtbot.keyClick(dialog.days_off.line, Qt.Key.Key_Return)
    assert "31/02/2025" in dialog.days_off.problem()
    dialog.days_off.line.selectAll()
    type_text(dialog.days_off.line, "11.12.2024, 10/12/2024")
    qtbot.keyClick(dialog.days_off.line, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert own_days(workplace) == ((date(2024, 12, 10), date(2024, 12, 11)), ())
    assert dialog.height() <= 520
    dialog.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1366, 700), (1092, 614), (1092, 560)])
@pytest.mark.parametrize("view", ["board", "grid", "plan", "two", "two-grid"])
def test_nothing_is_clipped_on_a_small_screen_or_at_125_percent(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path, view: str, width: int, height: int
) -> None:
    frame, page, workplace = opened(held_day, 14, width, height)
    if view.startswith("two"):
        second(workplace, "Bầu bổ sung trưởng thôn năm 2024")
        page.refresh()
        settle(qtbot, page)
    if view.endswith("grid"):
        page.show_grid()
    elif view == "plan":
        page.plan()
    settle(qtbot, page)
    qtbot.wait(50)
    shown = page._views.currentWidget()
    inside = page.rect()
    area = frame.pages.currentWidget()
    assert isinstance(area, QScrollArea)
    assert page.size() == area.viewport().size()
    for part in shown.findChildren(QWidget):
        if not part.isVisible() or part.window() is not frame or in_a_table(part):
            continue
        where = part.rect().translated(part.mapTo(page, part.rect().topLeft()))
        held = scrolling(part, page)
        # What a low window has no room for can be scrolled to; nothing is cut off at the side.
        if held is not None:
            assert held.viewport().width() >= part.mapTo(held.viewport(), part.rect().topRight()).x(), part
        else:
            assert inside.contains(where), (part, where)
        if isinstance(part, QLabel | QPushButton) and part.text() and not says_less(part):
            wraps = isinstance(part, QLabel) and part.wordWrap()
            assert wraps or part.width() >= part.sizeHint().width(), part.text()
            assert part.height() >= (
                part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
            ), part.text()
    table = (
        next(each for each in (page.board_view.table, page.grid_view.table) if each.isVisible())
        if view != "plan"
        else page.campaign_view.table
    )
    assert table.horizontalScrollBar().maximum() == 0
    heading = table.horizontalHeader()
    for column in range(table.model().columnCount()):
        if not table.isColumnHidden(column):
            words = table.model().headerData(column, Qt.Orientation.Horizontal)
            assert heading.sectionSize(column) >= heading.fontMetrics().horizontalAdvance(words), words


def says_less(part: QLabel | QPushButton) -> bool:
    return isinstance(part, ElidedLabel) and part.toolTip() == part.text()


def scrolling(part: QWidget, page: QWidget) -> QScrollArea | None:
    parent = part.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QScrollArea) and (
            part is parent.widget() or parent.widget().isAncestorOf(part)
        ):
            return parent
        parent = parent.parentWidget()
    return None


def in_a_table(part: QWidget) -> bool:
    parent: QWidget | None = part
    while parent is not None:
        if parent.property("kind") == "table":
            return part is not parent
        parent = parent.parentWidget()
    return False


def test_whom_to_call_stands_under_the_next_thing_and_a_missing_number_is_asked_for(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = opened(held_day)
    table, panel = page.board_view.table, page.board_view.panel
    table.select(lambda row: row.hamlet_code == code_of(2))
    assert panel._phone.text() == "0912 000 318"
    assert panel._phone.isVisible()
    assert not panel.number_button.isVisible()
    table.select(lambda row: row.hamlet_code == code_of(1))
    panel.number_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PlanDialog))
    settle(qtbot, page)
    typed(qtbot, "0912000319")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    settle(qtbot, page)
    assert panel._phone.text() == "0912 000 319"
    assert meeting_plan(workplace, f"{code_of(1)}-20241208").phone == "0912 000 319"


def test_deadlines_of_the_day_are_told_by_the_hour(opened: Callable[..., Opened], held_day: Path) -> None:
    _, page, _ = opened(held_day)
    said = {part.text() for part in page.board_view.deadlines.findChildren(QLabel)}
    assert "13 thôn, 17:00 hôm nay, còn 2 giờ 40 phút" in said
    assert "Thôn Lục Ngù, 07:30 hôm nay, quá 6 giờ 50 phút" in said


@pytest.mark.parametrize("by_key", [True, False])
def test_a_second_campaign_that_was_planned_by_mistake_is_taken_back(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path, *, by_key: bool
) -> None:
    frame, page, workplace = opened(held_day)
    page.board_view.plan_button.click()
    settle(qtbot, page)
    page.campaign_view.table.select(lambda row: row.elsewhere, 0)
    page.campaign_view.table.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    when_asked(agree)
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, page)
    assert len(board(workplace).campaigns) == 2
    if by_key:
        press(qtbot, Qt.Key.Key_Z, CONTROL)
    else:
        frame.message_bar.way.click()
    settle(qtbot, page)
    assert [line.code for line in board(workplace).campaigns] == ["2024"]
    assert len(page.board_view.table.rows()) == 13


def test_several_changes_in_a_row_are_followed_by_one_reading(
    opened: Callable[..., Opened], qtbot: QtBot, held_day: Path
) -> None:
    _, page, workplace = opened(held_day)

    def statements(changes: int) -> int:
        heard: list[str] = []

        def hear(*told: Any) -> None:
            heard.append(told[2])

        event.listen(workplace.database.engine, "before_cursor_execute", hear)
        for _ in range(changes):
            page.context.changed.emit(frozenset({Kind.COUNTING}))
        settle(qtbot, page)
        event.remove(workplace.database.engine, "before_cursor_execute", hear)
        return len(heard)

    once = statements(1)
    assert once > 0
    assert statements(6) <= 2 * once, "the first reading may have begun before the second change"
