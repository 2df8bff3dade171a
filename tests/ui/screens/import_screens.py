"""Scenes of lists of a whole commune being taken in: their hamlets, their columns, their rows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.lists.filters import keep_filter
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.page.page import Session
from desktop.ui.people.households_page import HouseholdsPage
from tests.offices import register_example as example
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Steps, Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = example.with_households(Path(kept) / "xa")
        names = [line.name for line in hamlet_lines(register.workplace)]
        path = Path(kept) / "Danh sách hộ toàn xã 2026.xlsx"
        example.commune_workbook(path, [*names[:11], "Bên kia suối", names[12]])

        def opened(frame: Frame) -> None:
            page_of(frame, HouseholdsPage).take_file(path)

        session = Session(register.workplace, register.keys)
        stops: list[tuple[str, Steps]] = [
            ("ho-va-cu-tri-ghep-thon", (opened, _walked)),
            ("ho-va-cu-tri-ghep-cot", (_columns, _walked)),
        ]
        studio.tour(session, stops, "households", example.FIRST)
        studio.window(
            session, "ho-va-cu-tri-nhap-ca-xa", "households", example.FIRST, steps=(opened, _previewed)
        )
        for name, search in (("Thôn Nà Ếch, thiếu số định danh", "ly"), ("Hộ đã thôi", "")):
            keep_filter(register.workplace, "households", name, {"search": search})
        stops = [("hoi-bo-loc", (_filters,)), ("hoi-xuat-danh-sach", (_giving_out,))]
        studio.tour(session, stops, "households", example.FIRST)
        register.workplace.database.close()


def _filters(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).list.kept.open()


def _giving_out(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).give_out.click()


def _walked(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).next_problem()


def _columns(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).importing.head.stepper.chosen.emit("columns")


def _previewed(frame: Frame) -> None:
    page_of(frame, HouseholdsPage).primary()
