"""Identity numbers as registers hold them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.identity_number import (
    Identity,
    birth_year,
    disagreements,
    is_whole,
    mask,
    read_identity,
    sex,
)


@pytest.mark.parametrize(
    ("digits", "identity"),
    [
        ("022147075954", Identity("022147075954")),
        ("22147075954", Identity("022147075954", "padded")),
        ("8097260494", Identity("008097260494", "padded")),
        ("327407698", Identity("327407698", "old_identity")),
    ],
)
def test_lost_zeros_come_back_and_old_cards_stay(digits: str, identity: Identity) -> None:
    assert read_identity(digits) == identity


@pytest.mark.parametrize(
    "digits",
    [
        "",
        "12345678",
        "1234567890123",
        "02214707595A",
        "000000000000",
        "０２２１４７０７５９５４",
        "-22147075954",
    ],
)
def test_anything_else_is_refused(digits: str) -> None:
    with pytest.raises(ValueError, match="bad_identity"):
        read_identity(digits)


def test_the_number_tells_sex_and_birth_year() -> None:
    assert (sex("022147075954"), birth_year("022147075954")) == ("Nữ", 1947)
    assert (sex("014200014947"), birth_year("014200014947")) == ("Nam", 2000)
    assert (sex("327407698"), birth_year("327407698")) == (None, None)


@pytest.mark.parametrize(
    ("number", "stated_sex", "year", "found"),
    [
        ("022147075954", "Nữ", 1947, ()),
        ("022147075954", None, None, ()),
        ("022147075954", "Nam", 1947, ("sex",)),
        ("022147075954", "Nữ", 1948, ("birth_year",)),
        ("003147075954", "Nam", 1950, ("province", "sex", "birth_year")),
        ("120147075954", "Nữ", 1947, ()),
        ("327407698", "Nam", 1900, ()),
    ],
)
def test_disagreement_is_told_and_refuses_nothing(
    number: str, stated_sex: str | None, year: int | None, found: tuple[str, ...]
) -> None:
    assert disagreements(number, stated_sex=stated_sex, stated_year=year) == found


@pytest.mark.parametrize(
    ("number", "shown"),
    [("022147075954", "•••••••••954"), ("327407698", "••••••698"), ("12", "••"), ("", "")],
)
def test_lists_show_three_digits_only(number: str, shown: str) -> None:
    assert mask(number) == shown


@given(st.text(alphabet="0123456789", max_size=14))
def test_no_digit_is_invented_but_leading_zeros(digits: str) -> None:
    try:
        identity = read_identity(digits)
    except ValueError:
        return
    assert identity.number.endswith(digits)
    assert identity.number.removesuffix(digits).strip("0") == ""
    assert len(identity.number) in {9, 12}


@given(st.text("0129٣", min_size=8, max_size=13) | st.just("000000000000"))
def test_a_whole_number_is_kept_as_it_stands(digits: str) -> None:
    try:
        kept = read_identity(digits) == Identity(digits)
    except ValueError:
        kept = False
    assert is_whole(digits) is kept
