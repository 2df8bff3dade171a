"""Đại hội chi bộ with the keyboard: planned, the roll called, a secretary elected and approved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.models.party import StandingKind
from desktop.rules.attendance import Presence
from desktop.services.congress.appointing import PostKind
from desktop.services.congress.preparing import TextKind, texts
from desktop.services.congress.record import congress_record
from desktop.services.congress.roll_views import roll_lines
from desktop.services.congress.views import congress_view, congresses
from desktop.services.counting import counts, entries
from desktop.services.elections.waves import NewWave, WaveKind, make_wave, waves_of
from desktop.ui.congress.approval_question import ApprovalQuestion
from desktop.ui.congress.bodies_question import BodiesQuestion
from desktop.ui.congress.hands_question import HandsQuestion
from desktop.ui.congress.page import CongressPage
from desktop.ui.congress.plan_question import CongressQuestion
from desktop.ui.congress.post.ballot_questions import BallotsQuestion
from desktop.ui.congress.post.list_questions import NomineeQuestion
from desktop.ui.congress.post.seats_question import PostsQuestion
from desktop.ui.congress.record.closing import ClosingQuestion
from desktop.ui.congress.record.question import HappenedQuestion, offered
from desktop.ui.congress.roll.absence_question import AbsenceQuestion
from tests.offices import congress_example
from tests.offices.commune import ANH, BINH, PINS
from tests.offices.congress_example import AWAY, EXEMPT
from tests.offices.register_window import CONTROL, Window
from tests.offices.typing import type_text

pytestmark = pytest.mark.xdist_group("congress-page")  # one process makes what its tests share


@pytest.fixture(scope="module")
def settled_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi") / "xa"
    standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
    branch = congress_example.make_branch(folder, 11, standings)
    congress_example.planned(branch, held_on=date(2024, 11, 24))
    branch.place.database.close()
    return folder


@pytest.fixture
def page(open_window: Callable[[Path], Window], settled_branch: Path) -> tuple[Window, CongressPage, str]:
    window = open_window(settled_branch)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    return window, shown, line.code


def test_the_roll_is_called_and_the_report_read(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page
    window.press(Qt.Key.Key_Return)
    assert shown.congress.header.branch.text() == "Chi bộ thôn Nà Ếch"
    shown.congress.open_step("attending")
    shown.congress.roll.table.select(lambda line: line.name == AWAY)
    shown.congress.roll.away.click()
    window.settle()
    shown.congress.roll.table.select(lambda line: line.name == EXEMPT)
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    shown.congress.roll.here.click()
    window.settle()
    shown.primary()
    window.settle()
    view = congress_view(window.workplace, code)
    assert view.reported_at is not None
    assert (view.stairs.convened, view.stairs.base, view.stairs.voting) == (11, 9, 9)
    shown.congress.roll.back.click()
    window.settle()
    assert congress_view(window.workplace, code).reported_at is None
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_Escape)
    assert shown.list.table.hasFocus()


def test_who_is_away_for_a_reason_is_asked_why_and_who_accepted_it(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = page
    window.press(Qt.Key.Key_Return)
    shown.congress.open_step("attending")
    shown.congress.roll.table.select(lambda line: line.name == "Giàng A Chớ")

    shown.congress.roll.excused.click()
    dialog = window.dialog()
    assert isinstance(dialog, AbsenceQuestion)
    type_text(dialog.reason.line, "nằm viện")
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    line = next(each for each in roll_lines(window.workplace, code) if each.name == "Giàng A Chớ")
    assert (line.presence, line.reason, line.accepted_by) == (Presence.EXCUSED, "nằm viện", "Chi ủy")


def test_a_congress_is_planned_from_the_list(page: tuple[Window, CongressPage, str]) -> None:
    window, shown, code = page

    shown.plan()
    dialog = window.dialog()
    assert isinstance(dialog, CongressQuestion)
    for field, typed in ((dialog.held_on, "05/01/2025"), (dialog.until, "05/07/2027")):
        field.setFocus()
        type_text(field.line, typed)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    assert {line.code for line in congresses(window.workplace)} > {code}


def test_a_congress_is_planned_into_a_wave_whose_day_is_offered(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = page
    campaign = "dai-hoi-chi-bo-2024" if "-2024" in code else "dai-hoi-chi-bo-2025"
    new = NewWave("Đại hội đợt chính", WaveKind.MAIN, date(2025, 1, 12))
    key = make_wave(window.workplace, campaign, new)
    shown.refresh()
    window.settle()
    shown.plan()
    dialog = window.dialog()
    assert isinstance(dialog, CongressQuestion)
    dialog.wave.set_value(key)
    dialog.wave.committed.emit(key)
    dialog.until.set_value(date(2027, 7, 12))
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)
    (wave,) = waves_of(window.workplace, campaign)
    assert len(wave.elections) == 1
    assert "20250112" in wave.elections[0]


def give_out_ballots(window: Window, shown: CongressPage, code: str) -> None:
    """Go from the list of congresses to the ballots of the secretary's vote."""
    window.press(Qt.Key.Key_Return)
    shown.congress.open_step("attending")
    shown.congress.roll.here.click()
    window.settle()
    shown.primary()
    window.settle()
    window.press(Qt.Key.Key_Escape)
    # The next thing is who counts.
    shown.primary()
    bodies = window.dialog()
    assert isinstance(bodies, BodiesQuestion)
    members = {each.name: each.member for each in roll_lines(window.workplace, code)}
    bodies.fields["counting_head", 1].set_value(members["Bùi Ngọc Anh"])
    window.press_in(bodies, Qt.Key.Key_Return, CONTROL)
    shown.primary()
    window.settle()
    shown.congress.post.buttons["put_up"].click()
    put_up = window.dialog()
    assert isinstance(put_up, NomineeQuestion)
    put_up.member.set_value(members["Vàng Xuân Long"])
    window.press_in(put_up, Qt.Key.Key_Return, CONTROL)
    shown.primary()
    raised = window.dialog()
    assert isinstance(raised, HandsQuestion)
    window.press_in(raised, Qt.Key.Key_Return, CONTROL)
    shown.primary()
    ballots = window.dialog()
    assert isinstance(ballots, BallotsQuestion)
    ballots.elsewhere.setChecked(True)
    window.press_in(ballots, Qt.Key.Key_Return, CONTROL)
    shown.primary()
    window.settle()
    assert shown.congress.post.is_counting()


