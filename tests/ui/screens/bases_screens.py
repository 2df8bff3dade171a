"""Scenes of the register of documents: empty, filled, its questions, its list on paper."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.bases.register import add_basis, bases, end_basis
from desktop.ui.bases.bases_view import BasesView
from desktop.ui.page.page import Session
from desktop.ui.today.today_page import TodayPage
from tests.offices import register_example as example
from tests.offices.bases import ALL, DIRECTIVE, PLAN
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = example.with_households(Path(kept) / "xa")
        place, session = register.workplace, Session(register.workplace, register.keys)
        studio.tour(session, (("van-ban-can-cu-trong", ()),), "today", ("bases",))
        for one in ALL:
            add_basis(place, one)
        key = next(view.key for view in bases(place) if view.basis.number == DIRECTIVE.number)
        end_basis(place, key, place.today())
        studio.tour(
            session,
            (
                ("van-ban-can-cu", (_on_plan,)),
                ("van-ban-can-cu-them", (_add,)),
                ("van-ban-can-cu-het", (_on_plan, _end)),
                ("van-ban-can-cu-in", (_print,)),
            ),
            "today",
            ("bases",),
        )
        place.database.close()


def _view(frame: Frame) -> BasesView:
    found = page_of(frame, TodayPage).further.on_show()
    assert isinstance(found, BasesView)
    return found


def _on_plan(frame: Frame) -> None:
    _view(frame).table.select(lambda one: one.basis.number == PLAN.number)


def _add(frame: Frame) -> None:
    _view(frame).add()


def _end(frame: Frame) -> None:
    _view(frame).end()


def _print(frame: Frame) -> None:
    _view(frame).print_it()
