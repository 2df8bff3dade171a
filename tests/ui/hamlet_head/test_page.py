"""The first half of an election in the real window, worked with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections import candidate_views, planning
from desktop.services.elections.officials import Appointment
from desktop.services.papers.ballots import ballot_book
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.ballots.envelope_dialog import EnvelopeDialog
from desktop.ui.ballots.reprint_dialog import ReprintDialog
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.open_meeting_dialog import OpenMeetingDialog
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.elections.newcomer_dialog import NewcomerDialog
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.elections.supplement_dialog import SupplementDialog
from desktop.ui.frame.frame import Frame
from desktop.ui.hamlet_head.page import ElectionPage
from desktop.ui.page.print_dialog import PrintDialog
from desktop.ui.widgets.dialogs.question import Question
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import page_of
from tests.offices.patience import LONG
from tests.offices.typing import type_text

__all__ = ["frame", "office"]

_CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Window:
    """The window on the example office, and what a pair of hands does in it."""

    qtbot: QtBot
    frame: Frame
    office: example.Example

    @property
    def page(self) -> ElectionPage:
        return page_of(self.frame, ElectionPage)

    def settle(self) -> None:
        runner = self.page.context.runner
        self.qtbot.waitUntil(lambda: not runner.is_busy())
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not runner.is_busy())

    def open_step(self, key: str, number: int = 0) -> None:
        self.frame.open_place("election", (self.office.codes[number], key))
        self.qtbot.waitUntil(lambda: getattr(self.page.step(), "key", None) == key)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget() or self.frame
        self.qtbot.keyClick(widget, key, modifier)

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)

    def said(self) -> str:
        return " ".join(
            label.text() for label in self.frame.message_bar.findChildren(type(self.page.list.bar._note))
        )


@pytest.fixture
def window(qtbot: QtBot, frame: Frame, office: example.Example) -> Window:
    return Window(qtbot, frame, office)


def when_asked(kind: type[QDialog], does: Callable[[QDialog], None]) -> None:
    """Do something as soon as a dialog of a kind stands in front."""
    until = monotonic() + LONG / 1000

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind) and shown.isVisible():
            does(shown)
        elif monotonic() < until:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


def save_as(path: Path) -> Callable[[QDialog], None]:
    def save(dialog: QDialog) -> None:
        box = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(box, QLineEdit)
        box.setText(str(path))
        dialog.accept()

    return save


def agree(dialog: QDialog) -> None:
    assert isinstance(dialog, Question)
    dialog.yes.click()


def test_the_list_opens_an_election_where_it_stands(window: Window) -> None:
    window.frame.open_place("election")
    window.qtbot.waitUntil(lambda: len(window.page.list.table.rows()) == 3)
    window.settle()
    window.key(Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: isinstance(window.page.step(), CandidatesStep))
    window.settle()

    assert window.page.header._hamlet.text() == "Thôn Nà Ếch"
    window.key(Qt.Key.Key_Escape)
    window.qtbot.waitUntil(lambda: window.page.step() is None)


def test_candidates_and_those_who_run_it_are_chosen_with_the_keyboard_alone(window: Window) -> None:
    window.open_step("candidates")
    step = window.page.step()
    assert isinstance(step, CandidatesStep)
    window.qtbot.waitUntil(step.search.box.line.hasFocus)
    for name in ("vang the anh", "luong ngoc hoai"):
        step.search.box.line.setFocus()
        step.search.box.line.selectAll()
        window.type(name)
        step.search.search()
        window.settle()
        window.key(Qt.Key.Key_Return)
        window.settle()
        assert step.search.table.hasFocus()
        window.key(Qt.Key.Key_Return)
        window.settle()
    assert [line.person.name for line in step.candidates.rows()] == ["Vàng Thế Ánh", "Lường Ngọc Hoài Dũng"]

    # F8 walks to the first line of the officials that wants somebody.
    window.key(Qt.Key.Key_F8)
    assert step.officials.isVisible()
    assert step.officials.hasFocus()
    window.type("B")
    window.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.clear()
    window.type("Bà Lò Thị Thảo")
    window.key(Qt.Key.Key_Return)
    window.settle()
    view = candidate_views.candidates_view(window.office.workplace, window.office.code)
    assert [(o.role, o.title, o.name) for o in view.officials] == [("team_head", "Bà", "Lò Thị Thảo")]

    window.key(Qt.Key.Key_Z, _CONTROL)
    window.settle()
    view = candidate_views.candidates_view(window.office.workplace, window.office.code)
    assert view.officials == ()


def test_a_candidate_in_the_team_is_said_with_its_code(window: Window) -> None:
    example.list_two(window.office)
    place, code = window.office.workplace, window.office.code
    from tests.offices.drafts import draft_officials  # noqa: PLC0415

    draft_officials(place, code, [Appointment("team_head", "Ông", "Vàng Thế Ánh")])
    window.open_step("candidates")
    step = window.page.step()
    assert isinstance(step, CandidatesStep)

    first = step.findings.findings()[0]
    assert (first.kind, first.code) == ("wrong", "E502")
    assert "Vàng Thế Ánh" in first.headline


def test_the_last_candidate_is_taken_away_and_brought_back_with_ctrl_z(window: Window) -> None:
    example.list_two(window.office)
    window.open_step("candidates")
    step = window.page.step()
    assert isinstance(step, CandidatesStep)
    for _ in range(2):
        step.candidates.setFocus()
        window.key(Qt.Key.Key_Delete)
        window.settle()

    assert step.candidates.rows() == ()
    assert step.search.box.line.hasFocus(), "the keyboard is not lost with the last line"
    assert planning.election(window.office.workplace, window.office.code).state == "draft"
    for _ in range(2):
        window.key(Qt.Key.Key_Z, _CONTROL)
        window.settle()
    assert len(step.candidates.rows()) == 2


def test_somebody_who_heads_no_household_is_written_down_with_the_keyboard_alone(window: Window) -> None:
    window.open_step("candidates")
    step = window.page.step()
    assert isinstance(step, CandidatesStep)
    window.qtbot.waitUntil(step.search.box.line.hasFocus)
    window.type("Chu Thị Bống")
    window.key(Qt.Key.Key_Return)
    window.settle()
    window.qtbot.waitUntil(step.search.other.hasFocus)
    window.key(Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NewcomerDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewcomerDialog)
    assert dialog.name.value() == "Chu Thị Bống"
    window.qtbot.waitUntil(dialog.title.box().hasFocus)
    window.key(Qt.Key.Key_Down)
    window.key(Qt.Key.Key_Down)
    window.key(Qt.Key.Key_Return)
    window.type("1985-13")
    window.key(Qt.Key.Key_Return, _CONTROL)
    assert "Ngày sinh" in dialog.birth.problem()
    dialog.birth.line.selectAll()
    window.type("12/2003")
    window.key(Qt.Key.Key_Return, _CONTROL)
    window.settle()

    (line,) = step.candidates.rows()
    assert (line.person.title, line.person.name, line.age) == ("Bà", "Chu Thị Bống", 21)
    assert [one.code for one in step.findings.findings() if one.code] == ["W505", "N504"]


def test_real_ballots_are_confirmed_saved_and_freeze_the_roll(window: Window, tmp_path: Path) -> None:
    example.list_two(window.office)
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    window.qtbot.waitUntil(lambda: step.sheets.page_count() == 33)
    file = tmp_path / "phieu.pdf"
    said: list[str] = []

    def confirm(dialog: QDialog) -> None:
        said.append(dialog.accessibleDescription())
        when_asked(QFileDialog, save_as(file))
        agree(dialog)

    when_asked(PrintDialog, confirm)
    window.key(Qt.Key.Key_P, _CONTROL)
    window.qtbot.waitUntil(file.exists)
    window.settle()

    assert "chốt danh sách 125 hộ" in said[0]
    book = ballot_book(window.office.workplace, window.office.code)
    assert (book.state, book.printed, book.frozen) == ("printed", 132, True)
    assert file.read_bytes().startswith(b"%PDF")
    window.qtbot.waitUntil(lambda: "Danh sách đã chốt" in window.page.header._roll.state.word)


def test_going_back_from_the_confirmation_freezes_nothing(window: Window) -> None:
    example.list_two(window.office)
    window.open_step("ballots")
    when_asked(PrintDialog, lambda dialog: dialog.reject())
    window.key(Qt.Key.Key_P, _CONTROL)
    window.qtbot.wait(400)
    window.settle()

    assert not ballot_book(window.office.workplace, window.office.code).frozen


def test_another_reserve_is_kept_with_the_election_and_taken_back(window: Window) -> None:
    example.list_two(window.office)
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    step.size_card.reserve.line.setFocus()
    step.size_card.reserve.line.selectAll()
    window.type("11")
    window.key(Qt.Key.Key_Return)
    window.settle()
    assert step.bar.primary_button().text() == "In 34 tờ"
    assert ballot_book(window.office.workplace, window.office.code).reserve == 11

    step.sheets.setFocus()
    window.key(Qt.Key.Key_Z, _CONTROL)
    window.settle()
    assert step.size_card.reserve.value() == 7
    assert not ballot_book(window.office.workplace, window.office.code).reserve_chosen


def test_a_larger_size_is_chosen_and_one_that_does_not_fit_says_why(window: Window) -> None:
    example.list_two(window.office)
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    step.size_card.sizes.button(1).setFocus()
    window.key(Qt.Key.Key_Return)
    window.settle()
    window.qtbot.waitUntil(lambda: step.sheets.page_count() == 66)
    assert step.bar.primary_button().text() == "In 66 tờ"

    candidate_views.choose_ballot(window.office.workplace, window.office.code, "agree")
    window.open_step("candidates")
    window.open_step("ballots")
    assert not step.size_card.sizes.button(2).isEnabled()
    assert "A6 không có chỗ cho ô đánh dấu." in step.size_card._fits.text()


def test_a_trial_sheet_is_told_beside_the_stock(window: Window, tmp_path: Path) -> None:
    example.list_two(window.office)
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    file = tmp_path / "thu.pdf"

    def confirm(dialog: QDialog) -> None:
        when_asked(QFileDialog, save_as(file))
        agree(dialog)

    when_asked(PrintDialog, confirm)
    step.trial.click()
    window.qtbot.waitUntil(file.exists)
    window.settle()

    assert "4 phiếu đã hủy, không tính." in step.panel.stock._notes.text()
    assert not ballot_book(window.office.workplace, window.office.code).frozen


def test_sealed_ballots_are_written_into_the_stock_book(window: Window) -> None:
    example.print_ballots(window.office)
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    step.panel.stock.sealed.line.setFocus()
    window.type("131")
    window.key(Qt.Key.Key_Return)
    window.settle()

    assert ballot_book(window.office.workplace, window.office.code).sealed == 131
    assert "Đóng dấu 131, đã in 132" in step.panel.stock._notes.text()


def test_spoiled_ballots_want_a_number_and_a_reason(window: Window, tmp_path: Path) -> None:
    example.print_ballots(window.office)
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    file = tmp_path / "lai.pdf"
    problems: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ReprintDialog)
        agree(dialog)
        problems.append(dialog.copies.problem())
        type_text(dialog.copies.line, "4")
        type_text(dialog.reason.line, "kẹt giấy")
        when_asked(PrintDialog, save)
        agree(dialog)

    def save(dialog: QDialog) -> None:
        when_asked(QFileDialog, save_as(file))
        agree(dialog)

    when_asked(ReprintDialog, fill)
    step.again.click()
    window.qtbot.waitUntil(file.exists)
    window.settle()

    assert problems[0]
    book = ballot_book(window.office.workplace, window.office.code)
    assert (book.printed, book.replaced, book.printings[1].reason) == (136, 4, "kẹt giấy")


def test_an_envelope_is_written_for_this_hamlet(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.list_two(window.office)
    monkeypatch.setattr("desktop.ui.ballots.envelope_making.ask_folder", lambda *given: given[-1](tmp_path))
    window.open_step("ballots")
    step = window.page.step()
    assert isinstance(step, BallotsStep)
    said: list[bool] = []

    def confirm(dialog: QDialog) -> None:
        assert isinstance(dialog, EnvelopeDialog)
        said.append(dialog._freezes.isVisible())
        agree(dialog)

    when_asked(EnvelopeDialog, confirm)
    step.envelope.click()
    file = tmp_path / f"phong-bi-{window.office.code}.pdf"
    window.qtbot.waitUntil(file.exists)
    window.settle()

    assert said == [True], "that making it freezes the roll is said before"


def test_a_supplement_is_refused_without_a_reason_and_keeps_what_was_chosen(window: Window) -> None:
    example.print_ballots(window.office)
    place = window.office.workplace
    from desktop.services.people.record import add_household  # noqa: PLC0415

    add_household(place, "06859-T01", "Mông Văn Khải")
    window.open_step("roll")
    step = window.page.step()
    assert isinstance(step, RollStep)
    problems: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SupplementDialog)
        if not dialog.table.rows():
            QTimer.singleShot(50, lambda: fill(dialog))
            return
        agree(dialog)
        problems.append(dialog.reason.problem())
        type_text(dialog.reason.line, "mới tách hộ")
        agree(dialog)

    when_asked(SupplementDialog, fill)
    step.panel.add_line.click()
    window.qtbot.waitUntil(lambda: bool(problems) and QApplication.activeModalWidget() is None)
    window.settle()

    assert problems[0]
    assert step._shown is not None
    assert (step._shown.total, step._shown.supplements) == (126, 1)


def test_the_meeting_is_opened_and_its_figures_are_written_down_with_the_keyboard(window: Window) -> None:
    example.print_ballots(window.office)
    window.office.clock.put(example.DAY, 7, 40)
    window.open_step("meeting")
    step = window.page.step()
    assert isinstance(step, MeetingStep)

    def opened(dialog: QDialog) -> None:
        assert isinstance(dialog, OpenMeetingDialog)
        assert dialog.day.value() == example.DAY
        dialog.hour.line.selectAll()
        type_text(dialog.hour.line, "7h30")
        agree(dialog)

    when_asked(OpenMeetingDialog, opened)
    window.key(Qt.Key.Key_Return, _CONTROL)
    window.settle()
    window.qtbot.waitUntil(step.attendance.hour.line.hasFocus)
    window.type("8:15")
    window.key(Qt.Key.Key_Return)
    assert step.attendance.present.line.hasFocus()
    window.type("112")
    window.key(Qt.Key.Key_Return)
    window.settle()
    step.stock.go_to("stock.issued")
    for figure in ("112", "19", "1", "112"):
        window.qtbot.keyClicks(step.stock.viewport(), figure[0])
        window.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        window.type(figure[1:])
        window.key(Qt.Key.Key_Tab)
        window.settle()

    view = meeting_view(window.office.workplace, window.office.code)
    assert [(f"{line.at:%H:%M}", line.present) for line in view.attendance] == [("08:15", 112)]
    assert view.opened_at is not None
    assert f"{view.opened_at:%H:%M}" == "07:30"
    main = view.boxes[0]
    assert (main.issued, main.unused, main.replaced, main.collected) == (112, 19, 1, 112)
    assert view.problems == ()


def test_another_day_than_the_planned_one_is_asked_about_once_more(window: Window) -> None:
    example.print_ballots(window.office)
    window.office.clock.put(date(2024, 12, 9), 10, 0)
    window.open_step("meeting")
    warned: list[str] = []

    def opened(dialog: QDialog) -> None:
        assert isinstance(dialog, OpenMeetingDialog)
        dialog.day.line.setText("09/12/2024")
        dialog.day.line.setModified(True)
        agree(dialog)
        warned.append(dialog.day.problem())
        dialog.reject()

    when_asked(OpenMeetingDialog, opened)
    window.key(Qt.Key.Key_Return, _CONTROL)
    window.settle()

    assert "08/12/2024" in warned[0]
    assert meeting_view(window.office.workplace, window.office.code).opened_at is None


@pytest.mark.parametrize(("day", "refused"), [(7, "Họp sớm hơn thì dời ngày"), (8, "Giờ này chưa tới")])
def test_a_meeting_opens_neither_before_its_day_nor_in_the_future(
    window: Window, day: int, refused: str
) -> None:
    example.print_ballots(window.office)
    window.office.clock.put(date(2024, 12, day), 7, 0)
    window.open_step("meeting")
    told: list[str] = []

    def opened(dialog: QDialog) -> None:
        assert isinstance(dialog, OpenMeetingDialog)
        dialog.day.set_value(date(2024, 12, day))
        dialog.hour.set_value(time(7, 30) if day == 8 else time(6, 30))
        agree(dialog)
        agree(dialog)  # nothing that can be confirmed by insisting
        told.append(dialog.day.problem() + dialog.hour.problem())
        dialog.reject()

    when_asked(OpenMeetingDialog, opened)
    window.key(Qt.Key.Key_Return, _CONTROL)
    window.settle()
    assert refused in told[0]
    assert meeting_view(window.office.workplace, window.office.code).opened_at is None


def test_figures_that_do_not_fit_are_walked_with_f8(window: Window) -> None:
    example.hold_meeting(window.office)
    window.open_step("meeting")
    step = window.page.step()
    assert isinstance(step, MeetingStep)
    assert [finding.code for finding in step.findings.findings()] == ["W203"]

    window.key(Qt.Key.Key_F8)

    assert step.stock.hasFocus()
    assert step.stock.current().box == "main"


def test_f1_cites_the_clause_and_its_mark(window: Window) -> None:
    example.print_ballots(window.office)
    window.open_step("meeting")

    said = window.page.help_text()
    assert "1/2" in said
    assert "Đã đọc bản chính thức." in said


def test_steps_fit_a_low_window_at_125_percent(window: Window) -> None:
    example.hold_meeting(window.office)
    for key in ("roll", "candidates", "ballots", "meeting"):
        window.open_step(key)
        needed = window.page.minimumSizeHint()
        # 1366 x 700 at 125 %, less the training strip, the top bar and the rail.
        assert needed.width() <= 1092 - 208, key
        assert needed.height() <= 560 - 24 - 56, key
