"""A PIN tells operators apart and is never stored."""

from desktop.models.store.pins import hash_pin, pin_matches
from tests.models import records


def test_only_the_right_pin_matches_its_hash() -> None:
    stored = hash_pin("4711", records.CHEAP)
    assert pin_matches(stored, "4711")
    assert not pin_matches(stored, "4712")
    assert "4711" not in stored


def test_the_same_pin_is_stored_differently_each_time() -> None:
    assert hash_pin("4711", records.CHEAP) != hash_pin("4711", records.CHEAP)


def test_a_damaged_hash_matches_nothing() -> None:
    assert not pin_matches("x", "4711")
