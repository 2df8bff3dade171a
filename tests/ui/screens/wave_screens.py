"""Scenes of Đợt và tiến độ: the day of the main wave, and the questions over it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.campaigns.waves_view import WavesView
from desktop.ui.page.page import Session
from desktop.ui.today.today_page import TodayPage
from tests.offices.desks import ON_THE_DAY
from tests.offices.hands import page_of
from tests.offices.wave_days import open_wave_day

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Steps, Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        day = open_wave_day(Path(kept) / "xa")
        stops: list[tuple[str, Steps]] = [
            ("dot-va-tien-do", (_open, _choose)),
            ("dot-ghi-gio-xong", (_open, _ask_hour)),
            ("dot-xep-dot", (_open, _ask_wave)),
        ]
        studio.tour(Session(day.workplace, day.keys), stops, "today", desk=ON_THE_DAY)
        day.workplace.database.close()


def _view(frame: Frame) -> WavesView:
    view = page_of(frame, TodayPage).further.on_show()
    assert isinstance(view, WavesView)
    return view


def _open(frame: Frame) -> None:
    page_of(frame, TodayPage).open_with(("waves",))


def _choose(frame: Frame) -> None:
    view = _view(frame)
    view.table.setFocus()
    view.table.select(lambda row: row.task == "told_by", 0)


def _ask_hour(frame: Frame) -> None:
    _view(frame).primary()


def _ask_wave(frame: Frame) -> None:
    _view(frame).waves_button.click()
