"""One whole election, from planning and the roll to the receipt, in at most 120 actions.

An action is a key or a click, and a value typed into a field: its letters are one action, the key or click
that leaves the field another. A file chooser takes two: the name and Enter. The office has its hamlet,
households, operators and the receiving office's card before: they are set up once, not for each election.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop.bootstrap import open_office
from desktop.exchange.card import fingerprint
from desktop.services.elections.rolls.posting import posting
from desktop.services.exchange import cards, intake
from desktop.services.exchange.outbox import outbox
from desktop.services.office import keys
from desktop.services.papers.ballots import ballot_book
from desktop.services.results.scans import signed_minutes
from desktop.services.training.clock import TrainingClock
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.elections.officials_table import role_word
from desktop.ui.elections.roll_questions import PostingQuestion
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.exchange.sending_step import SendingStep
from desktop.ui.results.minutes_step import MinutesStep
from desktop.ui.results.recognition_step import RecognitionStep
from desktop.ui.today.today_page import TodayPage
from desktop.ui.widgets.dialogs.question import Question
from tests.offices.commune import BEFORE, CODE, DAY, PASSPHRASE
from tests.offices.count_office import clock, frame, new_districts, office, settled_office
from tests.offices.hands import CTRL, Hands, agree, file_named, page_of, step_of
from tests.offices.waiting import pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.ui.frame.frame import Frame
    from desktop.ui.widgets.table.table import Table

__all__ = ["clock", "frame", "new_districts", "office", "settled_office"]

MOST = 120
LEFT = Qt.MouseButton.LeftButton
OFFICIALS = (
    "Tổ trưởng tổ bầu cử\tÔng\tNông Văn Ếch\n"
    "Tổ trưởng kiểm phiếu\tBà\tHoàng Thị Ỷ\n"
    "Thành viên kiểm phiếu\tÔng\tLương Văn Ức\n"
    "Thành viên kiểm phiếu\tÔng\tVi Văn Áng\n"
    "Hộ chứng kiến\tBà\tBế Thị Yên\n"
    "Hộ chứng kiến\tBà\tPhùn Thị Mỹ\n"
)


class Counted(Hands):
    """Hands whose actions are counted."""

    actions = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.actions += 1
        super().press(key, modifier)

    def type(self, text: str) -> None:
        self.actions += 1
        super().type(text)

    def answer(self, *paths: Path | None) -> None:
        """Agree to dialogs as they come, or type a path into a file chooser."""
        answers: list[Callable[[QWidget], None]] = []
        for path in paths:
            self.actions += 1 if path is None else 2
            answers.append(agree if path is None else file_named(path))
        self.when_asked(*answers)


class Mouse(Counted):
    """A hand on the mouse; the other one only types values."""

    def click(self, widget: QWidget) -> None:
        """Click on a button or a field."""
        self.qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled())
        self.actions += 1
        QTest.mouseClick(widget, LEFT)
        self.settle()

    def click_row(self, table: Table, row: int, *, twice: bool = False) -> None:
        """Click on a row, or twice to open it."""
        self.actions += 1
        place = table.visualRect(table.model().index(row, 1)).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)
        if twice:
            QTest.mouseDClick(table.viewport(), LEFT, pos=place)
        self.settle()

    def write_in(self, table: Table, row: int, column: int, text: str) -> None:
        """Click twice on a cell and type; the next click takes it."""
        self.actions += 1
        index = table.model().index(row, column)
        table.scrollTo(index)
        place = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)
        QTest.mouseDClick(table.viewport(), LEFT, pos=place)
        self.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.type(text)

    def write(self, field: QWidget, text: str) -> None:
        """Click on a field, thrice where something stands in it, and type over that."""
        self.click(field)
        assert isinstance(field, QLineEdit)
        if field.text():
            self.actions += 1
            QTest.mouseDClick(field, LEFT)
            QTest.mouseClick(field, LEFT)
            assert field.selectedText() == field.text()
        self.type(text)

    def answer(self, *paths: Path | None) -> None:
        """Press the button of dialogs as they come, after a path was typed into a chooser."""
        self.actions += sum(1 if path is None else 2 for path in paths)
        self.when_asked(*(press_yes if path is None else file_named(path) for path in paths))


def press_yes(dialog: QWidget) -> None:
    assert isinstance(dialog, Question)
    QTest.mouseClick(dialog.yes, LEFT)


def typed_cells(table: Table) -> list[tuple[int, int]]:
    """Return the cells that can be typed in, from the top."""
    model = table.model()
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return [place for place in places if model.flags(model.index(*place)) & Qt.ItemFlag.ItemIsEditable]


@pytest.fixture
def receiver(new_districts: Path, tmp_path: Path) -> Iterator[Workplace]:
    """The receiving office, which nobody sent anything yet."""
    shutil.copytree(new_districts / "198", tmp_path / "huyen")
    opened = open_office(tmp_path / "huyen", PASSPHRASE, TrainingClock(BEFORE))
    yield opened
    opened.database.close()


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick that goes from the commune to the receiving office and back."""

    folder: Path
    receiver: Workplace

    def receipt_for(self, package: Path) -> Path:
        """Take a package in at the receiving office, and leave its receipt beside it."""
        taken = intake.take_in(self.receiver, keys.unlock(self.receiver, PASSPHRASE), package.read_bytes())
        assert taken.receipt is not None
        receipt = package.with_name("bien-nhan.bn")
        receipt.write_bytes(taken.receipt)
        return receipt


