"""Chi bộ, đảng viên with the keyboard: branches made, members by day, a standing stored, a list taken in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.papers.registers import REGISTERS
from desktop.services.party.branches import branch_lines
from desktop.services.party.member_views import member, member_lines
from desktop.services.party.posts import NewPost, PostKind, begin_post
from desktop.services.party.standing import Standing
from desktop.ui.party.moving_questions import EnteringQuestion, LeavingQuestion
from desktop.ui.party.party_page import PartyPage
from desktop.ui.party.standing_question import StandingQuestion
from tests.offices import party_example
from tests.offices.hands import when_asked
from tests.offices.register_window import Window
from tests.offices.typing import type_text

pytestmark = pytest.mark.xdist_group("party")  # one process makes what its tests share


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_members: Path) -> Window:
    return open_window(settled_members)


def page_of(window: Window) -> PartyPage:
    page = window.go("party")
    assert isinstance(page, PartyPage)
    branch = party_example.first_branch(window.workplace)
    page.branches.select(lambda line: line.code == branch)
    window.settle()
    return page


def names(page: PartyPage) -> list[str]:
    return [line.name for line in page.table.rows()]


def test_one_press_makes_a_branch_of_each_hamlet(
    open_window: Callable[[Path], Window], settled_register: Path, qtbot: QtBot
) -> None:
    window = open_window(settled_register)
    page = window.go("party")
    assert isinstance(page, PartyPage)
    assert branch_lines(window.workplace) == ()
    page.primary()
    window.settle()
    qtbot.waitUntil(lambda: len(page.branches.rows()) == 13)
    assert page.facts.committees.accessibleName() == "0/13 chi bộ có chi ủy"


def test_members_are_shown_with_their_standing_of_the_day_asked_for(window: Window) -> None:
    page = page_of(window)
    standings = {line.name: line.standing for line in page.table.rows()}
    assert standings == {
        "Vàng Xuân Long": Standing.OFFICIAL,
        "Chìu Thị Ánh": Standing.PROBATIONARY,
        "Phạm Thị Linh": Standing.EXEMPT,
        "Đặng Quốc Hưởng": Standing.ELSEWHERE,
        "Lý Ngọc Sơn": Standing.UNKNOWN,
    }
    page.on.set_value(date(2025, 7, 1))
    page.refresh()
    window.settle()
    later = {line.name: line.standing for line in page.table.rows()}
    assert later["Đặng Quốc Hưởng"] is Standing.OFFICIAL
    assert [page.filter.standings.button(at).text() for at in range(4)] == [
        "Tất cả 5",
        "Chính thức 2",
        "Dự bị 1",
        "Cần xem 2",
    ]


def test_a_filter_leaves_those_whom_its_word_means(window: Window) -> None:
    page = page_of(window)
    page.filter.standings.button(2).click()
    assert names(page) == ["Chìu Thị Ánh"]
    page.filter.standings.button(3).click()
    assert names(page) == ["Lý Ngọc Sơn"]
    page.filter.standings.button(0).click()
    assert len(names(page)) == 5


def test_a_day_typed_into_the_panel_is_stored_when_it_is_left(window: Window) -> None:
    page = page_of(window)
    page.table.select(lambda line: line.name == "Lý Ngọc Sơn")
    window.settle()
    box = page.panel.fields["admitted"].box()
    box.setFocus()
    type_text(box, "20/11/2012")
    window.press(Qt.Key.Key_Return)
    key = page.table.current().id
    assert member(window.workplace, key).admitted == "20/11/2012"
    page.table.setFocus()
    window.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert member(window.workplace, key).admitted == ""


def test_a_member_is_added_and_stands_in_the_list(window: Window) -> None:
    page = page_of(window)

    def answer(question: QWidget) -> None:
        assert isinstance(question, EnteringQuestion)
        type_text(question.name.box(), "Tằng A Mới")
        question.yes.click()

    when_asked(answer)
    page.add_one()
    window.qtbot.waitUntil(lambda: "Tằng A Mới" in names(page))
    window.settle()
    assert page.table.current().name == "Tằng A Mới"
    assert page.panel.isVisible()


def test_another_standing_is_stored_by_its_question(window: Window) -> None:
    page = page_of(window)
    page.table.select(lambda line: line.name == "Vàng Xuân Long")
    window.settle()

    def answer(question: QWidget) -> None:
        assert isinstance(question, StandingQuestion)
        question.kind.set_value(Standing.SUSPENDED)
        type_text(question.number.box(), "12-QĐ/ĐU")
        question.yes.click()

    when_asked(answer)
    page.change_standing()
    window.qtbot.waitUntil(lambda: page.table.current().standing is Standing.SUSPENDED)
    found = member(window.workplace, page.table.current().id)
    assert [(held.kind, held.paper) for held in found.standings] == [(Standing.SUSPENDED, "12-QĐ/ĐU")]


def test_who_moves_out_leaves_the_list_and_a_move_without_a_place_is_asked_again(window: Window) -> None:
    page = page_of(window)
    page.table.select(lambda line: line.name == "Vàng Xuân Long")
    window.settle()
    branch = party_example.first_branch(window.workplace)

    def answer(question: QWidget) -> None:
        assert isinstance(question, LeavingQuestion)
        question.yes.click()
        assert question.destination.problem()
        type_text(question.destination.box(), "Đảng bộ phường Hạ Long")
        question.yes.click()

    when_asked(answer)
    page.move_out()
    window.qtbot.waitUntil(
        lambda: all(
            line.name != "Vàng Xuân Long"
            for line in member_lines(window.workplace, branch, date(2024, 11, 26))
        ),
    )


def test_f8_walks_to_who_is_to_be_seen(window: Window) -> None:
    page = page_of(window)
    page.table.select(lambda line: line.name == "Vàng Xuân Long")
    page.next_problem()
    assert page.table.current().name == "Lý Ngọc Sơn"


def test_a_list_is_taken_in_through_the_wizard(window: Window, tmp_path: Path) -> None:
    page = page_of(window)
    book = openpyxl.Workbook()
    for row in (
        ("STT", "Họ và tên đảng viên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ"),
        (1, "Vàng Xuân Long", "12/03/1979", "03/02/2006", "03/02/2007", "022079001417"),
        (2, "Hoàng Minh Đức", "1981", "02/09/2009", "02/09/2010", ""),
    ):
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "dang-vien.xlsx")
    page.take_file(tmp_path / "dang-vien.xlsx")
    window.settle()
    shown = page.importing.grab()
    assert not shown.isNull()
    page.primary()
    window.settle()
    branch = party_example.first_branch(window.workplace)
    assert len(member_lines(window.workplace, branch)) == 6
    long = next(line for line in member_lines(window.workplace, branch) if line.name == "Vàng Xuân Long")
    assert member(window.workplace, long.id).card_masked == "•••••••••417"


def test_ctrl_n_adds_where_the_list_has_the_keyboard(window: Window) -> None:
    page = page_of(window)
    page.table.setFocus()
    asked: list[str] = []

    def answer(question: QWidget) -> None:
        asked.append(question.windowTitle())
        question.close()

    when_asked(answer)
    window.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Thêm đảng viên vào Chi bộ thôn Nà Ếch"]


def test_the_page_says_that_files_are_never_kept(window: Window) -> None:
    page = page_of(window)
    assert "không giữ hồ sơ đảng viên" in page.help_text()
    assert QApplication.activeWindow() is not None


def test_posts_and_standings_are_told_through_time_beside_the_member(window: Window) -> None:
    page = page_of(window)
    branch = party_example.first_branch(window.workplace)
    long = next(line for line in member_lines(window.workplace, branch) if line.name == "Vàng Xuân Long")
    person = member(window.workplace, long.id).person
    day = window.workplace.today()
    new = NewPost(
        PostKind.SECRETARY, branch, "Vàng Xuân Long", person=person, starts_on=day, number="2-QĐ/ĐU"
    )
    begin_post(window.workplace, new)
    page.table.select(lambda line: line.name == "Vàng Xuân Long")
    window.settle()
    times = page.panel.history.times()
    assert [time.name for time in times if time.present] == ["Bí thư", "Chi bộ thôn Nà Ếch", "Chính thức"]
    assert "2-QĐ/ĐU" in times[0].paper
    assert [time.name for time in times if not time.present] == ["Dự bị"]


def test_the_list_is_searched_and_filtered_further(window: Window) -> None:
    page = page_of(window)
    page.filter.search.setText("quoc dang")
    assert names(page) == ["Đặng Quốc Hưởng"]
    assert page.filter.clear_search()
    page.filter.more.set_value("exempt")
    page.filter.changed.emit()
    assert names(page) == ["Phạm Thị Linh"]
    page.filter.clear()
    assert len(names(page)) == 5


def test_many_branches_scroll_in_their_list_and_the_bar_stays_in_sight(window: Window) -> None:
    page = page_of(window)
    window.frame.resize(1366, 700)
    page.branches.select(lambda line: line.official == 0)
    window.settle()
    assert len(page.branches.rows()) == 13
    window.qtbot.waitUntil(lambda: page.height() <= 700)
    assert page.bar.visibleRegion().boundingRect().height() == page.bar.height()


def test_a_filter_is_kept_under_a_name_and_used_again(window: Window) -> None:
    page = page_of(window)
    page.filter.standings.button(1).click()
    page.filter.more.set_value("elsewhere")
    page.filter.search.setText("quoc")
    page.filter.changed.emit()
    kept = page.filter.narrowed_to()
    page.filter.clear()
    assert len(names(page)) == 5
    page.kept.button.click()
    window.settle()
    dialog = window.dialog()
    dialog.close()
    page.filter.narrow(kept)
    assert page.filter.narrowed_to() == kept
    assert names(page) == []
    page.filter.narrow({"more": "elsewhere", "standing": "99"})
    assert names(page) == ["Đặng Quốc Hưởng"]


def test_what_comes_due_leads_to_whom_it_is_of_and_the_registers_open_with_ctrl_p(window: Window) -> None:
    page = page_of(window)
    page.show_dues()
    assert page.due.table.rows()
    page.primary()
    window.settle()
    assert page.is_listing()
    window.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not page.is_listing()
    assert len(page.registers.table.rows()) == len(REGISTERS)
    assert page.go_back()
    window.settle()
    assert page.is_listing()
