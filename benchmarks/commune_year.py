"""The year of a commune of sixty hamlets, fifty thousand households and 150,000 people, step by step.

By name alone, not among the measures that are taken every time: it takes minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commune import PASSPHRASE
from benchmarks.figure import Figure, seconds_of
from desktop.bootstrap import shipped_statutes
from desktop.services.training.office import make_training_office
from tests.offices.commune_year import BEGINS, CommuneYear
from tests.offices.large_commune import LargeCommune

COMMUNE = LargeCommune(hamlets=60, households=50_000)


def figures() -> Iterator[Figure]:
    """Walk the year, and tell of each step how long it takes, beside the first that reads every household."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        workplace = make_training_office(folder / "office", PASSPHRASE, shipped_statutes(), lambda: BEGINS)
        try:
            first = 0.0
            for said, step in CommuneYear(workplace, COMMUNE, folder).steps():
                took = seconds_of(step)
                first = first or took
                yield Figure(said, "hamlets in", took / first, seconds=took)
        finally:
            workplace.database.close()
