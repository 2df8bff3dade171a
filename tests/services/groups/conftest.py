"""An office whose hamlets each have a branch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches
from tests.offices import register_example


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    register = register_example.with_households(tmp_path / "office")
    add_hamlet_branches(register.workplace)
    yield register.workplace
    register.workplace.database.close()
