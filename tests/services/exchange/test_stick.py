"""A file on a stick: refused before a byte where it won't fit, whole or marked, and read from the stick."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop import disk
from desktop.errors import RequestRefused
from desktop.services.exchange import stick_file
from desktop.services.exchange.stick_file import (
    LARGEST_ON_FAT,
    from_the_disk,
    refuse_unfit,
    write_and_compare,
)
from desktop.wording import refusal_sentence

DATA = bytes(range(256)) * 3000


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def silent(*_: object) -> None:
    """Told nothing."""


def refused(code: str, folder: Path, name: str, size: int) -> str:
    with pytest.raises(RequestRefused) as caught:
        refuse_unfit(folder, name, size)
    assert caught.value.code == code
    return refusal_sentence(caught.value)


def test_what_a_stick_cannot_take_is_refused_before_a_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "4.000 MB" in refused("stick.fat", tmp_path, "x.goi", LARGEST_ON_FAT + 1)
    refused("disk.sign", tmp_path, "a:b.goi", 1)
    refused("disk.name", tmp_path, "con.goi", 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2**30, 2**30, 100 * 1024))
    said = refused("stick.room", tmp_path, "x.goi", 200 * 1024)
    assert "100 KB" in said
    assert "200 KB" in said
    refuse_unfit(tmp_path, "x.goi", 20 * 1024)


def test_a_marker_lies_beside_the_file_until_it_was_read_back(tmp_path: Path) -> None:
    path, seen = tmp_path / "x.goi", []

    def look(_: int, __: int, part: str) -> None:
        seen.append((part, (tmp_path / "x.goi.dang-ghi").exists(), path.exists()))

    write_and_compare(path, DATA, look)
    assert {("write", True, False), ("read", True, True)} == set(seen)
    assert [one.name for one in tmp_path.iterdir()] == ["x.goi"]


def test_a_stick_pulled_out_leaves_the_marker_and_no_finished_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise OSError(errno.EIO, "", str(tmp_path))

    with monkeypatch.context() as pulled:
        pulled.setattr(disk, "replace", gone)
        pulled.setattr(disk, "discard", silent)
        with pytest.raises(RequestRefused, match=r"disk\.broken"):
            write_and_compare(tmp_path / "x.goi", DATA, silent)
    left = stick_file.leftovers_of(tmp_path / "x.goi")
    assert [one.suffix for one in left] == [".part", ".dang-ghi"]
    assert not (tmp_path / "x.goi").exists()


def test_a_file_that_a_scanner_holds_is_tried_again_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries, told = [], []
    real = disk.replace

    def held(part: Path, target: Path) -> None:
        tries.append(target)
        if len(tries) < 3:
            raise OSError(errno.EBUSY, "", str(target))
        real(part, target)

    monkeypatch.setattr(disk, "replace", held)
    monkeypatch.setattr(stick_file, "_PAUSE", 0)
    write_and_compare(tmp_path / "x.goi", DATA, lambda *step: told.append(step[2]))
    assert told.count("wait") == 2
    assert (tmp_path / "x.goi").read_bytes() == DATA


def test_a_file_that_is_never_let_go_is_refused_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, "", str(target))

    monkeypatch.setattr(disk, "replace", held)
    monkeypatch.setattr(stick_file, "_PAUSE", 0)
    with pytest.raises(RequestRefused, match=r"disk\.held"):
        write_and_compare(tmp_path / "y.goi", DATA, silent)
    assert list(tmp_path.iterdir()) == []


def test_what_the_stick_gives_back_is_compared_and_not_what_the_system_remembers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped = []
    if hasattr(os, "posix_fadvise"):
        real = os.posix_fadvise

        def advise(handle: int, at: int, size: int, advice: int) -> None:
            dropped.append(advice)
            real(handle, at, size, advice)

        monkeypatch.setattr(os, "posix_fadvise", advise)
    write_and_compare(tmp_path / "x.goi", DATA, silent)
    assert b"".join(from_the_disk(tmp_path / "x.goi")) == DATA
    assert os.name == "nt" or os.POSIX_FADV_DONTNEED in dropped
    monkeypatch.setattr(stick_file, "from_the_disk", lambda _: iter([DATA[:-1]]))
    with pytest.raises(RequestRefused, match=r"package\.unlike"):
        write_and_compare(tmp_path / "y.goi", DATA, silent)
    assert [one.name for one in tmp_path.iterdir()] == ["x.goi"]
