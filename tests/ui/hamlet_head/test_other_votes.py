"""The vote that is not the usual one, in the real window: between those who tied, and by show of hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.models.store.session import reading
from desktop.rules.library import Library
from desktop.rules.statute import overlaid
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.proceedings import keep_proceedings
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.meeting_plans import meeting_plan
from desktop.services.elections.officials import Appointment
from desktop.services.papers.minutes_views import print_minutes
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.outcome_words import headline
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.results.minutes_step import MinutesStep
from desktop.ui.results.recognition_step import RecognitionStep
from tests.offices import commune
from tests.offices.count_office import clock, frame, settled_office, sit_down
from tests.offices.count_office import office as plain_office
from tests.offices.drafts import draft_officials
from tests.offices.hands import CTRL, Hands, agree, file_named, step_of
from tests.printing.pages import one_line
from tests.services.results.test_run_off import TIED, TIES

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "frame", "plain_office", "settled_office"]


@pytest.fixture
def office(plain_office: Workplace) -> Workplace:
    """The office of a province where those who tie are voted on again among themselves."""
    shipped = plain_office.statutes.get("nd59-2023")
    assert shipped is not None
    return replace(plain_office, statutes=Library([overlaid(shipped, TIES.encode())]))


def open_the_meeting(hands: Hands) -> None:
    step_of(hands.frame, MeetingStep)
    hands.when_asked(agree)
    hands.primary()
    hands.settle()
    hands.primary()
    step_of(hands.frame, CountingStep)


def count_twice(hands: Hands, *figures: str) -> None:
    for below, pin in enumerate(("1357", "2468")):
        hands.primary()
        sit_down(hands, pin, below=below)
        hands.fill(*figures)
        hands.primary()


def elected(office: Workplace, code: str) -> tuple[str, ...]:
    with reading(office.database) as session:
        return record_of(latest_count(session, vote_of(session, code))).outcome.elected


def test_those_who_tied_are_voted_on_again_from_the_order_to_the_result(
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock, tmp_path: Path
) -> None:
    hands = Hands(qtbot, frame)
    clock.put(commune.DAY, 11, 0)
    code = commune.finalised(office, TIED, ballot="agree")

    # The commune orders the run-off, and its vote begins with those who tied.
    clock.put(date(2024, 12, 12), 9, 0)
    frame.open_place("election", (code, "recognition"))
    hands.settle()
    order = step_of(frame, RecognitionStep)
    assert "bằng nhau" in order.decision.reason.value()
    order.decision.focus("number")
    hands.fill("12/QĐ-UBND", "12/12/2024")
    hands.when_asked(agree)
    hands.primary()
    qtbot.waitUntil(lambda: order.view is not None and order.view.state == "to_hold_again")
    hands.primary()
    listed = step_of(frame, CandidatesStep)
    assert [line.person.name for line in candidates_view(office, code).candidates] == [
        "Giàng A Chớ",
        "Lò Thị Ơn",
    ]
    assert not listed.drop.isEnabled()
    assert any("không thêm, không bớt" in text.text() for text in listed.bar.findChildren(QLabel))

    # Ballots of its own, a meeting of its own, and the higher number decides.
    hands.primary()
    ballots = step_of(frame, BallotsStep)
    qtbot.waitUntil(lambda: ballots.sheets.page_count() > 0)
    paper = tmp_path / "phieu-bau-tiep.pdf"
    hands.when_asked(agree, file_named(paper))
    hands.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(paper.exists)
    hands.settle()
    clock.put(meeting_plan(office, code).held_on, 8, 0)
    hands.primary()
    open_the_meeting(hands)
    count_twice(hands, "10", "10", "5", "10", "10", "0", "6", "4", "4", "6")
    view = counting_view(office, code)
    outcome = view.outcome
    assert outcome is not None
    assert (outcome.elected, outcome.needed) == (("Giàng A Chớ",), None)
    assert headline(view, outcome) == "Trúng cử: Ông Giàng A Chớ"
    hands.primary()
    assert elected(office, code) == ("Giàng A Chớ",)

    # Its minutes cite the run-off's own rule, not a threshold that nobody passed.
    said = one_line(print_minutes(office, code).content)
    assert "người được nhiều phiếu hơn trúng cử" in said
    assert "là người trúng cử Trưởng thôn" in said
    assert "nhiều hơn 1/4" not in said


def test_hands_are_raised_from_the_form_of_vote_to_the_result(
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock
) -> None:
    hands = Hands(qtbot, frame)
    code = commune.listed(office)
    draft_officials(office, code, commune.appointments(Appointment("meeting_secretary", "Bà", "Lý Thị Ử")))
    frame.open_place("election", (code, "candidates"))
    hands.settle()
    step = step_of(frame, CandidatesStep)
    step.ballot.button(0).setFocus()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: candidates_view(office, code).ballot == "hands")
    hands.settle()
    assert not [line for line in step.officials.rows() if line.role.startswith("counting")]

    # No ballot is printed: the roll is closed in its place.
    hands.primary()
    ballots = step_of(frame, BallotsStep)
    assert ballots.hands.isVisible()
    clock.put(commune.DAY, 7, 0)
    hands.when_asked(agree)
    hands.primary()
    qtbot.waitUntil(ballots.closed.isVisible)
    hands.primary()
    open_the_meeting(hands)
    clock.put(commune.DAY, 10, 30)
    count_twice(hands, "10", "2", "7", "1", "7", "2", "1")
    hands.primary()
    assert elected(office, code) == ("Lò Thị Ơn",)

    # What the meeting did is written before its minutes, which tell the hands too.
    frame.open_place("election", (code, "minutes"))
    hands.settle()
    minutes = step_of(frame, MinutesStep)
    qtbot.waitUntil(lambda: minutes.view is not None and minutes.view.lacking)
    hands.settle()
    hands.primary()
    step_of(frame, MeetingStep)
    keep_proceedings(office, code, closing=time(10, 45))
    assert "07 người tán thành" in one_line(print_minutes(office, code).content)
