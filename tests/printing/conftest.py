from __future__ import annotations

import msgspec
import pytest

from desktop.printing.ballots.facts import HamletBallot
from desktop.printing.counting.facts import CountingMinutes
from tests.printing.samples import sample


@pytest.fixture
def ballot() -> HamletBallot:
    return msgspec.json.decode(sample("hamlet-ballot"), type=HamletBallot)


@pytest.fixture
def agree_ballot() -> HamletBallot:
    return msgspec.json.decode(sample("hamlet-ballot-agree"), type=HamletBallot)


@pytest.fixture
def minutes() -> CountingMinutes:
    return msgspec.json.decode(sample("counting-minutes"), type=CountingMinutes)
