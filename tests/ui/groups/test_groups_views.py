"""Groups are made, units approved and works done in the window, from one list to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.services.groups.approvals import ApprovalOutcome, Approved, approval_lines
from desktop.services.groups.working_groups import groups
from desktop.services.groups.works import works
from desktop.ui.groups.approval_question import ApprovalQuestion
from desktop.ui.groups.approvals_view import ApprovalsView
from desktop.ui.groups.group_questions import GroupMemberQuestion, GroupQuestion, TicksQuestion
from desktop.ui.groups.groups_view import GroupsView
from desktop.ui.groups.preparation_view import PreparationView
from desktop.ui.groups.work_question import WorkQuestion
from desktop.ui.groups.works_view import WorksView
from desktop.ui.page.submitted_question import DayQuestion
from desktop.ui.today.today_page import TodayPage
from tests.offices.preparation import branches_of, prepared
from tests.offices.register_window import CONTROL, Window


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_register: Path) -> Window:
    window = open_window(settled_register)
    branches_of(window.workplace)
    return window


def shown(window: Window) -> PreparationView:
    page = window.frame.page()
    assert isinstance(page, TodayPage)
    found = page.further.on_show()
    assert isinstance(found, PreparationView)
    return found


def opened(window: Window, name: str) -> PreparationView:
    window.frame.open_place("today", (name,))
    window.settle()
    return shown(window)


def answered(window: Window, dialog: object) -> None:
    assert isinstance(dialog, GroupQuestion | TicksQuestion | GroupMemberQuestion | WorkQuestion)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)


def test_a_group_is_made_given_people_and_units_and_its_units_wait_for_approval(window: Window) -> None:
    place = window.workplace
    year = place.today().year
    view = opened(window, "groups")
    assert isinstance(view, GroupsView)
    assert view.is_empty()
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, GroupQuestion)
    assert dialog.year.value() == year
    dialog.name.set_value("Tiểu ban nhân sự")
    answered(window, dialog)
    view.add_button.click()
    window.settle()
    member = window.dialog()
    assert isinstance(member, GroupMemberQuestion)
    member.who.name.set_value("Đặng Văn Quyết")
    member.role.set_value("Trưởng tiểu ban")
    answered(window, member)
    view.units_button.click()
    window.settle()
    ticks = window.dialog()
    assert isinstance(ticks, TicksQuestion)
    ticks.ticks.tick([one.key for one in branches_of(place)[:2]])
    answered(window, ticks)
    (group,) = groups(place, year)
    assert [one.name for one in group.members] == ["Đặng Văn Quyết"]
    assert list(group.units) == branches_of(place)[:2]
    assert view.members.text() == "Đặng Văn Quyết, Trưởng tiểu ban"
    view.head.segments.button(1).click()
    window.settle()
    assert isinstance(shown(window), ApprovalsView)
    assert len(shown(window).table.rows()) == 2


def test_one_paper_approves_several_units_and_is_taken_back_whole(window: Window) -> None:
    place = window.workplace
    year = prepared(place)
    view = opened(window, "approvals")
    assert isinstance(view, ApprovalsView)
    waiting = [line.unit for line in approval_lines(place, year) if Approved.REPORT in line.waiting]
    assert len(waiting) > 1
    view.record()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, ApprovalQuestion)
    assert dialog.by.value() == "Ban Thường vụ Đảng ủy"
    dialog.ticks.tick([unit.key for unit in waiting])
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    assert not [line for line in approval_lines(place, year) if Approved.REPORT in line.waiting]
    window.frame.message_bar.way.click()
    window.settle()
    found = [line.unit for line in approval_lines(place, year) if Approved.REPORT in line.waiting]
    assert found == waiting


def test_what_is_given_back_needs_a_reason(window: Window) -> None:
    place = window.workplace
    year = prepared(place)
    view = opened(window, "approvals")
    assert isinstance(view, ApprovalsView)
    unit = view.table.current().unit
    view.record()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, ApprovalQuestion)
    dialog.outcome.set_value(ApprovalOutcome.RETURNED)
    dialog.outcome.committed.emit(ApprovalOutcome.RETURNED)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL, stays=True)
    assert "lý do" in dialog.message.text()
    dialog.reason.set_value("thiếu phụ lục")
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    line = next(line for line in approval_lines(place, year) if line.unit == unit)
    assert line.report is not None
    assert line.report.said.reason == "thiếu phụ lục"


def test_a_work_is_registered_done_and_opened_again(window: Window) -> None:
    place = window.workplace
    year = prepared(place)
    view = opened(window, "works")
    assert isinstance(view, WorksView)
    assert view.facts.text() == "1/3 đã xong, 1 chậm"
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, WorkQuestion)
    dialog.what.set_value("Trồng hoa")
    dialog.who.set_value("Hội Phụ nữ")
    dialog.due.set_value(place.today())
    answered(window, dialog)
    assert view.table.current().said.what == "Trồng hoa"
    view.finish()
    window.settle()
    day = window.dialog()
    assert isinstance(day, DayQuestion)
    window.press_in(day, Qt.Key.Key_Return, CONTROL)
    assert next(one for one in works(place, year) if one.said.what == "Trồng hoa").done_on == place.today()
    view.reopen_button.click()
    window.settle()
    assert next(one for one in works(place, year) if one.said.what == "Trồng hoa").done_on is None


def test_each_list_is_printed_and_a_year_without_anything_says_what_to_do(window: Window) -> None:
    prepared(window.workplace)
    for name in ("groups", "approvals", "works"):
        view = opened(window, name)
        window.press(Qt.Key.Key_P, CONTROL)
        assert view.is_on_paper()
        window.press(Qt.Key.Key_Escape)
        assert not view.is_on_paper()
    view.open(2030)
    window.settle()
    assert view.is_empty()
