import hashlib
import io
import json
import stat
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange import archive, bag, envelope, records
from desktop.exchange.bounds import Package
from desktop.exchange.card import TrustedCard
from desktop.exchange.keys import keys_from_seed, make_keys
from desktop.exchange.seal import ENVELOPE, seal
from desktop.exchange.statement import PAYLOAD_TYPE
from desktop.exchange.verify import Reader, verify
from tests.exchange.offices import (
    COMMUNE,
    OFFICE,
    OTHER_OFFICE,
    card_of,
    closed,
    contents,
    count,
    decide,
    forged,
    header,
    opened,
    reader,
    sealed,
    sent_count,
    spelled,
    taken_in,
)

PACKAGE = sealed().data
INSIDE = opened(PACKAGE)
COUNT = "data/counts/e-2024-03-1-1.json"


def refused(data: bytes, **changes: Any) -> str:
    taken = taken_in(data, **changes)
    assert [step.ok for step in taken.steps[:-1]] == [True] * (len(taken.steps) - 1)
    last = taken.steps[-1]
    assert not last.ok
    assert taken.code == last.step
    assert last.reason.startswith(last.step + ".")
    return last.detail


def rezipped(files: dict[str, bytes]) -> bytes:
    return closed(archive.pack(files))


def test_too_much_or_nothing_is_refused_unread() -> None:
    assert refused(b"") == "size.empty"
    taken = verify(PACKAGE, reader(), decide, Package(package=len(PACKAGE) - 1))
    assert (taken.code, taken.steps[0].reason) == ("size", "size.above")
    taken = verify(PACKAGE, reader(), decide, Package(files=len(INSIDE) - 1))
    assert (taken.code, taken.steps[-1].reason) == ("zip", "zip.bounds")
    exact = Package(package=len(PACKAGE), files=len(INSIDE), file=max(map(len, INSIDE.values())))
    assert verify(PACKAGE, reader(), decide, exact).code is None


def test_a_package_for_another_office_does_not_open() -> None:
    other = seal(contents(), header(), COMMUNE, card_of(OTHER_OFFICE)).data
    assert refused(other) == "age.closed"
    assert refused(b"PK\x03\x04") == "age.form"


def test_a_package_sent_on_to_another_office_is_not_theirs() -> None:
    sent_on = closed(archive.pack(INSIDE), OTHER_OFFICE)
    assert refused(sent_on, keys=OTHER_OFFICE) == "recipient.unit: huyen-193"


def test_a_package_for_our_unit_under_another_key_or_stream_is_refused() -> None:
    renewed = replace(OFFICE, reading={"government": bytes([7]) * 32})
    assert refused(closed(archive.pack(INSIDE), renewed), keys=renewed) == "recipient.key: government"
    assert refused(forged(contents(), stream="party")) == "recipient.stream: party"


@pytest.mark.parametrize("path", ["fetch.txt", "data/extra.json", "run.exe", "manifest-md5.txt"])
def test_a_file_that_no_manifest_lists_is_refused(path: str) -> None:
    assert refused(rezipped({**INSIDE, path: b""})) == f"zip.unlisted: {path}"


@pytest.mark.parametrize("path", [COUNT, "bag-info.txt", ENVELOPE, "data/report.xlsx"])
def test_a_listed_file_that_is_missing_is_refused(path: str) -> None:
    files = {name: content for name, content in INSIDE.items() if name != path}
    assert refused(rezipped(files)) == f"zip.missing: {path}"


@pytest.mark.parametrize("path", [bag.MANIFEST, bag.TAG_MANIFEST])
def test_a_package_without_manifests_is_refused(path: str) -> None:
    files = {name: content for name, content in INSIDE.items() if name != path}
    assert refused(rezipped(files)) == f"zip.manifest: {path}"


