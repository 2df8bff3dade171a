"""Backups changed on the way: refused with a code, or the office that was backed up."""

from __future__ import annotations

import io
import random
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from desktop.bootstrap import shipped_statutes
from desktop.errors import StorageRefused
from desktop.models.audit import Head
from desktop.models.store import backup
from desktop.services.office.offices import make_office
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.exchange.mutations import bytes_changed
from tests.offices import commune
from tests.torture.batches import Trials, run_batches, tell
from tests.torture.campaign import Result

WANTED = 2_000
_BATCH = 100
_NOW = datetime(2025, 1, 1, tzinfo=UTC)


def mutated_backups(folder: Path, seconds: float) -> Result:
    """Restore backups whose bytes, entries or pages were changed, each into an empty folder."""
    del folder
    return run_batches([Trials(__name__, "backups", WANTED)], seconds, _BATCH)


def _outcomes(first: int, last: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="hom-phieu-backups-") as place:
        whole, head = whole_backup(Path(place))
        for number in range(first, last):
            yield outcome(Path(place), whole, head, number)


@cache
def whole_backup(place: Path) -> tuple[bytes, Head]:
    """Make an office in a folder, and return a backup of it with its head."""
    clock = TrainingClock(commune.BEFORE)
    made = (place / "commune", commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock)
    office, _ = make_office(*made, seed=bytes(32))
    add_unit(office, NewUnit(commune.COMMUNE, "commune", "Xã", "Mẫu"))
    head = backup.backup(office.database, place / "x.sao-luu")
    office.database.close()
    return (place / "x.sao-luu").read_bytes(), head


def outcome(place: Path, whole: bytes, head: Head, number: int) -> str:
    """Return why a backup changed as its number says was refused; ``same``, ``ACCEPTED …`` or ``RAW …``."""
    chance = random.Random(f"backup {number}")
    file, folder = place / "changed.sao-luu", place / "restored"
    file.write_bytes(_changed(whole, chance))
    try:
        found = backup.restore(file, folder, commune.PASSPHRASE, at=_NOW)
    except StorageRefused as refusal:
        return refusal.code
    except Exception as error:  # noqa: BLE001 - what is looked for
        return f"RAW {type(error).__name__}: {error}"[:200]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    # What no key covers, such as a time in a head of the ZIP, may be otherwise.
    return "same" if found == head else f"ACCEPTED {found}"


def _changed(whole: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return bytes_changed(whole, chance)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(held))
    match chance.randrange(4):
        case 0:
            # Whole pages of the database, moved: each by itself is as it was encrypted.
            page, data = 4096, bytearray(held["office.db"])
            pages = len(data) // page
            one, other = (chance.randrange(pages) * page for _ in range(2))
            data[one : one + page], data[other : other + page] = (
                data[other : other + page],
                data[one : one + page],
            )
            held["office.db"] = bytes(data)
        case 1:
            held[chance.choice(("../x", "x", "office.db-wal"))] = held.pop(name)
        case _:
            held[name] = bytes_changed(held[name], chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for path, content in held.items():
            made.writestr(path, content)
    return buffer.getvalue()


if __name__ == "__main__":
    first, last = int(sys.argv[2]), int(sys.argv[3])
    tell(_outcomes(first, last), first)
