"""Households: the list, one beside it, and taking a workbook in with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame

from desktop.resources import resource
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists.preview import RowChoice
from desktop.services.people.households import household_count, households
from desktop.services.people.members import household_members
from desktop.services.people.record import add_household, edit_household, household
from desktop.services.people.representatives import representative
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.people.member_questions import HeadQuestion, MemberQuestion, RepresentativeQuestion
from desktop.ui.places.hamlets_page import HamletsPage
from tests.offices import register_example as example
from tests.offices.lists import taken
from tests.offices.register_window import CONTROL, Window, texts
from tests.offices.typing import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.lists.columns import Shown

Opened = Callable[[Path], tuple[Window, HouseholdsPage]]
D = TypeVar("D")


pytestmark = pytest.mark.xdist_group("households")  # one process makes what its tests share


@pytest.fixture(scope="session")
def without_households(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("so-trong") / "xa"
    example.with_hamlets(folder).workplace.database.close()
    return folder


@pytest.fixture
def opened(open_window: Callable[[Path], Window]) -> Opened:
    def open_on(made: Path) -> tuple[Window, HouseholdsPage]:
        window = open_window(made)
        page = window.go("households")
        assert isinstance(page, HouseholdsPage)
        return window, page

    return open_on


def at_hamlet(window: Window, page: HouseholdsPage, code: str = example.FIRST) -> None:
    page.open_with(code)
    window.settle()


def current(page: HouseholdsPage) -> Shown:
    shown: Shown = page.importing.rows.table.current()
    return shown


def heads(page: HouseholdsPage) -> list[str]:
    return [line.head for line in page.table.rows()]


def test_the_list_is_searched_without_marks_and_escape_shows_all_again(
    opened: Opened, settled_register: Path, qtbot: QtBot
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    assert "125 hộ" in texts(page)
    page.table.setFocus()
    window.press(Qt.Key.Key_F, CONTROL)
    type_text(QApplication.focusWidget(), "chìu a")
    qtbot.waitUntil(lambda: 0 < len(heads(page)) < 10)
    assert all("Chìu" in head for head in heads(page))
    window.press(Qt.Key.Key_Down)
    assert page.table.hasFocus()
    window.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(heads(page)) == 125)


def test_fields_are_saved_on_leaving_taken_back_and_a_mistake_keeps_what_was_typed(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    page.table.setFocus()
    key = page.table.current().id
    window.press(Qt.Key.Key_Return)
    name = page.panel.fields["name"]
    assert name.box().hasFocus()
    name.box().selectAll()  # type: ignore[attr-defined] # a line
    type_text(name.box(), "Bùi Kim Ánh Lớn")
    window.press(Qt.Key.Key_Return)
    assert household(window.workplace, key).name == "Bùi Kim Ánh Lớn"
    assert page.panel.fields["birth"].box().hasFocus()
    birth = page.panel.fields["birth"]
    birth.box().selectAll()  # type: ignore[attr-defined] # a line
    type_text(birth.box(), "31/02/1952")
    window.press(Qt.Key.Key_Return)
    assert "ngày sinh" in birth.problem()
    assert birth.value() == "31/02/1952"
    assert household(window.workplace, key).birth == "16/01/1952"
    page.panel.focus_first()
    window.press(Qt.Key.Key_Z, CONTROL)
    assert household(window.workplace, key).name == "Bùi Kim Ánh"
    assert "không đặt 01/01" in (birth.box().setFocus() or page.help_text())
    window.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_a_household_is_added_and_ends_with_a_day(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page, example.SECOND)
    page.table.setFocus()
    window.press(Qt.Key.Key_N, CONTROL)
    question = window.dialog()
    type_text(question.focusWidget(), "Vàng A Páo")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert heads(page) == ["Bàn Văn Lâm", "Vàng A Páo"]
    assert page.table.current().head == "Vàng A Páo"
    page.panel.end.setFocus()
    window.press(Qt.Key.Key_Return)
    window.press_in(window.dialog(), Qt.Key.Key_Return, CONTROL)
    assert heads(page) == ["Bàn Văn Lâm"]
    assert window.told().startswith("Hộ Vàng A Páo thôi ở đây sau ngày 25/11/2024")
    assert page.table.hasFocus(), "Enter on the button would end the household that stands here next"
    window.frame.message_bar.way.click()
    window.settle()
    assert heads(page) == ["Bàn Văn Lâm", "Vàng A Páo"]


def test_a_faulty_workbook_is_walked_decided_stored_and_taken_back_by_keyboard(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    before = households(window.workplace, example.FIRST, limit=500)
    page.take_file(example.faulty_workbook(tmp_path / "sửa lần 3.xlsx"))
    window.settle()
    rows = page.importing.rows
    segments = [rows.filter.button(number).text().split() for number in range(6)]
    assert [words[-1] for words in segments] == ["16", "4", "3", "2", "4", "3"]
    bar = page.importing.bar.primary_button()
    assert bar.text() == "Ghi 7 dòng vào sổ"
    walked = []
    for _ in range(7):
        window.press(Qt.Key.Key_F8)
        walked.append((current(page).row.number, current(page).row.state.value))
    assert walked[:4] == [(13, "doubtful"), (14, "refused"), (15, "refused"), (16, "doubtful")]
    assert len(set(walked)) == 7
    window.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    window.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert current(page).row.number == 17
    assert any("khác số định danh: Triệu Đình Hưởng, 1956" in text for text in texts(rows.panel))
    window.press(Qt.Key.Key_Return)
    assert rows.panel.buttons[RowChoice.NEW].hasFocus()
    window.press(Qt.Key.Key_Return)
    assert rows.choices == {17: RowChoice.NEW}
    assert bar.text() == "Ghi 8 dòng vào sổ"
    window.press(Qt.Key.Key_Z, CONTROL)
    assert rows.choices == {}
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    assert "3 dòng chờ chọn, 3 dòng bị từ chối." in texts(page.importing.bar)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert "Đã ghi 8 dòng vào sổ" in texts(page.importing.result)
    assert household_count(window.workplace, example.FIRST) == len(before.lines) + 5
    page.importing.result.undo.setFocus()
    window.press(Qt.Key.Key_Return)
    assert "hoàn tác" in window.told()
    assert households(window.workplace, example.FIRST, limit=500) == before
    assert len(heads(page)) == 125


def test_changed_repaired_and_refused_cells_show_what_they_were_and_where(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    page.take_file(example.faulty_workbook(tmp_path / "a.xlsx"))
    window.settle()
    table, model = page.importing.rows.table, page.importing.rows.table.model()
    cells = {
        row.row.number: [model.cell(number, column) for column in range(8)]  # type: ignore[attr-defined] # Rows
        for number, row in enumerate(table.rows())
    }
    assert (cells[6][2].was, cells[6][2].text) == ("Phạm Thị Linh", "Phạm Thị Lĩnh")
    assert (cells[7][7].was, cells[7][7].text) == ("6", "9")
    assert (cells[9][2].was, cells[9][2].text) == ("HOÀNG  VĂN SÌN", "Hoàng Văn Sìn")
    assert (cells[11][6].was, cells[11][6].text) == ("nt", "Dao")
    assert (cells[14][3].text, cells[14][3].state.kind) == ("31/02/1988", "wrong")
    assert cells[13][2].sub == "Giống dòng 11 ở phía trên"
    assert [cell.was for cell in cells[4]] == [None] * 8
    table.select(lambda row: row.row.number == 9, 2)
    window.settle()
    assert {"Ô B9", "HOÀNG  VĂN SÌN", "Hoàng Văn Sìn"} <= set(texts(page.importing.rows.panel))
    page.importing.rows.only_repaired.setChecked(True)
    assert [row.row.number for row in table.rows()] == [6, 7, 8, 9, 10, 11]
    page.importing.rows.filter.choose(5)
    assert table.rows() == ()


def test_leaving_the_preview_writes_nothing(opened: Opened, settled_register: Path, tmp_path: Path) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    before = households(window.workplace, example.FIRST, limit=500)
    page.take_file(example.faulty_workbook(tmp_path / "a.xlsx"))
    window.settle()
    window.press(Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert households(window.workplace, example.FIRST, limit=500) == before


def test_the_sample_dropped_on_the_page_goes_to_the_hamlet_that_it_names(
    opened: Opened, without_households: Path
) -> None:
    window, page = opened(without_households)
    assert "Chưa có hộ nào" in texts(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(resource("samples") / "ho-gia-dinh.xlsx"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    window.settle()
    assert page.importing.head.hamlet.value() == example.FIRST
    assert page.importing.bar.primary_button().text() == "Ghi 125 dòng vào sổ"
    window.press(Qt.Key.Key_Return, CONTROL)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert len(heads(page)) == 125
    assert page.list.hamlet.value() == example.FIRST


def test_another_hamlet_can_be_chosen_in_the_preview(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    page.take_file(example.faulty_workbook(tmp_path / "a.xlsx"))
    window.settle()
    combo = page.importing.head.hamlet
    combo.combo.setCurrentText("Khu phố Lục Ngù")
    combo.commit()
    window.settle()
    assert page.importing.rows.filter.button(3).text().split()[-1] == "1"
    assert current(page).row.doubt.reason == "elsewhere"  # type: ignore[union-attr] # it waits


def test_a_block_copied_from_excel_goes_through_the_same_preview(
    opened: Opened, without_households: Path
) -> None:
    window, page = opened(without_households)
    at_hamlet(window, page, example.SECOND)
    QGuiApplication.clipboard().setText("1\tVàng A Páo\t1985\tNam\n2\tVàng Thị Mẩy\t31/02/1990\tNữ\n")
    page.setFocus()
    window.qtbot.keyClick(page, Qt.Key.Key_V, CONTROL)
    window.settle()
    assert page.importing.bar.primary_button().text() == "Ghi 1 dòng vào sổ"
    assert any("khối ô vừa dán" in text for text in texts(page.importing.head))
    window.press(Qt.Key.Key_Return, CONTROL)
    assert households(window.workplace, example.SECOND).lines[0].head == "Vàng A Páo"


def test_a_file_that_is_no_list_is_one_sentence_and_the_list_is_back(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    path = tmp_path / "hỏng.xlsx"
    path.write_bytes(b"not a workbook")
    page.take_file(path)
    window.settle()
    assert "hỏng.xlsx" in window.told()
    assert page.table.isVisible()
    assert len(heads(page)) == 125


def test_a_register_that_changed_meanwhile_is_looked_at_again_before_anything_is_written(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    path = example.faulty_workbook(tmp_path / "a.xlsx")
    page.take_file(path)
    window.settle()
    taken(window.workplace, HOUSEHOLDS, path, example.FIRST)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert "đã thay đổi" in window.told()
    assert page.importing.rows.filter.button(3).text().split()[-1] == "9"


def test_refused_rows_are_written_out_to_be_mended(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    page.take_file(example.faulty_workbook(tmp_path / "a.xlsx"))
    window.settle()
    kept = tmp_path / "tu-choi.xlsx"
    page.importing.bar.save_refused.setFocus()
    window.press(Qt.Key.Key_Return)
    window.type_path(kept)
    preview = HOUSEHOLDS.open_file(window.workplace, kept, example.FIRST)
    assert [row.refusal for row in preview.rows] == ["bad_date", "bad_identity", "no_name"]
    assert "tu-choi.xlsx" in window.told()


def test_without_hamlets_the_page_leads_to_them(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "trong"
    example.empty_register(folder).workplace.database.close()
    window, page = opened(folder)
    assert "Chưa có thôn nào" in texts(page)
    page.setFocus()
    window.press(Qt.Key.Key_Return, CONTROL)
    assert isinstance(window.frame.page(), HamletsPage)


def test_the_households_of_a_hamlet_are_saved_as_a_workbook(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    window.give_out(page.give_out, tmp_path / "ho.xlsx")
    assert window.told() == "Đã xuất 125 dòng ra ho.xlsx."
    page.take_file(tmp_path / "ho.xlsx")
    window.settle()
    assert not page.importing.bar.primary_button().isEnabled()


@pytest.mark.parametrize("kind", ["open_members", "open_voters"])
def test_a_list_of_households_given_to_another_list_of_people_is_taken_where_it_belongs(
    opened: Opened, settled_register: Path, kind: str
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page, example.FIRST)
    getattr(page, kind)(resource("samples") / "ho-gia-dinh.xlsx")
    window.settle()
    assert window.told().startswith("Tiêu đề trong ho-gia-dinh.xlsx là của “Danh sách hộ gia đình”")
    window.frame.message_bar.way.click()
    window.settle()
    assert page.importing.isVisible()
    assert len(page.importing.rows.table.rows()) == 125
    assert not window.told()


def test_a_day_of_birth_stands_whole_beside_the_list(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page, example.FIRST)
    box = page.panel.fields["birth"].box()
    assert isinstance(box, QLineEdit)
    frame = QStyleOptionFrame()
    box.initStyleOption(frame)
    room = box.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, box).width()
    around = 4  # two pixels that Qt keeps at each side
    assert box.fontMetrics().horizontalAdvance("20/06/2000") <= room - around


def test_f8_walks_among_those_who_seem_to_head_two_households(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    page.table.setFocus()
    window.press(Qt.Key.Key_F8)
    assert window.told() == "Không thấy ai đứng tên hai hộ."
    known = page.table.rows()[0]
    added = add_household(window.workplace, example.SECOND, known.head)
    edit_household(window.workplace, added, "birth", known.birth)
    window.press(Qt.Key.Key_F8)
    assert (page.list.chosen(), page.table.current().id) == (example.SECOND, added)
    assert "còn đứng tên hộ ở" in page.panel.fields["name"].problem()
    page.table.setFocus()
    window.press(Qt.Key.Key_F8)
    assert (page.list.chosen(), page.table.current().id) == (example.FIRST, known.id)


def test_who_belongs_to_a_household_is_written_down_and_follows_a_head_who_died(
    opened: Opened, settled_register: Path, qtbot: QtBot
) -> None:
    window, page = opened(settled_register)
    at_hamlet(window, page)
    home, head = page.table.rows()[0].id, page.table.rows()[0].head
    part = page.panel.people
    part.add.click()
    asked = _dialog(qtbot, MemberQuestion)
    asked.name.set_value("Lường Thị Ngoan")
    asked.birth.set_value("1980")
    asked.yes.click()
    window.settle()
    assert [row.name for row in part.table.rows()] == ["Lường Thị Ngoan"]
    part.head.click()
    gone = _dialog(qtbot, HeadQuestion)
    gone.successor.combo.setCurrentIndex(1)
    gone.successor.commit()
    gone.yes.click()
    window.settle()
    assert household(window.workplace, home).name == "Lường Thị Ngoan"
    # Written down by mistake, it goes back to what it was, and can be written down again.
    window.frame.message_bar.way.click()
    window.settle()
    assert household(window.workplace, home).name == head
    assert [row.end_reason for row in household_members(window.workplace, home)] == [None, None]
    part.head.click()
    gone = _dialog(qtbot, HeadQuestion)
    gone.successor.combo.setCurrentIndex(1)
    gone.successor.commit()
    gone.yes.click()
    window.settle()
    part.choose.click()
    chosen = _dialog(qtbot, RepresentativeQuestion)
    chosen.who.set_value(None)
    chosen.name.set_value("Ma Thị Thay")
    chosen.number.set_value("3/GUQ")
    chosen.yes.click()
    window.settle()
    assert representative(window.workplace, home).name == "Ma Thị Thay"
    assert "Ma Thị Thay, được ủy nhiệm, giấy số 3/GUQ" in part.speaker.text()


def _dialog(qtbot: QtBot, kind: type[D]) -> D:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=5000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog
