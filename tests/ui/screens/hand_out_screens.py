"""Scenes of slips that go to the households after a meeting that too few attended."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.bootstrap import shipped_statutes
from desktop.services.office import keys
from desktop.services.office.offices import make_office
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.ballots import print_ballots
from desktop.services.training.clock import TrainingClock
from desktop.ui.page.page import Session
from tests.offices import commune
from tests.offices.desks import ON_THE_DAY
from tests.offices.opening import open_meeting
from tests.services.results.test_hand_out import ANSWERED, handed_out

if TYPE_CHECKING:
    from tests.ui.screens.studio import Studio


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        clock = TrainingClock(commune.BEFORE)
        make = (Path(kept) / "xa", commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock)
        place = make_office(*make, seed=bytes(32))[0]
        session = Session(place, keys.unlock(place, commune.PASSPHRASE))
        commune.settle(place)
        code = handed_out(place)
        clock.put(date(2024, 12, 10), 8, 0)

        def scene(name: str, step: str) -> None:
            shown = (code, step)
            studio.window(session, f"phat-phieu-{name}", "election", shown, desk=ON_THE_DAY, pauses=2)

        scene("ung-cu", "candidates")
        print_ballots(place, code)
        scene("phieu", "ballots")
        clock.put(date(2024, 12, 15), 17, 0)
        open_meeting(place, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
        scene("phat-thu", "meeting")
        commune.agree(place, code, ANSWERED)
        for name, step in (("kiem-phieu", "counting"), ("bien-ban", "minutes"), ("cong-nhan", "recognition")):
            scene(name, step)
        place.database.close()
