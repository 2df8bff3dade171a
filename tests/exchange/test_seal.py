import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.errors import PackageRefused
from desktop.exchange import archive, telephone
from desktop.exchange.bounds import PACKAGE
from desktop.exchange.seal import file_name, seal
from tests.exchange.offices import (
    COMMUNE,
    OFFICE,
    STEPS,
    WHEN,
    card_of,
    contents,
    header,
    opened,
    sealed,
    taken_in,
)


def refused(**changes: Any) -> PackageRefused:
    said = {
        "contents": contents(),
        "header": header(),
        "keys": COMMUNE,
        "recipient": card_of(OFFICE),
        **changes,
    }
    with pytest.raises(PackageRefused) as caught:
        seal(**said)
    return caught.value


def test_what_a_commune_seals_the_office_takes_in_step_by_step() -> None:
    package = sealed()
    taken = taken_in(package.data)
    assert [step.step for step in taken.steps] == STEPS
    assert all(step.ok and not step.detail for step in taken.steps)
    assert (taken.code, taken.digest, taken.statement) == (None, package.digest, package.statement)
    assert taken.files == contents()
    assert sorted(taken.records) == [path for path in sorted(contents()) if path.endswith(".json")]


def test_the_package_is_the_same_however_often_it_is_encrypted() -> None:
    first, again = sealed(), sealed()
    assert first.data != again.data
    assert (first.digest, first.code, first.statement) == (again.digest, again.code, again.statement)
    assert archive.pack(opened(first.data)) == archive.pack(opened(again.data))


def test_another_moment_or_place_in_the_sequence_is_another_package() -> None:
    later = sealed(created=WHEN + dt.timedelta(seconds=1))
    assert len({sealed().digest, later.digest, sealed(sequence=2, previous=later.digest).digest}) == 3


def test_a_package_says_who_it_is_from_and_for() -> None:
    statement = sealed(sequence=2, previous="a" * 64).statement
    assert (statement.issuer.unit, statement.issuer.key) == ("06838", COMMUNE.fingerprint)
    assert statement.recipient.unit == "huyen-193"
    assert (statement.stream, statement.mode, statement.campaign) == ("government", "training", "2024")
    assert (statement.sequence, statement.previous, statement.created) == (2, "a" * 64, WHEN)


def test_a_bag_is_labelled_with_the_words_that_bagit_reserves() -> None:
    info = opened(sealed(sequence=7).data)["bag-info.txt"].decode().splitlines()
    assert info[:4] == [
        "Source-Organization: 06838",
        "External-Identifier: 06838-government-0007",
        "Bag-Group-Identifier: 2024",
        "Bagging-Date: 2024-12-08",
    ]


def test_as_many_files_are_sealed_as_the_other_end_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    held = opened(sealed().data)
    monkeypatch.setattr("desktop.exchange.seal.PACKAGE", replace(PACKAGE, files=len(held)))
    assert archive.unpack(archive.pack(opened(sealed().data)), replace(PACKAGE, files=len(held))) == held
    monkeypatch.setattr("desktop.exchange.seal.PACKAGE", replace(PACKAGE, files=len(held) - 1))
    assert refused().code == "seal.files"


def test_as_large_a_file_is_sealed_as_the_other_end_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    largest = max(map(len, contents().values()))
    monkeypatch.setattr("desktop.exchange.seal.PACKAGE", replace(PACKAGE, file=largest))
    assert taken_in(sealed().data).code is None
    monkeypatch.setattr("desktop.exchange.seal.PACKAGE", replace(PACKAGE, file=largest - 1))
    assert refused().code == "seal.size"


def test_the_label_is_commune_stream_and_four_digits() -> None:
    assert sealed(sequence=7).file_name == "06838-government-0007.goi"
    assert file_name(sealed(stream="party", sequence=12).statement, ".bn") == "06838-party-0012.bn"
    assert telephone.matches(sealed().code, sealed().digest)


def test_each_stream_is_sealed_to_its_own_key() -> None:
    party = sealed(stream="party")
    assert taken_in(party.data).code is None
    only_government = replace(OFFICE, reading={"government": OFFICE.reading["government"]})
    assert taken_in(party.data, keys=only_government).code == "age"


def test_what_the_other_end_would_refuse_is_never_sealed() -> None:
    assert refused(recipient=card_of(OFFICE, mode="official")).code == "seal.mode"
    assert refused(recipient=card_of(OFFICE, role="commune")).code == "seal.role"
    assert (
        refused(recipient=card_of(OFFICE, reading_keys={}), header=header(stream="party")).code
        == "seal.stream"
    )
    assert refused(contents={"report.xlsx": b"PK"}).code == "seal.path"
    assert refused(contents={"data/../x": b""}).code == "seal.path"
    assert refused(contents={**contents(), "data/REPORT.xlsx": b""}).code == "seal.path"
    assert refused(contents={**contents(), "data/roll.csv": b""}).code == "records.unknown"
    assert refused(contents={"data/report.xlsx": b"PK\x03\x04" + bytes(PACKAGE.file)}).code == "seal.size"
    assert refused(header=header(campaign="2027")).code == "records.foreign"
    assert refused(header=header(sequence=0)).where == "sequence"
    assert refused(header=header(created=WHEN.replace(tzinfo=None))).where == "created"
