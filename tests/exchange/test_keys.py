import json
import subprocess
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import PackageRefused
from desktop.exchange import age_identity, crockford, keys, keystore
from desktop.exchange.keystore import Cost
from tests.exchange.offices import COMMUNE, OFFICE, spelled

QUICK = Cost(memory_kib=64, passes=1, lanes=1)


# Locked by the first version of the format: what offices have on their disks and in their safes.
EARLIER = (
    b'{"by_passphrase":"AQIDBAUGBwgJCgsM3GMSdhXdAGyC4OUaGC/elL2vJwY8SUF/UPsupOg4ZJJYjY++lFkRX8EkL7SJSGmk",'
    b'"by_recovery":"AQIDBAUGBwgJCgsMX15XUqaOAxt0KAFo60B4viBcHvv3HuU6lBSkRukMDg4fnbv6O4K1j85yCOSdsSQI",'
    b'"cost":{"lanes":1,"memory_kib":64,"passes":1},"format":1,"mode":"training","role":"receiving",'
    b'"salt":"AQIDBAUGBwgJCgsMDQ4PEA==",'
    b'"secrets":"AQIDBAUGBwgJCgsMs1Y/CTm4OfG9C3rx7aunHhMaXmhj0QtiQvOdOTvQNWsC1L1e6QwGWEc/b3FIn8ywzEbSqnAAnaoI'
    b"s2NCYj0+qyi5GrvkEp+4oY6j5O6KpTLKA9K59gx2LBRuEPdWDQriflgtkolJJGeu7NHhKP9XWQmKIdPWMQ2SRJFnB2ySN/5tqhdzNSWx"
    b"2xC7Iql1BUzt64xfNLSOwUBADkpQ3eoZoHdFhZfwnae6sBj6jTPHiiDUm89Bqp0Mp3MlH4fQhaM1F8LIk+/Qa7WkbGzc/6zgLV19W6pm"
    b'10BxF/tu8ajX8TC9F/TJ6ZmueVxr1tqLEzUTFb1ysQzGylkHgRK5w5VH5f6ybyOEGA==","unit":"huyen-193"}\n'
)


def refused(code: str, call: Callable[..., object], *arguments: object) -> PackageRefused:
    with pytest.raises(PackageRefused) as caught:
        call(*arguments)
    assert caught.value.code == code
    return caught.value


def test_the_passphrase_and_the_recovery_sheet_open_the_same_keys() -> None:
    locked = keystore.lock(OFFICE, "Suối Mơ tháng chạp", QUICK)
    assert keystore.unlock(locked.stored, "Suối Mơ tháng chạp") == OFFICE
    assert keystore.unlock_with_recovery(locked.stored, locked.recovery_code) == OFFICE


def test_keys_that_were_locked_long_ago_still_open_with_passphrase_and_sheet() -> None:
    assert keystore.unlock(EARLIER, "Suối Mơ tháng chạp") == OFFICE
    assert keystore.unlock_with_recovery(EARLIER, "010-81G-818-60W-40J-2GB-1G6-GW3-RGQ") == OFFICE


def test_a_passphrase_typed_with_another_input_method_is_the_same() -> None:
    locked = keystore.lock(OFFICE, "Suối Mơ", QUICK)
    assert keystore.unlock(locked.stored, unicodedata.normalize("NFD", "Suối Mơ")) == OFFICE


def test_the_recovery_code_reads_as_nine_groups_of_three_and_forgives_its_spelling() -> None:
    locked = keystore.lock(COMMUNE, "x", QUICK)
    assert [len(group) for group in locked.recovery_code.split("-")] == [3] * 9
    typed = locked.recovery_code.lower().replace("-", " ").replace("0", "o").replace("1", "i")
    assert keystore.unlock_with_recovery(locked.stored, typed) == COMMUNE


@pytest.mark.parametrize("symbols", ["0" * 25, "0" * 27, "Z" * 26])
def test_a_code_too_short_too_long_or_too_great_is_no_recovery_code(symbols: str) -> None:
    assert keystore.recovery_secret(crockford.with_check(symbols)) is None, "though its check symbol is right"
    assert keystore.recovery_secret(crockford.with_check("0" * 26)) == bytes(16)


def test_what_does_not_open_is_refused_by_name() -> None:
    locked, other = keystore.lock(COMMUNE, "x", QUICK), keystore.lock(COMMUNE, "x", QUICK)
    refused("keys.passphrase", keystore.unlock, locked.stored, "y")
    refused("keys.recovery", keystore.unlock_with_recovery, locked.stored, other.recovery_code)
    refused("keys.recovery", keystore.unlock_with_recovery, locked.stored, locked.recovery_code[:-1])
    refused("keys.recovery", keystore.unlock_with_recovery, locked.stored, "Z" * 27)
    refused("keys.damaged", keystore.unlock, locked.stored[:-9], "x")


