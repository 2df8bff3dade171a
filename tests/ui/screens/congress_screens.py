"""Scenes of congresses: none yet, planned, on the day with its roll, after a tie."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.party import StandingKind
from desktop.rules.attendance import Presence
from desktop.services.congress.planning import choose_posts
from desktop.services.office import keys
from desktop.ui.congress.page import CongressPage
from desktop.ui.page.page import Session
from tests.offices import congress_example
from tests.offices.commune import PASSPHRASE
from tests.offices.congress_example import AWAY, COMMITTEE, COUNTERS, EXEMPT, FIRST_VOTE
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Steps, Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
        branch = congress_example.make_branch(Path(kept) / "xa", 31, standings, probationary=1)
        session = Session(branch.place, keys.unlock(branch.place, PASSPHRASE))
        studio.tour(session, [("dai-hoi-trong", ()), ("dai-hoi-lap", (_plan,))], "congress")
        code = congress_example.planned(branch)
        choose_posts(branch.place, code, {"committee": 5, "secretary": 1, "deputy": 1})
        branch.at(0)
        branch_stops: list[tuple[str, Steps]] = [
            ("dai-hoi", ()),
            ("dai-hoi-chuan-bi", (partial(_open, code),)),
            ("dai-hoi-diem-danh", (_roll,)),
            ("dai-hoi-vang-co-ly-do", (_excuse,)),
        ]
        studio.tour(session, branch_stops, "congress")
        congress_example.called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
        congress_example.bodies_chosen(branch, code, COUNTERS)
        congress_example.listed(branch, code, "committee", *COMMITTEE)
        congress_example.printed(branch, f"{code}.1")
        congress_example.counted(branch, f"{code}.1", 29, FIRST_VOTE, valid=28, invalid=1)
        studio.tour(session, [("dai-hoi-bang-phieu", (partial(_open, code),))], "congress")
        branch.place.database.close()


def _plan(frame: Frame) -> None:
    page_of(frame, CongressPage).plan()


def _open(code: str, frame: Frame) -> None:
    page_of(frame, CongressPage).open_with(code)


def _roll(frame: Frame) -> None:
    page_of(frame, CongressPage).whole.roll_asked.emit()


def _excuse(frame: Frame) -> None:
    roll = page_of(frame, CongressPage).roll
    roll.table.select(lambda line: line.name == "Lý Ngọc Sơn")
    roll.excused.click()
