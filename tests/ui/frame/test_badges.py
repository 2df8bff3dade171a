"""Badges in the rail: how many things wait for a person here, and that they follow what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.services.counting import counts
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.stick import save_package
from desktop.services.office import keys
from desktop.services.today.top_bar import desk_facts
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from tests.offices.commune import DAY, PASSPHRASE, agreed, printed
from tests.services.conftest import clock, office, settled_office
from tests.services.exchange.test_packages import district, new_districts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock

__all__ = ["clock", "district", "new_districts", "office", "settled_office"]


class Shown:
    def __init__(self, office: Workplace, qtbot: QtBot) -> None:
        self.office, self.qtbot, self.runner = office, qtbot, Runner()
        self.context = Context(Session(office, keys.unlock(office, PASSPHRASE)), self.runner)
        self.window = OfficeWindow(self.context, desk_facts(office))
        self.window.show()

    def do(self, work: Callable[[], object]) -> None:
        self.context.do(lambda _: work())

    def until(self, **waiting: int) -> None:
        """Wait until the badges of some places say so many things."""

        def said() -> None:
            entries = self.window.rail.entries
            assert {key: entries[key].waiting() for key in waiting} == waiting

        self.qtbot.waitUntil(said)


@pytest.fixture
def show(office: Workplace, qtbot: QtBot, qapp: object) -> Iterator[Callable[[], Shown]]:
    del qapp
    made: list[Shown] = []

    def shown() -> Shown:
        made.append(Shown(office, qtbot))
        return made[-1]

    yield shown
    for each in made:
        each.window.close()
        each.runner.finish()


@pytest.mark.usefixtures("district")
def test_the_badge_of_sending_follows_a_result_until_it_is_on_a_stick(
    show: Callable[[], Shown], office: Workplace, tmp_path: Path
) -> None:
    code = agreed(office)
    shown = show()
    shown.until(today=0, sending=0)
    shown.do(lambda: counts.finalise(office, code))
    shown.until(sending=1)
    entry = shown.window.rail.entries["sending"]
    assert "1 việc chờ" in entry.accessibleDescription()
    shown.do(lambda: seal_campaign(office, shown.context.session.keys, "2024", "198"))
    shown.do(lambda: save_package(office, outbox(office).packages[0].id, tmp_path, lambda *_: None))
    shown.until(sending=0)
    assert "việc chờ" not in entry.accessibleDescription()


def test_the_badge_of_today_is_there_from_the_start_and_becomes_due_by_itself(
    show: Callable[[], Shown], office: Workplace, clock: TrainingClock
) -> None:
    printed(office)
    clock.put(DAY, 8, 0)
    shown = show()
    shown.window.refresh_desk()
    shown.until(today=0)
    clock.put(DAY, 12, 30)
    shown.window.count_waiting()
    shown.until(today=1)
    # What the top bar tells anew leaves the badges alone.
    shown.window.refresh_desk()
    shown.qtbot.waitUntil(lambda: not shown.runner.is_busy())
    shown.until(today=1, settings=0)
