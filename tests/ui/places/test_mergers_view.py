"""Many hamlets merged from one workbook, in the window: seen first, written at once, taken back at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.page.print_dialog import PrintDialog
from desktop.ui.places.hamlet_question import HamletQuestion
from desktop.ui.places.hamlets_page import HamletsPage
from desktop.ui.places.mergers_view import MergersView
from tests.offices.register_window import CONTROL, Window
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
    states = [view.table.model().cell(row, 6).state for row in (0, 1)]  # type: ignore[attr-defined] # Rows
    assert [state.word for state in states] == ["Đủ", "Không có thôn cũ"]
    assert view.bar.primary_button().text().startswith("Ghi 1 thôn mới")
    assert any("Nà Không Có" in finding.sentence for finding in view.findings.findings())
    view.day.set_value(date(2024, 11, 1))
    view.decision.number.set_value("31/NQ-HĐND")
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
    view = shown(window, page, workbook(tmp_path, f"1;{first.name};Một", f"2;{second.name};Một"))
    view.table.select(lambda _: True)
    assert view.heads.isVisible()
    view.serving.set_value(second.code)
    view.serving.committed.emit(second.code)
    assert view.table.model().cell(0, 5).text == second.head  # type: ignore[attr-defined] # Rows
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
    view = shown(window, page, workbook(tmp_path, f"1;{first.name};Một", f"2;{second.name};Một"))
    view.table.select(lambda _: True)
    window.press(Qt.Key.Key_Return)
    assert not view.bar.primary_button().isEnabled()
    window.press(Qt.Key.Key_Return)
    assert view.bar.primary_button().isEnabled()
    window.press(Qt.Key.Key_Escape)
    assert page.is_listing()


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