def happen(window: Window, shown: CongressPage, thing: str, /, **typed: str) -> None:
    """Write something down of the open congress, typing into the fields of its form."""
    view = congress_view(window.workplace, congresses(window.workplace)[0].code)
    shown.congress.acts.write_down(view)
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, HappenedQuestion)
    form = dialog.choose(thing)
    if thing == "proposed":
        form.reason.set_value("chi bộ khuyết phó bí thư")  # type: ignore[attr-defined] # of this form
        form.post.set_value(PostKind.DEPUTY_SECRETARY)  # type: ignore[attr-defined] # of this form
    for name, text in typed.items():
        field = getattr(form, name)
        field.line.selectAll()
        type_text(field.line, text)
    window.press_in(dialog, Qt.Key.Key_Return, CONTROL)


def test_a_branch_of_seven_elects_its_secretary_in_the_window(
    open_window: Callable[[Path], Window], branch_of_seven: Path
) -> None:
    window = open_window(branch_of_seven)
    place = window.workplace
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(place)
    give_out_ballots(window, shown, line.code)
    typed = {"present": 7, "issued": 7, "unused": 0, "returned": 7, "valid": 7, "invalid": 0}
    typed |= {"candidates[0].votes": 6, "candidates[0].against": 1}
    for operator in (ANH, BINH):
        entries.enter(place, f"{line.code}.1", operator, PINS[operator], typed)
    counts.finalise(place, f"{line.code}.1")
    shown.refresh()
    window.settle()
    window.press(Qt.Key.Key_Escape)
    assert shown.congress.whole.next.button.text() == "Ghi bế mạc"
    shown.primary()
    window.settle()
    closing = window.dialog()
    assert isinstance(closing, ClosingQuestion)
    type_text(closing.form.speakers.line, "4")
    window.press_in(closing, Qt.Key.Key_Return, CONTROL)
    assert congress_record(place, line.code).course.speakers == 4
    for wanted in ("Ghi gửi báo cáo…", "Ghi Đảng ủy nhận…"):
        assert shown.congress.whole.next.button.text() == wanted
        shown.primary()
        window.settle()
        window.press_in(window.dialog(), Qt.Key.Key_Return, CONTROL)
    shown.congress.open_step("preparing")
    shown.congress.texts.table.select(lambda kind: kind is TextKind.TASKS)
    shown.congress.texts.editor.setPlainText("Mỗi hộ một việc.")
    window.press(Qt.Key.Key_Escape)
    assert texts(place, line.code) == {TextKind.TASKS: "Mỗi hộ một việc."}
    shown.primary()
    approval = window.dialog()
    assert isinstance(approval, ApprovalQuestion)
    type_text(approval.number.line, "31-QĐ/ĐU")
    window.press_in(approval, Qt.Key.Key_Return, CONTROL)
    (line,) = congresses(place)
    assert (line.stage, line.elected) == ("approved", (("Bí thư", "Vàng Xuân Long"),))
    happen(window, shown, "complaint", by="Bùi Ngọc Anh", what="Danh sách bầu")
    happen(window, shown, "settled", said="Đã trả lời, không có căn cứ")
    happen(window, shown, "proposed", number="07", present="7")
    happen(window, shown, "appointed", number="40-QĐ/ĐU")
    happen(window, shown, "handed_over", hour="14:30")
    happen(window, shown, "handed_over")
    record = congress_record(place, line.code)
    assert [(each.what, each.settlement) for each in record.complaints] == [
        ("Danh sách bầu", "Đã trả lời, không có căn cứ")
    ]
    assert [each.decision_number for each in record.proposals] == ["40-QĐ/ĐU"]
    assert "appointed" not in {key for key, _, _ in offered(record)}, "nothing is left to decide"
    assert record.handed_over_hour == time(14, 30), "what stands written is offered, not emptied"


def test_a_deputy_is_elected_too_and_the_plan_of_personnel_goes_up(
    page: tuple[Window, CongressPage, str],
) -> None:
    window, shown, code = page
    window.press(Qt.Key.Key_Return)
    shown.congress.ask("happened")
    window.settle()
    happened = window.dialog()
    assert isinstance(happened, HappenedQuestion)
    window.press_in(happened, Qt.Key.Key_Return, CONTROL)
    assert [step.what for step in congress_view(window.workplace, code).plan] == ["submitted"]
    shown.congress.open_step("committee")
    shown.congress.post.buttons["seats"].click()
    seats = window.dialog()
    assert isinstance(seats, PostsQuestion)
    seats.fields["committee"].line.selectAll()
    type_text(seats.fields["committee"].line, "5")
    seats.fields["deputy"].line.clear()
    window.press_in(seats, Qt.Key.Key_Return, CONTROL)
    posts = congress_view(window.workplace, code).posts
    assert [(post.key, post.seats) for post in posts] == [("committee", 5), ("secretary", 1)]
