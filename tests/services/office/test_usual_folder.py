"""The folder that an office has where nobody chose another."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from desktop.bootstrap import open_office, usual_folder
from desktop.services.places.units import NewUnit, add_unit
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_files_of_an_office_are_their_owners_alone_once_it_was_opened(
    settled_office: Path, tmp_path: Path
) -> None:
    """As an older version left them, in a folder where something of the user's own lies too."""
    folder = Path(shutil.copytree(settled_office, tmp_path / "chung"))
    (folder / "outbox").mkdir()
    for name in ("outbox/06859-government-0001.goi", "office.db-wal", "ảnh của tôi.jpg"):
        (folder / name).write_bytes(b"")
    for path in folder.rglob("*"):
        path.chmod(0o755)
    workplace = open_office(folder, commune.PASSPHRASE)
    workplace.database.tenancy.enter(commune.BEFORE)
    add_unit(workplace, NewUnit("06859-T03", "hamlet", "Thôn", "Mới", parent=commune.COMMUNE))
    rights = {path.name: path.stat().st_mode & 0o777 for path in folder.rglob("*")}
    workplace.database.close()
    assert rights.pop("ảnh của tôi.jpg") == 0o755
    assert rights.pop("outbox") == 0o700
    assert set(rights) > {"office.db-wal", "office.db-shm", "office-copy.json", "office.open"}
    assert {name for name, mode in rights.items() if mode != 0o600} == set()
    assert (folder / "office.db").stat().st_mode & 0o777 == 0o600


def _rights_once_open(folder: Path) -> int:
    folder.chmod(0o755)
    open_office(folder, commune.PASSPHRASE).database.close()
    return folder.stat().st_mode & 0o777
