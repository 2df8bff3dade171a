"""An office with branches and their members, made once and opened by each test as its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import party_example


@pytest.fixture(scope="session")
def settled_members(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chi-bo") / "xa"
    party_example.with_members(folder).workplace.database.close()
    return folder
