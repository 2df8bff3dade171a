"""Sealing a commune's results and taking them in."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import bagit

from benchmarks.commune import close, plan_commune
from benchmarks.figure import Figure, times_as_long
from desktop.services.counting import meetings
from desktop.services.exchange import intake
from desktop.services.exchange.sealing import seal
from desktop.services.office.files import read_file
from desktop.services.training.hamlet import count, print_eve

HOUSEHOLDS = 3000
WORK = "sealing and taking in that commune"


def figures() -> Iterator[Figure]:
    """Measure our sealing and taking in against the sum of public tools over the same bytes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "backup").mkdir()
        planned = plan_commune(folder, HOUSEHOLDS)
        day = planned.day
        for hamlet in planned.hamlets:
            print_eve(day, hamlet)
        opened = day.clock.put(day.scene.day, 7, 30)
        for hamlet in planned.hamlets:
            meetings.open_meeting(day.commune, hamlet.code, opened)
        chance = random.Random(7)
        for index, hamlet in enumerate(planned.hamlets):
            day.clock.put(day.scene.day, 11, index)
            count(day, hamlet, chance.randint(hamlet.electorate * 5 // 6, hamlet.electorate - 5))
        day.clock.put(date(2024, 12, 9), 8, 0)

        def ours() -> None:
            sealed = seal(day.commune, day.commune_keys, "government", outbox=folder / "packages")
            taken = intake.take_in(day.office, day.office_keys, read_file(sealed.path))
            assert taken.outcome == "accepted", taken

        ours()
        package = next((folder / "packages").iterdir())
        tools = _Tools(folder / "tools", package, folder / "office.age")
        yield times_as_long(WORK, "SHA-256 + age + bagit.py, summed", ours, tools.run, 10)
        close(planned)


class _Tools:
    """What a person would do with public tools: digest, open, unpack, make the bag anew, check it, close."""

    def __init__(self, folder: Path, package: Path, identity: Path) -> None:
        self.folder, self.package, self.identity = folder, package, identity
        folder.mkdir()
        self.recipient = subprocess.run(
            ["age-keygen", "-y", identity], capture_output=True, encoding="ascii", check=True
        ).stdout.strip()

    def run(self) -> None:
        """Run each once over the bytes of the package."""
        hashlib.sha256(self.package.read_bytes()).hexdigest()
        inner = self.folder / "inner.zip"
        subprocess.run(["age", "-d", "-i", self.identity, "-o", inner, self.package], check=True)
        with TemporaryDirectory(dir=self.folder) as unpacked:
            with zipfile.ZipFile(inner) as archive:
                archive.extractall(unpacked)
            [bag] = (path.parent for path in Path(unpacked).rglob("bagit.txt"))
            subprocess.run([sys.executable, bagit.__file__, "--validate", "--quiet", bag], check=True)
        closed = self.folder / "closed.age"
        subprocess.run(["age", "-r", self.recipient, "-o", closed, inner], check=True)
