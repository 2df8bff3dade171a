"""Scenes of what prepares congresses: the three lists, empty and filled, their questions and papers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.ui.page.page import Session
from desktop.ui.today.today_page import TodayPage
from tests.offices import register_example as example
from tests.offices.hands import page_of
from tests.offices.preparation import branches_of, prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = example.with_households(Path(kept) / "xa")
        place, session = register.workplace, Session(register.workplace, register.keys)
        branches_of(place)
        for name in ("groups", "approvals", "works"):
            studio.tour(session, ((f"chuan-bi-{name}-trong", ()),), "today", (name,))
        prepared(place)
        for name, scenes in (
            (
                "groups",
                (
                    ("tieu-ban", ()),
                    ("tieu-ban-lap", (_does("make"),)),
                    ("tieu-ban-don-vi", (_does("choose_units"),)),
                    ("tieu-ban-nguoi", (_does("add_member"),)),
                    ("tieu-ban-in", (_does("print_list"),)),
                ),
            ),
            ("approvals", (("duyet-don-vi", (_does("next_problem"),)), ("duyet-ghi", (_does("record"),)))),
            ("works", (("cong-trinh", ()), ("cong-trinh-dang-ky", (_does("register"),)))),
        ):
            studio.tour(session, scenes, "today", (name,))
        place.database.close()


def _does(name: str) -> Callable[[Frame], None]:
    def do(frame: Frame) -> None:
        view: Any = page_of(frame, TodayPage).further.on_show()
        getattr(view, name)()

    return do
