"""Scenes of dismissals of heads: the lists, each question, a paper, and the place while it is empty."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.dismissals.proposals import propose
from desktop.ui.page.page import Session
from desktop.ui.places.hamlets_page import HamletsPage
from tests.offices import register_example as example
from tests.offices.dismissals import agreed, ask, recognised, stated_heads
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.dismissals.dismissals_view import DismissalsView
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = example.with_households(Path(kept) / "xa")
        place, session = register.workplace, Session(register.workplace, register.keys)
        stated_heads(place)
        studio.tour(session, (("cho-thoi-trong", (_opened,)),), "hamlets", None)
        asked = ask(place, "06859-T01")
        held = ask(place, "06859-T02", accepted=True)
        recognised(place, "06859-T03")
        agreed(place, "06859-T04")
        propose(place, "06859-T05", place.today(), "Hội Nông dân xã", "chậm báo cáo nhiều lần")
        studio.tour(
            session,
            (
                ("cho-thoi", (_opened, partial(_stand, asked))),
                ("cho-thoi-bau-thay", (_opened, _stand_last)),
                ("cho-thoi-de-xuat", (_opened, _on_proposal)),
                ("cho-thoi-giay-to", (_opened, partial(_stand, asked), _paper)),
                ("cho-thoi-chon-thon", (_opened, _does("choose_hamlet"))),
                ("cho-thoi-hoi", (_opened, _on_proposal, _ask_from)),
                ("cho-thoi-buoc", (_opened, partial(_stand, asked), _press)),
                ("cho-thoi-hop", (_opened, partial(_stand, held), _press)),
                ("cho-thoi-ghi-de-xuat", (_opened, _does("propose"))),
                ("cho-thoi-ket-qua-de-xuat", (_opened, _on_proposal, _settle)),
            ),
            "hamlets",
            None,
        )
        studio.tour(session, (("cho-thoi-hom-nay", ()),), "today", None)
        place.database.close()


def _view(frame: Frame) -> DismissalsView:
    found = page_of(frame, HamletsPage).dismissals
    assert found is not None
    return found


def _opened(frame: Frame) -> None:
    page_of(frame, HamletsPage).open_dismissals()


def _stand(key: int, frame: Frame) -> None:
    _view(frame).table.select(lambda one: one.key == key)


def _stand_last(frame: Frame) -> None:
    _view(frame).table.select(lambda one: one.is_ended)


def _on_proposal(frame: Frame) -> None:
    view = _view(frame)
    view.proposals.setFocus()
    view.proposals.select(lambda _: True)
    view.panel.show_proposal(view.proposals.current())


def _paper(frame: Frame) -> None:
    _view(frame).panel.paper_buttons[0][0].click()


def _press(frame: Frame) -> None:
    _view(frame).panel.press()


def _ask_from(frame: Frame) -> None:
    _view(frame).panel.buttons[0].click()


def _settle(frame: Frame) -> None:
    _view(frame).panel.buttons[1].click()


def _does(name: str) -> Callable[[Frame], None]:
    def do(frame: Frame) -> None:
        getattr(_view(frame), name)()

    return do
