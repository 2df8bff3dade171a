"""A receiving office of today takes in the packages of every format that was released."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bootstrap import shipped_statutes
from desktop.exchange.card import fingerprint
from desktop.services.exchange import cards, intake
from desktop.services.office.offices import make_office
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.exchange.kept.packages import KEPT, opening
from tests.offices.commune import BEFORE, DISTRICT, PASSPHRASE


@pytest.fixture
def receiving(tmp_path: Path) -> Iterator[Workplace]:
    made, _ = make_office(
        tmp_path / "receiving", DISTRICT, PASSPHRASE, shipped_statutes(), TrainingClock(BEFORE)
    )
    yield made
    made.database.close()


@pytest.mark.parametrize("kept", KEPT, ids=lambda folder: folder.name)
def test_a_kept_package_is_taken_in(receiving: Workplace, kept: Path) -> None:
    card = (kept / "commune.the").read_bytes()
    cards.trust(receiving, card, " ".join(fingerprint(card)))
    taken = intake.take_in(receiving, opening(kept), (kept / "package.goi").read_bytes())
    assert (taken.outcome, taken.code) == ("accepted", None)
    assert taken.receipt is not None
