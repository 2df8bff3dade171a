"""Whatever call to the disk fails, an office loses nothing that it was told is done, and says what happened.

A few calls of each operation fail here, each in another way; in ``make torture`` all do, in every way.
"""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.models.store.disk_reason import disk_reason, storage_refused
from desktop.services.office.files import disk_refusal
from desktop.wording import refusal_sentence
from tests.checkout import ROOT
from tests.faults.disk_faults import FAULTS, build, environment
from tests.faults.operations import OPERATIONS

pytestmark = pytest.mark.xdist_group("disk faults")


TRUE = {
    "full once": {"storage.full", "disk.full", "storage.disk"},
    "full from then on": {"storage.full", "disk.full"},
    "half a write": {"storage.full", "disk.full", "storage.disk"},
    "broken once": {"storage.disk", "disk.broken"},
    "gone from then on": {"storage.disk", "disk.broken"},
    "no rights once": {"storage.rights", "disk.rights", "storage.disk"},
    "read-only from then on": {"disk.read_only"},
    "unreadable once": {"storage.disk", "disk.broken", "storage.damaged"},
    "unreadable from then on": {"storage.disk", "disk.broken"},
    "vanished once": {"storage.no_file", "storage.disk", "storage.parameters", "disk.gone", "file"},
    "no rights to read": {"storage.rights", "storage.disk", "disk.rights"},
}
"""What may be said of each way. Of a call that failed once SQLite says no more than that it failed.

Of a page that a disk gave only when it was asked again, the cipher says that it is not what was written.
"""
FULL = ("full once", "full from then on", "half a write")


@pytest.fixture(scope="session")
def swept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Sweep every operation once, in one process that has the shim preloaded."""
    shim = build(tmp_path_factory.mktemp("shim"))
    told = subprocess.run(
        [sys.executable, "-m", "tests.faults.sweep", "--few"],
        env=environment(shim),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    found: dict[str, Any] = json.loads(told.stdout)
    return found


@pytest.mark.parametrize("operation", [each.name for each in OPERATIONS])
def test_nothing_is_lost_and_everything_is_told(swept: dict[str, Any], operation: str) -> None:
    found = [each for each in swept["findings"] if each["operation"] == operation]
    assert found == []


@pytest.mark.parametrize(("fault", "codes"), TRUE.items())
def test_what_is_told_is_what_the_disk_did(swept: dict[str, Any], fault: str, codes: set[str]) -> None:
    assert set(swept["codes"].get(fault, ())) <= codes


def test_of_a_full_disk_it_is_said_which_one_that_is(swept: dict[str, Any]) -> None:
    told = [
        said.rpartition(": ")[2] if ": " in said else said
        for said in swept["sentences"]
        if said.split(" | ")[1] in FULL and ".full" in said
    ]
    assert told
    assert [said for said in told if not said.startswith("Ổ đĩa hoặc USB /")] == []


def test_every_way_of_failing_was_tried(swept: dict[str, Any]) -> None:
    assert set(swept["faults"]) == {fault.name for fault in FAULTS}
    assert set(swept["operations"]) == {operation.name for operation in OPERATIONS}


def test_there_is_a_sentence_of_its_own_for_each_way_that_a_disk_fails(tmp_path: Path) -> None:
    """Of files that a person chose and of the office's own: what the disk did, and where."""
    said = set()
    for number in (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES, errno.ENODEV, errno.ETXTBSY):
        chosen = refusal_sentence(disk_refusal(OSError(number, "", "x"), tmp_path / "x.goi"))
        own = refusal_sentence(storage_refused(disk_reason(OSError(number, "")), "xa-mau", tmp_path))
        assert "x.goi" in chosen
        assert "xa-mau" in own
        said |= {chosen, own}
    assert len(said) == 12
    lacking = refusal_sentence(disk_refusal(OSError(errno.ENOSPC, ""), tmp_path / "x.goi", 2**60))
    assert f"{2**50} KB" in lacking


def test_the_shim_fails_the_call_that_it_was_told_to(tmp_path: Path) -> None:
    """Of three files the second is refused, and none elsewhere."""
    shim = build(tmp_path)
    work = (
        "import ctypes, os, sys; lib = ctypes.CDLL(None); here, there = sys.argv[1:]\n"
        "lib.faults_arm(here.encode(), ctypes.c_long(2), 1, 28, 0, b'', -1)\n"
        "for number, folder in enumerate([here, there, here, here]):\n"
        "    try: os.open(f'{folder}/{number}', os.O_CREAT | os.O_WRONLY)\n"
        "    except OSError as error: print(number, error.errno)\n"
        "print(lib.faults_disarm())"
    )
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    told = subprocess.run(
        [sys.executable, "-c", work, here, there], env=environment(shim), capture_output=True, check=True
    )
    assert told.stdout.split() == [b"2", b"28", b"3"]
    assert sorted(path.name for path in here.iterdir()) == ["0", "3"]
