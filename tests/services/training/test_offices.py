from __future__ import annotations

from pathlib import Path

from desktop.bootstrap import shipped_statutes
from desktop.services.exchange.cards import own_card
from desktop.services.training.offices import close_training_offices, open_training_offices
from desktop.services.training.scene import HUC_DONG


def card_of(folder: Path, seed: int) -> bytes:
    day = open_training_offices(folder, seed, "tap-huan", shipped_statutes(), lambda _: None, scene=HUC_DONG)
    try:
        return own_card(day.commune, day.commune_keys)
    finally:
        close_training_offices(day)


def test_the_keys_of_the_example_follow_from_its_seed(tmp_path: Path) -> None:
    one = card_of(tmp_path / "one", 1)
    assert card_of(tmp_path / "again", 1) == one
    assert card_of(tmp_path / "other", 2) != one
