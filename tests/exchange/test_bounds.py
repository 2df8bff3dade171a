"""Nothing is done without end for a file that nobody has proved to have sent."""

import io
import json
import re
import tracemalloc
import zipfile

import pytest

from desktop.errors import PackageRefused
from desktop.exchange import archive, bag, bounds, card, envelope, keystore, receipt, records
from desktop.exchange.bounds import MIB, PACKAGE
from desktop.exchange.card import TrustedCard
from desktop.exchange.seal import ENVELOPE
from desktop.exchange.statement import PAYLOAD_TYPE
from desktop.wording import refusal_sentence
from tests.exchange.offices import (
    COMMUNE,
    OFFICE,
    WHEN,
    card_of,
    closed,
    contents,
    count,
    forged,
    opened,
    sealed,
    spelled,
    taken_in,
)
from tests.exchange.spellings import spellings
from tests.exchange.test_receipt import GIVEN

INSIDE = dict(opened(sealed().data))
PATH = records.record_path(count())


def packed(files: dict[str, bytes], method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for path, content in files.items():
            made.writestr(zipfile.ZipInfo(path), content, method)
    return buffer.getvalue()


@pytest.mark.parametrize("manifest", [bag.MANIFEST, bag.TAG_MANIFEST])
def test_a_manifest_with_more_lines_than_files_may_be_is_not_read(manifest: str) -> None:
    long = b"".join(b"%064x  data/%d.pdf\n" % (line, line) for line in range(PACKAGE.files + 1))
    step = taken_in(closed(archive.pack({**INSIDE, manifest: long}))).steps[-1]
    assert (step.detail, step.facts["lines"]) == (f"zip.lines: {manifest}", PACKAGE.files)
    wide = b"0" * 64 + b"  data/" + b"x" * 8 * MIB
    assert taken_in(closed(archive.pack({**INSIDE, manifest: wide}))).steps[-1].reason == "zip.lines"


def test_what_a_package_unpacks_to_is_never_held_beside_itself() -> None:
    large = {f"data/papers/{number}.pdf": b"%PDF-" + bytes(15 * MIB) for number in range(4)}
    data = closed(archive.pack({**INSIDE, **bag.make_bag({**contents(), **large}, {})}))
    del large
    tracemalloc.start()
    try:
        assert taken_in(data).code == "tagmanifest"
        assert tracemalloc.get_traced_memory()[1] < 100 * MIB, "60 MiB decrypted, and one file of 15"
    finally:
        tracemalloc.stop()


def test_a_package_never_unpacks_to_more_than_it_may_weigh() -> None:
    # Each file within its bound and ratio, together more than any package that we write.
    noise = bytes(number * number % 251 for number in range(1024))
    file = (noise + bytes(96 * 1024)) * 200
    bomb = {f"data/papers/{number}.pdf": file for number in range(-(-PACKAGE.total // len(file)))}
    step = taken_in(closed(packed({**INSIDE, **bomb}, zipfile.ZIP_DEFLATED))).steps[-1]
    assert (step.reason, step.facts["mebibytes"]) == ("zip.bounds", PACKAGE.total // MIB)


def test_a_record_or_an_envelope_too_large_is_not_taken_apart() -> None:
    deep = b'{"facts":[' + b"[]," * (bounds.RECORD // 3) + b"[]]}\n"
    assert taken_in(forged({PATH: deep})).steps[-1].reason == "records.size"
    large = spelled({"payload": "A" * bounds.ENVELOPE, "payloadType": PAYLOAD_TYPE, "signatures": []})
    data = closed(archive.pack({**INSIDE, ENVELOPE: large}))
    assert taken_in(data).steps[-1].reason == "signature.form"


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (lambda: card.read_card(bytes(bounds.CARD + 1)), "card.size"),
        (
            lambda: receipt.read_receipt(bytes(bounds.RECEIPT + 1), TrustedCard(card_of(OFFICE)), COMMUNE),
            "receipt.size",
        ),
    ],
)
def test_a_card_or_receipt_too_large_is_refused_with_its_number(read: object, code: str) -> None:
    with pytest.raises(PackageRefused) as caught:
        read()  # type: ignore[operator]
    assert caught.value.code == code
    assert re.search(r"\d+ KB", refusal_sentence(caught.value))


@pytest.mark.parametrize(("how", "other"), spellings(INSIDE[PATH]))
def test_a_record_spelled_otherwise_is_refused(how: str, other: bytes) -> None:
    assert taken_in(forged({**contents(), PATH: other})).code == "records", how


@pytest.mark.parametrize(("how", "other"), spellings(envelope.read(INSIDE[ENVELOPE]).payload))
def test_a_statement_spelled_otherwise_is_refused(how: str, other: bytes) -> None:
    signed = envelope.sign(other, PAYLOAD_TYPE, COMMUNE)
    taken = taken_in(closed(archive.pack({**INSIDE, ENVELOPE: signed})))
    assert (taken.code, taken.digest) == ("signature", None), how


@pytest.mark.parametrize(("how", "other"), spellings(INSIDE[ENVELOPE]))
def test_a_signature_spelled_otherwise_is_refused(how: str, other: bytes) -> None:
    assert taken_in(closed(archive.pack({**INSIDE, ENVELOPE: other}))).code == "signature", how


@pytest.mark.parametrize(("how", "other"), spellings(card.make_card(COMMUNE, "Xã Tập Huấn", WHEN)))
def test_a_card_spelled_otherwise_is_refused(how: str, other: bytes) -> None:
    with pytest.raises(PackageRefused, match=r"card\.damaged"):
        card.read_card(other)
    inner = envelope.read(card.make_card(COMMUNE, "Xã Tập Huấn", WHEN)).payload
    for _, payload in spellings(inner):
        with pytest.raises(PackageRefused, match=r"card\.damaged"):
            card.read_card(envelope.sign(payload, card.PAYLOAD_TYPE, COMMUNE))
    assert how


def test_a_receipt_spelled_otherwise_is_refused() -> None:
    whole = receipt.make_receipt(GIVEN, OFFICE)
    office = TrustedCard(card_of(OFFICE))
    assert receipt.read_receipt(whole, office, COMMUNE)
    others = [other for _, other in spellings(whole)]
    others += [
        envelope.sign(payload, receipt.PAYLOAD_TYPE, OFFICE)
        for _, payload in spellings(envelope.read(whole).payload)
    ]
    for other in others:
        with pytest.raises(PackageRefused, match=r"receipt\.damaged"):
            receipt.read_receipt(other, office, COMMUNE)


def test_keys_spelled_otherwise_are_damaged() -> None:
    cost = keystore.Cost(memory_kib=64, passes=1, lanes=1)
    stored = keystore.lock(COMMUNE, "x", cost).stored
    assert keystore.unlock(stored, "x") == COMMUNE
    for _, other in spellings(stored):
        with pytest.raises(PackageRefused, match=r"keys\.damaged"):
            keystore.unlock(other, "x")
    with pytest.raises(PackageRefused, match=r"keys\.damaged"):
        keystore.unlock(stored + b" " * bounds.KEYS, "x")


def test_a_key_that_asks_for_the_memory_of_the_machine_is_not_tried() -> None:
    stored = json.loads(keystore.lock(COMMUNE, "x", keystore.Cost(memory_kib=64, passes=1, lanes=1)).stored)
    stored["cost"]["memory_kib"] = bounds.KEY_MEMORY_KIB + 1
    with pytest.raises(PackageRefused, match=r"keys\.damaged"):
        keystore.unlock(spelled(stored), "x")
