"""An office of nobody's, for measures that need a register."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commune import PASSPHRASE
from desktop.bootstrap import shipped_statutes
from desktop.services.office.workplace import Workplace
from desktop.services.training.office import make_training_office

_NOW = datetime(2024, 12, 6, tzinfo=UTC)


@contextmanager
def empty_office() -> Iterator[Workplace]:
    """Make a training office whose commune has no hamlet."""
    with TemporaryDirectory() as name:
        workplace = make_training_office(Path(name) / "office", PASSPHRASE, shipped_statutes(), lambda: _NOW)
        try:
            yield workplace
        finally:
            workplace.database.close()
