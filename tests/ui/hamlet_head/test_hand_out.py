"""After a meeting that too few attended, slips go to the households: begun and prepared in the window."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.models.store.session import reading
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.counts import finalise
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections import planning
from desktop.services.elections.lookup import vote_of
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.minutes_views import draw_minutes
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.count_lines import count_lines
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.results.minutes_step import MinutesStep
from desktop.ui.results.recognition_step import RecognitionStep
from desktop.ui.widgets.dialogs.question import TextQuestion
from desktop.ui.widgets.table.columns import Group
from tests.offices.commune import agree as count
from tests.offices.count_office import clock, frame, office, settled_office
from tests.offices.hands import Hands, agree, step_of
from tests.offices.opening import open_meeting
from tests.printing.pages import one_line
from tests.services.results.test_hand_out import ANSWERED, failed, handed_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "frame", "office", "settled_office"]


def said(parent: QWidget) -> str:
    return " ".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


def test_slips_are_begun_where_the_result_waits_and_prepared_step_by_step(
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock
) -> None:
    hands = Hands(qtbot, frame)
    code = failed(office)
    clock.put(date(2024, 12, 9), 8, 0)
    frame.open_place("election", (code, "recognition"))
    hands.settle()
    step = step_of(frame, RecognitionStep)
    assert step.hand_out.isVisible()
    # Two days for the households to know, and one to hand out and collect.
    assert step.hand_out.day.value() == date(2024, 12, 12)
    step.hand_out.day.line.setFocus()
    step.hand_out.day.line.selectAll()
    hands.fill("07/12/2024")
    hands.when_asked(agree)
    step.hand_out.begin.click()
    hands.settle()
    assert "trước ngày họp" in step.hand_out.day.problem()
    assert planning.election(office, code).round == 1
    step.hand_out.day.line.setFocus()
    step.hand_out.day.line.selectAll()
    hands.fill("15/12/2024")
    hands.when_asked(agree)
    step.hand_out.begin.click()
    hands.settle()

    listed = step_of(frame, CandidatesStep)
    assert "giữ nguyên danh sách" in said(listed.bar)
    assert not listed.ballot.isEnabled()
    assert "hand_out_head" in {line.role for line in listed.officials.rows()}
    assert "counting_head" not in {line.role for line in listed.officials.rows()}
    with reading(office.database) as session:
        vote = vote_of(session, code)
        assert (vote.held_on, vote.opening) == (date(2024, 12, 15), time(16, 0))


def test_no_step_of_slips_speaks_of_a_ballot(
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock
) -> None:
    hands, code = Hands(qtbot, frame), handed_out(office)
    print_ballots(office, code)
    clock.put(date(2024, 12, 15), 17, 0)
    open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    count(office, code, ANSWERED)
    for key in ("candidates", "ballots", "meeting", "counting", "minutes", "recognition"):
        frame.open_place("election", (code, key))
        hands.settle()
        shown = [button.text() for button in frame.findChildren(QPushButton) if button.isVisible()]
        assert "hiếu bầu" not in " ".join([said(frame), *shown]), key
    lines = count_lines(counting_view(office, code))
    assert [line.text for line in lines if isinstance(line, Group)] == [
        "Hộ gia đình",
        "Phiếu lấy ý kiến",
        "Ý kiến về",
    ]


def test_nobody_is_counted_where_slips_come_to_the_households(
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock
) -> None:
    hands, code = Hands(qtbot, frame), handed_out(office)
    print_ballots(office, code)
    clock.put(date(2024, 12, 13), 8, 0)
    frame.open_place("election", (code, "meeting"))
    hands.settle()
    step = step_of(frame, MeetingStep)
    assert not step.attendance.isVisible()
    hands.when_asked(agree)
    hands.primary()
    hands.settle()
    assert meeting_view(office, code).opened_at is not None
    told = said(step.about)
    assert "Phát từ" in told
    assert "Thu đến" in told
    assert "Cần có mặt" not in told


def test_slips_are_printed_counted_and_their_minutes_made_step_by_step(
    frame: Frame, qtbot: QtBot, office: Workplace, clock: TrainingClock
) -> None:
    hands, code = Hands(qtbot, frame), handed_out(office)
    frame.open_place("election", (code, "ballots"))
    hands.settle()
    ballots = step_of(frame, BallotsStep)
    assert not ballots.size_card.sizes.isVisible(), "a slip has one size"
    assert not ballots.panel.stock.sealed.isVisible(), "and bears no seal"
    assert "A5 ngang" in said(ballots.size_card)
    print_ballots(office, code)
    clock.put(date(2024, 12, 13), 8, 0)
    open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    clock.put(date(2024, 12, 15), 17, 0)
    count(office, code, ANSWERED)

    frame.open_place("election", (code, "counting"))
    hands.settle()
    counting = step_of(frame, CountingStep)
    assert counting.bar.opinions.isVisible()
    for typed in ("sửa mương", "02 phiếu, đề nghị sửa mương"):
        hands.when_asked(lambda dialog, typed=typed: write(dialog, typed))
        counting.bar.opinions.click()
        hands.settle()
    shown = counting_view(office, code)
    assert shown is not None
    assert shown.other_opinions == "02 phiếu, đề nghị sửa mương"
    finalise(office, code)

    frame.open_place("election", (code, "minutes"))
    hands.settle()
    drawn = one_line(draw_minutes(office, code, "full"))
    assert "Ý kiến khác: 02 phiếu, đề nghị sửa mương." in drawn
    assert step_of(frame, MinutesStep).key == "minutes"


def write(dialog: QWidget, words: str) -> None:
    assert isinstance(dialog, TextQuestion)
    dialog.field.line.setText(words)
    dialog.yes.click()
