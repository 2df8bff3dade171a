"""The process is killed at a random moment, between two calls to the disk or in the middle of one.

A child writes one record after another and says each down a pipe; whatever it said is there afterwards.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import select

from desktop.bootstrap import open_office, shipped_statutes
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.checking import check_office
from desktop.services.office.offices import make_office
from desktop.services.office.workplace import Workplace
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.checkout import ROOT
from tests.offices import commune
from tests.torture.campaign import Result

_AT_ONCE = 20
"""Kills between two looks at the office: looking takes longer than dying."""
_RECORDS = 4
"""The latest moment of a kill: when so many records were written."""


def kills(folder: Path, seconds: float) -> Result:
    """Kill the writer again and again, each time at another moment."""
    result, until, acknowledged = Result(), time.monotonic() + seconds, set[str]()
    chance = random.Random(18)
    office, _ = make_office(
        folder / "commune",
        commune.OFFICE,
        commune.PASSPHRASE,
        shipped_statutes(),
        TrainingClock(commune.BEFORE),
        seed=bytes(32),
    )
    add_unit(office, NewUnit(commune.COMMUNE, "commune", "Xã", "Mẫu"))
    office.database.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.torture.kills", folder / "commune"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        acknowledged.update(parent.stdout.readline().decode().split())
        while time.monotonic() < until:
            # Asked with the moment at which the child dies, in records that it has time for.
            for _ in range(_AT_ONCE):
                parent.stdin.write(f"{chance.uniform(0, _RECORDS):.3f}\n".encode())
                parent.stdin.flush()
                acknowledged.update(parent.stdout.readline().decode().split())
                result.tried += 1
            _look(folder / "commune", acknowledged, result)
        parent.stdin.close()
    result.notes.append(f"{len(acknowledged)} records were acknowledged")
    return result


def _look(folder: Path, acknowledged: set[str], result: Result) -> None:
    office = open_office(folder, commune.PASSPHRASE, TrainingClock(commune.BEFORE))
    problems = check_office(office).problems
    with reading(office.database) as session:
        lost = acknowledged - set(session.scalars(select(Unit.code)))
    office.database.close()
    result.corrupt += bool(problems)
    result.lost += len(lost)
    result.notes += [*problems, *sorted(lost)]


def _serve(folder: Path) -> None:
    """Say some records, then for each line asked fork a writer, kill it so far on, and say what it had done.

    What is written first has everything loaded for the writers, and tells how long a record takes here.
    """
    made, took = _first(folder)
    print(" ".join(made), flush=True)
    number = len(made)
    for line in sys.stdin:
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            _write(folder, number, write)
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            said = pipe.readline()  # it has the office open
            time.sleep(float(line) * took)
            os.kill(child, signal.SIGKILL)
            said = pipe.read()
        os.waitpid(child, 0)
        done = said.decode().split("\n")[:-1]
        number += len(done) + 1
        print(" ".join(done), flush=True)


def _first(folder: Path) -> tuple[list[str], float]:
    office = open_office(folder, commune.PASSPHRASE, TrainingClock(commune.BEFORE))
    made = [_add(office, number) for number in range(_RECORDS)]
    began = time.monotonic()
    made += [_add(office, number) for number in range(_RECORDS, 2 * _RECORDS)]
    took = (time.monotonic() - began) / _RECORDS
    office.database.close()
    return made, took


def _write(folder: Path, number: int, pipe: int) -> None:
    office = open_office(folder, commune.PASSPHRASE, TrainingClock(commune.BEFORE))
    os.write(pipe, b"open\n")
    while True:
        os.write(pipe, f"{_add(office, number)}\n".encode())
        number += 1


def _add(office: Workplace, number: int) -> str:
    code = f"{commune.COMMUNE}-K{number:06d}"
    add_unit(office, NewUnit(code, "hamlet", "Thôn", f"Bản {number}", parent=commune.COMMUNE))
    return code


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
