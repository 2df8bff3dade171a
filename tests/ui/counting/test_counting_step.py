"""The counting step refuses in a sentence, and what was typed is still there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.services.counting import counts
from desktop.services.counting.counting_views import counting_view
from desktop.services.office.changes import Kind
from desktop.services.office.operators import operators
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.explain_dialog import ExplainDialog
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.widgets.dialogs.question import TextQuestion
from desktop.ui.widgets.state import StateChip
from desktop.ui.widgets.table.columns import CELL
from desktop.wording import state_words
from tests.offices.commune import (
    ANH,
    BINH,
    NOBODY,
    TYPED,
    agree,
    agreed,
    enter,
    finalised,
    listed,
    meeting,
    printed,
)
from tests.offices.count_office import clock, frame, office, settled_office, sit_down
from tests.offices.hands import CTRL, SHIFT, Hands, file_named, step_of
from tests.offices.hands import agree as say_yes
from tests.printing.pages import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "frame", "office", "settled_office"]


@pytest.fixture(autouse=True)
def _election_day(clock: TrainingClock) -> None:
    clock.put(date(2024, 12, 8), 10, 30)


@pytest.fixture
def opened(qtbot: QtBot, frame: Frame) -> Callable[[str], tuple[Hands, Any]]:
    def open_step(code: str) -> tuple[Hands, Any]:
        hands = Hands(qtbot, frame)
        frame.open_place("election", (code, "counting"))
        hands.settle()
        return hands, step_of(frame, CountingStep)

    return open_step


Opened = "Callable[[str], tuple[Hands, Any]]"


def said(parent: QWidget) -> str:
    return " ".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


def test_before_the_ballots_are_printed_the_way_there_is_shown(office: Workplace, opened: Opened) -> None:
    hands, step = opened(listed(office))
    assert step.bar.primary_button().text() == "Sang bước Phiếu"
    hands.primary()
    step_of(hands.frame, BallotsStep)


def test_before_the_meeting_nobody_can_type(office: Workplace, opened: Opened) -> None:
    hands, step = opened(printed(office))
    assert step.bar.primary_button().text() == "Sang bước Họp"
    assert step.bar.alone.isHidden()
    hands.primary()
    step_of(hands.frame, MeetingStep)


def test_a_wrong_pin_is_said_in_the_dialog_and_nothing_is_lost(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "0000")
    dialog = hands.dialog()
    assert isinstance(dialog, OperatorDialog)
    assert "PIN không đúng" in dialog.pin.problem()
    assert dialog.pin.line.text() == "0000"
    assert dialog.who.value() == ANH
    hands.fill("1357")
    assert step.editor.entry.operator.name == "Người nhập Anh"


def test_the_first_operator_is_told_that_another_must_type_the_second(
    office: Workplace, opened: Opened
) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    hands, step = opened(code)
    hands.primary()
    sit_down(hands, "1357")
    assert "không được nhập lượt 2" in hands.dialog().pin.problem()  # type: ignore[attr-defined]
    hands.press(Qt.Key.Key_Escape)
    assert step.editor is None


def test_a_new_operator_is_registered_where_one_is_needed(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    dialog = hands.dialog()
    assert isinstance(dialog, OperatorDialog)
    dialog.new.setFocus()
    hands.enter()
    hands.fill("Phùn Văn Tiến", "12")
    assert "ít nhất bốn" in dialog.pin.problem()
    assert dialog.name.value() == "Phùn Văn Tiến"
    hands.fill("9753")
    assert step.editor.entry.operator.name == "Phùn Văn Tiến"
    assert "Phùn Văn Tiến" in [one.name for one in operators(office)]


def test_what_is_no_number_is_said_beside_the_box_and_stays_there(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("1o", "10")
    line = next(line for line in step.form.rows() if getattr(line, "field", "") == "present")
    assert line.typed == "1o"
    assert not step.bar.primary_button().isEnabled()
    hands.primary()
    assert counting_view(office, step.code).state == "meeting"  # type: ignore[union-attr]
    assert step.editor.typed == {"present": "1o", "issued": "10"}


def test_enter_passes_over_lines_that_nobody_types(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("10", "9")
    assert step.editor.figures() == {"present": 10, "issued": 9}
    assert step.form.current().field == "unused"
    hands.enter()
    assert step.form.current().field == "returned"


def test_leaving_the_desk_keeps_what_was_typed_for_the_same_operator_only(
    office: Workplace, opened: Opened
) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("10", "10")
    hands.press(Qt.Key.Key_Escape)
    assert step.editor is None
    hands.primary()
    sit_down(hands, "2468", below=1)
    assert step.editor.typed == {}
    hands.press(Qt.Key.Key_Escape)
    hands.primary()
    sit_down(hands, "1357")
    assert step.editor.typed == {"present": "10", "issued": "10"}


def test_what_was_typed_last_is_taken_back(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("10", "9")
    hands.press(Qt.Key.Key_Z, CTRL)
    assert step.editor.figures() == {"present": 10}
    hands.press(Qt.Key.Key_Escape)
    hands.primary()
    sit_down(hands, "1357")
    assert step.editor.figures() == {"present": 10}


def test_a_page_that_refreshes_meanwhile_leaves_the_typist_alone(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("10")
    hands.type("9")
    step.context.changed.emit(frozenset({Kind.COUNTING}))
    hands.settle()
    box = hands.focus()
    assert isinstance(box, QLineEdit)
    assert box.text() == "9"
    assert step.editor.typed == {"present": "10"}


def test_a_block_from_a_workbook_is_pasted_downwards(office: Workplace, opened: Opened, qapp: Any) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    qapp.clipboard().setText("10\n10\n5\n10\n9\n1\n2\n7\n")
    hands.press(Qt.Key.Key_V, CTRL)
    assert step.editor.figures() == TYPED


def test_errors_are_neutral_to_the_typist_and_stop_nothing(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill(*(str(TYPED[field] if field != "valid" else 7) for field in TYPED))
    [finding] = step.findings.findings()
    assert finding.code == "E201"
    assert finding.headline == "Đọc lại mục 7, mục 8 và mục 6 trên tờ giấy."
    assert not any(figure in finding.headline + finding.sentence for figure in ("10", "=", "cộng"))
    hands.primary()
    assert counting_view(office, step.code).state == "counted_once"  # type: ignore[union-attr]


def test_the_second_operator_sees_neither_figures_nor_an_outcome(office: Workplace, opened: Opened) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED | {"candidates[1].votes": 6, "valid": 8, "invalid": 2})
    hands, step = opened(code)
    assert step.grids.currentWidget() is step.form
    shown = [line for line in step.form.rows() if hasattr(line, "field") and line.known is None]
    assert all((line.first, line.second, line.typed) == (None, None, "") for line in shown)
    assert step.outcome.isHidden()
    assert step.view.figures == ()
    hands.primary()
    sit_down(hands, "2468", below=1)
    assert step.editor.typed == {}


def test_differing_lines_are_walked_with_f8(office: Workplace, opened: Opened) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, TYPED | {"valid": 8, "candidates[0].votes": 1})
    hands, step = opened(code)
    assert step.bar.primary_button().text() == "Đối chiếu 2 ô lệch"
    walked = []
    forwards = [(Qt.Key.Key_F8, None)] * 3
    for key, modifier in (*forwards, (Qt.Key.Key_F8, SHIFT)):
        hands.press(key, modifier or Qt.KeyboardModifier.NoModifier)
        walked.append(step.comparison.current().field)
    # The error of the second entry and its line first, then every line that differs, there and back.
    assert walked == ["valid", "valid", "candidates[0].votes", "valid"]
    assert "Có phiếu" not in said(step)


def test_while_two_entries_differ_the_fault_stands_first_with_its_field_and_one_finding_names_all(
    office: Workplace, opened: Opened
) -> None:
    code = meeting(office)
    short = TYPED | {"returned": 9, "valid": 8, "candidates[1].votes": 6}
    enter(office, code, ANH, short)
    enter(office, code, BINH, short | {"valid": 7, "candidates[0].votes": 1})
    _, step = opened(code)
    found = [(one.kind, one.headline, one.code) for one in step.findings.findings()]
    assert found == [
        ("wrong", "Lượt 2: mục 7 cộng mục 8 là 8, hòm có 9.", "E201"),
        ("attention", "Lượt 2 của Người nhập Bình khác lượt kia ở mục 7 và mục 9.", "W001"),
        ("attention", "Mục 4 và 6: phát 10, thu về 9, thiếu 1 phiếu.", "W203"),
    ]
    fault, unlike, _ = step.findings.findings()
    assert fault.sentence == "Biên bản chưa lập được. Sửa mục 7 theo giấy."
    assert unlike.sentence == "Người nhập Bình đọc tờ giấy đã ký, gõ lại 2 ô. Chưa có kết quả."
    assert step.outcome.isHidden()
    assert step.view.outcome is None


def test_whoever_reads_differing_lines_again_sees_no_arithmetic(office: Workplace, opened: Opened) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, TYPED | {"valid": 8, "candidates[0].votes": 1})
    hands, step = opened(code)
    hands.primary()
    sit_down(hands, "2468")  # whose entry shows the error is chosen already
    assert [(one.headline, one.code) for one in step.findings.findings()] == [
        ("Đọc lại mục 7, mục 8 và mục 6 trên tờ giấy.", "E201"),
        ("Lượt 2 của Người nhập Bình khác lượt kia ở mục 7 và mục 9.", "W001"),
    ]

    # The same figures again: it is said why it still differs, and the other person is chosen next.
    hands.fill("8", "1")
    hands.primary()
    assert step.view.state == "different"
    said = "Vẫn lệch ở mục 7 và mục 9: Người nhập Bình gõ lại như lượt 2 đã ghi. Để Người nhập Anh"
    assert said in hands.frame.message_bar.text()
    hands.primary()
    dialog = hands.dialog()
    assert isinstance(dialog, OperatorDialog)
    hands.settle()
    assert dialog.who.value() == ANH
    dialog.reject()


def test_boxes_that_are_left_empty_are_asked_about(office: Workplace, opened: Opened) -> None:
    code = meeting(office)
    hands, step = opened(code)
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("10", "10")
    hands.when_asked(lambda dialog: dialog.reject())
    hands.primary()
    assert counting_view(office, code).entries == ()
    hands.when_asked(say_yes)
    hands.primary()
    hands.settle()
    assert step.view.state == "counted_once"


def test_errors_of_an_entry_stand_beside_their_lines_while_entries_differ(
    office: Workplace, opened: Opened
) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, TYPED | {"valid": 8})
    _, step = opened(code)
    compared = {
        line.field: step.comparison.model().index(row, 5).data(CELL).state.word
        for row, line in enumerate(step.comparison.rows())
        if hasattr(line, "field")
    }
    assert (compared["valid"], compared["invalid"], compared["present"]) == ("Lệch", "E201", "Khớp")


def test_one_person_alone_is_chosen_and_confirmed(office: Workplace, opened: Opened, qtbot: QtBot) -> None:
    code = meeting(office)
    hands, step = opened(code)
    step.bar.alone.setFocus()
    hands.when_asked(say_yes)
    hands.enter()
    qtbot.waitUntil(lambda: isinstance(hands.dialog(), OperatorDialog))
    sit_down(hands, "1357")
    hands.fill(*(str(figure) for figure in TYPED.values()))
    assert step.bar.primary_button().text() == "Ghi lượt nhập duy nhất"
    hands.primary()
    # One entry was compared with nothing, and nothing says that it agrees.
    grid = step.grids.grid()
    shown = [
        grid.model().index(row, column).data(CELL)
        for row in range(grid.model().rowCount())
        for column in range(grid.model().columnCount())
        if not grid.isColumnHidden(column)
    ]
    words = {cell.state.word for cell in shown if cell is not None and cell.state is not None}
    assert "Khớp" not in words
    assert "khớp" not in state_words(step.view.state, single=True)
    hands.primary()
    assert counting_view(office, code).made.single_operator  # type: ignore[union-attr]


def test_a_finding_says_cause_figures_and_next_step_and_is_corrected_by_both(
    office: Workplace, opened: Opened
) -> None:
    code = agreed(office, TYPED | {"valid": 8})
    hands, step = opened(code)
    finding = step.findings.findings()[0]
    assert (finding.kind, finding.code) == ("wrong", "E201")
    assert finding.headline == "Mục 7 cộng mục 8 là 9, hòm có 10."
    assert finding.sentence == "Biên bản chưa lập được. Enter để sửa hoặc giải trình."
    assert not step.bar.primary_button().isEnabled()
    hands.press(Qt.Key.Key_F8)
    hands.enter()
    dialog = hands.dialog()
    assert isinstance(dialog, ExplainDialog)
    dialog.mend.setFocus()
    hands.enter()
    sit_down(hands, "1357")
    assert step.editor.entry.fields == ("returned", "valid", "invalid")
    hands.fill("10", "9", "1")
    hands.primary()
    assert counting_view(office, code).differing == ("valid",)  # type: ignore[union-attr]
    hands.primary()
    sit_down(hands, "2468", below=1)
    hands.fill("9")
    hands.primary()
    assert counting_view(office, code).state == "agreed"  # type: ignore[union-attr]
    assert step.bar.primary_button().isEnabled()


def test_an_explanation_without_a_name_is_not_taken(office: Workplace, opened: Opened) -> None:
    hands, _ = opened(agreed(office, TYPED | {"returned": 9, "valid": 8, "candidates[1].votes": 6}))
    hands.press(Qt.Key.Key_F8)
    hands.enter()
    dialog = hands.dialog()
    assert isinstance(dialog, ExplainDialog)
    hands.fill("Một hộ giữ phiếu", "")
    assert "in vào biên bản" in dialog.by.problem()
    assert dialog.text.value() == "Một hộ giữ phiếu"


def test_the_outcome_names_base_threshold_clause_and_its_mark(office: Workplace, opened: Opened) -> None:
    _, step = opened(agreed(office, NOBODY))
    words = said(step.outcome)
    assert "Chưa đủ quá nửa số hộ: tổ chức bầu lại" in words
    assert "Vạch đen: 7 hộ, quá nửa của 12 hộ trong danh sách" in words
    assert "Luật Thực hiện dân chủ ở cơ sở" in words
    assert "Đã đọc bản chính thức." in words
    bars = [bar.accessibleName() for bar in step.outcome.findChildren(QWidget) if "=" in bar.accessibleName()]
    assert bars == ["Ông Giàng A Chớ: 4/12 hộ = 33,33 %", "Bà Lò Thị Ơn: 5/12 hộ = 41,67 %"]


def test_a_finalised_count_is_reopened_with_a_reason(office: Workplace, opened: Opened) -> None:
    code = finalised(office)
    hands, step = opened(code)

    def give_reason(dialog: QWidget) -> None:
        assert isinstance(dialog, TextQuestion)
        dialog.field.line.setText("Cộng lại tờ kiểm phiếu")
        say_yes(dialog)

    step.bar.again.setFocus()
    hands.when_asked(give_reason)
    hands.enter()
    assert counting_view(office, code).state == "meeting"  # type: ignore[union-attr]
    assert "thay thế lần 1: Cộng lại tờ kiểm phiếu" in step.foot.text()
    agree(office, code)
    counts.finalise(office, code)
    step.context.changed.emit(frozenset({Kind.COUNTING}))
    hands.settle()
    assert "đã chốt, lần 2" in [chip.state.word for chip in step.outcome.findChildren(StateChip)]


def finalise_elsewhere(office: Workplace, code: str) -> None:
    agree(office, code)
    counts.finalise(office, code)


def test_someone_else_finished_meanwhile_and_it_is_said(office: Workplace, opened: Opened) -> None:
    code = meeting(office)
    hands, step = opened(code)
    hands.primary()
    sit_down(hands, "1357")
    hands.fill(*(str(figure) for figure in TYPED.values()))
    finalise_elsewhere(office, code)
    hands.primary()
    assert "“đã chốt kết quả kiểm phiếu”" in said(hands.frame.message_bar)
    assert step.editor.figures() == TYPED


def test_f1_explains_the_line_and_what_it_is_checked_against(office: Workplace, opened: Opened) -> None:
    hands, step = opened(meeting(office))
    hands.primary()
    sit_down(hands, "1357")
    hands.fill("10")
    assert step.help_text() == "Số phiếu đã phát. Không nhiều hơn số người có mặt."


def test_both_entries_are_printed_to_be_checked_on_paper(
    office: Workplace, opened: Opened, tmp_path: Path
) -> None:
    code = meeting(office)
    hands, step = opened(code)
    assert step.bar.check.isHidden(), "nobody sees the first entry before the second is made"
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, TYPED | {"valid": 8, "candidates[0].votes": 1})
    step.context.changed.emit(frozenset({Kind.COUNTING}))
    hands.settle()
    step.bar.check.setFocus()
    hands.enter()
    hands.qtbot.waitUntil(lambda: step.papers.paper.view.page_count() == 1)
    hands.when_asked(say_yes, file_named(tmp_path / "kiem-tra.pdf"))
    hands.press(Qt.Key.Key_P, CTRL)
    hands.qtbot.waitUntil((tmp_path / "kiem-tra.pdf").exists)
    text = one_line((tmp_path / "kiem-tra.pdf").read_bytes())
    assert "Hợp lệ 9 8 lệch, E201" in text
    assert "Lượt 2: mục 7 cộng mục 8 là 9, hòm có 10. (E201)" in text
    hands.qtbot.waitUntil(hands.frame.isActiveWindow)
    hands.settle()
    hands.press(Qt.Key.Key_Escape)  # takes the message away
    hands.press(Qt.Key.Key_Escape)
    assert not step.papers.shows_paper()


def test_a_scan_of_the_signed_minutes_is_looked_at_beside_the_count(
    office: Workplace, opened: Opened
) -> None:
    from desktop.services.results.scans import attach_signed_minutes  # noqa: PLC0415

    code = finalised(office)
    hands, step = opened(code)
    assert step.bar.scan.isHidden()
    picture = QImage(40, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    held = QBuffer()
    picture.save(held, "PNG")
    attach_signed_minutes(office, code, "bien-ban.png", held.data().data())
    step.context.changed.emit(frozenset({Kind.PAPERS}))
    hands.settle()
    step.bar.scan.setFocus()
    hands.enter()
    hands.qtbot.waitUntil(lambda: step.papers.paper.view.page_count() == 1)
    hands.press(Qt.Key.Key_Escape)
    assert not step.papers.shows_paper()
