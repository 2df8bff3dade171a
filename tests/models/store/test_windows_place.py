"""Windows itself is asked where a folder lies: on a stick, a disk on a cable, a share, in a copied folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import pytest

from desktop.errors import StorageRefused
from desktop.models.store.database import new_office_folder
from desktop.models.store.storage_place import refuse_unsafe_place
from desktop.models.store.windows_place import windows_reason

_FIXED, _REMOVABLE, _NETWORK, _DISC = 3, 2, 4, 5
_SATA, _NVME, _USB, _SD = 11, 17, 7, 12


@dataclass
class Answers:
    """A Windows that answers as it is told."""

    kind: int = _FIXED
    cable: int | None = _NVME
    name: str = ""
    copied: str = "C:\\Users\\xa\\Tệp của tôi"

    def volume(self, path: PureWindowsPath) -> str:
        return path.anchor

    def drive_type(self, root: str) -> int:
        assert root.endswith("\\")
        return self.kind

    def bus(self, root: str) -> int | None:
        del root
        return self.cable

    def label(self, root: str) -> str:
        del root
        return self.name

    def is_synchronised(self, path: PureWindowsPath) -> bool:
        return path.is_relative_to(self.copied)


@pytest.mark.parametrize(
    ("path", "answers", "reason"),
    [
        ("C:\\Users\\xa\\AppData\\Local\\hom-phieu", Answers(), None),
        ("D:\\Hòm Phiếu", Answers(cable=_SATA), None),
        ("D:\\Hòm Phiếu", Answers(cable=None), None),
        ("E:\\Hòm Phiếu", Answers(kind=_REMOVABLE), "storage.removable"),
        ("E:\\Hòm Phiếu", Answers(kind=_DISC), "storage.removable"),
        # A disk in a box on a USB cable says that it is fixed.
        ("E:\\Hòm Phiếu", Answers(cable=_USB), "storage.removable"),
        ("E:\\Hòm Phiếu", Answers(cable=_SD), "storage.removable"),
        ("N:\\chung\\xa", Answers(kind=_NETWORK), "storage.network"),
        ("\\\\may-chu\\chung\\xa", Answers(), "storage.network"),
        ("\\\\?\\UNC\\may-chu\\chung\\xa", Answers(), "storage.network"),
        ("\\\\?\\C:\\Hòm Phiếu", Answers(), None),
        # A folder that OneDrive took over keeps its old name.
        ("C:\\Users\\xa\\Tệp của tôi\\hom-phieu", Answers(), "storage.synchronised"),
        ("G:\\Hòm Phiếu", Answers(name="Google Drive"), "storage.synchronised"),
    ],
)
def test_what_windows_says_decides(path: str, answers: Answers, reason: str | None) -> None:
    assert windows_reason(PureWindowsPath(path), answers) == reason


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode; its own test stands below")
def test_a_folder_that_is_made_for_an_office_is_its_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "co-quan"
    with new_office_folder(folder) as place:
        (place / "kept").write_bytes(b"")
        assert folder.stat().st_mode & 0o777 == 0o700
    (tmp_path / "own").mkdir(mode=0o755)
    with new_office_folder(tmp_path / "own"):
        # A folder that a person made keeps the rights that the person gave it.
        assert (tmp_path / "own").stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
def test_windows_itself_names_its_drives(tmp_path: Path) -> None:
    """Drives E (a stick) and N (a share) are set up by ``tests.windows.house``."""
    refuse_unsafe_place(tmp_path / "co-quan")
    for path, code in (
        ("E:\\co-quan", "storage.removable"),
        ("N:\\co-quan", "storage.network"),
        ("\\\\may-chu\\chung\\co-quan", "storage.network"),
        (str(tmp_path / "OneDrive - UBND" / "co-quan"), "storage.synchronised"),
    ):
        with pytest.raises(StorageRefused) as caught:
            refuse_unsafe_place(Path(path))
        assert caught.value.code == code, path


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
def test_where_onedrive_is_told_by_its_own_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Tệp"))
    with pytest.raises(StorageRefused) as caught:
        refuse_unsafe_place(tmp_path / "Tệp" / "co-quan")
    assert caught.value.code == "storage.synchronised"


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
def test_the_folders_rights_are_its_users_and_the_systems_alone(tmp_path: Path) -> None:
    import ctypes  # noqa: PLC0415
    from ctypes import wintypes  # noqa: PLC0415

    folder = tmp_path / "co-quan"
    with new_office_folder(folder):
        advapi = ctypes.windll.advapi32
        found, size = ctypes.create_string_buffer(4096), wintypes.DWORD()
        assert advapi.GetFileSecurityW(str(folder), 4, found, 4096, ctypes.byref(size))
        text = wintypes.LPWSTR()
        assert advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            found, 1, 4, ctypes.byref(text), None
        )
        rights = str(text.value)
    # Everyone, users and administrators as a group have none.
    for group in (";;;WD)", ";;;BU)", ";;;AU)"):
        assert group not in rights, rights
    assert rights.count("(A;") >= 1, rights
