"""Scenes of the place "In ấn": a paper that lacks something, a full one, all hamlets, nothing planned."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.page.page import Session
from desktop.ui.papers.papers_page import PapersPage
from tests.offices import commune_day
from tests.offices.commune_day import CommuneDay
from tests.offices.hands import page_of, step_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

_PAUSES = 9  # until a paper that was chosen is drawn, and its page after it


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        day = commune_day.open_commune(Path(kept) / "trong")
        _picture(day, studio, "in-an-trong", None)
        day.workplace.database.close()
        day = commune_day.open_day(Path(kept) / "ngay")
        code = f"{commune_day.code_of(8)}-{commune_day.DAY:%Y%m%d}"
        _picture(day, studio, "in-an", (code, "invitation"), low=True)
        _picture(day, studio, "in-an-bien-ban", (code, "counting-minutes"), low=True)
        _picture(day, studio, "in-an-anh", (code, "posting-sheet"))
        _picture(day, studio, "in-an-ca-bo", (code, ""))
        _picture(day, studio, "in-an-ca-xa", (code, "sign-in-roll"), _all_hamlets)
        _picture(day, studio, "in-phieu-niem-yet", (code, "ballots"), _posting_tab)
        day.workplace.database.close()


def _picture(
    day: CommuneDay,
    studio: Studio,
    name: str,
    shown: tuple[str, str] | None,
    *steps: Callable[[Frame], None],
    low: bool = False,
) -> None:
    at_step = shown is not None and shown[1] == "ballots"
    place = "election" if at_step else "printing"
    session = Session(day.workplace, day.keys)
    studio.window(session, name, place, shown, steps=steps, low=low, pauses=_PAUSES)


def _all_hamlets(frame: Frame) -> None:
    box = page_of(frame, PapersPage).scope.box()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)


def _posting_tab(frame: Frame) -> None:
    step_of(frame, BallotsStep).views.tabs.choose(1)
