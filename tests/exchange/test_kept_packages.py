"""Packages of released formats, kept as they were made: today's program proves each to its last byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange import canonical, records, recount
from desktop.exchange.card import TrustedCard, read_card
from desktop.exchange.verify import Reader, Verification, verify
from tests.exchange.kept.packages import KEPT, opening
from tests.exchange.offices import STEPS, decide


@pytest.fixture(params=KEPT, ids=lambda folder: folder.name)
def kept(request: pytest.FixtureRequest) -> Path:
    return request.param


def proved(kept: Path) -> Verification:
    card = read_card((kept / "commune.the").read_bytes())
    return verify((kept / "package.goi").read_bytes(), Reader(opening(kept), (TrustedCard(card),)), decide)


def test_a_package_of_each_format_that_was_released_is_kept() -> None:
    assert [folder.name for folder in KEPT] == ["1"]


def test_a_kept_package_passes_every_step(kept: Path) -> None:
    verification = proved(kept)
    assert [(step.step, step.ok) for step in verification.steps] == [(step, True) for step in STEPS]
    counts = [record for record in verification.records.values() if isinstance(record, records.CountRecord)]
    assert [count.outcome.outcome for count in counts] == ["elected", "held_again", "no_quorum"]
    assert {str(count.format) for count in counts} == {kept.name}


def test_a_kept_count_is_read_decided_and_written_again_byte_for_byte(kept: Path) -> None:
    data = (kept / "count.json").read_bytes()
    path = "data/counts/06859-T02-20241208-1-1.json"
    assert proved(kept).files[path] == data
    record = records.parse_record(path, data)
    assert isinstance(record, records.SentCount)
    assert records.encode(record) == data
    assert records.encode(canonical.decode(data, records.CountRecord)) == data
    # What may differ is how a clause is cited; the outcome of old figures is what it was, key for key.
    assert recount.check({path: record}, decide) == tuple(
        f"{path}: outcome.{place}"
        for place in recount.differences(decide(record.facts), record.outcome)
        if place.startswith("clauses[")
    )
