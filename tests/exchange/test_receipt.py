import json
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageRefused
from desktop.exchange import canonical, envelope, receipt, telephone
from desktop.exchange.card import TrustedCard
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.log_head import LogHead, told_head
from desktop.exchange.receipt import LastAccepted, Receipt
from desktop.exchange.statement import Party, digest
from tests.exchange.offices import COMMUNE, OFFICE, OTHER_OFFICE, WHEN, card_of, sealed

PACKAGE = sealed()
OFFICE_CARD = TrustedCard(card_of(OFFICE))
GIVEN = Receipt(
    issuer=Party(unit=OFFICE.unit, key=OFFICE.fingerprint),
    recipient=PACKAGE.statement.issuer,
    stream="government",
    mode="training",
    package=PACKAGE.digest,
    outcome="accepted",
    records={"count": 1, "units": 1},
    last=LastAccepted(sequence=1, digest=PACKAGE.digest),
    missing=(2, 3),
    created=WHEN,
)


def refused(data: bytes, office: TrustedCard = OFFICE_CARD, keys: OfficeKeys = COMMUNE) -> str:
    with pytest.raises(PackageRefused) as caught:
        receipt.read_receipt(data, office, keys)
    return caught.value.code


def signed(keys: OfficeKeys = OFFICE, **changes: object) -> bytes:
    said = msgspec.to_builtins(GIVEN) | changes
    return envelope.sign(canonical.encode(said), receipt.PAYLOAD_TYPE, keys)


def test_the_commune_reads_what_the_office_gave() -> None:
    data = receipt.make_receipt(GIVEN, OFFICE)
    assert receipt.read_receipt(data, OFFICE_CARD, COMMUNE) == GIVEN
    assert receipt.make_receipt(GIVEN, OFFICE) == data


def test_a_receipt_gives_back_what_the_package_said_of_the_log_and_else_says_nothing_of_it() -> None:
    assert b'"log"' not in receipt.receipt_payload(receipt.make_receipt(GIVEN, OFFICE))
    told = msgspec.structs.replace(GIVEN, log=LogHead(entries=643, hash="2" * 64))
    data = receipt.make_receipt(told, OFFICE)
    assert receipt.read_receipt(data, OFFICE_CARD, COMMUNE) == told
    assert refused(signed(log=None)) == "receipt.damaged"
    assert refused(signed(log={"entries": 0, "hash": "2" * 64})) == "receipt.damaged"


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("", None),
        (f"Hom-Phieu-Log: 12 {'a' * 64}\n", LogHead(entries=12, hash="a" * 64)),
        (f"Hom-Phieu-Log: 012 {'a' * 64}\n", None),
        (f"Hom-Phieu-Log: 12 {'a' * 63}\n", None),
        (f"Hom-Phieu-Log: 12 {'a' * 64}\nHom-Phieu-Log: 13 {'a' * 64}\n", None),
    ],
)
def test_a_label_says_plainly_and_once_how_far_the_log_was(label: str, told: LogHead | None) -> None:
    assert told_head({"bag-info.txt": f"Source-Organization: 06859\n{label}".encode()}) == told


def test_a_receipt_has_a_code_for_the_telephone_too() -> None:
    data = receipt.make_receipt(GIVEN, OFFICE)
    assert telephone.is_valid(telephone.code(digest(receipt.receipt_payload(data))))
    with pytest.raises(PackageRefused, match=r"receipt\.damaged"):
        receipt.receipt_payload(b"{}")


def test_a_receipt_of_anybody_else_is_refused() -> None:
    assert refused(signed(OTHER_OFFICE)) == "receipt.signature"
    assert refused(signed(issuer={"unit": "huyen-194", "key": OFFICE.fingerprint})) == "receipt.signature"
    assert refused(signed(), TrustedCard(card_of(OFFICE), revoked_from=1)) == "receipt.signature"
    assert refused(signed(), TrustedCard(card_of(OFFICE, role="commune"))) == "receipt.signature"


def test_a_receipt_for_somebody_else_is_refused() -> None:
    assert refused(signed(), keys=replace(COMMUNE, unit="06841")) == "receipt.recipient"
    assert refused(signed(), keys=replace(COMMUNE, signing=bytes([5]) * 32)) == "receipt.recipient"


def test_a_training_receipt_does_not_settle_an_official_package() -> None:
    assert refused(signed(), keys=replace(COMMUNE, mode="official")) == "receipt.mode"
    assert refused(signed(mode="official"), keys=replace(COMMUNE, mode="official")) == "receipt.mode"


@pytest.mark.parametrize(
    "changes",
    [
        {"votes": 61},
        {"outcome": "counted"},
        {"outcome": "refused"},
        {"code": "recount"},
        {"records": {"votes": 3}},
        {"package": "x"},
    ],
)
def test_a_receipt_says_nothing_but_what_a_receipt_says(changes: dict[str, object]) -> None:
    assert refused(signed(**changes)) == "receipt.damaged"


def test_a_refusal_names_the_step() -> None:
    data = signed(outcome="refused", code="recount", last=None)
    assert receipt.read_receipt(data, OFFICE_CARD, COMMUNE).code == "recount"


def test_an_office_signs_only_in_its_own_name_and_mode() -> None:
    for changed in ({"issuer": GIVEN.recipient}, {"mode": "official"}):
        with pytest.raises(PackageRefused, match=r"receipt\.issuer"):
            receipt.make_receipt(msgspec.structs.replace(GIVEN, **changed), OFFICE)


@given(st.data())
def test_a_receipt_changed_anywhere_is_refused_or_unchanged(data: st.DataObject) -> None:
    made = bytearray(receipt.make_receipt(GIVEN, OFFICE))
    made[data.draw(st.integers(0, len(made) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        assert receipt.read_receipt(bytes(made), OFFICE_CARD, COMMUNE) == GIVEN
    except PackageRefused as refusal:
        assert refusal.code in {"receipt.damaged", "receipt.signature"}  # noqa: PT017 - or unchanged


@given(st.binary(max_size=200))
def test_random_bytes_are_no_receipt(data: bytes) -> None:
    assert refused(data) == "receipt.damaged"
    assert refused(json.dumps({"payload": data.hex()}).encode()) == "receipt.damaged"
