"""One whole election, from planning to the receipt, in at most 120 actions.

An action is a key, and a value typed into a field: its letters are one action, the key that leaves the field
another. A file chooser takes two: the name and Enter. The office has its hamlet, households, operators and
the receiving office's card before: they are set up once, not for each election.
"""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import open_office
from desktop.exchange.card import fingerprint
from desktop.services.exchange import cards, intake
from desktop.services.exchange.outbox import outbox
from desktop.services.office import keys
from desktop.services.papers.ballots import ballot_book
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import BEFORE, CODE, DAY, PASSPHRASE
from tests.offices.count_office import clock, frame, new_districts, office, settled_office
from tests.offices.hands import CTRL, Hands, agree, file_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "frame", "new_districts", "office", "settled_office"]

MOST = 120
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


@pytest.fixture
def receiver(new_districts: Path, tmp_path: Path) -> Iterator[Workplace]:
    """The receiving office, which nobody sent anything yet."""
    shutil.copytree(new_districts / "198", tmp_path / "huyen")
    opened = open_office(tmp_path / "huyen", PASSPHRASE, TrainingClock(BEFORE))
    yield opened
    opened.database.close()


def trust_each_other(office: Workplace, district: Workplace) -> None:
    for teller, reader in ((office, district), (district, office)):
        card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
        cards.trust(reader, card, " ".join(fingerprint(card)))


def receipt_for(district: Workplace, package: Path) -> Path:
    """Take a package in at the receiving office, and leave its receipt beside it."""
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), package.read_bytes())
    assert taken.receipt is not None
    receipt = package.with_name("bien-nhan.bn")
    receipt.write_bytes(taken.receipt)
    return receipt


@pytest.mark.xdist_group("keyboard")
def test_an_election_by_the_keyboard_alone(  # noqa: PLR0915 - one election, told in its order
    frame: Frame,
    qtbot: QtBot,
    office: Workplace,
    clock: TrainingClock,
    receiver: Workplace,
    tmp_path: Path,
) -> None:
    trust_each_other(office, receiver)
    stick = tmp_path / "usb"
    stick.mkdir()
    hands = Counted(qtbot, frame)
    hands.settle()

    # Planned: the name is offered, only the day is typed.
    hands.primary()
    hands.enter()
    hands.type(f"{DAY:%d/%m/%Y}")
    hands.primary()

    # Two candidates; the officials are pasted from the hamlet's list.
    hands.press(Qt.Key.Key_Down)
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
    qtbot.waitUntil(ballots.exists, timeout=20000)
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
    qtbot.waitUntil(minutes.exists, timeout=20000)
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
    hands.answer(stick)
    hands.primary()
    package = stick / line.file_name
    qtbot.waitUntil(package.exists, timeout=20000)
    hands.settle()
    hands.answer(receipt_for(receiver, package))
    hands.primary()
    hands.settle()
    qtbot.waitUntil(lambda: outbox(office).packages[0].outcome == "accepted", timeout=20000)
    [line] = outbox(office).packages
    assert line.decisions == 1
    assert hands.actions <= MOST, hands.actions
