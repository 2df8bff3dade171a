from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import decide, outcome_document
from desktop.rules.statute import read_statute
from tests.checkout import ROOT
from tests.rules.examples import Decide

STATUTES = ROOT / "resources" / "statutes"


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(read_statute(path.read_bytes(), path.name) for path in sorted(STATUTES.glob("*.toml")))


@pytest.fixture(scope="session")
def decided(library: Library) -> Decide:
    def run(document: dict[str, Any]) -> dict[str, Any]:
        return outcome_document(decide(read_facts(document, library)))

    return run
