"""Hamlets: lists taken in and back, fields saved on leaving; renamed, merged, ended, undone, by keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea

from desktop.resources import resource
from desktop.services.people.record import add_household
from desktop.services.places import succession
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.ui.page.submitted_question import DayQuestion
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.places.end_question import EndQuestion
from desktop.ui.places.hamlet_question import HamletQuestion
from desktop.ui.places.hamlets_page import HamletsPage
from desktop.ui.places.split_question import SplitQuestion
from tests.offices import register_example as example
from tests.offices.register_window import CONTROL, Window, texts
from tests.offices.typing import type_text
from tests.ui.places.conftest import Opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def line(window: Window, name: str) -> HamletLine:
    return next(one for one in hamlet_lines(window.workplace, ended=True) if one.name == name)


def asked(window: Window) -> HamletQuestion:
    question = window.dialog()
    assert isinstance(question, HamletQuestion)
    return question


def press_button(window: Window, page: HamletsPage, name: str, button: str) -> None:
    page.table.select(lambda one: one.name == name)
    page.buttons[button].setFocus()
    window.press(Qt.Key.Key_Return)


def asked_to_split(window: Window, page: HamletsPage) -> SplitQuestion:
    press_button(window, page, "Nà Ếch", "split")
    question = window.dialog()
    assert isinstance(question, SplitQuestion)
    return question


def asked_to_end(window: Window, page: HamletsPage) -> EndQuestion:
    press_button(window, page, "Nà Ếch", "end")
    question = window.dialog()
    assert isinstance(question, EndQuestion)
    return question


def merge_into(window: Window, page: HamletsPage, name: str) -> None:
    press_button(window, page, "Lục Ngù", "merge")
    question = asked(window)
    # A desktop may take its time to hand the keyboard over.
    window.qtbot.waitUntil(question.ticks.hasFocus)
    window.qtbot.keyClick(question.ticks, Qt.Key.Key_End)
    window.qtbot.keyClick(question.ticks, Qt.Key.Key_Space)
    typed_over(question.name.box(), name)
    window.press_in(question, Qt.Key.Key_Return, CONTROL)


def undo_change(window: Window, page: HamletsPage, name: str) -> None:
    page.table.select(lambda one: one.name == name)
    page.panel.undo.setFocus()
    window.press(Qt.Key.Key_Space)


def typed_over(box: QWidget, text: str) -> None:
    assert isinstance(box, QLineEdit)
    box.selectAll()
    type_text(box, text)


def test_an_empty_commune_takes_its_list_in_and_back(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "trong"
    example.empty_register(folder).workplace.database.close()
    window, page = opened(folder)
    assert "Chưa có thôn, khu phố nào" in texts(page)
    page.take_file(resource("samples") / "thon-ban.csv")
    window.settle()
    assert page.importing.bar.primary_button().text() == "Ghi 13 dòng vào sổ"
    window.press(Qt.Key.Key_Return, CONTROL)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert [one.name for one in page.table.rows()][:3] == ["Bản Mường", "Co Muông", "Cò Nòi"]
    page.take_file(resource("samples") / "thon-ban.csv")
    window.settle()
    assert not page.importing.bar.primary_button().isEnabled()
    assert "không có gì mới" in " ".join(texts(page.importing.bar)).lower()


def test_a_provisional_head_is_written_down_and_the_list_says_so(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    page.table.select(lambda one: one.name == "Nà Ếch")
    panel = page.panel
    assert panel.print_button.isHidden()
    written = {"head": "", "provisional_head": "Nông Văn Khánh", "provisional_from": "10/6/2026"}
    for name, text in written.items():
        box = panel.fields[name].box()
        assert isinstance(box, QLineEdit)
        box.setFocus()
        box.clear()
        type_text(box, text)
        panel.fields[name].commit()
        window.settle()
    found = line(window, "Nà Ếch")
    assert (found.provisional_head, found.provisional_until) == ("Nông Văn Khánh", date(2026, 12, 10))
    assert not panel.print_button.isHidden()
    model = page.table.model()
    row = [one.name for one in page.table.rows()].index("Nà Ếch")
    assert model.cell(row, 3).text == "Nông Văn Khánh (lâm thời)"  # type: ignore[attr-defined] # Rows


def test_households_counted_and_stated_stand_side_by_side_and_f8_finds_where_they_differ(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    assert "13 thôn, khu phố; 126 hộ trong sổ, 4.754 hộ theo danh sách của xã" in texts(page)
    page.table.select(lambda one: one.name == "Nà Ếch")
    page.table.setFocus()
    window.press(Qt.Key.Key_F8)
    assert page.table.current().name == "Nà Lọn"
    model = page.table.model()
    row = [one.name for one in page.table.rows()].index("Lục Ngù")
    assert model.cell(row, 1).state.kind == "attention"  # type: ignore[attr-defined] # Rows


def test_fields_are_saved_on_leaving_and_taken_back(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    page.table.select(lambda one: one.name == "Lục Ngù")
    page.table.setFocus()
    window.press(Qt.Key.Key_Return)
    assert page.panel.fields["kind"].box().hasFocus()
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    assert page.panel.fields["stated"].box().hasFocus()
    typed_over(page.panel.fields["stated"].box(), "1")
    window.press(Qt.Key.Key_Return)
    assert line(window, "Lục Ngù").stated == 1
    page.panel.fields["name"].setFocus()
    typed_over(page.panel.fields["name"].box(), "Nà Sản")
    window.press(Qt.Key.Key_Return)
    assert "thôn khác mang tên đó" in page.panel.fields["name"].problem()
    assert page.panel.fields["name"].value() == "Nà Sản"
    window.press(Qt.Key.Key_Z, CONTROL)
    assert line(window, "Lục Ngù").stated == 554


def test_what_was_refused_is_nothing_to_go_back_to_and_enter_ends_at_the_last_field(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    page.table.select(lambda one: one.name == "Nà Ếch")
    first, last = (page.panel.fields[f"especially_difficult_{name}"] for name in ("from", "until"))
    for field, typed in ((first, "01/07/2024"), (last, "30/06/2024"), (last, "31/12/2025")):
        field.setFocus()
        typed_over(field.box(), typed)
        window.press(Qt.Key.Key_Return)
    assert last.box().hasFocus()
    assert line(window, "Nà Ếch").especially_difficult_until == date(2025, 12, 31)
    page.table.setFocus()
    window.press(Qt.Key.Key_Z, CONTROL)
    assert line(window, "Nà Ếch").especially_difficult_until is None
    window.press(Qt.Key.Key_Z, CONTROL)
    assert line(window, "Nà Ếch").especially_difficult_from is None


def test_ctrl_enter_opens_the_households_of_the_hamlet(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    page.table.select(lambda one: one.name == "Nà Ếch")
    page.table.setFocus()
    window.press(Qt.Key.Key_Return, CONTROL)
    households = window.frame.page()
    assert isinstance(households, HouseholdsPage)
    assert len(households.table.rows()) == 125


def test_a_workbook_is_chosen_by_typing_stored_and_taken_back(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    path = tmp_path / "thon-moi.csv"
    path.write_text("Loại;Tên thôn;Số hộ\nBản;Nà Xa;41\nThôn;Nà Ếch;130\n", encoding="utf-8")
    before = hamlet_lines(window.workplace, ended=True)
    page.table.setFocus()
    page.take_in.setFocus()
    window.press(Qt.Key.Key_Return)
    window.type_path(path)
    assert page.importing.bar.primary_button().text() == "Ghi 2 dòng vào sổ"
    window.press(Qt.Key.Key_Return, CONTROL)
    assert (line(window, "Nà Xa").stated, line(window, "Nà Ếch").stated) == (41, 130)
    page.importing.result.undo.setFocus()
    window.press(Qt.Key.Key_Return)
    assert "hoàn tác" in window.told()
    assert hamlet_lines(window.workplace, ended=True) == before


def test_a_question_keeps_what_was_typed_until_it_is_accepted(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    page.table.setFocus()
    window.press(Qt.Key.Key_N, CONTROL)
    question = asked(window)
    type_text(question.focusWidget(), "Nà Ếch")
    window.press_in(question, Qt.Key.Key_Return, CONTROL, stays=True)
    assert any("đã có thôn khác mang tên đó" in text for text in texts(question))
    assert question.answer().name == "Nà Ếch"
    typed_over(question.name.box(), "Nà Ếch Hai")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert line(window, "Nà Ếch Hai").code == "06859-T14"
    assert page.table.current().name == "Nà Ếch Hai"


def test_escape_leaves_a_question_and_changes_nothing(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace, ended=True)
    page.table.setFocus()
    window.press(Qt.Key.Key_N, CONTROL)
    question = asked(window)
    type_text(question.focusWidget(), "Nà Xa")
    window.press_in(question, Qt.Key.Key_Escape)
    assert hamlet_lines(window.workplace, ended=True) == before
    assert page.table.hasFocus()


def test_a_renamed_hamlet_has_its_old_name_back(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace, ended=True)
    press_button(window, page, "Nà Ếch", "rename")
    question = asked(window)
    typed_over(question.name.box(), "Nà Ếch Mới")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert line(window, "Nà Ếch Mới").counted == 125
    assert page.table.current().name == "Nà Ếch Mới"
    assert any("Lập từ Thôn Nà Ếch. Mang tên này từ 25/11/2024." in text for text in texts(page.panel))
    assert page.panel.undo.text() == "Hoàn tác đổi tên"
    page.panel.undo.setFocus()
    window.press(Qt.Key.Key_Space)
    assert "Đã hoàn tác" in window.told()
    assert hamlet_lines(window.workplace, ended=True) == before
    assert page.table.current().name == "Nà Ếch"
    assert not page.panel.undo.isVisible()


def test_merged_hamlets_are_taken_apart_until_something_rests_on_them(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace, ended=True)
    merge_into(window, page, "Nà Thông")
    merged = line(window, "Nà Thông")
    assert (merged.counted, merged.predecessors) == (1, ("Khu phố Lục Ngù", "Thôn Thông Châu"))
    undo_change(window, page, "Nà Thông")
    assert hamlet_lines(window.workplace, ended=True) == before
    merge_into(window, page, "Nà Thông")
    add_household(window.workplace, line(window, "Nà Thông").code, "Vàng A Páo")
    undo_change(window, page, "Nà Thông")
    assert "Không hoàn tác được thay đổi của Khu phố Nà Thông" in window.told()
    assert line(window, "Nà Thông").counted == 2


def test_a_hamlet_ends_and_lives_on(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    press_button(window, page, "Pò Đán", "end")
    window.press_in(window.dialog(), Qt.Key.Key_Return, CONTROL)
    assert line(window, "Pò Đán").ends_on == date(2024, 11, 24)
    assert [one.name for one in page.table.rows()][-1] == "Pò Đán"
    undo_change(window, page, "Pò Đán")
    assert line(window, "Pò Đán").ends_on is None


def test_a_hamlet_with_households_is_not_ended_and_the_day_stays(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    question = asked_to_end(window, page)
    window.press_in(question, Qt.Key.Key_Return, CONTROL, stays=True)
    assert "còn hộ hoặc cử tri nên chưa kết thúc được" in question.day.problem()
    assert question.day.value() == date(2024, 11, 24)
    window.press_in(question, Qt.Key.Key_Escape)
    assert line(window, "Nà Ếch").ends_on is None


def test_a_dissolved_hamlets_households_go_to_the_hamlet_that_is_chosen(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace, ended=True)
    question = asked_to_end(window, page)
    assert question.decision.issuer.value() == "Hội đồng nhân dân xã Húc Động"
    question.taker.set_value(line(window, "Pò Đán").code)
    question.decision.number.set_value("15/NQ-HĐND")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    taker = line(window, "Pò Đán")
    assert (taker.counted, taker.joined) == (125, ("Thôn Nà Ếch",))
    page.table.select(lambda one: one.name == "Nà Ếch")
    said = "Theo văn bản số 15/NQ-HĐND của Hội đồng nhân dân xã Húc Động."
    assert any(f"Nay là {taker.full_name}. {said}" in text for text in texts(page.panel))
    undo_change(window, page, "Nà Ếch")
    assert hamlet_lines(window.workplace, ended=True) == before


def test_a_split_hamlets_ticked_households_live_in_the_second_one(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace, ended=True)
    question = asked_to_split(window, page)
    window.press_in(question, Qt.Key.Key_Return, CONTROL, stays=True)
    assert any("còn trống hoặc đã có thôn khác" in text for text in texts(question))
    type_text(question.names[1][1].box(), "Nà Thượng")
    window.press_in(question, Qt.Key.Key_Return, CONTROL, stays=True)
    assert any("Thôn Nà Thượng chưa có hộ nào" in text for text in texts(question))
    homes = question.homes.list
    homes.setFocus()
    window.qtbot.keyClick(homes, Qt.Key.Key_Space)
    assert "1 hộ; 124 hộ ở thôn thứ nhất" in question.homes.said.text()
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert line(window, "Nà Thượng").counted == 1
    assert [one.counted for one in page.table.rows() if one.name == "Nà Ếch"] == [124, 0]
    assert window.told() == "Đã tách Thôn Nà Ếch thành Thôn Nà Ếch (124 hộ) và Thôn Nà Thượng (1 hộ)."
    assert page.table.hasFocus()
    window.frame.message_bar.way.click()
    window.settle()
    assert hamlet_lines(window.workplace, ended=True) == before
    assert page.table.hasFocus()


def test_many_households_are_found_ticked_at_once_and_not_lost_by_escape(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    question = asked_to_split(window, page)
    type_text(question.names[1][1].box(), "Nà Thượng")
    homes = question.homes
    type_text(homes.search, "chiu")
    found = [homes.list.item(row) for row in range(homes.list.count())]
    shown = [item.text() for item in found if not item.isHidden()]
    assert 1 < len(shown) < 125
    assert all("Chìu" in words for words in shown)
    homes.all.click()
    assert len(homes.ticked()) == len(shown)
    homes.search.clear()
    homes.list.setCurrentRow(0)
    assert len(homes.ticked()) == len(shown), "what isn't shown stays ticked"
    homes.list.setFocus()
    for key, modifiers in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
    ):
        window.qtbot.keyClick(homes.list, key, modifiers)
    ticked = homes.ticked()
    assert set(ticked) >= {homes.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(3)}
    window.press_in(question, Qt.Key.Key_Escape)
    again = asked_to_split(window, page)
    assert again.names[1][1].value() == "Nà Thượng"
    assert again.homes.ticked() == ticked
    window.press_in(again, Qt.Key.Key_Return, CONTROL)
    assert line(window, "Nà Thượng").counted == len(ticked)


def test_ctrl_enter_answers_a_question_whatever_button_has_the_keyboard(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    question = asked_to_split(window, page)
    type_text(question.names[1][1].box(), "Nà Thượng")
    type_text(question.homes.search, "chiu")
    question.homes.all.setFocus()
    window.qtbot.keyClick(question.homes.all, Qt.Key.Key_Space)
    ticked = len(question.homes.ticked())
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert line(window, "Nà Thượng").counted == ticked > 0


def test_a_household_is_ticked_by_its_words_as_by_its_box(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    question = asked_to_split(window, page)
    homes = question.homes.list
    for row, across in ((0, 10), (1, 120), (1, 120), (2, 120)):
        at = homes.visualItemRect(homes.item(row))
        where = QPoint(at.left() + across, at.center().y())
        window.qtbot.mouseClick(homes.viewport(), Qt.MouseButton.LeftButton, pos=where)
    expected = {homes.item(row).data(Qt.ItemDataRole.UserRole) for row in (0, 2)}
    assert set(question.homes.ticked()) == expected


def test_a_hamlet_added_by_mistake_is_gone_again(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    before = hamlet_lines(window.workplace, ended=True)
    page.add_one()
    question = asked(window)
    type_text(question.name.box(), "Nà Nhầm")
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    assert page.table.current().name == "Nà Nhầm"
    assert window.told() == "Đã thêm Thôn Nà Nhầm."
    undo_change(window, page, "Nà Nhầm")
    assert hamlet_lines(window.workplace, ended=True) == before


def test_tab_goes_through_a_question_as_it_is_read(opened: Opened, settled_register: Path) -> None:
    window, page = opened(settled_register)
    press_button(window, page, "Lục Ngù", "merge")
    question = asked(window)
    window.qtbot.waitUntil(question.ticks.hasFocus)
    seen = []
    for _ in range(5):
        window.qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Tab)
        seen.append(question.focusWidget())
    assert seen[:3] == [question.kind.box(), question.name.box(), question.day.box()]


def test_the_list_is_saved_as_a_workbook_that_changes_nothing_when_it_comes_back(
    opened: Opened, settled_register: Path, tmp_path: Path
) -> None:
    window, page = opened(settled_register)
    window.give_out(page.give_out, tmp_path / "thon.xlsx")
    assert window.told() == "Đã xuất 13 dòng ra thon.xlsx."
    page.take_file(tmp_path / "thon.xlsx")
    window.settle()
    assert not page.importing.bar.primary_button().isEnabled()


def test_no_field_of_a_hamlet_runs_under_the_scroll_bar(opened: Opened, settled_register: Path) -> None:
    _, page = opened(settled_register)
    area = page.panel.findChild(QScrollArea)
    assert area is not None
    assert area.widget().width() <= area.viewport().width()


def test_hamlets_are_found_by_a_name_and_by_what_holds_of_them(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    every = len(page.table.rows())
    page.filter.focus()
    page.filter.search.setText("na ech")
    assert [line.name for line in page.table.rows()] == ["Nà Ếch"]
    assert page.go_back()
    page.filter.which.set_value("ended")
    page.filter.changed.emit()
    assert page.table.rows() == ()
    # What is written about somewhere else is shown, whatever the list was narrowed to.
    page.open_with(example.FIRST)
    window.settle()
    assert len(page.table.rows()) == every


def test_the_list_of_a_past_day_has_the_old_names_and_nothing_to_change(
    opened: Opened, settled_register: Path
) -> None:
    window, page = opened(settled_register)
    old = line(window, "Nà Ếch")
    succession.rename(window.workplace, old.code, "Thôn", "Nà Mới", date(2024, 11, 15))
    page.refresh()
    window.settle()
    assert any(one.name == "Nà Mới" for one in page.table.rows())
    page.as_of.setFocus()
    window.press(Qt.Key.Key_Space)
    question = window.dialog()
    assert isinstance(question, DayQuestion)
    question.day.set_value(date(2024, 11, 14))
    window.press_in(question, Qt.Key.Key_Return, CONTROL)
    window.settle()
    shown = {one.name: one.counted for one in page.table.rows()}
    assert ("Nà Mới" in shown, shown["Nà Ếch"]) == (False, 125)
    assert not any(button.isEnabled() for button in (*page.buttons.values(), page.take_in, page.panel))
    page.choose_day()
    window.settle()
    assert "Nà Mới" in {one.name for one in page.table.rows()}
    assert page.take_in.isEnabled()
