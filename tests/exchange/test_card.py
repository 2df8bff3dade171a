import hashlib
import json
import random
from base64 import b64decode, b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageRefused
from desktop.exchange import canonical, card, envelope
from tests.exchange.offices import COMMUNE, OFFICE, WHEN, spelled

DATA = card.make_card(OFFICE, "Huyện tập huấn", WHEN)


def test_a_card_tells_who_the_office_is_and_how_to_write_to_it() -> None:
    read = card.read_card(DATA)
    assert (read.name, read.unit, read.role, read.mode) == (
        "Huyện tập huấn",
        "huyen-193",
        "receiving",
        "training",
    )
    assert read.signing_key == OFFICE.signing_public
    assert read.reading_keys == OFFICE.recipients
    assert (read.first_sequence, read.issued) == (1, WHEN)
    assert card.make_card(OFFICE, "Huyện tập huấn", WHEN) == DATA


def test_a_card_of_new_keys_says_from_which_number_they_seal() -> None:
    assert (
        card.read_card(card.make_card(OFFICE, "Huyện tập huấn", WHEN, first_sequence=7)).first_sequence == 7
    )


def test_a_card_names_its_streams_where_it_does_not_sign_all() -> None:
    both = card.make_card(COMMUNE, "Ủy ban nhân dân xã", WHEN, signs=("government", "party"))
    assert both == card.make_card(COMMUNE, "Ủy ban nhân dân xã", WHEN), "as read out before there were two"
    assert b"signs" not in envelope.read(both).payload
    assert card.read_card(both).streams == {"government", "party"}
    party = card.make_card(COMMUNE, "Đảng ủy xã", WHEN, signs=("party",))
    assert card.read_card(party).streams == {"party"}


def test_the_fingerprint_is_over_the_exact_bytes_with_a_domain() -> None:
    assert "".join(card.fingerprint(DATA)) == hashlib.sha256(b"hom-phieu card v1\n" + DATA).hexdigest()
    assert card.fingerprint(DATA) != card.fingerprint(DATA + b"\n")
    assert [len(group) for group in card.fingerprint(DATA)] == [4] * 16


def test_the_blanked_groups_typed_as_heard_are_the_cards_own() -> None:
    groups, blanks = card.fingerprint(DATA), card.blanks(random.Random(1))
    heard = {index: f" {groups[index].upper()} " for index in blanks}
    assert len(blanks) == 4
    assert card.groups_match(DATA, heard)
    for index in blanks:
        wrong = "0000" if groups[index] != "0000" else "1111"
        assert not card.groups_match(DATA, {**heard, index: wrong})


def test_fewer_than_four_groups_are_no_trust() -> None:
    groups = card.fingerprint(DATA)
    assert not card.groups_match(DATA, {})
    assert not card.groups_match(DATA, dict(enumerate(groups[:3])))
    assert not card.groups_match(DATA, {**dict(enumerate(groups[:3])), 16: groups[0]})


def test_all_sixteen_groups_may_be_typed_in_one_line() -> None:
    groups = card.fingerprint(DATA)
    assert card.all_groups_match(DATA, " ".join(groups).upper())
    assert not card.all_groups_match(DATA, " ".join(groups[:15]))
    assert not card.all_groups_match(DATA, "")


def test_a_card_signed_by_another_key_is_refused() -> None:
    payload = envelope.read(DATA).payload
    with pytest.raises(PackageRefused) as caught:
        card.read_card(envelope.sign(payload, card.PAYLOAD_TYPE, COMMUNE))
    assert caught.value.code == "card.signature"


def test_a_receipt_or_package_is_no_card() -> None:
    payload = envelope.read(DATA).payload
    with pytest.raises(PackageRefused) as caught:
        card.read_card(envelope.sign(payload, "application/vnd.hom-phieu.package+json", OFFICE))
    assert caught.value.code == "card.signature"


@pytest.mark.parametrize(
    ("field", "value"),
    [("role", "province"), ("reading_keys", {"party": "age1nothing"}), ("unit", "../x"), ("colour", "red")],
)
def test_a_card_with_a_field_it_must_not_have_is_damaged(field: str, value: object) -> None:
    said = json.loads(envelope.read(DATA).payload)
    said[field] = value
    with pytest.raises(PackageRefused) as caught:
        card.read_card(envelope.sign(canonical.encode(said), card.PAYLOAD_TYPE, OFFICE))
    assert caught.value.code == "card.damaged"


@given(st.data())
def test_a_card_whose_payload_was_changed_is_never_read(data: st.DataObject) -> None:
    outer = json.loads(DATA)
    payload = bytearray(b64decode(outer["payload"]))
    place = data.draw(st.integers(0, len(payload) - 1))
    payload[place] ^= data.draw(st.integers(1, 255))
    outer["payload"] = b64encode(payload).decode()
    with pytest.raises(PackageRefused):
        card.read_card(spelled(outer))


@given(st.binary(max_size=200))
def test_random_bytes_are_no_card(data: bytes) -> None:
    with pytest.raises(PackageRefused) as caught:
        card.read_card(data)
    assert caught.value.code == "card.damaged"