def test_a_zip_that_is_a_trap_is_refused() -> None:
    for info, content, reason in (
        ("../../autostart", b"x", "zip.path: ../../autostart"),
        (_link("data/link"), b"/etc/passwd", "zip.kind: data/link"),
        ("DATA/REPORT.XLSX", b"x", "zip.twins"),
        ("data/bomb", bytes(10**6), "zip.bounds: data/bomb"),
    ):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            for path, held in INSIDE.items():
                made.writestr(path, held)
            made.writestr(info, content, zipfile.ZIP_DEFLATED)
        assert refused(closed(buffer.getvalue())) == reason


def _link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


def test_a_key_that_nobody_vouched_for_is_refused() -> None:
    stranger = keys_from_seed(bytes([9]) * 32, "06838", "commune")
    assert refused(forged(contents(), stranger)) == "signature.unknown"
    assert refused(PACKAGE, cards=()) == "signature.unknown"


def test_a_card_of_the_wrong_role_is_refused() -> None:
    assert (
        refused(PACKAGE, cards=(TrustedCard(card_of(COMMUNE, role="receiving")),)) == "signature.role: 06838"
    )


def test_a_card_signs_the_streams_that_it_names_alone() -> None:
    party = (TrustedCard(card_of(COMMUNE, signs=("party",))),)
    assert refused(PACKAGE, cards=party) == "signature.stream: 06838"
    government = (TrustedCard(card_of(COMMUNE, signs=("government",))),)
    assert taken_in(PACKAGE, cards=government).code is None


def test_a_revoked_key_is_refused_from_its_sequence_on() -> None:
    revoked = (TrustedCard(card_of(COMMUNE), revoked_from=3),)
    assert taken_in(sealed(sequence=2).data, cards=revoked).code is None
    assert refused(sealed(sequence=3).data, cards=revoked) == "signature.revoked: 06838"
    assert refused(sealed(sequence=4).data, cards=revoked) == "signature.revoked: 06838"


def test_a_new_key_signs_from_its_first_sequence_on() -> None:
    renewed = (TrustedCard(card_of(COMMUNE, first_sequence=5)),)
    assert refused(sealed(sequence=4).data, cards=renewed) == "signature.early: 06838"
    assert taken_in(sealed(sequence=5).data, cards=renewed).code is None


def test_a_commune_cannot_sign_as_its_neighbour() -> None:
    said = {"issuer": {"unit": "06841", "key": COMMUNE.fingerprint}}
    assert refused(forged(contents(), **said)) == "signature.issuer: 06838"


def test_a_signature_under_the_right_name_by_the_wrong_key_is_refused() -> None:
    outer = json.loads(INSIDE[ENVELOPE])
    stranger = keys_from_seed(bytes([9]) * 32, "06838", "commune")
    signed = envelope.sign(envelope.read(INSIDE[ENVELOPE]).payload, PAYLOAD_TYPE, stranger)
    outer["signatures"][0]["sig"] = json.loads(signed)["signatures"][0]["sig"]
    data = rezipped({**INSIDE, ENVELOPE: spelled(outer)})
    assert refused(data) == "signature.wrong: 06838"
    assert taken_in(data).digest is None


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"format": 2}, "format"),
        ({"colour": "red"}, "colour"),
        ({"sequence": 10_000}, "sequence"),
        ({"previous": "x"}, "previous"),
        ({"stream": "army"}, "stream"),
    ],
)
def test_a_format_that_we_do_not_know_is_refused(said: dict[str, object], field: str) -> None:
    assert refused(forged(contents(), **said)) == f"format.fields: {field}"


def test_training_never_enters_an_official_office() -> None:
    official = replace(OFFICE, mode="official")
    assert refused(PACKAGE, keys=official) == "mode.other: training"
    pretending = forged(contents(), mode="official")
    assert refused(pretending, keys=official) == "mode.card: 06838"
    assert refused(pretending) == "mode.other: official"


def test_an_official_package_is_taken_in_by_an_official_office_only() -> None:
    commune = make_keys("06838", "commune", "official")
    office = make_keys("huyen-193", "receiving", "official", ("government",))
    package = seal(contents(), header(), commune, card_of(office)).data
    cards = (TrustedCard(card_of(commune)),)
    assert taken_in(package, keys=office, cards=cards).code is None
    assert refused(package, keys=replace(office, mode="training"), cards=cards) == "mode.other: official"


