"""Why a disk refuses: on Windows a file is held for a moment, and each reason has its own sentence."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop import disk
from desktop.cli.trouble import refusal_of
from desktop.errors import RequestRefused, StorageRefused
from desktop.models.store.session import file_trouble
from desktop.services.office.files import read_file, write_file
from desktop.wording import refusal_sentence

ON_WINDOWS = sys.platform == "win32"


def windows_error(number: int, code: int = errno.EACCES) -> OSError:
    """Return an error as Windows raises it; other systems' Python has no place for its number."""
    error = OSError(code, "", "C:\\Users\\xa\\phieu.pdf")
    error.winerror = number
    return error


class Held:
    """A file that another program lets go after so many tries."""

    def __init__(self, tries: int, number: int = 32) -> None:
        self.tries, self.number = tries, number
        self.asked = 0

    def __call__(self, part: Path, target: Path) -> None:
        self.asked += 1
        if self.asked <= self.tries:
            raise windows_error(self.number)
        Path(part).rename(target)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_scanner_holds_for_a_moment_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    held = Held(4, number)
    monkeypatch.setattr(os, "replace", held)
    (tmp_path / "new.txt").write_bytes(b"")
    assert write_file(tmp_path / "phiếu.pdf", b"%PDF").read_bytes() == b"%PDF"
    assert held.asked == 5


def test_a_file_that_is_open_elsewhere_is_named_and_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "phiếu.pdf"
    path.write_bytes(b"old")
    held = Held(99)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(RequestRefused) as caught:
        write_file(path, b"new", replace=True)
    assert caught.value.code == "disk.held"
    assert "đang mở trong chương trình khác" in refusal_sentence(caught.value)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])
    assert held.asked == 7  # bounded: 1.6 seconds in all


def test_what_is_no_holding_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(99, 112)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(RequestRefused) as caught:
        write_file(tmp_path / "a", b"x")
    assert (caught.value.code, held.asked) == ("disk.full", 1)


@pytest.mark.parametrize(
    ("number", "code", "trouble"),
    [
        (3, errno.ENOENT, "gone"),
        (21, errno.EACCES, "gone"),
        (1167, errno.EINVAL, "gone"),
        (1117, errno.EINVAL, "broken"),
        (53, errno.ENOENT, "gone"),
        (32, errno.EACCES, "held"),
        (33, errno.EACCES, "held"),
        (19, errno.EACCES, "read_only"),
        (5, errno.EACCES, "rights"),
        (112, errno.ENOSPC, "full"),
        (39, errno.ENOSPC, "full"),
        (123, errno.EINVAL, "sign"),
        (206, errno.ENOENT, "long"),
        (9999, errno.EINVAL, "sign"),
    ],
)
def test_each_reason_of_windows_has_its_own_sentence(number: int, code: int, trouble: str) -> None:
    error = windows_error(number, code)
    assert disk.trouble_of(error) == trouble
    said = refusal_sentence(refusal_of(error))
    assert said != refusal_sentence(StorageRefused("unknown"))
    with pytest.raises(StorageRefused) as caught, file_trouble("phieu.pdf"):
        raise error
    assert "{" not in refusal_sentence(caught.value)


def test_a_path_longer_than_windows_takes_is_long_whatever_it_says_of_it() -> None:
    error = windows_error(3, errno.ENOENT)
    assert disk.trouble_of(error, Path("/" + "thư mục rất dài/" * 20 + "phieu.pdf")) == "long"


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (errno.ENOSPC, "full"),
        (errno.EROFS, "read_only"),
        (errno.ENAMETOOLONG, "long"),
        (errno.EIO, "broken"),
        (errno.ENODEV, "gone"),
        (errno.ENOENT, "gone"),
        (errno.EINVAL, "sign"),  # what a stick's file system says of a colon
        (errno.EMFILE, "trouble"),
    ],
)
def test_each_reason_of_other_systems(code: int, trouble: str) -> None:
    assert disk.trouble_of(OSError(code, "", "phieu.pdf")) == trouble


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("con.pdf", "name"),
        ("NUL", "name"),
        ("Com1.docx", "name"),
        ("LPT9.bn", "name"),
        ("contact.pdf", None),
        ("phiếu thôn Nà Ếch.pdf", None),
        ("biên bản 12:30.pdf", "sign"),
        ("thế nào?.pdf", "sign"),
        ('"trích".pdf', "sign"),
        ("dòng\n.pdf", "sign"),
        ("cuối.", "sign"),
        ("cuối ", "sign"),
    ],
)
def test_names_that_windows_keeps_or_cannot_write(name: str, trouble: str | None) -> None:
    assert disk.name_trouble(name) == trouble


@pytest.mark.parametrize(("name", "code"), [("con.pdf", "disk.name"), ("12:30.pdf", "disk.sign")])
def test_such_a_name_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    monkeypatch.setattr(disk, "own_name_trouble", disk.name_trouble)
    with pytest.raises(RequestRefused) as caught:
        write_file(tmp_path / name, b"x")
    assert (caught.value.code, caught.value.where) == (code, name)
    assert list(tmp_path.iterdir()) == []


def test_a_pulled_stick_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(part: Path, target: Path) -> None:
        del target
        raise OSError(errno.EIO, "", str(part))

    monkeypatch.setattr(os, "replace", gone)
    with pytest.raises(RequestRefused) as caught:
        write_file(tmp_path / "a.goi", b"x")
    assert caught.value.code == "disk.broken"
    assert "USB" in refusal_sentence(caught.value)


def test_a_file_that_is_open_is_held_on_windows_alone(tmp_path: Path) -> None:
    """Truly: another program has the file open while it is to be replaced."""
    path = tmp_path / "phiếu.pdf"
    path.write_bytes(b"old")
    holder = "import sys; file = open(sys.argv[1], 'rb'); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        assert disk.is_held(path) is ON_WINDOWS
        if ON_WINDOWS:
            with pytest.raises(RequestRefused) as caught:
                write_file(path, b"new", replace=True)
            assert caught.value.code == "disk.held"
        else:
            write_file(path, b"new", replace=True)
        other.communicate(b"")
    write_file(path, b"newer", replace=True)
    assert read_file(path) == b"newer"


@pytest.mark.skipif(not ON_WINDOWS, reason="names that Windows alone keeps for itself")
def test_windows_itself_refuses_such_names(tmp_path: Path) -> None:
    for name, code in (("con.pdf", "disk.name"), ("a?b.pdf", "disk.sign"), (f"{'x' * 250}.pdf", "disk.long")):
        with pytest.raises(RequestRefused) as caught:
            write_file(tmp_path / name, b"x")
        assert caught.value.code == code, name
    with pytest.raises(RequestRefused) as caught:
        write_file(Path("Q:\\") / "a.pdf", b"x")
    assert caught.value.code == "disk.gone"
