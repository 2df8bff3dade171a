"""A hamlet with a head who was recognised, and the day after."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import state_facts
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import HAMLET

TODAY = date(2026, 8, 3)
HEAD = "Lò Thị Ơn"


@pytest.fixture(autouse=True)
def headed(office: Workplace, clock: TrainingClock) -> None:
    clock.put(TODAY, 8, 0)
    state_facts(office, HAMLET, head=HEAD)