def test_a_manifest_that_lies_is_refused() -> None:
    # Whoever holds only the reading key changes a file, and both manifests with it.
    changed = {**contents(), "data/report.xlsx": b"PK\x03\x04 other"}
    lying = bag.make_bag(changed, {"Source-Organization": "06838"})
    assert refused(rezipped({**lying, ENVELOPE: INSIDE[ENVELOPE]})).startswith("tagmanifest.digest")
    only_file = {**INSIDE, "data/report.xlsx": b"PK\x03\x04 other"}
    assert refused(rezipped(only_file)) == "bag.digest: data/report.xlsx"
    manifest = INSIDE[bag.MANIFEST].replace(
        hashlib.sha256(INSIDE["data/report.xlsx"]).hexdigest().encode(), b"0" * 64
    )
    assert refused(rezipped({**INSIDE, bag.MANIFEST: manifest})) == f"bag.digest: {bag.MANIFEST}"


def test_a_sender_that_signs_a_file_outside_the_payload_is_refused() -> None:
    assert refused(forged({**contents(), "run.txt": b""})) == "bag.form: run.txt"


def test_a_record_with_an_unknown_key_is_refused() -> None:
    said = json.loads(contents()[COUNT]) | {"votes_by_box": []}
    assert refused(forged({COUNT: spelled(said)})) == f"records.field: {COUNT}: votes_by_box"


def test_a_name_chosen_to_upset_a_screen_is_not_repeated() -> None:
    said = json.loads(contents()[COUNT]) | {"\x1b[2J": 1}
    assert refused(forged({COUNT: spelled(said)})) == f"records.field: {COUNT}: [2J"
    manifest = INSIDE[bag.MANIFEST] + b"0" * 64 + b"  data/\x1b[2J\n"
    assert refused(rezipped({**INSIDE, bag.MANIFEST: manifest})) == f"zip.manifest: {bag.MANIFEST}"


def test_a_roll_never_travels() -> None:
    assert refused(forged({**contents(), "data/roll.json": b"[]"})) == "records.unknown: data/roll.json"


def test_changed_votes_are_found_by_counting_again() -> None:
    facts = json.loads(json.dumps(sent_count().facts))
    facts["candidates"][0]["votes"], facts["candidates"][1]["votes"] = 37, 61
    taken = taken_in(forged({COUNT: records.encode(sent_count(facts=facts))}))
    assert taken.code == "recount"
    assert f"{COUNT}: outcome.elected[0]" in taken.steps[-1].locations
    assert "Ơn" not in taken.steps[-1].detail


def test_a_changed_outcome_is_found_by_counting_again() -> None:
    lying = sent_count(outcome={**sent_count().outcome, "outcome": "held_again", "elected": [], "note": "x"})
    detail = refused(forged({COUNT: records.encode(lying)}))
    assert (
        detail
        == f"recount.outcome: {COUNT}: outcome.elected; {COUNT}: outcome.note; {COUNT}: outcome.outcome"
    )


def test_false_is_not_nought() -> None:
    lying = sent_count(outcome={**sent_count().outcome, "seats_left": False})
    detail = refused(forged({COUNT: records.encode(lying)}))
    assert detail == f"recount.outcome: {COUNT}: outcome.seats_left"


def test_facts_that_the_rules_refuse_are_refused() -> None:
    facts = {**sent_count().facts, "votes_by_box": [1]}
    detail = refused(forged({COUNT: records.encode(sent_count(facts=facts))}))
    assert detail == f"recount.facts: {COUNT}: facts.votes_by_box"


