"""What a list is narrowed to is kept under a name, used again, renamed and dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.services.lists.filters import filters
from desktop.ui.lists.kept_filters import FiltersDialog
from desktop.ui.people.households_page import HouseholdsPage
from tests.offices import register_example as example
from tests.offices.register_window import Window, texts

OPEN = Callable[[Path], Window]


def dialog(window: Window, page: HouseholdsPage) -> FiltersDialog:
    page.list.kept.button.click()
    window.settle()
    (found,) = [one for one in window.frame.findChildren(FiltersDialog) if one.isVisible()]
    return found


def at_first(window: Window) -> HouseholdsPage:
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    return page


def test_a_filter_is_kept_and_shows_the_same_list_again(open_window: OPEN, settled_register: Path) -> None:
    window = open_window(settled_register)
    page = at_first(window)
    page.list.search.setText("pham")
    page.list.refresh()
    window.settle()
    wanted = [line.id for line in page.table.rows()]
    asked = dialog(window, page)
    asked.name.set_value("Họ Phạm Nà Ếch")
    asked.keep.click()
    window.settle()
    asked.reject()
    page.list.search.setText("")
    page.list.hamlet.set_value("*")
    page.list.refresh()
    window.settle()
    assert len(page.table.rows()) > len(wanted) > 0
    asked = dialog(window, page)
    window.press(Qt.Key.Key_Return)
    window.settle()
    assert [line.id for line in page.table.rows()] == wanted
    assert page.list.chosen() == example.FIRST


def test_a_filter_without_a_name_is_refused_in_the_dialog_and_one_is_renamed_and_dropped(
    open_window: OPEN, settled_register: Path
) -> None:
    window = open_window(settled_register)
    page = at_first(window)
    asked = dialog(window, page)
    assert not asked.yes.isEnabled()
    asked.keep.click()
    window.settle()
    assert any(text.startswith("Tên bộ lọc còn trống") for text in texts(asked))
    asked.name.set_value("Cũ")
    asked.keep.click()
    window.settle()
    asked.name.set_value("Mới")
    asked.rename.click()
    window.settle()
    assert [one.name for one in filters(window.workplace, "households")] == ["Mới"]
    asked.drop.click()
    window.settle()
    assert filters(window.workplace, "households") == ()


def test_households_of_which_something_is_missing_are_listed_alone(
    open_window: OPEN, settled_register: Path
) -> None:
    window = open_window(settled_register)
    page = at_first(window)
    every = len(page.table.rows())
    page.list.missing.set_value("identity")
    page.list.refresh()
    window.settle()
    assert 0 < len(page.table.rows()) < every
    assert all(line.identity == "" for line in page.table.rows())
