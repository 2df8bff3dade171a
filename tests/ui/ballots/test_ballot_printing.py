"""Ballots go to a printer from any widget; a second time it is refused, and the widget learns of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.services.papers.ballots import ballot_book
from desktop.services.papers.kept import printed_papers
from desktop.ui.ballots.ballot_printing import BallotPrinting
from tests.likeness import UNLIKE, unlike
from tests.offices import commune
from tests.offices.count_office import clock, context, office, settled_office
from tests.offices.hands import agree, settle, when_asked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.errors import Refusal
    from desktop.services.office.workplace import Workplace
    from desktop.ui.page.page import Context
    from tests.cups import PrintSystem

__all__ = ["clock", "context", "office", "settled_office"]


def test_real_ballots_are_kept_and_printed_once(
    qtbot: QtBot, cups: PrintSystem, office: Workplace, context: Context
) -> None:
    cups.add("May-in-xa", usual=True)
    parent = QWidget()
    qtbot.addWidget(parent)
    printing = BallotPrinting(context, parent)
    told: list[str] = []
    refused: list[Refusal] = []
    context.told.connect(lambda words, _: told.append(words))
    printing.refused.connect(refused.append)
    code = commune.listed(office)

    when_asked(agree)
    printing.real(code)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["15 phiếu: Đã gửi tới máy in May-in-xa."]
    (kept,) = printed_papers(office, code)
    (job,) = cups.printed(1)
    assert unlike(job.content, kept.content) < UNLIKE
    assert ballot_book(office, code).frozen

    when_asked(agree)
    printing.real(code)
    qtbot.waitUntil(lambda: bool(refused))
    settle(qtbot, context.runner)
    assert printed_papers(office, code) == (kept,), "the stock book is as it was"
    assert len(told) == 1
