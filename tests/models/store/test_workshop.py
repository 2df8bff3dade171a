"""Unfinished files stand beside the finished one, and none of a killed process stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.errors import StorageRefused
from desktop.models.store import backup as copies
from desktop.models.store.backup import backup, looking_into, restore
from desktop.models.store.database import open_
from desktop.models.store.integrity import check_engine
from desktop.models.store.opened import Database
from desktop.models.store.workshop import sweep, workshop
from tests.checkout import ROOT
from tests.models import records


class Stopped(Exception):  # noqa: N818 - asked for, not an error
    pass


@contextmanager
def small_disk(folder: Path, kibibytes: int) -> Iterator[Path]:
    """Mount a small disk, where this user may."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the superuser mounts a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> None:
    with (disk / "full").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass


def wait_in_a_workshop(folder: str) -> None:
    with workshop(Path(folder), "backup") as place:
        (place / "office.db").write_bytes(b"half")
        print(place.name, flush=True)  # noqa: T201 - tells the parent when to kill
        signal.pause()


@contextmanager
def at_work(folder: Path) -> Iterator[subprocess.Popen[str]]:
    tests = "tests.models.store.test_workshop"
    program = f"import sys; from {tests} import wait_in_a_workshop; wait_in_a_workshop(sys.argv[1])"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(".backup-")
        try:
            yield process
        finally:
            process.kill()


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_what_a_killed_backup_left_is_gone_after_the_next_one(database: Database, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with at_work(stick) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert len(left_in(stick)) == 1
    backup(database, stick / "x.sao-luu")
    assert left_in(stick) == []


def test_what_a_killed_backup_left_beside_the_office_is_gone_after_the_next_start(
    database: Database,
) -> None:
    database.close()
    for name in (".backup-abc", ".new-abc"):
        (database.folder / name).mkdir()
        (database.folder / name / "office.db").write_bytes(b"half")
    open_(database.folder, records.PASSPHRASE).close()
    assert sorted(path.name for path in database.folder.iterdir()) == [
        "office-copy.json",
        "office.db",
        "office.head",
        "office.json",
    ]


def test_a_backup_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    with at_work(tmp_path):
        sweep(tmp_path)
        (left,) = left_in(tmp_path)
        assert (tmp_path / left / "office.db").read_bytes() == b"half"
    with workshop(tmp_path, "new") as place:
        sweep(tmp_path)
        assert place.is_dir()
    assert left_in(tmp_path) == []


def test_a_full_local_disk_does_not_stop_a_backup_to_a_stick(database: Database, tmp_path: Path) -> None:
    database.close()
    with small_disk(tmp_path / "disk", 4096) as disk:
        database.folder.rename(tmp_path / "moved")
        folder = disk / "commune"
        folder.mkdir()
        for path in (tmp_path / "moved").iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        held = open_(folder, records.PASSPHRASE)
        fill(disk)
        stick = tmp_path / "stick"
        stick.mkdir()
        told = backup(held, stick / "x.sao-luu")
        assert [path.name for path in stick.iterdir()] == ["x.sao-luu"]
        assert check_engine(held.engine, held.name).problems == ()
        held.close()
    assert restore(stick / "x.sao-luu", tmp_path / "new", records.PASSPHRASE, at=records.NOW) == told


@pytest.mark.parametrize("kibibytes", [4, 64, 400])
def test_a_full_stick_keeps_the_older_backup(database: Database, tmp_path: Path, kibibytes: int) -> None:
    with small_disk(tmp_path / "stick", 6144) as stick:
        backup(database, stick / "x.sao-luu")
        before = (stick / "x.sao-luu").read_bytes()
        (stick / "room").write_bytes(b"\0" * kibibytes * 1024)
        fill(stick)
        (stick / "room").unlink()
        with pytest.raises(StorageRefused) as refused:
            backup(database, stick / "x.sao-luu")
        assert (refused.value.code, refused.value.where) == ("storage.full", "x.sao-luu")
        assert (stick / "x.sao-luu").read_bytes() == before
        assert left_in(stick) == []


@pytest.mark.parametrize("at", [0, 1])
def test_restoring_that_is_stopped_leaves_nothing(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    monkeypatch.setattr(copies, "_PIECE", 100_000)
    out = tmp_path / "x.sao-luu"
    backup(database, out)
    told: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        told.append((done, total))
        if at and done == total:
            raise Stopped
        if not at and done > total // 2:
            raise Stopped

    with pytest.raises(Stopped):
        restore(out, tmp_path / "new", records.PASSPHRASE, at=records.NOW, step=step)
    with (
        pytest.raises(Stopped),
        looking_into(out, tmp_path / "new", records.PASSPHRASE, step),
    ):
        pass
    assert not (tmp_path / "new").exists()
    assert told[0][0] == 0
    assert [done for done, _ in told[: len(told) // 2]] == sorted(done for done, _ in told[: len(told) // 2])