@pytest.fixture
def stick(office: Workplace, receiver: Workplace, tmp_path: Path) -> Stick:
    """The stick, between two offices that trust each other's cards."""
    for teller, reader in ((office, receiver), (receiver, office)):
        card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
        cards.trust(reader, card, " ".join(fingerprint(card)))
    folder = tmp_path / "usb"
    folder.mkdir()
    return Stick(folder, receiver)


@pytest.mark.xdist_group("keyboard")
def test_an_election_by_the_keyboard_alone(  # noqa: PLR0915 - one election, told in its order
    frame: Frame,
    qtbot: QtBot,
    office: Workplace,
    clock: TrainingClock,
    stick: Stick,
    tmp_path: Path,
) -> None:
    hands = Counted(qtbot, frame)
    hands.settle()

    # Planned: the name is offered, only the day is typed.
    hands.primary()
    hands.enter()
    hands.type(f"{DAY:%d/%m/%Y}")
    hands.primary()

    # The roll is looked at and put up, as it is offered: until the meeting, where that is held.
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Right)
    hands.enter()
    roll = step_of(frame, RollStep)
    while QApplication.focusWidget() is not roll.panel.posted:
        hands.press(Qt.Key.Key_Tab)
    hands.enter()
    hands.dialog()
    hands.primary()
    assert posting(office, CODE).posted_on == office.today()

    # Two candidates; the officials are pasted from the hamlet's list.
    hands.primary()
    for typed in ("lo thi on", "a cho"):
        hands.type(typed)
        hands.enter()
        hands.enter()
    hands.press(Qt.Key.Key_F8)
    hands.actions += 1  # copied where the list is
    QApplication.clipboard().setText(OFFICIALS)
    hands.press(Qt.Key.Key_V, CTRL)

    # The ballots.
    hands.primary()
    ballots = tmp_path / "phieu.pdf"
    hands.answer(None, ballots)
    hands.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(ballots.exists)
    hands.settle()
    printed = ballot_book(office, CODE).printed

    # The meeting: opened now, ten came, every ballot came back.
    clock.put(DAY, 7, 40)
    hands.primary()
    hands.answer(None)
    hands.primary()
    hands.settle()
    hands.fill("8:15", "10")
    hands.press(Qt.Key.Key_F8)
    for figure in (10, printed - 10, 0, 10):
        hands.type(str(figure))
        hands.press(Qt.Key.Key_Tab)

    # Two counts of the paper form, each by its own operator.
    clock.put(DAY, 10, 30)
    hands.primary()
    figures = ["10", "10", str(printed - 10), "10", "10", "0", "3", "7"]
    for below, pin in ((0, "1357"), (1, "2468")):
        hands.primary()
        hands.dialog()
        for _ in range(below):
            hands.press(Qt.Key.Key_Down)
        hands.enter()
        hands.fill(pin)
        hands.fill(*figures[:-1])
        hands.type(figures[-1])
        hands.primary()
    hands.primary()

    # The minutes.
    hands.primary()
    minutes = tmp_path / "bien-ban.pdf"
    hands.answer(None, minutes)
    hands.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(minutes.exists)
    hands.settle()

    # They come back signed, as a scan.
    signed = tmp_path / "da-ky.pdf"
    signed.write_bytes(minutes.read_bytes())
    hands.press(Qt.Key.Key_F8)
    hands.answer(signed)
    hands.enter()
    qtbot.waitUntil(lambda: bool(signed_minutes(office, CODE)))
    hands.settle()

    # Recognised.
    clock.put(date(2024, 12, 12), 9, 0)
    hands.primary()
    hands.fill("09/12/2024")
    hands.press(Qt.Key.Key_F8)
    hands.fill("112/QĐ-UBND")
    hands.type("12/12/2024")
    hands.answer(None)
    hands.primary()
    hands.settle()

    # Sealed, written to a stick, and its receipt read.
    hands.primary()
    hands.primary()
    [line] = outbox(office).packages
    hands.answer(stick.folder)
    hands.primary()
    package = stick.folder / line.file_name
    qtbot.waitUntil(package.exists)
    hands.settle()
    hands.answer(stick.receipt_for(package))
    hands.primary()
    hands.settle()
    qtbot.waitUntil(lambda: outbox(office).packages[0].outcome == "accepted")
    [line] = outbox(office).packages
    assert line.decisions == 1
    assert hands.actions <= MOST, hands.actions


