"""A quick typist on a slow computer: every figure and every name stands where it was typed."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.rules.reconciliation import BoxStock
from desktop.services.counting import entry_drafts, meetings
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.office.operators import register_operator
from desktop.services.office.workplace import VIET_NAM
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.elections.candidates_step import CandidatesStep
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import Hands, step_of
from tests.offices.opening import open_meeting
from tests.offices.slow import slow_down
from tests.offices.waiting import pause

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

__all__ = ["frame", "office"]

TAB, BACK, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return
A_KEY = 4  # milliseconds between two keys


class Typist(Hands):
    """Strikes key after key, and waits for nothing."""

    def strike(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                QTest.keyClick(self.focus(), one)
                pause(A_KEY)


@pytest.fixture
def typist(qtbot: QtBot, frame: Frame) -> Typist:
    return Typist(qtbot, frame)


def open_step(typist: Typist, code: str, key: str, patch: pytest.MonkeyPatch) -> None:
    typist.frame.open_place("election", (code, key))
    typist.settle()
    assert typist.frame.context is not None
    slow_down(patch, typist.frame.context.runner)


def open_officials(typist: Typist, code: str, patch: pytest.MonkeyPatch) -> CandidatesStep:
    open_step(typist, code, "candidates", patch)
    step = step_of(typist.frame, CandidatesStep)
    step.which.choose(1)
    return step


def test_the_ballots_of_each_box_typed_in_one_go_are_all_kept(
    typist: Typist, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.print_ballots(office)
    open_meeting(office.workplace, office.code, datetime(2024, 12, 8, 7, 30, tzinfo=VIET_NAM))
    meetings.add_box(office.workplace, office.code)
    open_step(typist, office.code, "meeting", monkeypatch)
    step_of(typist.frame, MeetingStep).stock.go_to("stock.issued")

    typist.strike("110", TAB, "18", TAB, "1", TAB, "109", ENTER)
    typist.strike("2", BACK, "0", BACK, "4", BACK, "3", ENTER)
    typist.settle()

    boxes = meeting_view(office.workplace, office.code).boxes
    assert boxes == (BoxStock("main", 132, 110, 18, 1, 109), BoxStock("mobile", None, 3, 4, 0, 2))


def test_what_is_typed_stands_in_its_cell_from_then_on(
    typist: Typist, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.hold_meeting(office)
    open_step(typist, office.code, "meeting", monkeypatch)
    stock = step_of(typist.frame, MeetingStep).stock
    stock.go_to("stock.issued")
    typed = ["109", "19"]
    # One of the pauses ends while the page is being read anew, with the figure before and not with this one.
    for number, pauses in enumerate(range(4, 40, 4)):
        typed[number % 2] = str(100 + number)
        typist.strike(typed[number % 2], BACK if number % 2 else TAB)
        for _ in range(pauses):
            pause(10)
            assert [stock.model().index(0, column).data() for column in (1, 2)] == typed


def test_two_figures_of_attendance_one_after_the_other_are_both_kept(
    typist: Typist, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.print_ballots(office)
    open_meeting(office.workplace, office.code, datetime(2024, 12, 8, 7, 30, tzinfo=VIET_NAM))
    open_step(typist, office.code, "meeting", monkeypatch)
    step_of(typist.frame, MeetingStep).attendance.hour.setFocus()

    typist.strike("8", ENTER, "71", ENTER, "9", ENTER, "112", ENTER)
    typist.settle()

    told = meeting_view(office.workplace, office.code).attendance
    assert [(line.at.time(), line.present) for line in told] == [(time(8), 71), (time(9), 112)]


def test_whoever_runs_the_election_is_named_downward_in_one_go(
    typist: Typist, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = open_officials(typist, office.code, monkeypatch)
    step.officials.go_to_role("team_head")
    names = ["Lo Van An", "Lo Van Be", "Lo Van Chi", "Vi Thi Dao", "Vi Thi Em", "Vi Thi Hoa", "Ly A", "Ly B"]

    for name in names:
        typist.strike(name, ENTER)
    typist.settle()

    officials = candidates_view(office.workplace, office.code).officials
    roles = ["team_head", "team_member", "team_member", "counting_head", "counting_member", "counting_member"]
    assert sorted((line.role, line.name) for line in officials) == sorted(
        zip([*roles, "witness", "witness"], names, strict=True)
    )
    assert [line.name for line in step.officials.rows() if line.role == "team_member"] == [
        *names[1:3],
        "",
    ], "a line more stands ready"


def test_a_title_before_its_name_and_a_name_before_its_title_are_both_kept(
    typist: Typist, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = open_officials(typist, office.code, monkeypatch)
    step.officials.go_to_role("team_member")

    typist.strike(BACK, "ba", TAB, "Lo Thi Be", ENTER, "Vi Van Dong", BACK, "ong", ENTER)
    typist.settle()

    officials = candidates_view(office.workplace, office.code).officials
    assert [(line.title, line.name) for line in officials] == [("Bà", "Lo Thi Be"), ("Ông", "Vi Van Dong")]


def test_a_whole_form_typed_without_a_pause_is_found_again_by_its_operator(
    typist: Typist, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.hold_meeting(office)
    place = office.workplace
    operator = register_operator(place, "Vi Thị Ơn", "1357")
    open_step(typist, office.code, "counting", monkeypatch)
    step = step_of(typist.frame, CountingStep)
    entry = entry_drafts.sit_down(place, office.code, operator, "1357")
    step._sit(entry, "1357", alone=False)

    figures = [str(11 * number) for number in range(1, len(entry.fields) + 1)]
    for figure in figures:
        typist.strike(figure, ENTER)
    typist.settle()

    kept = entry_drafts.sit_down(place, office.code, operator, "1357").typed
    assert [kept[field] for field in entry.fields] == [int(figure) for figure in figures]
