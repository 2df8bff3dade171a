"""Sổ, in…: lines written into a book, a file that comes back, a contact at home that ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.services.papers.registers import REGISTERS
from desktop.services.party.books import Book, entries
from desktop.services.party.contacts import NewContact, add_contact, contacts
from desktop.ui.page.submitted_question import DayQuestion
from desktop.ui.party.book_question import EntryQuestion
from desktop.ui.party.party_page import PartyPage
from desktop.ui.party.registers_view import RegistersView
from tests.offices import party_example
from tests.offices.hands import when_asked
from tests.offices.register_window import Window
from tests.offices.typing import type_text

pytestmark = pytest.mark.xdist_group("party")  # one process makes what its tests share


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_members: Path) -> Window:
    return open_window(settled_members)


def registers_of(window: Window, kind: str) -> RegistersView:
    page = window.go("party")
    assert isinstance(page, PartyPage)
    branch = party_example.first_branch(window.workplace)
    page.branches.select(lambda line: line.code == branch)
    window.settle()
    page.show_registers()
    page.registers.table.select(lambda one: one == kind)
    window.settle()
    return page.registers


def test_each_register_shows_what_belongs_to_it_alone(window: Window) -> None:
    view = registers_of(window, "members")
    written = {book.value for book in Book}
    for kind in REGISTERS:
        view.table.select(lambda one, kind=kind: one == kind)
        window.settle()
        shown = {
            "files": view.reconcile.isVisible(),
            "contacts": view.contacts.isVisible(),
            "entries": view.entries.isVisible(),
        }
        assert shown == {
            "files": kind in {"members", "reconciliations"},
            "contacts": kind == "home",
            "entries": kind in written,
        }


def test_a_file_is_lent_and_comes_back(window: Window) -> None:
    view = registers_of(window, "files_lent")
    branch = party_example.first_branch(window.workplace)
    today = window.workplace.today()

    def lend(question: QWidget) -> None:
        assert isinstance(question, EntryQuestion)
        question.yes.click()
        window.qtbot.waitUntil(question.message.isVisible)
        type_text(question.fields["name"].box(), "Vàng Xuân Long")
        type_text(question.fields["party"].box(), "Nình Thị Cán")
        question.yes.click()

    when_asked(lend)
    view.entries.add.click()
    window.qtbot.waitUntil(lambda: len(view.entries.table.rows()) == 1)
    window.settle()
    assert "1 hồ sơ chưa trả" in view.entries.said.text()
    line = view.entries.table.current()
    assert line.member is not None

    def returned(question: QWidget) -> None:
        assert isinstance(question, DayQuestion)
        question.yes.click()

    when_asked(returned)
    view.entries.back.click()
    period = (view.since.value(), view.until.value())
    window.qtbot.waitUntil(
        lambda: entries(window.workplace, Book.FILES_LENT, branch, *period)[0].back_on == today
    )
    window.qtbot.waitUntil(lambda: not view.entries.back.isVisible())


def test_a_contact_at_home_ends_with_its_last_day(window: Window) -> None:
    branch = party_example.first_branch(window.workplace)
    day = window.workplace.today()
    add_contact(window.workplace, branch, NewContact("Bàn Thị Xa", "Chi bộ trường Mẫu", day))
    view = registers_of(window, "home")
    window.qtbot.waitUntil(lambda: len(view.contacts.table.rows()) == 1)

    def ended(question: QWidget) -> None:
        assert isinstance(question, DayQuestion)
        assert question.day.value() == day
        question.yes.click()

    when_asked(ended)
    view.contacts.end.click()
    window.qtbot.waitUntil(lambda: contacts(window.workplace, branch)[0].until == day)


def test_of_the_whole_commune_lines_are_seen_and_written_to_a_branch_alone(window: Window) -> None:
    view = registers_of(window, "resolutions")
    view.branch.set_value(None)
    view.branch.committed.emit(None)
    window.settle()
    assert not view.entries.add.isEnabled()
    assert "Chọn một chi bộ" in view.entries.said.text()
