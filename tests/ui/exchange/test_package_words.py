"""A package that was refused is told by the name of the check it failed, never by a key."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.exchange import verify
from desktop.services.exchange.intake import SEQUENCE
from desktop.services.exchange.outbox import Outbox, PackageLine
from desktop.ui.exchange.package_words import findings_of

NOW = datetime(2024, 12, 9, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("step", [name for name, _ in verify._STEPS] + [SEQUENCE])
def test_a_refused_package_names_its_step_in_words(step: str) -> None:
    line = PackageLine(
        id=7,
        sequence=2,
        stream="government",
        campaign="2024",
        units=("Thôn Nà Ếch",),
        decisions=0,
        sealed_at=NOW,
        file_name="06859-2.goi",
        size=1,
        code="7F3A91C2",
        digest="0" * 64,
        recipient="04",
        outcome="refused",
        refused_by=step,
        missing=(),
        written_at=NOW,
        receipt_at=NOW,
        beside=False,
    )
    refused = [one for one in findings_of(Outbox(None, None, (line,), NOW)) if one.target == 7]
    assert [one.code.split()[0] for one in refused] == ["bước"]
    assert step not in refused[0].code
    assert refused[0].sentence
