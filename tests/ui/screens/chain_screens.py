"""Scenes of the chain: the page on the day of the congresses, its questions and papers, and before it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import RequestRefused
from desktop.services.chain.members import Belongs, HeadBelongs
from desktop.services.chain.switching import switch_off
from desktop.services.office import keys
from desktop.ui.chain.questions import NamesakeQuestion
from desktop.ui.page.gate_question import offer_through
from desktop.ui.page.page import Session
from desktop.ui.today.today_page import TodayPage
from tests.offices import chain_commune as example
from tests.offices import commune
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.chain.chain_view import ChainView
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        held = example.make(Path(kept) / "xa")
        session = Session(held.place, keys.unlock(held.place, commune.PASSPHRASE))
        switch_off(held.place, held.chain)
        studio.tour(session, (("chuoi-thon-chua-bat", (_opened,)),), "today", None)
        held.chain = example.switch_on(held.place, example.CAMPAIGN)
        studio.tour(session, (("chuoi-thon-cho-qua", (_gate(held),)),), "today", None)
        example.come_to_the_day(held)
        studio.tour(
            session,
            (
                ("chuoi-thon", (_opened, partial(_stand, example.THROUGH))),
                ("chuoi-thon-bau-lai", (_opened, partial(_stand, example.NOBODY))),
                ("chuoi-thon-phuong-an", (_opened, partial(_stand, example.THROUGH), _does("ask_plan"))),
                ("chuoi-thon-ngoai-le", (_opened, _first_exception)),
                ("chuoi-thon-trung-ten", (_opened, partial(_stand, 5), _namesake)),
                ("chuoi-thon-to-theo-doi", (_opened, partial(_stand, example.THROUGH), _does("print_it"))),
                ("chuoi-thon-in-ngoai-le", (_opened, _does("print_exceptions"))),
            ),
            "today",
            None,
        )
        held.place.database.close()


def _view(frame: Frame) -> ChainView:
    found = page_of(frame, TodayPage).further.on_show()
    assert found is not None
    return found  # type: ignore[return-value] # the chain's, which was opened


def _opened(frame: Frame) -> None:
    page_of(frame, TodayPage).open_with(("chain",))


def _stand(number: int, frame: Frame) -> None:
    _view(frame).table.select(lambda row: row.chain.code == example.hamlet_code(number), 2)


def _first_exception(frame: Frame) -> None:
    view = _view(frame)
    assert view._shown is not None
    view.ask_exception(view._shown.open_exceptions[0])


def _namesake(frame: Frame) -> None:
    row = _view(frame).table.current_row()
    assert row is not None
    alike = replace(row, belongs=HeadBelongs(Belongs.NOT_MEMBER, namesakes=(1,)))
    NamesakeQuestion(frame.window(), alike, lambda *_: None).open()


def _gate(held: example.ChainCommune) -> Callable[[Frame], None]:
    def ask(frame: Frame) -> None:
        page = page_of(frame, TodayPage)
        refusal = RequestRefused(
            "W601",
            where="Thôn Phiêng Cằm",
            chain=held.chain,
            hamlet=example.hamlet_code(example.THROUGH),
            lacks="phương án nhân sự chưa trình",
        )
        offer_through(page.context, page, refusal, lambda: None)

    return ask


def _does(name: str) -> Callable[[Frame], None]:
    def do(frame: Frame) -> None:
        getattr(_view(frame), name)()

    return do
