import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from securesystemslib.dsse import Envelope as PublicVerifier
from securesystemslib.signer import SSlibKey

from desktop.errors import PackageRefused
from desktop.exchange import canonical, envelope
from tests.exchange.offices import COMMUNE, OFFICE, spelled

TYPE = "application/vnd.hom-phieu.package+json"


@given(st.binary(max_size=200))
def test_a_public_verifier_accepts_what_we_sign(payload: bytes) -> None:
    signed = envelope.sign(payload, TYPE, COMMUNE)
    key = SSlibKey(COMMUNE.fingerprint, "ed25519", "ed25519", {"public": COMMUNE.signing_public})
    public = PublicVerifier.from_dict(json.loads(signed))
    assert set(public.verify([key], 1)) == {COMMUNE.fingerprint}
    assert public.payload == payload


@given(st.binary(max_size=200))
def test_the_signature_is_over_the_pre_authentication_encoding(payload: bytes) -> None:
    outer = json.loads(envelope.sign(payload, TYPE, COMMUNE))
    encoding = b"DSSEv1 " + str(len(TYPE)).encode() + b" " + TYPE.encode()
    encoding += b" " + str(len(payload)).encode() + b" " + payload
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(COMMUNE.signing_public))
    public.verify(base64.b64decode(outer["signatures"][0]["sig"]), encoding)


def test_signing_twice_gives_the_same_bytes() -> None:
    assert envelope.sign(b"x", TYPE, COMMUNE) == envelope.sign(b"x", TYPE, COMMUNE)


def test_an_envelope_holds_for_one_key_and_one_type_only() -> None:
    signed = envelope.read(envelope.sign(b"x", TYPE, COMMUNE))
    assert envelope.is_signed_by(signed, TYPE, COMMUNE.signing_public)
    assert not envelope.is_signed_by(signed, TYPE, OFFICE.signing_public)
    assert not envelope.is_signed_by(signed, "application/vnd.hom-phieu.card+json", COMMUNE.signing_public)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80))
def test_no_other_key_or_signature_ever_holds(public: bytes, signature: bytes) -> None:
    outer = json.loads(envelope.sign(b"x", TYPE, COMMUNE))
    outer["signatures"][0]["sig"] = base64.b64encode(signature).decode()
    signed = envelope.read(spelled(outer))
    assert not envelope.is_signed_by(signed, TYPE, COMMUNE.signing_public)
    assert not envelope.is_signed_by(signed, TYPE, public.hex())


@pytest.mark.parametrize("count", [0, 2])
def test_an_envelope_has_exactly_one_signature(count: int) -> None:
    outer = json.loads(envelope.sign(b"x", TYPE, COMMUNE))
    outer["signatures"] = outer["signatures"] * count
    with pytest.raises(PackageRefused):
        envelope.read(spelled(outer))


@pytest.mark.parametrize("value", [{"a": 1.5}, {"a": "e\u0302"}, {"a": "\u202egnp"}, {"a": 2**53}, ["x\x00"]])
def test_what_other_readers_might_read_otherwise_is_never_written(value: object) -> None:
    with pytest.raises(PackageRefused) as caught:
        canonical.encode(value)
    assert caught.value.code == "json.value"


def test_canonical_json_is_sorted_and_utf8_and_ends_in_a_newline() -> None:
    assert canonical.encode({"b": "Ơn", "a": [1, None]}) == '{"a":[1,null],"b":"Ơn"}\n'.encode()


def test_a_document_nested_without_end_is_refused() -> None:
    with pytest.raises(PackageRefused):
        canonical.decode(b"[" * 200_000, dict)
    deep = b'{"a":' * 40 + b"1" + b"}" * 40
    with pytest.raises(PackageRefused):
        canonical.decode(deep, dict)


def nested(depth: int, *, lists: bool) -> dict[str, Any]:
    """An object with so many levels below it, of lists or of objects."""
    inner: Any = 1
    for _ in range(depth - 1):
        inner = [inner] if lists else {"a": inner}
    return {"a": inner}


@pytest.mark.parametrize("lists", [False, True])
def test_sixteen_levels_are_written_and_read_and_a_seventeenth_is_not(*, lists: bool) -> None:
    deepest = nested(16, lists=lists)
    assert canonical.decode(canonical.encode(deepest), dict) == deepest
    with pytest.raises(PackageRefused, match=r"json\.value"):
        canonical.encode(nested(17, lists=lists))
    with pytest.raises(PackageRefused, match=r"json\.value"):
        canonical.decode(spelled(nested(17, lists=lists)), dict)


@pytest.mark.parametrize("number", [2**53 - 1, 1 - 2**53])
def test_every_number_that_other_readers_keep_whole_is_written(number: int) -> None:
    assert canonical.decode(canonical.encode({"a": number}), dict) == {"a": number}
    with pytest.raises(PackageRefused, match=r"json\.value"):
        canonical.encode({"a": number + (1 if number > 0 else -1)})
