"""Personnel before the vote in the window: reviewed, kept in reserve, settled, and a report refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from desktop.services.personnel.issues import issue_lines
from desktop.services.personnel.recognised import MemberChoice, ToldHead
from desktop.services.personnel.renewal import Group
from desktop.services.personnel.reserve import ReviewedPost, add_reserve, reserve_lines
from desktop.services.personnel.reviews import ReviewOutcome, review_lines
from desktop.ui.personnel.personnel_view import ISSUES, RESERVE, PersonnelView
from desktop.ui.personnel.questions import (
    IssueQuestion,
    MemberQuestion,
    ReserveQuestion,
    ReviewQuestion,
    SettleIssueQuestion,
)
from desktop.ui.personnel.renewal_question import RenewalQuestion
from desktop.ui.today.today_page import TodayPage
from tests.offices import register_example as example
from tests.offices.dismissals import HEADS, stated_heads
from tests.offices.register_window import CONTROL, Window


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_register: Path) -> Window:
    made = open_window(settled_register)
    stated_heads(made.workplace)
    return made


def view_of(window: Window, named: str | None = None) -> PersonnelView:
    window.frame.open_place("today", ("personnel", named) if named else ("personnel",))
    window.settle()
    page = window.frame.page()
    assert isinstance(page, TodayPage)
    found = page.further.on_show()
    assert isinstance(found, PersonnelView)
    return found


def answered(window: Window, dialog: QDialog, *, stays: bool = False) -> None:
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL, stays=stays)


def test_who_sits_is_reviewed_from_the_list_and_taken_back(window: Window) -> None:
    view = view_of(window)
    assert view.tables[0].rows()[0].name == HEADS[0]
    assert view.which.button(0).text().endswith(str(len(view.tables[0].rows()))), "all wait"
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, ReviewQuestion)
    answered(window, dialog, stays=True)
    assert dialog.reviewer.problem()
    dialog.outcome.set_value(ReviewOutcome.NEW_SOURCE)
    dialog.reviewer.set_value("Ban Thường vụ Đảng ủy")
    answered(window, dialog)
    first = review_lines(window.workplace)[0]
    assert (first.outcome, first.reviewer) == (ReviewOutcome.NEW_SOURCE, "Ban Thường vụ Đảng ủy")
    assert "Chọn nguồn mới" in window.frame.message_bar.text() or view.panel.buttons[0].text().startswith(
        "Sửa"
    )
    window.frame.message_bar.way.click()
    window.settle()
    assert review_lines(window.workplace)[0].outcome is None


def test_a_reserve_is_filled_and_ordered_by_keys(window: Window) -> None:
    view = view_of(window, "reserve")
    assert view.which.index() == RESERVE
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, ReserveQuestion)
    dialog.hamlet.set_value(example.FIRST)
    dialog.name.set_value("Tằng Văn Bình")
    answered(window, dialog)
    add_reserve(window.workplace, example.FIRST, ReviewedPost.HEAD, "Chìu A Dũng")
    view.refresh()
    window.settle()
    assert [one.name for one in view.tables[RESERVE].rows()] == ["Tằng Văn Bình", "Chìu A Dũng"]
    view.tables[RESERVE].select(lambda one: one.name == "Chìu A Dũng")
    view.move_it(-1)
    window.settle()
    assert [one.name for one in reserve_lines(window.workplace)] == ["Chìu A Dũng", "Tằng Văn Bình"]
    view.panel.buttons[-1].click()
    window.settle()
    assert [one.name for one in reserve_lines(window.workplace)] == ["Tằng Văn Bình"]


def test_a_matter_is_raised_settled_and_printed(window: Window) -> None:
    view = view_of(window, "issues")
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, IssueQuestion)
    dialog.by.set_value("12 hộ dân")
    dialog.what.set_value("Quỹ thôn chưa công khai")
    answered(window, dialog)
    assert view.which.button(ISSUES).text().endswith("  1")
    view.panel.press()
    window.settle()
    settle = window.dialog()
    assert isinstance(settle, SettleIssueQuestion)
    settle.day.set_value(date(2020, 1, 1))
    settle.how.set_value("đã công khai ở nhà văn hóa")
    answered(window, settle, stays=True)
    assert settle.message.isVisible(), "settled before it was raised"
    settle.day.set_value(window.workplace.today())
    answered(window, settle)
    (found,) = issue_lines(window.workplace)
    assert found.how == "đã công khai ở nhà văn hóa"
    view.print_it()
    window.settle()
    assert view.is_on_paper()
    assert view.go_back()


def test_a_report_of_27_and_63_percent_is_refused_with_what_is_missing(window: Window) -> None:
    view = view_of(window)
    view.compare_report()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, RenewalQuestion)
    for group, typed in ((Group.NEW, "27"), (Group.RE_ELECTED, "63")):
        dialog.parts[group].set_value(typed)
    dialog.elected.set_value("1.452")
    answered(window, dialog, stays=True)
    assert "thiếu 10 % (145 người)" in dialog.message.text()
    dialog.parts[Group.UNKNOWN].set_value("10")
    answered(window, dialog, stays=True)
    assert "đủ tổng" in dialog.message.text()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(dialog.lines)
    dialog.close()


def test_who_is_not_certain_is_offered_nobody(window: Window) -> None:
    head = ToldHead(
        unit=example.FIRST,
        hamlet="Thôn Nà Ếch",
        election="06859-T01-20241208",
        day=date(2024, 12, 8),
        state="recognised",
        name="Lò Thị Ơn",
        born=1975,
        number="12/QĐ-UBND",
        decided_on=date(2024, 12, 12),
        package=1,
        linked=False,
        member=None,
        choices=(MemberChoice(7, "Lò Thị Ơn", 1969, "Chi bộ Nà Ếch"),),
        certain=False,
        withdrawn="",
    )
    said: list[object] = []
    dialog = MemberQuestion(window.frame, head, lambda answer, done, _: (said.append(answer), done(None)))
    dialog.yes.click()
    assert not said
    assert "Hãy chọn" in dialog.message.text()
    dialog.member.set_value(None)
    dialog.yes.click()
    assert said == [None]
    sure = replace(head, certain=True)
    again = MemberQuestion(window.frame, sure, lambda answer, done, _: (said.append(answer), done(None)))
    assert again.member.value() == 7
    again.close()
