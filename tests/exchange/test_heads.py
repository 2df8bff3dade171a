"""The heads that a commune's Party office learns of: what such a package may hold, and who may read it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from desktop.errors import PackageRefused
from desktop.exchange import keystore, records
from desktop.exchange.card import TrustedCard
from desktop.exchange.heads_record import HeadLine, HeadsRecord
from desktop.exchange.keys import OfficeKeys, keys_from_seed
from desktop.exchange.keystore import Cost
from desktop.exchange.receipt import LastAccepted, Receipt, make_receipt, read_receipt
from desktop.exchange.seal import Sealed, seal
from desktop.exchange.statement import Party
from desktop.exchange.verify import Reader, Verification, verify
from tests.exchange.offices import COMMUNE, OFFICE, WHEN, card_of, contents, decide, header

PARTY = keys_from_seed(bytes([5]) * 32, "06838", "commune", ("government",))
ELSEWHERE = keys_from_seed(bytes([6]) * 32, "06839", "commune", ("government",))
LINE = HeadLine(
    unit="06838-03",
    name="Tập Huấn",
    kind="Bản",
    election="e-2024-03",
    day=WHEN.date(),
    round=1,
    state="recognised",
    revision=1,
    count="ab" * 32,
    person="Lò Thị Ơn",
    born=1975,
    number="12/QĐ-UBND",
    decided=WHEN.date(),
)


def heads(*lines: HeadLine, **changes: Any) -> dict[str, bytes]:
    record = HeadsRecord(
        commune="06838", campaign="2024", campaign_name="Bầu Trưởng thôn", heads=lines or (LINE,)
    )
    return {records.HEADS: records.encode(msgspec.structs.replace(record, **changes))}


def sealed(sender: OfficeKeys = COMMUNE, reader: OfficeKeys = PARTY, **changes: Any) -> Sealed:
    files = heads(commune=sender.unit)
    return seal(files, header(**changes), sender, card_of(reader, signs=("party",)))


def taken(data: bytes, sender: OfficeKeys = COMMUNE, reader: OfficeKeys = PARTY, **card: Any) -> Verification:
    return verify(data, Reader(reader, (TrustedCard(card_of(sender, **card)),)), decide)


def refused(taken_in: Verification) -> str:
    assert taken_in.code == taken_in.steps[-1].step
    return taken_in.steps[-1].detail


def test_the_party_office_reads_the_heads_that_the_other_office_sealed() -> None:
    made = sealed()
    assert made.file_name == "06838-heads-0001.goi"
    found = taken(made.data)
    assert (found.code, found.digest) == (None, made.digest)
    (record,) = found.records.values()
    assert isinstance(record, HeadsRecord)
    assert record.heads == (LINE,)


def test_results_are_never_sealed_for_the_party_office_nor_heads_for_the_one_above() -> None:
    with pytest.raises(PackageRefused) as results:
        seal(contents(), header(), COMMUNE, card_of(PARTY))
    with pytest.raises(PackageRefused) as only_heads:
        seal(heads(), header(), COMMUNE, card_of(OFFICE))
    assert (results.value.code, only_heads.value.code) == ("records.reader", "records.reader")


def test_heads_beside_anything_else_are_refused() -> None:
    with pytest.raises(PackageRefused) as caught:
        records.read_contents(heads() | contents(), "06838", "2024", "government", "commune")
    assert caught.value.code == "records.reader"


def test_only_the_office_of_the_same_commune_can_be_sent_heads() -> None:
    with pytest.raises(PackageRefused) as caught:
        sealed(reader=ELSEWHERE)
    assert caught.value.code == "seal.role"
    with pytest.raises(PackageRefused) as caught:
        sealed(reader=COMMUNE)
    assert caught.value.code in ("seal.role", "seal.stream")


def test_the_other_commune_is_refused_though_its_card_is_trusted() -> None:
    neighbour = keys_from_seed(bytes([7]) * 32, "06839", "commune")
    data = sealed(sender=neighbour, reader=ELSEWHERE).data
    assert taken(data, neighbour, ELSEWHERE).code is None
    own_key = OfficeKeys("06838", "commune", "training", PARTY.signing, ELSEWHERE.reading)
    assert refused(taken(data, neighbour, own_key)) == "signature.foreign: 06839"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"role": "receiving"}, "signature.role: 06838"),
        ({"signs": ("party",)}, "signature.stream: 06838"),
    ],
)
def test_what_a_card_may_not_sign_is_refused(changes: dict[str, Any], why: str) -> None:
    assert refused(taken(sealed().data, **changes)) == why


def test_an_unknown_signer_and_another_key_are_refused() -> None:
    data = sealed().data
    assert refused(verify(data, Reader(PARTY, ()), decide)) == "signature.unknown"
    assert refused(taken(data, reader=ELSEWHERE)) == "age.closed"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"person": None, "born": None}, "person"),
        ({"number": None}, "number"),
        ({"count": None}, "count"),
        ({"state": "planned"}, "count"),
        ({"state": "elected"}, "number"),
        ({"state": "held_again"}, "person"),
        ({"state": "not_elected", "person": None, "number": None, "decided": None}, "born"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(PackageRefused) as caught:
        records.parse_record(records.HEADS, heads(msgspec.structs.replace(LINE, **changes))[records.HEADS])
    assert caught.value.code == "records.field"
    assert str(caught.value.where).endswith(f"heads[0].{field}")


def test_a_hamlet_stands_once() -> None:
    with pytest.raises(PackageRefused) as caught:
        records.parse_record(records.HEADS, heads(LINE, LINE)[records.HEADS])
    assert caught.value.code == "records.field"


def test_the_receipt_of_the_party_office_comes_home_and_nobody_elses_counts() -> None:
    made = sealed()
    receipt = Receipt(
        issuer=Party(unit=PARTY.unit, key=PARTY.fingerprint),
        recipient=made.statement.issuer,
        stream="government",
        mode="training",
        package=made.digest,
        outcome="accepted",
        records={"heads": 1},
        last=LastAccepted(sequence=1, digest=made.digest),
        created=dt.datetime(2024, 12, 9, 9, 0, tzinfo=dt.UTC),
    )
    data = make_receipt(receipt, PARTY)
    assert read_receipt(data, TrustedCard(card_of(PARTY)), COMMUNE) == receipt
    with pytest.raises(PackageRefused) as caught:
        read_receipt(data, TrustedCard(card_of(PARTY)), ELSEWHERE)
    assert caught.value.code == "receipt.signature"


def test_a_key_to_read_is_added_under_the_same_passphrase_and_sheet() -> None:
    bare = keys_from_seed(bytes([5]) * 32, "06838", "commune")
    locked = keystore.lock(bare, "Suối Mơ", Cost(memory_kib=64, passes=1, lanes=1))
    wider = keystore.with_reading(locked.stored, "Suối Mơ", ("government",))
    opened = keystore.unlock(wider, "Suối Mơ")
    assert opened == keystore.unlock_with_recovery(wider, locked.recovery_code)
    assert (opened.signing, set(opened.reading)) == (bare.signing, {"government"})
    again = keystore.unlock(keystore.with_reading(wider, "Suối Mơ", ("government",)), "Suối Mơ")
    assert again == opened
    with pytest.raises(PackageRefused) as caught:
        keystore.with_reading(locked.stored, "khác", ("government",))
    assert caught.value.code == "keys.passphrase"
