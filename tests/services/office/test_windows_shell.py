"""The start menu and the program's kinds of files, set up for one user and taken away again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import OPENED, is_too_old
from desktop.services.office.windows_shell import KINDS, is_set_up, set_up, take_away


def test_every_kind_of_file_that_the_window_opens_is_known_to_windows() -> None:
    assert set(KINDS) == set(OPENED)


@pytest.mark.parametrize(
    ("build", "old"),
    [(None, False), (17763, False), (19045, False), (22631, False), (17134, True), (9600, True)],
)
def test_windows_before_10_1809_is_too_old(build: int | None, old: bool) -> None:
    assert is_too_old(build) is old


@pytest.mark.skipif(sys.platform != "win32", reason="writes into Windows' own registry")
def test_the_start_menu_leads_to_the_program_and_is_left_as_it_was(tmp_path: Path) -> None:
    program = tmp_path / "Hòm Phiếu" / "HomPhieu.exe"
    program.parent.mkdir()
    program.write_bytes(b"MZ")
    link = Path(os.environ["APPDATA"], "Microsoft/Windows/Start Menu/Programs/Hòm Phiếu.lnk")
    assert not is_set_up(program)
    set_up(program)
    set_up(program)
    assert is_set_up(program)
    # A shortcut's file begins with its length and says where it leads.
    assert link.read_bytes()[:4] == b"\x4c\x00\x00\x00"
    assert "HomPhieu.exe".encode("utf-16-le") in link.read_bytes()
    assert not is_set_up(tmp_path / "elsewhere" / "HomPhieu.exe")
    told = subprocess.run(
        ["reg", "query", "HKCU\\Software\\Classes\\HomPhieu.goi\\shell\\open\\command", "/ve"],
        capture_output=True,
        check=True,
    )
    assert b'"%1"' in told.stdout
    take_away()
    assert not is_set_up(program)
    assert not link.exists()
    gone = subprocess.run(["reg", "query", "HKCU\\Software\\Classes\\.goi"], capture_output=True, check=False)
    assert gone.returncode != 0
    take_away()
