"""What a process that was killed left unfinished is swept away; others' files stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.unfinished import new_part, sweep_parts, write_whole
from tests.checkout import ROOT

DAY = 24 * 60 * 60


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """An unfinished file of a process that is gone."""
    work = "import sys; from pathlib import Path; from desktop.unfinished import new_part; "
    work += "print(new_part(Path(sys.argv[1]), 'danh sách cử tri.xlsx'))"
    told = subprocess.run(
        [sys.executable, "-c", work, tmp_path],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
    )
    return Path(told.stdout.decode().strip())


def aged(path: Path, seconds: int) -> Path:
    path.write_bytes(b"half")
    moment = time.time() - seconds
    os.utime(path, (moment, moment))
    return path


def test_what_a_process_that_is_gone_left_is_swept_and_what_is_at_work_stays(left: Path) -> None:
    ours = new_part(left.parent, "phiếu.pdf")
    sweep_parts(left.parent)
    assert list(left.parent.iterdir()) == [ours]


def test_the_next_file_that_is_written_there_sweeps_too(left: Path) -> None:
    write_whole(left.parent / "phiếu.pdf", b"%PDF")
    assert [path.name for path in left.parent.iterdir()] == ["phiếu.pdf"]


def test_what_another_computer_writes_on_a_share_is_left_for_a_day(tmp_path: Path) -> None:
    young = aged(tmp_path / f".xa.sao-luu.abcdef-{os.getpid()}-01234567.part", 60)
    old = aged(tmp_path / ".xa.sao-luu.abcdef-1-01234567.part", 2 * DAY)
    sweep_parts(tmp_path)
    assert (young.exists(), old.exists()) == (True, False)


def test_what_an_older_version_left_goes_from_the_offices_own_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "outbox").mkdir()
    old = aged(tmp_path / "outbox" / ".06859-government-0001.goi.k3x_9abc.part", 2 * DAY)
    sweep_parts(tmp_path / "outbox")
    assert old.exists()
    sweep_parts(tmp_path, all_ours=True)
    assert not old.exists()


def test_files_of_other_programs_stay(tmp_path: Path) -> None:
    others = {"phim.mkv.part", ".tải về.part", "bản nháp.abcdef-1-01234567.part"}
    for name in others:
        aged(tmp_path / name, 2 * DAY)
    sweep_parts(tmp_path, all_ours=True)
    assert {path.name for path in tmp_path.iterdir()} == others


def test_a_folder_that_cannot_be_looked_into_is_left_alone(tmp_path: Path) -> None:
    sweep_parts(tmp_path / "not there", all_ours=True)


def test_a_name_as_long_as_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    name = "ế" * 80 + ".pdf"
    write_whole(tmp_path / name, b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == [name]
