"""A clerk in a hurry: wrong figures, wrong persons, F8 and Enter; what is refused is said at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.rules.attendance import Presence
from desktop.services.congress import approval, closing, lists
from desktop.services.congress.hands import Hands
from desktop.services.congress.record import congress_record
from desktop.services.congress.roll_views import roll_lines
from desktop.services.congress.views import congress_view, congresses
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.post.ballot_questions import BallotsQuestion
from desktop.ui.congress.post.list_questions import ListQuestion
from desktop.ui.congress.post.seats_question import PostsQuestion
from desktop.ui.congress.record.question import offered
from desktop.ui.widgets.findings import Findings
from tests.offices import congress_example
from tests.offices.register_window import CONTROL, Window
from tests.offices.typing import type_text

pytestmark = pytest.mark.xdist_group("congress-page")


@pytest.fixture(scope="module")
def branch_of_twelve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-12") / "xa"
    branch = congress_example.make_branch(folder, 12)
    congress_example.planned(branch, held_on=date(2024, 11, 25))
    branch.place.database.close()
    return folder


@pytest.fixture
def page(open_window: Callable[[Path], Window], branch_of_twelve: Path) -> tuple[Window, CongressPage, str]:
    window = open_window(branch_of_twelve)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    shown.open_with((line.code, "attending"))
    window.settle()
    return window, shown, line.code


def _members(window: Window, code: str) -> dict[str, int]:
    return {line.name: line.member for line in roll_lines(window.workplace, code)}


def test_f8_then_enter_calls_the_member_whom_nobody_called(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page
    shown.congress.roll.here.setFocus()
    window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_Return)
    called = [line.name for line in roll_lines(window.workplace, code) if line.presence is Presence.PRESENT]
    assert called == [shown.congress.roll.table.current().name]


def test_hands_are_asked_for_once_it_is_known_who_votes(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page
    assert not shown.congress.roll.hands.isEnabled()
    shown.congress.acts.all_present(code)
    window.settle()
    shown.congress.acts.report(code)
    window.settle()
    assert shown.congress.roll.hands.isEnabled()


def test_what_was_refused_is_not_said_of_the_next_answer(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page
    shown.congress.ask("seats")
    asked = window.dialog()
    assert isinstance(asked, PostsQuestion)
    committee = asked.fields["committee"]
    for typed, said in (("8", "nhiều nhất 7"), ("1.5", "")):
        committee.line.selectAll()
        type_text(committee.line, typed)
        window.press_in(asked, Qt.Key.Key_Return, CONTROL, stays=True)
        assert said in asked.message.text() if said else not asked.message.isVisible()
    assert "số nguyên" in committee.problem()
    assert congress_view(window.workplace, code).posts[0].seats == 3


def test_a_list_with_too_many_names_is_closed_after_a_poll_and_says_so_first(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = page
    members = _members(window, code)
    for name in congress_example.NAMES[:5]:
        lists.put_up(window.workplace, code, "committee", members[name])
    shown.refresh()
    window.settle()
    shown.congress.open_step("committee")
    window.settle()
    window.press(Qt.Key.Key_Return, CONTROL)
    asked = window.dialog()
    assert isinstance(asked, ListQuestion)
    assert not asked.present.isVisible()  # no hands are raised before the congress
    window.press_in(asked, Qt.Key.Key_Return, CONTROL, stays=True)
    assert "xin ý kiến" in asked.message.text()
    asked.polled.setChecked(True)
    window.press_in(asked, Qt.Key.Key_Return, CONTROL)
    assert congress_view(window.workplace, code).posts[0].votes[0].state == "listed"


def test_every_finding_of_a_list_is_read_whole_beside_it(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page
    members = _members(window, code)
    lists.put_up(window.workplace, code, "committee", members["Lò Thu Liễu"], lists.Origin.FLOOR)
    shown.refresh()
    window.settle()
    shown.congress.open_step("committee")
    window.settle()
    found = shown.congress.post.findings.findings()
    assert len(found) == 2
    assert all(not each.code for each in found)  # an article is a sentence, no code at the row's end
    assert "190-QĐ/TW" in found[0].sentence
    rows = [
        row for row in shown.congress.post.findings.findChildren(QWidget) if row.inherits("QAbstractButton")
    ]
    assert all(row.height() < shown.congress.post.findings.height() for row in rows)
    assert isinstance(shown.congress.post.findings, Findings)


def test_f8_walks_through_papers_that_lack_something_and_texts_not_written(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, _ = page
    for step in ("papers", "preparing"):
        shown.congress.open_step(step)
        window.settle()
        table = shown.congress.papers.table if step == "papers" else shown.congress.texts.table
        before = table.current()
        window.press(Qt.Key.Key_F8)
        assert table.hasFocus()
        assert table.current() != before


def test_a_paper_on_show_is_put_away_with_its_step(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, _ = page
    shown.congress.open_step("papers")
    window.settle()
    window.press(Qt.Key.Key_Return)
    window.qtbot.waitUntil(shown.congress.papers.shows_paper)
    shown.congress.open_step("whole")
    window.settle()
    window.press(Qt.Key.Key_P, CONTROL)
    assert shown.key() == "papers"
    assert shown.congress.papers.table.hasFocus()


def test_fewer_ballots_than_members_who_vote_are_refused_in_their_field(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = page
    members = _members(window, code)
    shown.congress.acts.all_present(code)
    window.settle()
    shown.congress.acts.report(code)
    window.settle()
    for name in congress_example.NAMES[:4]:
        lists.put_up(window.workplace, code, "committee", members[name])
    lists.close_list(window.workplace, code, "committee", Hands(12))
    shown.refresh()
    window.settle()
    shown.congress.open_step("committee")
    window.settle()
    window.press(Qt.Key.Key_Return, CONTROL)
    asked = window.dialog()
    assert isinstance(asked, BallotsQuestion)
    asked.elsewhere.setChecked(True)
    asked.copies.line.selectAll()
    type_text(asked.copies.line, "3")
    window.press_in(asked, Qt.Key.Key_Return, CONTROL, stays=True)
    assert "12 đảng viên" in asked.copies.problem()
    asked.copies.line.selectAll()
    type_text(asked.copies.line, "13")
    window.press_in(asked, Qt.Key.Key_Return, CONTROL)
    assert congress_view(window.workplace, code).posts[0].votes[0].state == "printed"


def test_what_was_written_by_mistake_after_the_last_vote_is_offered_to_be_taken_back(tmp_path: Path) -> None:
    branch = congress_example.make_branch(tmp_path / "xa", 7)
    code = congress_example.planned(branch)
    congress_example.called(branch, code)
    congress_example.bodies_chosen(branch, code, congress_example.NAMES[4:5])
    congress_example.listed(branch, code, "secretary", congress_example.NAMES[0])
    congress_example.printed(branch, f"{code}.1")
    congress_example.counted(branch, f"{code}.1", 7, {congress_example.NAMES[0]: 6})
    closing.close_congress(branch.place, code, branch.at(2))
    mistakes = {"reopened", "sent_back", "handed_back", "received"}

    def taken_back() -> set[str]:
        return {key for key, _, _ in offered(congress_record(branch.place, code))} & mistakes

    assert taken_back() == {"reopened"}
    closing.record_report_sent(branch.place, code, congress_example.DAY)
    closing.record_handing_over(branch.place, code, congress_example.DAY)
    assert taken_back() == {"sent_back", "handed_back"}
    approval.record_received(branch.place, code, congress_example.DAY)
    assert taken_back() == {"received", "handed_back"}
    branch.place.database.close()
