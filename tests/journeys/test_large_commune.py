"""A commune's year with its lists: all in from one workbook, a second round, and a merger in mid-term.

Here with few households, so that it is quick; ``python -m benchmarks.bench commune_year`` does the same with
fifty thousand.
"""

from __future__ import annotations

from pathlib import Path

from desktop.bootstrap import shipped_statutes
from desktop.services.training.office import make_training_office
from tests.offices.commune_year import BEGINS, CommuneYear
from tests.offices.large_commune import LargeCommune


def test_sixty_hamlets_come_in_at_once_change_and_become_thirty_one(tmp_path: Path) -> None:
    place = make_training_office(tmp_path / "office", "tap-huan", shipped_statutes(), lambda: BEGINS)
    try:
        for _, step in CommuneYear(place, LargeCommune(hamlets=60, households=600), tmp_path).steps():
            step()
    finally:
        place.database.close()
