"""An invented commune, its receiving office and what they exchange."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec
import pyrage

from desktop.exchange import archive, bag, canonical, envelope, records
from desktop.exchange.age_identity import identity_text
from desktop.exchange.card import Card, TrustedCard, make_card, read_card
from desktop.exchange.keys import OfficeKeys, keys_from_seed
from desktop.exchange.records import (
    ApprovalRecord,
    CountRecord,
    PaperLine,
    PapersRecord,
    RecognitionRecord,
    SentCount,
    UnitName,
)
from desktop.exchange.seal import ENVELOPE, Header, Sealed, seal
from desktop.exchange.statement import PAYLOAD_TYPE
from desktop.exchange.verify import Reader, Verification, verify
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import decide as rules_decide
from desktop.rules.outcome import sealed_document
from desktop.rules.statute import read_statute
from tests.checkout import ROOT
from tests.rules.examples import congress, hamlet

STATUTES = ROOT / "resources/statutes"
LIBRARY = Library(read_statute(path.read_bytes(), path.name) for path in sorted(STATUTES.glob("*.toml")))
WHEN = dt.datetime(2024, 12, 8, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
COMMUNE = keys_from_seed(bytes(32), "06838", "commune")
OFFICE = keys_from_seed(bytes([1]) * 32, "huyen-193", "receiving", ("government", "party"))
OTHER_OFFICE = keys_from_seed(bytes([2]) * 32, "huyen-194", "receiving", ("government",))

STEPS = [
    "size",
    "age",
    "zip",
    "signature",
    "format",
    "recipient",
    "mode",
    "tagmanifest",
    "bag",
    "records",
    "recount",
]
"""Of the check of a package, in order."""


def card_of(keys: OfficeKeys, **changes: Any) -> Card:
    card = read_card(make_card(keys, "Đơn vị tập huấn", WHEN))
    return msgspec.structs.replace(card, **changes)


def decide(facts: dict[str, Any], held_on: dt.date = dt.date(2024, 12, 8)) -> dict[str, Any]:
    return sealed_document(rules_decide(read_facts(facts, LIBRARY.dated(held_on), sealed=True)))


def sent_count(**changes: Any) -> SentCount:
    """A count whose facts and outcome are what a sender says, true or not."""
    facts = hamlet()
    record = SentCount(
        commune="06838",
        unit=UnitName(code="06838-03", name="Bản Tập Huấn"),
        election="e-2024-03",
        campaign="2024",
        date=WHEN.date(),
        contest="hamlet_head",
        round=1,
        revision=1,
        facts=facts,
        outcome=decide(facts),
        stock=(records.BoxStock(box="chính", printed=126, issued=100, unused=26, replaced=0, collected=100),),
        invalid_reasons=(records.InvalidReason(reason="bỏ trắng", count=2),),
        single_operator=False,
        finalised=WHEN,
    )
    return msgspec.structs.replace(record, **changes)


def count(**changes: Any) -> CountRecord:
    """A count as its commune finalises it."""
    typed = canonical.decode(records.encode(sent_count()), CountRecord)
    return msgspec.structs.replace(typed, **changes)


def contents(*extra: records.Record) -> dict[str, bytes]:
    """A count, its minutes, the units and a recognition, as a commune sends them."""
    counted = records.encode(count())
    minutes = b"%PDF-1.4\nDU LIEU TAP HUAN\n"
    paper = PaperLine(
        form="counting_minutes",
        election="e-2024-03",
        round=1,
        revision=1,
        sha256=hashlib.sha256(minutes).hexdigest(),
        path="data/papers/e-2024-03-1-1-minutes.pdf",
    )
    unit = records.UnitLine(code="06838-03", name="Bản Tập Huấn", kind="bản", electorate=120)
    recognition = RecognitionRecord(
        commune="06838",
        unit=UnitName(code="06838-03", name="Bản Tập Huấn"),
        election="e-2024-03",
        campaign="2024",
        round=1,
        revision=1,
        count=hashlib.sha256(counted).hexdigest(),
        number="12/QĐ-UBND",
        date=WHEN.date(),
        result="recognised",
        people=("Lò Thị Ơn",),
        recorded=WHEN,
    )
    made = (
        count(),
        PapersRecord(commune="06838", campaign="2024", papers=(paper,)),
        records.UnitsRecord(commune="06838", campaign="2024", units=(unit,)),
        recognition,
        *extra,
    )
    files = {records.record_path(record): records.encode(record) for record in made}
    return {**files, paper.path: minutes, "data/report.xlsx": b"PK\x03\x04 not opened here"}


def congress_contents(**approved: Any) -> dict[str, bytes]:
    """A vote of a congress for three seats, the branch, and the approval that refuses one of the elected.

    Args:
        approved: what the approval says otherwise.
    """
    facts = congress((26, 20, 15))
    branch = UnitName(code="cb-03", name="Chi bộ Bản Tập Huấn")
    counted = canonical.decode(
        records.encode(
            sent_count(
                unit=branch,
                election="cb-03-20241208-dh",
                contest="branch_congress",
                facts=facts,
                outcome=decide(facts),
                stock=(),
                invalid_reasons=(),
            )
        ),
        CountRecord,
    )
    approval = ApprovalRecord(
        commune="06838",
        unit=branch,
        election="cb-03-20241208-dh",
        campaign="2024",
        round=1,
        revision=1,
        count=hashlib.sha256(records.encode(counted)).hexdigest(),
        post="committee",
        number="31-QĐ/ĐU",
        date=WHEN.date(),
        people=("Lò Thị Ơn", "Giàng A Chớ"),
        refused=("Tằng Văn Bình",),
        recorded=WHEN,
    )
    unit = records.UnitLine(code=branch.code, name=branch.name, kind="Chi bộ")
    made = (
        counted,
        PapersRecord(commune="06838", campaign="2024", papers=()),
        records.UnitsRecord(commune="06838", campaign="2024", units=(unit,)),
        msgspec.structs.replace(approval, **approved),
    )
    files = {records.record_path(record): records.encode(record) for record in made}
    return {**files, "data/report.xlsx": b"PK\x03\x04 not opened here"}


def header(**changes: Any) -> Header:
    return replace(Header("government", "2024", 1, None, WHEN), **changes)


def sealed(**changes: Any) -> Sealed:
    said = header(**changes)
    return seal(congress_contents() if said.stream == "party" else contents(), said, COMMUNE, card_of(OFFICE))


def reader(**changes: Any) -> Reader:
    return replace(Reader(OFFICE, (TrustedCard(card_of(COMMUNE)),)), **changes)


def taken_in(data: bytes, **changes: Any) -> Verification:
    return verify(data, reader(**changes), decide)


def spelled(value: Any) -> bytes:
    """JSON as the program spells it, of anything a dishonest sender may say."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def opened(data: bytes, keys: OfficeKeys = OFFICE) -> Mapping[str, bytes]:
    """The files inside a package, for a forger who holds the receiving office's key."""

    identities = [pyrage.x25519.Identity.from_str(identity_text(raw)) for raw in keys.reading.values()]
    return archive.unpack(pyrage.decrypt(data, identities))


def closed(archived: bytes, keys: OfficeKeys = OFFICE) -> bytes:
    """Encrypt any bytes to an office, as anybody can who holds its card."""
    return pyrage.encrypt(archived, [pyrage.x25519.Recipient.from_str(keys.recipients["government"])])


def forged(
    payload: dict[str, bytes], keys: OfficeKeys = COMMUNE, extra: dict[str, bytes] | None = None, **said: Any
) -> bytes:
    """A package of any payload and statement, signed by any key: what a dishonest sender can make."""
    files = bag.make_bag(payload, {"Source-Organization": "06838"})
    statement = {
        **msgspec.to_builtins(sealed().statement),
        "tagmanifest": hashlib.sha256(files[bag.TAG_MANIFEST]).hexdigest(),
        **said,
    }
    files[ENVELOPE] = envelope.sign(canonical.encode(statement), PAYLOAD_TYPE, keys)
    return closed(archive.pack({**files, **(extra or {})}))
