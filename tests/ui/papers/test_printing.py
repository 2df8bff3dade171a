"""Printing in the real window on a real print system: what is shown, chosen and sent, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services.papers.ballots import ballot_book
from desktop.services.papers.kept import printed_papers
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.page.print_dialog import PrintDialog, printers
from desktop.ui.papers.papers_page import PapersPage
from tests.likeness import UNLIKE, unlike
from tests.offices import commune
from tests.offices.count_office import clock, frame, office, settled_office
from tests.offices.hands import CTRL, Hands, agree, page_of, step_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.papers.making import MadePapers
    from desktop.ui.frame.frame import Frame
    from desktop.ui.papers.paper_pane import PaperPane
    from tests.cups import PrintSystem

__all__ = ["clock", "frame", "office", "settled_office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def ballots_step(hands: Hands, code: str) -> BallotsStep:
    hands.frame.open_place("election", (code, "ballots"))
    hands.settle()
    step = step_of(hands.frame, BallotsStep)
    hands.qtbot.waitUntil(lambda: step.sheets.page_count() > 0)
    hands.settle()
    return step


def minutes_on_show(hands: Hands, code: str) -> tuple[PaperPane, MadePapers]:
    hands.frame.open_place("printing", (code, "counting-minutes"))
    hands.settle()
    pane = page_of(hands.frame, PapersPage).pane
    hands.qtbot.waitUntil(lambda: pane.made() is not None)
    hands.settle()
    made = pane.made()
    assert made is not None
    return pane, made


def told(hands: Hands, words: str) -> None:
    """Wait until the bar above the page says something."""
    bar = hands.frame.message_bar
    hands.qtbot.waitUntil(lambda: words in bar.text())
    hands.settle()


def press(hands: Hands, button: QWidget) -> None:
    button.setFocus()
    hands.press(Qt.Key.Key_Space)


def test_printers_are_listed_with_the_usual_one_first(cups: PrintSystem, qapp: object) -> None:
    del qapp
    assert printers() == ()
    cups.add("Canon-kho")
    cups.add("Máy-in-xã", usual=True)
    cups.add("An-ninh")
    assert printers() == ("Máy-in-xã", "An-ninh", "Canon-kho")


def choose(*, down: int, then: Callable[[], None] = lambda: None) -> Callable[[QWidget], None]:
    """Return the answer that chooses a printer so far down; something may happen before it is given."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, PrintDialog)
        for _ in range(down):
            QTest.keyClick(dialog.target.combo, Qt.Key.Key_Down)
        then()
        agree(dialog)

    return answer


def test_the_step_names_the_usual_printer_and_ballots_come_out_as_they_are_kept(
    cups: PrintSystem, office: Workplace, hands: Hands
) -> None:
    cups.add("Canon-kho")
    cups.add("Máy-in-xã", usual=True)
    code = commune.listed(office)
    step = ballots_step(hands, code)
    assert step.bar._note.text() == "Máy in: Máy-in-xã"

    hands.when_asked(agree)
    press(hands, step.trial)
    told(hands, "Đã gửi tới máy in Máy-in-xã.")
    (trial,) = cups.printed(1)
    assert trial.printer == "Máy-in-xã"
    assert not ballot_book(office, code).frozen, "a trial freezes nothing"

    hands.when_asked(agree)
    hands.press(Qt.Key.Key_P, CTRL)
    told(hands, "15 phiếu: Đã gửi tới máy in Máy-in-xã.")
    tried, kept = printed_papers(office, code)
    _, printed = cups.printed(2)
    assert printed.printer == "Máy-in-xã"
    for job, paper in ((trial, tried), (printed, kept)):
        assert unlike(job.content, paper.content) < UNLIKE


@pytest.mark.parametrize(("trouble", "sentence"), [("pause", "đang tạm dừng"), ("remove", "Không gửi được")])
def test_ballots_that_a_printer_did_not_take_are_kept_and_sent_again(
    trouble: str, sentence: str, cups: PrintSystem, office: Workplace, hands: Hands
) -> None:
    cups.add("Canon-kho")
    cups.add("May-in-xa", usual=True)
    code = commune.listed(office)
    step = ballots_step(hands, code)
    # It goes wrong while the clerk looks at the question.
    hands.when_asked(choose(down=0, then=lambda: getattr(cups, trouble)("May-in-xa")))
    hands.press(Qt.Key.Key_P, CTRL)
    told(hands, sentence)
    assert "May-in-xa" in hands.frame.message_bar.text()
    assert cups.printed(0) == []
    (kept,) = printed_papers(office, code)
    assert ballot_book(office, code).printed == 15

    hands.when_asked(choose(down=1 if trouble == "pause" else 0))
    press(hands, step.panel.stock.resend)
    told(hands, "Đã gửi tới máy in Canon-kho.")
    (printed,) = cups.printed(1)
    assert printed.printer == "Canon-kho"
    assert unlike(printed.content, kept.content) < UNLIKE
    assert printed_papers(office, code) == (kept,), "the stock book is as it was"
    assert cups.waiting() == ""


def test_a_trial_that_no_printer_took_is_not_written_down(
    cups: PrintSystem, office: Workplace, hands: Hands
) -> None:
    cups.add("May-in-xa", usual=True)
    cups.reject("May-in-xa")
    code = commune.listed(office)
    step = ballots_step(hands, code)
    hands.when_asked(agree)
    press(hands, step.trial)
    told(hands, "không nhận việc in")
    assert ballot_book(office, code).trials == ()
    assert cups.printed(0) == []


def test_so_many_copies_of_a_paper_come_out_as_were_asked_for(
    cups: PrintSystem, office: Workplace, hands: Hands
) -> None:
    cups.add("May-in-xa", usual=True)
    cups.add("Canon-kho")
    code = commune.finalised(office)
    pane, made = minutes_on_show(hands, code)
    pane.panel.copies.setFocus()
    QTest.keyClick(hands.focus(), Qt.Key.Key_A, CTRL)
    hands.type("3")
    hands.enter()
    hands.when_asked(choose(down=1))
    hands.press(Qt.Key.Key_P, CTRL)
    told(hands, "Đã gửi tới máy in Canon-kho.")
    (job,) = cups.printed(1)
    assert job.printer == "Canon-kho"
    assert unlike(job.content, made.content, copies=3) < UNLIKE


def test_one_copy_is_the_paper_on_show_and_nothing_is_left_behind(
    cups: PrintSystem, office: Workplace, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    cups.add("May-in-xa", usual=True)
    code = commune.finalised(office)
    _, made = minutes_on_show(hands, code)
    hands.when_asked(agree)
    hands.press(Qt.Key.Key_P, CTRL)
    told(hands, "Đã gửi tới máy in May-in-xa.")
    (job,) = cups.printed(1)
    assert unlike(job.content, made.content) < UNLIKE
    assert list((tmp_path / "temporary").iterdir()) == []