def test_nothing_secret_is_stored_or_shown_in_clear() -> None:
    locked = keystore.lock(OFFICE, "Suối Mơ", QUICK)
    for secret in (OFFICE.signing, *OFFICE.reading.values()):
        assert secret.hex() not in locked.stored.decode()
        assert secret.hex() not in repr(OFFICE)
        assert repr(secret) not in repr(OFFICE)
    assert locked.recovery_code not in repr(locked)
    assert locked.recovery_code.replace("-", "") not in locked.stored.decode()


def test_a_stored_training_key_cannot_be_relabelled_official() -> None:
    stored = json.loads(keystore.lock(COMMUNE, "x", Cost()).stored)
    stored["mode"] = "official"
    refused("keys.passphrase", keystore.unlock, spelled(stored), "x")


@pytest.mark.parametrize("cost", [Cost(memory_kib=64 * 1024 - 1), Cost(passes=2)])
def test_an_official_office_refuses_a_cheap_guess(cost: Cost) -> None:
    official = keys.make_keys("06838", "commune", "official")
    refused("keys.cost", keystore.lock, official, "x", cost)
    stored = json.loads(keystore.lock(official, "x").stored)
    stored["cost"] = {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    refused("keys.cost", keystore.unlock, spelled(stored), "x")


def test_a_cost_that_would_eat_the_computer_is_damage() -> None:
    stored = json.loads(keystore.lock(COMMUNE, "x", QUICK).stored)
    stored["cost"]["memory_kib"] = 2**31
    refused("keys.damaged", keystore.unlock, spelled(stored), "x")


@pytest.mark.parametrize("length", [0, 15, 17])
def test_a_salt_of_another_length_is_damage(length: int) -> None:
    stored = json.loads(EARLIER)
    stored["salt"] = b64encode(bytes(length)).decode()
    refused("keys.damaged", keystore.unlock, spelled(stored), "Suối Mơ tháng chạp")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_stored_keys_changed_anywhere_are_refused_or_unchanged(data: st.DataObject) -> None:
    stored = bytearray(keystore.lock(COMMUNE, "x", QUICK, draw=bytes).stored)
    place = data.draw(st.integers(0, len(stored) - 1))
    stored[place] ^= data.draw(st.integers(1, 255))
    cost = b'"cost":{"lanes":1,"memory_kib":64,"passes":1}'
    if cost not in stored:  # another cost is only slow to refuse
        return
    try:
        assert keystore.unlock(bytes(stored), "x") == COMMUNE
    except PackageRefused as refusal:
        assert refusal.code in {"keys.passphrase", "keys.damaged", "keys.cost"}  # noqa: PT017 - or unchanged


def test_keys_from_a_seed_are_the_same_each_time_differ_by_unit_and_are_training() -> None:
    again = keys.keys_from_seed(bytes(32), "06838", "commune")
    other = keys.keys_from_seed(bytes(32), "06841", "commune")
    assert again == COMMUNE
    assert other.signing != again.signing
    assert again.mode == "training"
    assert OFFICE.reading["government"] != OFFICE.reading["party"]


def test_keys_by_chance_differ() -> None:
    first, second = (keys.make_keys("1", "receiving", "official", ("party",)) for _ in range(2))
    assert first.signing != second.signing
    assert set(first.reading) == {"party"}


@given(st.binary(min_size=32, max_size=32))
def test_our_spelling_of_a_reading_key_is_the_one_that_age_reads(secret: bytes) -> None:
    text = age_identity.identity_text(secret)
    identity = pyrage.x25519.Identity.from_str(text)
    assert str(identity) == text
    public = X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    assert str(identity.to_public()) == age_identity._bech32("age", public)
    assert age_identity.is_recipient(age_identity.recipient(secret))


def test_debians_age_reads_the_identity(tmp_path: Path) -> None:
    (tmp_path / "office.age").write_text(keys.reading_identity(OFFICE, "party") + "\n")
    shown = subprocess.run(["age-keygen", "-y", "office.age"], cwd=tmp_path, capture_output=True, check=True)
    assert shown.stdout.decode().strip() == OFFICE.recipients["party"]


def test_only_a_training_office_gives_out_its_identity() -> None:
    official = keys.make_keys("1", "receiving", "official", ("party",))
    refused("keys.official", keys.reading_identity, official, "party")
    refused("keys.stream", keys.reading_identity, COMMUNE, "party")
