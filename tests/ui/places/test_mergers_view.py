"""Many hamlets merged from one workbook, in the window: seen first, written at once, taken back at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.elections.planning import Plan, plan_election
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.training.clock import TrainingClock
from desktop.ui.page.print_dialog import PrintDialog
from desktop.ui.places.hamlet_question import HamletQuestion
from desktop.ui.places.hamlets_page import HamletsPage
from desktop.ui.places.mergers_view import MergersView
from tests.offices.register_window import CONTROL, Window, texts
from tests.offices.typing import type_text
from tests.ui.places.conftest import Opened


def workbook(folder: Path, *lines: str) -> Path:
    path = folder / "sap-nhap.csv"
    path.write_text("STT;Thôn cũ;Thôn mới\n" + "\n".join(lines), "utf-8")
    return path


def shown(window: Window, page: HamletsPage, path: Path) -> MergersView:
    page.open_mergers(path)
    window.settle()
    view = page.mergers
    assert view is not None
    assert view.isVisible()
    return view


def previewed(window: Window, page: HamletsPage, path: Path) -> MergersView:
    """Go on from the paper, which nobody types anything of."""
    view = shown(window, page, path)
    window.press(Qt.Key.Key_Return, CONTROL)
    return view


def test_a_plan_is_shown_written_and_taken_back(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace)
    first, second, third = before[0].name, before[1].name, before[2].name
    path = workbook(
        tmp_path,
        f"1;{first};Hợp Nhất",
        f"2;{second};Hợp Nhất",
        f"3;{third};Hợp Hai",
        "4;Nà Không Có;Hợp Hai",
    )
    view = shown(window, page, path)
    view.day.set_value(date(2024, 11, 1))
    view.decision.number.set_value("31/NQ-HĐND")
    window.press(Qt.Key.Key_Return, CONTROL)
    states = [view.table.model().cell(row, 7).state for row in (0, 1)]  # type: ignore[attr-defined] # Rows
    assert [state.word for state in states] == ["Đủ", "Không có thôn cũ"]
    assert view.bar.primary_button().text().startswith("Ghi 1 thôn mới")
    assert any("Nà Không Có" in finding.sentence for finding in view.findings.findings())
    window.press(Qt.Key.Key_Return, CONTROL)
    window.settle()
    assert page.is_listing()
    after = hamlet_lines(window.workplace)
    assert len(after) == len(before) - 1
    made = next(line for line in after if line.name == "Hợp Nhất")
    page.table.select(lambda line: line.code == made.code)
    assert page.panel.undo.text() == "Hoàn tác cả đợt sáp nhập"
    page.panel.undo.click()
    window.settle()
    assert hamlet_lines(window.workplace) == before


def test_the_head_of_an_old_hamlet_is_named_for_the_new_one_and_the_plan_is_printed(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    first, second = [line for line in hamlet_lines(window.workplace) if line.head][:2]
    view = previewed(window, page, workbook(tmp_path, f"1;{first.name};Một", f"2;{second.name};Một"))
    view.table.select(lambda _: True)
    serving = view.choices.serving
    assert serving.isVisible()
    serving.set_value(second.code)
    serving.committed.emit(second.code)
    assert view.table.model().cell(0, 6).text == second.head  # type: ignore[attr-defined] # Rows
    view.print_it()
    window.settle()
    dialog = window.dialog()
    assert isinstance(dialog, PrintDialog)
    dialog.reject()
    view.day.set_value(date(2024, 11, 1))
    view.primary()
    window.settle()
    made = next(line for line in hamlet_lines(window.workplace) if line.name == "Một")
    assert (made.provisional_head, made.provisional_why) == (second.head, "made_anew")


def test_enter_leaves_a_merger_out_and_takes_it_in_again(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    first, second = hamlet_lines(window.workplace)[:2]
    view = previewed(window, page, workbook(tmp_path, f"1;{first.name};Một", f"2;{second.name};Một"))
    view.table.select(lambda _: True)
    window.press(Qt.Key.Key_Return)
    assert not view.bar.primary_button().isEnabled()
    window.press(Qt.Key.Key_Return)
    assert view.bar.primary_button().isEnabled()
    window.press(Qt.Key.Key_Escape)
    assert page.is_listing()


def test_why_a_new_hamlet_is_smaller_than_the_law_asks_for_is_typed_in_its_card(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    clock = window.workplace.clock
    assert isinstance(clock, TrainingClock)
    clock.put(date(2026, 7, 5), 8, 0)
    lines = hamlet_lines(window.workplace)
    small = min((line for line in lines if line.counted), key=lambda line: line.counted)
    empty = next(line for line in lines if line is not small and not line.counted)
    other = next(line for line in lines if line not in (small, empty) and not line.counted)
    rows = [f"1;{small.full_name};Thôn Một", f"2;{empty.full_name};Thôn Một", f"3;{other.full_name};Thôn Hai"]
    view = previewed(window, page, workbook(tmp_path, *rows))
    codes = [finding.code for finding in view.findings.findings()]
    assert "W701" in codes
    reason = view.choices.reason
    window.press(Qt.Key.Key_F8)
    view.findings.opened.emit(next(one for one in view.findings.findings() if one.code == "W701"))
    assert view.table.current().name == "Một"
    assert reason.line.hasFocus()
    type_text(reason.line, "địa bàn chia cắt")
    # Who goes on to another row without Enter has written it down all the same, and of no other hamlet.
    view.table.select(lambda one: one.name == "Hai")
    assert view.decided.exceptions == {"Thôn Một": "địa bàn chia cắt"}
    assert "W701" not in [finding.code for finding in view.findings.findings()]
    assert view.table.model().cell(0, 7).state.word == "Có lý do"  # type: ignore[attr-defined] # Rows
    view.day.set_value(date(2026, 7, 1))
    view.primary()
    window.settle()
    page.table.select(lambda line: line.name == "Một")
    assert "Ngoại lệ về số hộ, lý do: địa bàn chia cắt." in " ".join(texts(page.panel))


def test_the_question_of_a_merger_leads_to_the_workbook(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    first = hamlet_lines(window.workplace)[0]
    asked: list[bool] = []
    page.choose_mergers = lambda: asked.append(True)  # type: ignore[method-assign] # the system's own dialog
    page.table.select(lambda line: line.code == first.code)
    page.buttons["merge"].click()
    question = window.dialog()
    assert isinstance(question, HamletQuestion)
    question.by_file.click()
    assert asked == [True]
    assert not question.isVisible()


def test_a_file_that_is_no_such_list_is_refused_and_the_list_stays(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    path = tmp_path / "khac.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    page.open_mergers(path)
    window.settle()
    assert page.is_listing()


def test_a_name_that_nobody_knows_is_said_to_be_a_hamlet_and_written(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    first, second = hamlet_lines(window.workplace)[:2]
    view = previewed(window, page, workbook(tmp_path, f"1;{first.name};Một", "2;Nà Sai Chính Tả;Một"))
    assert not view.bar.primary_button().isEnabled()
    window.press(Qt.Key.Key_F8)
    assert view.choices.isVisible()
    assert "Nà Sai Chính Tả" in view.findings.findings()[0].sentence
    assert view.choices.named.isVisible()
    view.choices.named.set_value(second.code)
    view.choices.named.committed.emit(second.code)
    window.settle()
    assert view.bar.primary_button().isEnabled()
    view.day.set_value(date(2024, 11, 1))
    view.primary()
    window.settle()
    (made,) = [line for line in hamlet_lines(window.workplace) if line.name == "Một"]
    assert made.predecessors == (first.full_name, second.full_name)


def test_a_row_is_left_out_by_its_choice_and_an_election_is_opened_from_its_card(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    first, second, third = hamlet_lines(window.workplace)[:3]
    plan_election(
        window.workplace,
        Plan(
            campaign="2024",
            campaign_name="Bầu Trưởng thôn 2024",
            hamlet=third.code,
            held_on=date(2024, 12, 8),
            term_from=date(2024, 12, 8),
            term_to=date(2027, 6, 8),
            venue="Nhà văn hóa",
        ),
    )
    lines = (f"1;{first.name};{first.name}", f"2;{second.name};{first.name}", f"3;{third.name};Ba")
    view = previewed(window, page, workbook(tmp_path, *lines))
    codes = {finding.code for finding in view.findings.findings()}
    assert codes >= {"W702", "W704"}
    view.table.select(lambda one: one.name == first.name)
    view.choices.take.set_value(False)
    view.choices.take.committed.emit(False)
    assert not view.bar.primary_button().isEnabled()
    assert "W704" not in {finding.code for finding in view.findings.findings()}
    view.table.select(lambda one: one.name == "Ba")
    assert view.choices.take.isHidden()  # nobody leaves out what cannot be written
    view.choices.election.click()
    window.settle()
    assert window.frame.place() == "election"


def test_the_steps_say_how_far_a_plan_is_and_open_again(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    first, second = hamlet_lines(window.workplace)[:2]
    view = shown(window, page, workbook(tmp_path, f"1;{first.name};Một", f"2;{second.name};Một"))
    steps = {step.key: step for step in view.head.stepper._steps}
    assert steps["columns"].fault == "2/2"
    for key in ("columns", "preview", "paper"):
        view.head.stepper.chosen.emit(key)
        assert view.head.stepper._steps[view.head.stepper._current].key == key
    view.head.stepper.chosen.emit("written")
    assert view.day.isVisible()
    view.day.set_value(None)
    window.press(Qt.Key.Key_Return, CONTROL)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert view.day.isVisible()  # nothing is written without a day
    assert len(hamlet_lines(window.workplace)) > 1


def test_ctrl_enter_pressed_twice_in_haste_shows_the_plan_and_writes_nothing(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace)
    lines = [f"{number};{line.name};Một" for number, line in enumerate(before[:2], 1)]
    view = shown(window, page, workbook(tmp_path, *lines))
    for _ in range(2):  # Ctrl stays down
        typed = QApplication.focusWidget()
        assert typed is not None
        QTest.simulateEvent(typed, True, Qt.Key.Key_Return, CONTROL, "\r", False)
        window.settle()
    assert view.table.isVisible()
    assert hamlet_lines(window.workplace) == before
    QTest.keyRelease(view.table, Qt.Key.Key_Control)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert len(hamlet_lines(window.workplace)) == len(before) - 1
