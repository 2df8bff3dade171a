from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bootstrap import open_office, shipped_statutes
from desktop.services.office.offices import make_office
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import commune


@pytest.fixture(scope="session")
def settled_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one closed commune office with its hamlet and households, to be copied by each test."""
    folder = tmp_path_factory.mktemp("settled") / "commune"
    clock = TrainingClock(commune.BEFORE)
    workplace, _ = make_office(
        folder, commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32)
    )
    commune.settle(workplace)
    workplace.database.close()
    return folder


@pytest.fixture
def clock() -> TrainingClock:
    return TrainingClock(commune.BEFORE)


@pytest.fixture
def office(settled_office: Path, tmp_path: Path, clock: TrainingClock) -> Iterator[Workplace]:
    """Open a commune office of this test's own."""
    folder = tmp_path / "commune"
    shutil.copytree(settled_office, folder)
    workplace = open_office(folder, commune.PASSPHRASE, clock)
    yield workplace
    workplace.database.close()
