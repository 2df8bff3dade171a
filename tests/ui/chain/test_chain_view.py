"""The chain in the window: switched on, its plan written down, a gate met and let through, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.bootstrap import shipped_statutes
from desktop.services.chain.gates import Gate, overrides
from desktop.services.chain.switching import chain_lines, switch_on
from desktop.services.chain.views import Node, PlanState, chain_view
from desktop.services.office.offices import make_office
from desktop.services.papers.kept import printed_papers
from desktop.services.personnel.issues import raise_issue
from desktop.services.training.clock import TrainingClock
from desktop.ui.ballots.ballot_printing import BallotPrinting
from desktop.ui.chain.chain_view import ChainView
from desktop.ui.chain.questions import PlanQuestion
from desktop.ui.hamlet_head.page import ElectionPage
from desktop.ui.page.gate_question import GateQuestion
from desktop.ui.personnel.personnel_view import ISSUES, PersonnelView
from desktop.ui.today.today_page import TodayPage
from tests.offices import commune
from tests.offices.commune import HAMLET
from tests.offices.hands import agree, when_asked
from tests.offices.register_window import CONTROL, Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cups import PrintSystem


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an office with one election whose candidates are listed."""
    folder = tmp_path_factory.mktemp("listed") / "xa"
    clock = TrainingClock(commune.BEFORE)
    place, _ = make_office(
        folder, commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32)
    )
    commune.settle(place)
    commune.listed(place)
    place.database.close()
    return folder


@pytest.fixture
def window(open_window: Callable[[Path], Window], listed: Path) -> Window:
    return open_window(listed)


def opened(window: Window) -> ChainView:
    page = window.go("today")
    assert isinstance(page, TodayPage)
    page.open_with(("chain",))
    window.settle()
    view = page.further.on_show()
    assert isinstance(view, ChainView)
    return view


def test_it_is_off_until_somebody_switches_it_on(window: Window) -> None:
    view = opened(window)
    assert view.empty.isVisible()
    window.press(Qt.Key.Key_Return, CONTROL)
    (line,) = chain_lines(window.workplace)
    assert line.campaign == "2024"
    assert view.table.isVisible()
    assert view.table.hasFocus()


def test_a_matter_that_is_open_stands_under_the_chain_and_opens_its_list(window: Window) -> None:
    chain = switch_on(window.workplace, "2024")
    place = window.workplace
    raise_issue(place, HAMLET, place.today(), "12 hộ dân", "Quỹ thôn chưa công khai")
    (row,) = chain_view(place, chain).rows
    assert row.open_issues == 1
    assert not row.is_stuck, "it shuts no gate"
    view = opened(window)
    assert "1 vụ việc, kiến nghị chưa giải quyết" in shown_text(view.card)
    view.card.personnel_button.click()
    window.settle()
    page = window.frame.page()
    assert isinstance(page, TodayPage)
    personnel = page.further.on_show()
    assert isinstance(personnel, PersonnelView)
    assert personnel.which.index() == ISSUES


def shown_text(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_the_plan_is_approved_from_the_next_thing(window: Window) -> None:
    chain = switch_on(window.workplace, "2024")
    view = opened(window)
    window.press(Qt.Key.Key_Return, CONTROL)
    dialog = window.dialog()
    assert isinstance(dialog, PlanQuestion)
    dialog.what.set_value("approved")
    dialog.number.set_value("12-TB/ĐU")
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    (row,) = chain_view(window.workplace, chain).rows
    assert (row.chain.facts.plan, row.chain.plan_number) == (PlanState.APPROVED, "12-TB/ĐU")
    assert view.panel.button.text() == "Mở cuộc bầu"
    window.press(Qt.Key.Key_Return, CONTROL)
    assert isinstance(window.frame.page(), ElectionPage)


def test_enter_opens_the_step_of_the_cell_and_escape_comes_back(window: Window) -> None:
    switch_on(window.workplace, "2024")
    view = opened(window)
    view.table.select(lambda _: True, 3)
    assert view.table.node() is Node.HEAD
    window.press(Qt.Key.Key_Return)
    assert isinstance(window.frame.page(), ElectionPage)
    view = opened(window)
    window.press(Qt.Key.Key_Escape)
    page = window.frame.page()
    assert isinstance(page, TodayPage)
    assert page.further.on_show() is None


def test_a_gate_that_refuses_is_let_through_and_the_ballots_are_printed(
    window: Window, cups: PrintSystem
) -> None:
    cups.add("May-in-xa", usual=True)
    chain = switch_on(window.workplace, "2024")
    page = window.go("election")
    assert isinstance(page, ElectionPage)
    printing = BallotPrinting(page.context, page)
    when_asked(agree)
    printing.real(commune.CODE)
    window.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), GateQuestion))
    question = window.dialog()
    assert isinstance(question, GateQuestion)
    window.press_in(question, Qt.Key.Key_Return, CONTROL, stays=True)
    question.reason.set_value("văn bản về sau")
    question.name.set_value("Lương Thị Hạnh")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    (made,) = overrides(window.workplace, chain)
    assert (made.gate, made.hamlet_code, made.name) == (Gate.PLAN_APPROVED, HAMLET, "Lương Thị Hạnh")
    assert len(printed_papers(window.workplace, commune.CODE)) == 1
    cups.printed(1)
