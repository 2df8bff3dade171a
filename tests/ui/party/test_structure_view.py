"""Organisations, posts, assignments and the model of three posts, worked with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.party.assignments import assignment_lines
from desktop.services.party.gathering import hamlets_gathered
from desktop.services.party.organisation_views import organisation_lines
from desktop.services.party.organisations import OrganisationKind
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import PostKind
from desktop.ui.party.organisation_questions import ChangeQuestion, GatherQuestion, OrganisationQuestion
from desktop.ui.party.party_page import PartyPage
from desktop.ui.party.post_questions import AssignmentQuestion, PostQuestion
from desktop.ui.party.structure_view import StructureView
from tests.offices import structure_example
from tests.offices.hands import when_asked
from tests.offices.register_window import CONTROL, Window
from tests.offices.typing import type_text


@pytest.fixture(scope="module")
def settled_structure(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("to-chuc") / "xa"
    structure_example.with_structure(folder).workplace.database.close()
    return folder


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_structure: Path) -> Window:
    return open_window(settled_structure)


def view_of(window: Window, tab: int) -> StructureView:
    page = window.go("party")
    assert isinstance(page, PartyPage)
    page.show_structure()
    assert page.structure is not None
    page.structure.tabs.choose(tab)
    window.settle()
    return page.structure


def test_an_empty_office_makes_its_committee_and_a_joint_branch(
    open_window: Callable[[Path], Window],
    settled_register: Path,
) -> None:
    window = open_window(settled_register)
    view = view_of(window, 0)
    assert view.organisations.is_empty()

    def fill(question: QWidget) -> None:
        assert isinstance(question, OrganisationQuestion)
        question.kind.set_value(OrganisationKind.RESIDENTIAL)
        type_text(question.name.box(), "Chi bộ ghép Nà Ếch")
        for row in (0, 1):
            question.ticks.item(row).setCheckState(Qt.CheckState.Checked)
        question.yes.click()

    when_asked(fill)
    view.primary()
    window.settle()
    window.qtbot.waitUntil(lambda: len(view.organisations.table.rows()) == 1)
    (line,) = organisation_lines(window.workplace)
    assert (line.name, len(line.hamlets)) == ("Chi bộ ghép Nà Ếch", 2)
    assert view.facts.text() == "1 chi bộ"


def test_somebody_takes_a_post_from_the_table(window: Window) -> None:
    view = view_of(window, 1)
    before = len(view.posts.table.rows())
    hamlet = next(one.code for one in post_lines(window.workplace) if one.kind is PostKind.HAMLET_HEAD)

    def fill(question: QWidget) -> None:
        assert isinstance(question, PostQuestion)
        question.offer(PostKind.WOMEN_HEAD, hamlet)
        type_text(question.holder.name.box(), "Lò Thu Liễu")
        question.first.set_value(date(2024, 1, 1))
        question.yes.click()

    when_asked(fill)
    view.primary()
    window.settle()
    window.qtbot.waitUntil(lambda: len(view.posts.table.rows()) == before + 1)
    (line,) = [one for one in post_lines(window.workplace) if one.kind is PostKind.WOMEN_HEAD]
    assert (line.holder, line.starts_on) == ("Lò Thu Liễu", date(2024, 1, 1))


def test_gaps_stand_first_and_are_walked_to_and_filled(window: Window) -> None:
    view = view_of(window, 2)
    gaps = sum(line.is_gap for line in view.assignments.table.rows())
    view.next_problem()
    wanted = view.assignments.table.current()
    assert wanted.is_gap

    def fill(question: QWidget) -> None:
        assert isinstance(question, AssignmentQuestion)
        assert question.place.value() == wanted.code
        type_text(question.holder.name.box(), "Hoàng Minh Đức")
        question.yes.click()

    when_asked(fill)
    view.primary()
    window.settle()
    window.qtbot.waitUntil(lambda: view.facts.text() != f"{gaps} nơi chưa có ai phụ trách")
    assert sum(line.is_gap for line in assignment_lines(window.workplace)) < gaps


def test_heads_who_are_no_members_are_walked_to_with_their_next_step(window: Window) -> None:
    view = view_of(window, 3)
    assert view.facts.text() == "3/13 thôn đạt cả ba; 10/13 thôn có bí thư là trưởng thôn"
    view.next_problem()
    current = view.three_posts.table.current()
    assert current.head_is_member is not True


def test_posts_are_found_by_words_and_narrowed_to_those_that_are_asked_for(window: Window) -> None:
    view = view_of(window, 1)
    everybody = len(view.posts.table.rows())
    window.press(Qt.Key.Key_F, CONTROL)
    type_text(view.posts.filter.search, "binh ubnd")
    found = view.posts.table.rows()
    assert {line.holder for line in found} == {"Nguyễn Thị Bình"}
    assert len(found) < everybody
    assert view.facts.text().startswith(f"{everybody} chức vụ"), "the line above counts them all"
    view.posts.filter.search.clear()
    view.posts.filter.which.set_value("not_local")
    view.posts.filter.changed.emit()
    assert [line.kind for line in view.posts.table.rows()] == [PostKind.COMMUNE_CHAIR]
    window.press(Qt.Key.Key_Escape)
    assert len(view.posts.table.rows()) == everybody, "Esc lets go of the filter first"
    assert view.isVisible()
    window.press(Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_who_is_walked_to_is_shown_even_where_the_filter_hides_it(window: Window) -> None:
    view = view_of(window, 3)
    type_text(view.three_posts.filter.search, "khong co ai")
    assert view.three_posts.table.rows() == ()
    view.next_problem()
    assert view.three_posts.table.current().head_is_member is not True


def test_a_hamlet_joins_a_branch_by_a_tick(window: Window) -> None:
    view = view_of(window, 0)
    part = view.organisations
    part.table.select(lambda line: line.kind is OrganisationKind.RESIDENTIAL)
    code = part.table.current().code
    part.gathers.click()
    question = window.dialog()
    assert isinstance(question, GatherQuestion)
    (hamlet,) = question.ticks.ticked()
    question.day.line.selectAll()
    type_text(question.day.line, "01/01/2024")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert list(hamlets_gathered(window.workplace, code)) == [hamlet]


def test_a_refused_merger_keeps_what_was_typed(window: Window) -> None:
    view = view_of(window, 0)
    view.organisations.table.select(lambda line: line.kind is OrganisationKind.RESIDENTIAL)
    asked: list[ChangeQuestion] = []

    def fill(question: QWidget) -> None:
        assert isinstance(question, ChangeQuestion)
        type_text(question.name.box(), "Chi bộ Mới")
        question.yes.click()
        asked.append(question)

    when_asked(fill)
    view.organisations.merge()
    window.qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    window.settle()
    (question,) = asked
    assert question.isVisible()
    assert question.name.value() == "Chi bộ Mới"
    question.no.click()
    assert len(organisation_lines(window.workplace)) == 19


def test_a_list_of_posts_is_taken_in_beside_those_that_are_held(window: Window, tmp_path: Path) -> None:
    view = view_of(window, 1)
    before = len(view.posts.table.rows())
    path = tmp_path / "chuc-vu.csv"
    path.write_text(
        "STT,Họ và tên,Chức vụ,Ở đâu\n1,Tằng A Mới,Phó Chủ tịch UBND xã,\n2,Ai Đó,Bí thư,Chi bộ Không Có\n",
        encoding="utf-8",
    )
    view.take_file(path)
    window.settle()
    view.primary()
    window.settle()
    window.qtbot.waitUntil(
        lambda: "Tằng A Mới" in {line.holder for line in post_lines(window.workplace)}, timeout=20_000
    )
    view.leave()
    window.settle()
    window.qtbot.waitUntil(lambda: len(view.posts.table.rows()) == before + 1)
