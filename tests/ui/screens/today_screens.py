"""Scenes of Hôm nay: the board, the telephone grid, the form, the empty states."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.elections.campaigns import NewCampaign, PlannedHamlet, plan_campaign
from desktop.services.office.offices import make_office
from desktop.services.today.telephone_grid import FIRST_HOUR, LAST_HOUR
from desktop.ui.campaigns.days_off_dialog import DaysOffDialog
from desktop.ui.page.page import Session
from desktop.ui.today.grid_table import FIRST
from desktop.ui.today.today_page import TodayPage
from tests.offices import commune, commune_day
from tests.offices.commune_day import CommuneDay
from tests.offices.desks import ON_THE_DAY
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Steps, Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        day = commune_day.open_commune(Path(kept) / "xa")
        _page(day, studio, "hom-nay-chua-co-dot")
        _page(day, studio, "hom-nay-lap-dot", lambda frame: _today(frame).plan())
        day.workplace.database.close()
        day = commune_day.open_day(Path(kept) / "ngay")
        stops: list[tuple[str, Steps]] = [
            ("hom-nay", (_choose_differing,)),
            ("hom-nay-ngay-nghi", (_days_off,)),
            ("hom-nay-gio-noi-hop", (_plan,)),
            ("hom-nay-luoi-dien-thoai", (_show_grid,)),
            ("hom-nay-luoi-dien-thoai-gio-cuoi", (_show_grid, _go_to_last_hour)),
        ]
        session = Session(day.workplace, day.keys)
        studio.tour(session, stops, "today", desk=ON_THE_DAY)
        _page(day, studio, "tim-moi-thu", _search)
        _second_campaign(day)
        stops = [("hom-nay-hai-dot", (_choose_differing,)), ("hom-nay-hai-dot-luoi", (_show_grid,))]
        studio.tour(session, stops, "today", desk=ON_THE_DAY)
        day.workplace.database.close()
        empty, _ = make_office(
            Path(kept) / "trong",
            commune.OFFICE,
            commune.PASSPHRASE,
            day.workplace.statutes,
            day.clock,
            seed=bytes(32),
        )
        _page(commune_day.CommuneDay(empty, day.keys, day.clock), studio, "hom-nay-chua-co-thon")
        empty.database.close()


def _second_campaign(day: CommuneDay) -> None:
    hamlets = tuple(PlannedHamlet(commune_day.code_of(number)) for number in (4, 9))
    name = "Bầu bổ sung trưởng thôn năm 2024"
    plan_campaign(day.workplace, NewCampaign(name, date(2024, 12, 29), 30, hamlets))


def _page(day: CommuneDay, studio: Studio, name: str, *steps: Callable[[Frame], None]) -> None:
    studio.window(Session(day.workplace, day.keys), name, "today", steps=steps, desk=ON_THE_DAY)


def _today(frame: Frame) -> TodayPage:
    return page_of(frame, TodayPage)


def _choose_differing(frame: Frame) -> None:
    table = _today(frame).board_view.table
    table.setFocus()
    table.select(lambda row: row.hamlet == "Khu phố Chợ", 5)


def _search(frame: Frame) -> None:
    frame.search("ngu")


def _show_grid(frame: Frame) -> None:
    _today(frame).show_grid()


def _go_to_last_hour(frame: Frame) -> None:
    table = _today(frame).grid_view.table
    table.select(lambda _: True, FIRST + LAST_HOUR - FIRST_HOUR)


def _days_off(frame: Frame) -> None:
    DaysOffDialog(_today(frame).context, frame).show()


def _plan(frame: Frame) -> None:
    board = _today(frame).board_view
    board.number_asked.emit(board.current())