@pytest.mark.xdist_group("keyboard")
def test_an_election_by_the_mouse_alone(  # noqa: PLR0915 - one election, told in its order
    frame: Frame,
    qtbot: QtBot,
    office: Workplace,
    clock: TrainingClock,
    stick: Stick,
    tmp_path: Path,
) -> None:
    hand = Mouse(qtbot, frame)
    hand.settle()

    # Planned.
    today = page_of(frame, TodayPage)
    hand.click(today._no_campaign.button)
    hand.write(today.campaign_view.day.line, f"{DAY:%d/%m/%Y}")
    hand.click(today.campaign_view.bar.primary_button())

    # The roll is looked at and put up, as it is offered: until the meeting, where that is held.
    hand.click_row(today.board_view.table, 1, twice=True)
    roll = step_of(frame, RollStep)
    hand.click(roll.panel.posted)
    asked = hand.dialog()
    assert isinstance(asked, PostingQuestion)
    hand.click(asked.yes)
    assert posting(office, CODE).posted_on == office.today()

    # Two candidates, and who runs the election.
    hand.click(roll.bar.primary_button())
    listed = step_of(frame, CandidatesStep)
    found = listed.search.table
    for typed, name in (("lo thi on", "Lò Thị Ơn"), ("a cho", "Giàng A Chớ")):
        hand.write(listed.search.box.line, typed)
        qtbot.waitUntil(lambda name=name: [row.name for row in found.rows()] == [name])
        hand.click_row(found, 0, twice=True)
        qtbot.waitUntil(lambda name=name: name in [line.person.name for line in listed.candidates.rows()])
        hand.settle()
    hand.click(listed.which.button(1))
    for line in OFFICIALS.splitlines():
        word, title, name = line.split("\t")
        rows = listed.officials.rows()
        row = next(
            number for number, each in enumerate(rows) if role_word(each.role) == word and not each.name
        )
        hand.write_in(listed.officials, row, 2, f"{title} {name}")
        listed.officials.commit()  # as the click on the next cell does
        hand.settle()
    hand.click(listed.bar.primary_button())

    # The ballots.
    ballots = tmp_path / "phieu.pdf"
    hand.answer(None, ballots)
    hand.click(step_of(frame, BallotsStep).bar.primary_button())
    qtbot.waitUntil(ballots.exists)
    hand.settle()
    printed = ballot_book(office, CODE).printed

    # The meeting.
    clock.put(DAY, 7, 40)
    hand.click(step_of(frame, BallotsStep).bar.primary_button())
    held = step_of(frame, MeetingStep)
    hand.answer(None)
    hand.click(held.bar.primary_button())
    hand.settle()
    hand.write(held.attendance.hour.line, "8:15")
    hand.write(held.attendance.present.line, "10")
    for (row, column), figure in zip(typed_cells(held.stock), (10, printed - 10, 0, 10), strict=False):
        hand.write_in(held.stock, row, column, str(figure))
        held.stock.commit()
        hand.settle()

    # Two counts, each by its own operator.
    clock.put(DAY, 10, 30)
    hand.click(held.bar.primary_button())
    counting = step_of(frame, CountingStep)
    figures = ["10", "10", str(printed - 10), "10", "10", "0", "3", "7"]
    for below, pin in ((0, "1357"), (1, "2468")):
        hand.click(counting.bar.primary_button())
        dialog = hand.dialog()
        assert isinstance(dialog, OperatorDialog)
        if below:
            box = dialog.who.box()
            assert isinstance(box, QComboBox)
            hand.click(box)
            view = box.view()
            qtbot.waitUntil(view.isVisible)
            pause(600)  # a list that just came up takes a second click for a part of the first
            hand.actions += 1
            QTest.mouseClick(
                view.viewport(), LEFT, pos=view.visualRect(view.model().index(below, 0)).center()
            )
        hand.write(dialog.pin.line, pin)
        hand.click(dialog.yes)
        qtbot.waitUntil(lambda: len(typed_cells(counting.form)) == len(figures))
        for (row, column), figure in zip(typed_cells(counting.form), figures, strict=True):
            hand.write_in(counting.form, row, column, figure)
            counting.form.commit()
            hand.settle()
        hand.click(counting.bar.primary_button())
    hand.click(counting.bar.primary_button())

    # The minutes.
    hand.click(counting.bar.primary_button())
    minutes = tmp_path / "bien-ban.pdf"
    hand.answer(None, minutes)
    hand.click(step_of(frame, MinutesStep).bar.primary_button())
    qtbot.waitUntil(minutes.exists)
    hand.settle()

    # They come back signed, as a scan.
    signed = tmp_path / "da-ky.pdf"
    signed.write_bytes(minutes.read_bytes())
    hand.answer(signed)
    hand.click(step_of(frame, MinutesStep).attach)
    qtbot.waitUntil(lambda: bool(signed_minutes(office, CODE)))
    hand.settle()

    # Recognised.
    clock.put(date(2024, 12, 12), 9, 0)
    hand.click(step_of(frame, MinutesStep).bar.primary_button())
    recognised = step_of(frame, RecognitionStep)
    hand.write(recognised.received.day.line, "09/12/2024")
    hand.write(recognised.decision.number.line, "112/QĐ-UBND")
    hand.write(recognised.decision.day.line, "12/12/2024")
    recognised.decision.day.commit()
    hand.settle()
    hand.answer(None)
    hand.click(recognised.bar.primary_button())
    hand.settle()

    # Sealed, written to a stick, and its receipt read.
    hand.click(recognised.bar.primary_button())
    sending = step_of(frame, SendingStep).view
    hand.click(sending.bar.primary_button())
    [line] = outbox(office).packages
    hand.answer(stick.folder)
    hand.click(sending.bar.primary_button())
    package = stick.folder / line.file_name
    qtbot.waitUntil(package.exists)
    hand.settle()
    hand.answer(stick.receipt_for(package))
    hand.click(sending.bar.primary_button())
    hand.settle()
    qtbot.waitUntil(lambda: outbox(office).packages[0].outcome == "accepted")
    assert hand.actions <= MOST, hand.actions
