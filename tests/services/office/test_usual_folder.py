"""The folder that an office has where nobody chose another."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from desktop.bootstrap import open_office, usual_folder
from tests.offices import commune


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_an_office_that_was_open_to_other_users_is_closed_to_them_when_it_opens(
    settled_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    shutil.copytree(settled_office, usual_folder())
    assert _rights_once_open(usual_folder()) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_chosen_folder_keeps_the_rights_that_an_office_gave_it(
    settled_office: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(settled_office, tmp_path / "chung"))
    assert _rights_once_open(folder) == 0o755


def _rights_once_open(folder: Path) -> int:
    folder.chmod(0o755)
    open_office(folder, commune.PASSPHRASE).database.close()
    return folder.stat().st_mode & 0o777