def test_a_clause_cited_in_other_words_is_noted_and_taken_in() -> None:
    outcome = sent_count().outcome
    reworded = sent_count(
        outcome={
            **outcome,
            "clauses": [{**outcome["clauses"][0], "checked": "other"}, *outcome["clauses"][1:]],
        }
    )
    taken = taken_in(forged({COUNT: records.encode(reworded)}))
    assert taken.code is None
    assert taken.steps[-1].locations == (f"{COUNT}: outcome.clauses[0].checked",)


@pytest.mark.parametrize("checked", [5, None, ["unread"]])
def test_a_clause_cited_in_no_words_is_refused(checked: object) -> None:
    outcome = sent_count().outcome
    clauses = [{**outcome["clauses"][0], "checked": checked}, *outcome["clauses"][1:]]
    detail = refused(forged({COUNT: records.encode(sent_count(outcome={**outcome, "clauses": clauses}))}))
    assert detail == f"recount.outcome: {COUNT}: outcome.clauses[0].checked"


def test_a_count_is_typed_once_the_rules_counted_it_again() -> None:
    assert taken_in(PACKAGE).records[COUNT] == count()


def test_what_a_refused_package_proved_is_still_told() -> None:
    taken = taken_in(forged(contents(), mode="official"))
    assert taken.statement is not None
    assert (
        taken.digest
        == hashlib.sha256(
            envelope.read(opened(forged(contents(), mode="official"))[ENVELOPE]).payload
        ).hexdigest()
    )
    assert taken.files == taken.records == {}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_package_damaged_anywhere_on_the_way_is_refused_and_never_breaks_the_program(
    data: st.DataObject,
) -> None:
    damaged = bytearray(PACKAGE)
    place = data.draw(st.integers(0, len(damaged) - 1))
    how = data.draw(st.sampled_from(["flip", "cut", "insert", "repeat"]))
    if how == "flip":
        damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    elif how == "cut":
        del damaged[place : place + data.draw(st.integers(1, 300))]
    elif how == "insert":
        damaged[place:place] = data.draw(st.binary(min_size=1, max_size=40))
    else:
        damaged += damaged[place:]
    assert taken_in(bytes(damaged)).code == "age"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_file_inside_changed_by_somebody_without_the_key_is_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(INSIDE)))
    changed = bytearray(INSIDE[path])
    place = data.draw(st.integers(0, len(changed) - 1))
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    taken = taken_in(rezipped({**INSIDE, path: bytes(changed)}))
    assert taken.code in {"zip", "signature", "tagmanifest", "bag"}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_at_any_depth_never_break_the_program(data: bytes) -> None:
    assert taken_in(data).code in {"size", "age"}
    assert taken_in(b"age-encryption.org/v1\n" + data).code == "age"
    assert taken_in(closed(data)).code == "zip"
    assert taken_in(rezipped({**INSIDE, ENVELOPE: data})).code == "signature"
    assert taken_in(forged({COUNT: data})).code == "records"


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_facts_of_any_shape_are_refused_and_never_break_the_program(data: st.DataObject) -> None:
    values = st.none() | st.booleans() | st.integers(-5, 200) | st.text("aĐ1", max_size=3)
    values |= st.lists(values, max_size=2) | st.dictionaries(st.sampled_from(["name", "votes"]), values)
    facts = dict(sent_count().facts)
    key = data.draw(
        st.sampled_from([*sorted(set(facts) - {"contest"}), "post", "seats_left", "electorate_kind"])
    )
    facts[key] = data.draw(values.filter(lambda value: value != facts.get(key)))
    taken = taken_in(forged({COUNT: records.encode(sent_count(facts=facts, outcome={}))}))
    assert taken.code == "recount"


def test_a_receiving_office_may_be_told_to_take_in_from_offices_below() -> None:
    below = keys_from_seed(bytes([3]) * 32, "06838", "receiving")
    package = forged(contents(), below, issuer={"unit": "06838", "key": below.fingerprint})
    cards = (TrustedCard(card_of(below)),)
    assert taken_in(package, cards=cards).code == "signature"
    assert verify(package, Reader(OFFICE, cards, frozenset({"receiving"})), decide).code is None
