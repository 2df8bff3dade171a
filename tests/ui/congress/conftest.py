"""A branch of seven with its congress planned, made once and opened by each test as its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.offices import congress_example


@pytest.fixture(scope="session")
def branch_of_seven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-7") / "xa"
    branch = congress_example.make_branch(folder, 7)
    congress_example.planned(branch, held_on=date(2024, 11, 24))
    branch.place.database.close()
    return folder
