"""Branches with their congresses, planned or counting, made once and opened by each test as its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.services.congress import votes
from tests.offices import congress_example
from tests.offices.congress_example import COMMITTEE, COUNTERS


@pytest.fixture(scope="session")
def branch_of_seven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dai-hoi-7") / "xa"
    branch = congress_example.make_branch(folder, 7)
    congress_example.planned(branch, held_on=date(2024, 11, 24))
    branch.place.database.close()
    return folder


@pytest.fixture(scope="session")
def counting_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A branch of eleven that counts a vote on its committee."""
    folder = tmp_path_factory.mktemp("dai-hoi-kiem") / "xa"
    branch = congress_example.make_branch(folder, 11)
    code = congress_example.planned(branch, held_on=date(2024, 11, 24), term_from=date(2024, 11, 24))
    branch.opens = branch.opens.replace(year=2024, month=11, day=24)
    congress_example.called(branch, code)
    congress_example.bodies_chosen(branch, code, COUNTERS[:1])
    congress_example.listed(branch, code, "committee", *COMMITTEE[:4])
    congress_example.printed(branch, f"{code}.1")
    votes.open_vote(branch.place, f"{code}.1", branch.at(1))
    branch.place.database.close()
    return folder
