"""Envelopes are made over any widget: the questions, the files, and the word that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services.elections import planning
from desktop.ui.ballots.envelope_dialog import EnvelopeDialog
from desktop.ui.ballots.envelope_making import EnvelopeMaking
from tests.offices import commune
from tests.offices.count_office import clock, context, office, settled_office
from tests.offices.hands import agree, file_named, settle, when_asked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.ui.page.page import Context

__all__ = ["clock", "context", "office", "settled_office"]


def test_envelopes_are_made_where_they_are_wanted(
    qtbot: QtBot, office: Workplace, context: Context, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []
    context.told.connect(lambda words, _: told.append(words))
    code, folder = commune.listed(office), tmp_path / "phong-bi"
    folder.mkdir()
    making = EnvelopeMaking(context, parent)
    asked: list[type[QWidget]] = []

    def leave(dialog: QWidget) -> None:
        asked.append(type(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(leave)
    making.make(code)
    settle(qtbot, context.runner)
    assert asked == [EnvelopeDialog]
    assert planning.election(office, code).state == "listed", "who goes back prints nothing"

    when_asked(agree, file_named(folder))
    making.make(code)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Đã làm 1 phong bì")
    assert [path.name for path in folder.iterdir()] == [f"phong-bi-{code}.pdf"]
