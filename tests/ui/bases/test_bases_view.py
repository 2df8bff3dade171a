"""Documents are written down, set in order and ended in the window, and papers name them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.rules.bases import BasisScope, DocumentKind, PaperSubject
from desktop.services.bases.register import InForce, add_basis, bases
from desktop.ui.bases.bases_view import BasesView
from desktop.ui.bases.basis_questions import BasisQuestion, EndQuestion
from desktop.ui.congress.page import CongressPage
from desktop.ui.today.today_page import TodayPage
from tests.offices.bases import ALL, DIRECTIVE, LAW, PLAN
from tests.offices.register_window import CONTROL, Window


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_register: Path) -> Window:
    return open_window(settled_register)


def view_of(window: Window) -> BasesView:
    window.frame.open_place("today", ("bases",))
    window.settle()
    page = window.frame.page()
    assert isinstance(page, TodayPage)
    found = page.further.on_show()
    assert isinstance(found, BasesView)
    return found


def _numbers(window: Window) -> list[str]:
    return [view.basis.number for view in bases(window.workplace)]


def test_a_document_is_written_down_from_the_empty_place_and_taken_back(window: Window) -> None:
    view = view_of(window)
    assert view.is_empty()
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, BasisQuestion)
    dialog.kind.set_value(DocumentKind.PLAN)
    dialog.number.set_value("87/KH-UBND")
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL, stays=True)
    assert dialog.dated.problem()
    dialog.dated.set_value(PLAN.dated)
    dialog.issuer.set_value(PLAN.issuer)
    dialog.about.set_value("bầu Trưởng thôn")
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    (found,) = bases(window.workplace)
    assert (found.basis.scope, found.basis.subjects) == (
        BasisScope.STATE,
        frozenset({PaperSubject.HEADS}),
    )
    assert view.table.current() == found
    assert "Căn cứ Kế hoạch số 87/KH-UBND ngày 18 tháng 3 năm 2022" in view.panel.lines.text().replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "Quyết định" in view.panel.papers.text()
    window.frame.message_bar.way.click()
    window.settle()
    assert not bases(window.workplace)


def test_a_document_of_the_party_on_state_papers_is_refused_and_what_was_typed_stays(
    window: Window,
) -> None:
    view_of(window)
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, BasisQuestion)
    for field, value in (
        (dialog.number, DIRECTIVE.number),
        (dialog.dated, DIRECTIVE.dated),
        (dialog.issuer, DIRECTIVE.issuer),
        (dialog.about, DIRECTIVE.about),
    ):
        field.set_value(value)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL, stays=True)
    assert "văn bản của Đảng" in dialog.message.text()
    dialog.scope.set_value(BasisScope.PARTY)
    dialog.scope.committed.emit(BasisScope.PARTY)
    assert dialog.subjects[PaperSubject.CONGRESS].isChecked()
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    assert _numbers(window) == [DIRECTIVE.number]


def test_keys_change_the_order_and_a_document_is_ended_changed_and_taken_out(window: Window) -> None:
    for one in ALL:
        add_basis(window.workplace, one)
    view = view_of(window)
    before = _numbers(window)
    view.table.select(lambda one: one.basis.number == LAW.number)
    view.table.setFocus()
    window.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _numbers(window) == [before[1], LAW.number, *before[2:]]
    current = view.table.current()
    assert current is not None
    assert current.basis.number == LAW.number
    view.rank_button.click()
    window.settle()
    assert _numbers(window) == before
    view.panel.end.click()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, EndQuestion)
    dialog.last.set_value(LAW.dated)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    assert (
        next(one for one in bases(window.workplace) if one.basis.number == LAW.number).state is InForce.ENDED
    )
    view.panel.remove.click()
    window.settle()
    assert LAW.number not in _numbers(window)
    window.frame.message_bar.way.click()
    window.settle()
    assert _numbers(window) == before


def test_the_list_is_printed_and_escape_goes_back_to_the_board(window: Window) -> None:
    add_basis(window.workplace, PLAN)
    view = view_of(window)
    window.press(Qt.Key.Key_P, CONTROL)
    assert view.is_on_paper()
    window.press(Qt.Key.Key_Escape)
    assert not view.is_on_paper()
    window.press(Qt.Key.Key_Escape)
    page = window.frame.page()
    assert isinstance(page, TodayPage)
    assert page.further.on_show() is None


def test_the_page_of_congresses_opens_it_too_and_has_its_keys(window: Window) -> None:
    add_basis(window.workplace, PLAN)
    page = window.go("congress")
    assert isinstance(page, CongressPage)
    next(one for one in page.list.bar.findChildren(QPushButton) if one.text() == "Văn bản căn cứ").click()
    window.settle()
    view = page.further.on_show()
    assert isinstance(view, BasesView)
    assert page.on_show() == ("bases",)
    window.press(Qt.Key.Key_P, CONTROL)
    assert view.is_on_paper()
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_Escape)
    assert page.further.on_show() is None
    assert page.on_show() == ()
