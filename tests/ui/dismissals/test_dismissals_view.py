"""A head is dismissed in the window, from the hamlet's panel to the planned replacement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.errors import Problem
from desktop.rules.dismissal import AskedBy, DismissalState
from desktop.services.dismissals.proposals import ProposalOutcome, propose, replacement_proposals
from desktop.services.dismissals.views import dismissals
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.dismissals.asking_questions import AskQuestion
from desktop.ui.dismissals.dismissals_view import DismissalsView
from desktop.ui.dismissals.meeting_question import MeetingQuestion
from desktop.ui.dismissals.proposal_questions import ProposeQuestion, SettleQuestion
from desktop.ui.dismissals.step_question import StepQuestion
from desktop.ui.page.further import DISMISSALS
from desktop.ui.places.hamlets_page import HamletsPage
from desktop.wording import problem_sentence
from tests.offices import register_example as example
from tests.offices.dismissals import HEADS, agreed, ask, recognised, stated_heads
from tests.offices.register_window import CONTROL, Window

Shown = tuple[Window, HamletsPage]


@pytest.fixture
def shown(open_window: Callable[[Path], Window], settled_register: Path) -> Shown:
    window = open_window(settled_register)
    stated_heads(window.workplace)
    page = window.go("hamlets")
    assert isinstance(page, HamletsPage)
    return window, page


def view_of(window: Window, page: HamletsPage, hamlet: str | None = None) -> DismissalsView:
    page.open_dismissals(hamlet)
    window.settle()
    assert page.dismissals is not None
    assert page.dismissals.isVisible()
    return page.dismissals


def answered(window: Window, dialog: QDialog) -> None:
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)


def test_an_empty_place_says_what_is_written_here(shown: Shown) -> None:
    window, page = shown
    view = view_of(window, page)
    assert view.empty.isVisible()
    assert not view.table.isVisible()


def test_from_the_panel_of_a_hamlet_a_dismissal_goes_to_its_end(shown: Shown) -> None:
    window, page = shown
    page.table.select(lambda line: line.code == example.FIRST)
    window.settle()
    page.panel.dismissal_button.click()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, AskQuestion)
    dialog.reason.line.setText("vắng mặt lâu ngày")
    dialog.way.set_value(AskedBy.FRONT_BOARD)
    answered(window, dialog)
    view = page.dismissals
    assert view is not None
    (found,) = dismissals(window.workplace)
    assert (found.name, found.state) == (HEADS[0], DismissalState.ASKED)
    assert [button.text() for button in view.panel.buttons] == ["Ghi đồng ý họp…", "Không xem xét…"]
    window.press(Qt.Key.Key_Return, CONTROL)
    step = window.dialog()
    assert isinstance(step, StepQuestion)
    answered(window, step)
    view.panel.press()
    window.settle()
    meeting = window.dialog()
    assert isinstance(meeting, MeetingQuestion)
    for field, number in ((meeting.entitled, 12), (meeting.present, 10), (meeting.agree, 7)):
        field.set_value(number)
    answered(window, meeting)
    for number in ("", "131/QĐ-UBND"):
        view.panel.press()
        window.settle()
        step = window.dialog()
        assert isinstance(step, StepQuestion)
        step.number.set_value(number)
        answered(window, step)
    (found,) = dismissals(window.workplace)
    assert found.state is DismissalState.RECOGNISED
    assert view.panel.headline.text() == "Cử người lâm thời, lập kế hoạch bầu thay"
    assert next(line.head for line in hamlet_lines(window.workplace) if line.code == example.FIRST) is None


def test_figures_that_contradict_each_other_are_said_and_what_was_typed_stays(shown: Shown) -> None:
    window, page = shown
    key = ask(window.workplace, example.FIRST, accepted=True)
    view = view_of(window, page)
    view.table.select(lambda one: one.key == key)
    window.settle()
    view.panel.press()
    window.settle()
    meeting = window.dialog()
    assert isinstance(meeting, MeetingQuestion)
    for field, number in ((meeting.entitled, 12), (meeting.present, 10), (meeting.agree, 11)):
        field.set_value(number)
    window.press_in(meeting, Qt.Key.Key_Return, CONTROL, stays=True)
    assert problem_sentence(Problem("E301", ())) in meeting.message.text()
    assert meeting.agree.value() == 11
    meeting.reject()


def test_the_last_step_is_taken_back(shown: Shown) -> None:
    window, page = shown
    key = agreed(window.workplace, example.FIRST)
    view = view_of(window, page, example.FIRST)
    assert view.table.current().key == key
    view.panel.undo.click()
    window.settle()
    assert dismissals(window.workplace)[0].state is DismissalState.ACCEPTED
    assert view.panel.headline.text() == "Họp cộng đồng dân cư"


def test_the_message_takes_back_its_own_step_though_another_row_is_chosen_since(shown: Shown) -> None:
    window, page = shown
    first, second = (ask(window.workplace, hamlet) for hamlet in (example.FIRST, "06859-T02"))
    view = view_of(window, page)
    view.table.select(lambda one: one.key == first)
    window.settle()
    view.panel.press()
    window.settle()
    answered(window, window.dialog())
    view.table.select(lambda one: one.key == second)
    window.settle()
    window.frame.message_bar.way.click()
    window.settle()
    assert {one.key: one.state for one in dismissals(window.workplace)} == {
        first: DismissalState.ASKED,
        second: DismissalState.ASKED,
    }


def test_a_proposal_that_was_written_leaves_the_chosen_dismissal_chosen(shown: Shown) -> None:
    window, page = shown
    _, second = (ask(window.workplace, hamlet) for hamlet in (example.FIRST, "06859-T02"))
    view = view_of(window, page)
    view.table.select(lambda one: one.key == second)
    window.settle()
    view.propose()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, ProposeQuestion)
    dialog.proposer.line.setText("Hội Nông dân xã")
    dialog.reason.line.setText("chậm báo cáo nhiều lần")
    answered(window, dialog)
    assert view.table.current().key == second


def test_a_paper_is_looked_at_and_esc_goes_back(shown: Shown) -> None:
    window, page = shown
    agreed(window.workplace, example.FIRST)
    view = view_of(window, page)
    assert [shown_.text() for shown_, _ in view.panel.paper_buttons][:2] == [
        *("Giấy đề nghị", "Giấy mời họp")
    ]
    view.panel.paper_buttons[2][0].click()
    window.settle()
    assert view.paper.isVisible()
    assert page.go_back()
    window.settle()
    assert view.table.isVisible()
    assert page.go_back()
    window.settle()
    assert page.is_listing()


def test_a_replacement_is_planned_where_the_head_was_dismissed(shown: Shown) -> None:
    window, page = shown
    recognised(window.workplace, example.FIRST)
    view = view_of(window, page)
    view.panel.press()
    window.settle()
    dialog = window.dialog()
    assert dialog.day.value() == date(2025, 1, 24)  # type: ignore[attr-defined] # DayQuestion
    answered(window, dialog)
    assert dismissals(window.workplace)[0].replacement
    assert view.panel.headline.text() == "Bầu người thay"


def test_a_proposal_is_written_settled_and_opened_again(shown: Shown) -> None:
    window, page = shown
    view = view_of(window, page)
    view.propose()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, ProposeQuestion)
    dialog.proposer.line.setText("Hội Nông dân xã")
    dialog.reason.line.setText("chậm báo cáo nhiều lần")
    answered(window, dialog)
    assert view.proposals.isVisible()
    assert [button.text() for button in view.panel.buttons] == [
        *("Lập hồ sơ cho thôi…", "Ghi kết quả xem xét…")
    ]
    view.panel.buttons[1].click()
    window.settle()
    settle = window.dialog()
    assert isinstance(settle, SettleQuestion)
    answered(window, settle)
    assert replacement_proposals(window.workplace)[0].outcome is ProposalOutcome.STAYS
    view.proposals.setFocus()
    view.panel.buttons[0].click()
    window.settle()
    assert replacement_proposals(window.workplace)[0].outcome is None


def test_from_a_proposal_the_front_board_asks_and_the_proposal_is_settled(shown: Shown) -> None:
    window, page = shown
    today = window.workplace.today()
    propose(window.workplace, example.FIRST, today, "Hội Nông dân xã", "chậm báo cáo nhiều lần")
    view = view_of(window, page)
    view.panel.buttons[0].click()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, AskQuestion)
    assert (dialog.way.value(), dialog.reason.value()) == (AskedBy.FRONT_BOARD, "chậm báo cáo nhiều lần")
    answered(window, dialog)
    (found,) = dismissals(window.workplace)
    assert replacement_proposals(window.workplace)[0].dismissal == found.key


def test_hom_nay_opens_the_place_of_dismissals(shown: Shown) -> None:
    window, page = shown
    agreed(window.workplace, example.FIRST)
    window.frame.open_place("today")
    window.settle()
    page.context.go.emit("hamlets", DISMISSALS)
    window.settle()
    assert page.dismissals is not None
    assert page.dismissals.isVisible()
