"""The whole paper of a commune's election day: thirteen envelopes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commune import PASSPHRASE, close, plan_commune
from benchmarks.figure import Figure, seconds_of
from benchmarks.peak import peak_kb
from desktop.bootstrap import open_office
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.envelopes import envelopes_ready, write_envelopes
from desktop.services.training.clock import TrainingClock

HOUSEHOLDS = 3000
FEW, MANY = 2000, 20_000


def figures() -> Iterator[Figure]:
    """Measure one pass over a commune, and the memory that ten times the ballots cost."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        planned = plan_commune(folder / "usual", HOUSEHOLDS)
        code = planned.codes()[0]
        office = close(planned)
        took = seconds_of(lambda: write_all(str(office), code))
        yield Figure(
            "a commune's whole paper, 13 hamlets", f"{HOUSEHOLDS} households, one pass", took, unit="s"
        )
        peaks = []
        for number in (FEW, MANY):
            planned = plan_commune(folder / str(number), number - 13 * 7)
            office = close(planned)
            peaks.append(peak_kb("benchmarks.commune_paper", "write_all", str(office), code))
            shutil.rmtree(folder / str(number))
        few, many = peaks
        yield Figure(
            f"  the same, {MANY:,} ballots, peak memory",
            f"{FEW:,} ballots ({few // 1024} MB)",
            many / few,
            1.2,
        )


def write_all(office: str, code: str) -> None:
    """Open an office and write every envelope of a campaign."""
    clock = TrainingClock(datetime(2024, 12, 6, 14, 0, tzinfo=VIET_NAM))
    workplace = open_office(Path(office), PASSPHRASE, clock)
    try:
        lines = envelopes_ready(workplace, code)
        made = write_envelopes(
            workplace, [line.code for line in lines], Path(office).parent / "envelopes", lambda *_: None
        )
        assert len(made) == 13
        assert all(hasattr(envelope, "sheets") for envelope in made), made
    finally:
        workplace.database.close()
