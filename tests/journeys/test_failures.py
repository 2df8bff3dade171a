"""Whatever fails is one Vietnamese sentence that says what to do, and leaves everything as it was."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.cli import storage
from tests.checkout import ROOT
from tests.cups import PrintSystem
from tests.journeys.conftest import Command, Demo, Told, in_a_process

pytestmark = pytest.mark.xdist_group("demo")

SAMPLES = ROOT / "resources" / "samples"
MARKS = set("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")


def left_in(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_one_sentence(told: Told) -> None:
    assert told.code == 1
    assert told.err.count("\n") == 1, told.err
    sentence = told.err.strip()
    assert sentence.endswith((".", ".)"))
    assert "hãy" in sentence, sentence
    assert MARKS & set(sentence.lower())
    assert "Traceback" not in told.err
    assert "…" not in sentence


def audit_head(hom_phieu: Command, data: Path) -> object:
    return json.loads(hom_phieu("check", "--data", data, "--json").out)


def turned(path: Path, at: int = -100) -> Path:
    """Turn one byte of a file."""
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(bytes(data))
    return path


def below_a_file(folder: Path) -> Path:
    """Return a place that nobody can write to, root neither: below a regular file."""
    blocked = folder / "blocked"
    blocked.write_bytes(b"")
    return blocked / "below"


def copied(path: Path, folder: Path) -> Path:
    return Path(shutil.copy(path, folder / path.name))


def damaged_workbook(demo: Demo, here: Path) -> list[str | Path]:
    del demo
    (here / "ho.xlsx").write_bytes((SAMPLES / "ho-gia-dinh.xlsx").read_bytes()[:2000])
    return ["read", here / "ho.xlsx", "--kind", "households"]


def letter_as_workbook(demo: Demo, here: Path) -> list[str | Path]:
    del demo
    (here / "thu.csv").write_text("Kính gửi bà con trong thôn\n", encoding="utf-8")
    return ["read", here / "thu.csv", "--kind", "households"]


def damaged_card(demo: Demo, here: Path) -> list[str | Path]:
    (here / "x.the").write_bytes(b"{}")
    return ["key", "trust", here / "x.the", "--groups", "0000", "--data", demo.commune]


def wrong_groups(demo: Demo, here: Path) -> list[str | Path]:
    from desktop.bootstrap import open_office  # noqa: PLC0415 - beside its only use
    from desktop.services.exchange.cards import own_card  # noqa: PLC0415
    from desktop.services.office.keys import unlock  # noqa: PLC0415

    workplace = open_office(demo.office, "tap-huan")
    (here / "office.the").write_bytes(own_card(workplace, unlock(workplace, "tap-huan")))
    workplace.database.close()
    return ["key", "trust", here / "office.the", "--groups", "0000", "--data", demo.commune]


def damaged_receipt(demo: Demo, here: Path) -> list[str | Path]:
    receipt = turned(copied(demo.folder / "receipts/06859-government-0002.bn", here), at=200)
    return ["receipt", receipt, "--data", demo.commune]


def damaged_package(demo: Demo, here: Path) -> list[str | Path]:
    package = turned(copied(demo.folder / "packages/06859-government-0002.goi", here))
    return ["take-in", package, "--data", demo.office]


def damaged_backup(demo: Demo, here: Path) -> list[str | Path]:
    copy = turned(copied(next((demo.folder / "backup").iterdir()), here), at=5000)
    return ["restore", copy, "--data", here / "anew"]


def no_backup(demo: Demo, here: Path) -> list[str | Path]:
    (here / "x.sao-luu").write_bytes(b"PK")
    return ["restore", here / "x.sao-luu", "--data", demo.folder / "anew"]


def backup_over_a_letter(demo: Demo, here: Path) -> list[str | Path]:
    (here / "letter.txt").write_text("thư")
    return ["backup", here / "letter.txt", "--data", demo.commune]


def not_a_paper(demo: Demo, here: Path) -> list[str | Path]:
    del here
    return ["print", demo.folder / "summary.json"]


def paper(demo: Demo) -> Path:
    return next((demo.folder / "minutes").iterdir())


def receipt_for_another(demo: Demo, here: Path) -> list[str | Path]:
    del here
    return ["receipt", demo.folder / "receipts/06859-government-0002.bn", "--data", demo.office]


def unknown_statute(demo: Demo, here: Path) -> list[str | Path]:
    del demo
    facts = here / "facts.json"
    facts.write_text('{"statute": "nd00-1900", "contest": "hamlet_head"}')
    return ["decide", facts]


def demo_below_a_file(demo: Demo, here: Path) -> list[str | Path]:
    del demo
    return ["demo", "--out", below_a_file(here)]


Case = Callable[[Demo, Path], list[str | Path]]
SEAL = ["seal", "--stream", "government", "--to"]
CASES: dict[str, tuple[Case, str]] = {
    "damaged workbook": (damaged_workbook, "ho.xlsx"),
    "a letter for a workbook": (letter_as_workbook, "thu.csv"),
    "missing workbook": (lambda _, here: ["read", here / "none.xlsx", "--kind", "hamlets"], "none.xlsx"),
    "damaged card": (damaged_card, "Thẻ"),
    "groups of another card": (wrong_groups, "198"),
    "damaged receipt": (damaged_receipt, "iên nhận"),
    "receipt for another office": (receipt_for_another, ""),
    "damaged package": (damaged_package, "06859-government-0002.goi"),
    "missing package": (lambda demo, here: ["take-in", here / "none.goi", "--data", demo.office], "none.goi"),
    "folder without packages": (lambda demo, here: ["take-in", here, "--data", demo.office], ".goi"),
    "damaged backup": (damaged_backup, ".sao-luu"),
    "no backup": (no_backup, "x.sao-luu"),
    "backup over another file": (backup_over_a_letter, "letter.txt"),
    "backup below a file": (
        lambda demo, here: ["backup", below_a_file(here), "--data", demo.commune],
        "below",
    ),
    "restore into a folder in use": (
        lambda demo, _: ["restore", next((demo.folder / "backup").iterdir()), "--data", demo.office],
        "office",
    ),
    "new office in a folder in use": (
        lambda demo, _: ["key", "new", "--unit", "1", "--role", "commune", "--data", demo.office],
        "office",
    ),
    "new office below a file": (
        lambda _, here: ["key", "new", "--unit", "1", "--role", "commune", "--data", below_a_file(here)],
        "below",
    ),
    "no office there": (lambda _, here: ["check", "--data", here / "none"], "none"),
    "unknown receiving office": (lambda demo, _: [*SEAL, "777", "--data", demo.commune], "777"),
    "nothing to seal": (lambda demo, _: [*SEAL, "198", "--data", demo.office], "chốt"),
    "reading key of a commune": (
        lambda demo, here: ["key", "identity", here / "x.age", "--stream", "party", "--data", demo.commune],
        "",
    ),
    "card over another file": (lambda demo, _: ["key", "card", paper(demo), "--data", demo.commune], "pdf"),
    "demo below a file": (demo_below_a_file, "below"),
    "facts that are not there": (lambda _, here: ["decide", here / "none.json"], "none.json"),
    "unknown statute": (unknown_statute, "statute"),
    "no paper": (not_a_paper, "summary.json"),
    "missing paper": (lambda _, here: ["print", here / "none.pdf"], "none.pdf"),
    "no print system": (lambda demo, _: ["print", paper(demo), "--printer", "Canon-kho"], "dịch vụ in"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_fails_is_one_sentence_and_changes_nothing(
    name: str, own_demo: Demo, hom_phieu: Command, tmp_path: Path
) -> None:
    case, named = CASES[name]
    here = tmp_path / "here"
    here.mkdir()
    arguments = case(own_demo, here)
    before = (left_in(own_demo.folder), left_in(here))
    told = hom_phieu(*arguments)
    assert_one_sentence(told)
    assert named in told.err
    assert (left_in(own_demo.folder), left_in(here)) == before
    # The machine's answer names the same refusal, and nothing but it.
    if arguments[0] in {"read", "seal", "receipt", "decide", "check"}:
        again = hom_phieu(*arguments, *([] if arguments[0] == "decide" else ["--json"]))
        error = json.loads(again.out)["error"]
        assert set(error) == {"code", "message", "where"}
        assert error["message"] == told.err.strip()


@pytest.mark.parametrize(
    "arguments",
    [["check"], [*SEAL, "198"], ["take-in", "x.goi"], ["backup", "x.sao-luu"], ["key", "card", "x.the"]],
)
def test_a_wrong_passphrase_opens_nothing(
    demo: Demo,
    hom_phieu: Command,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOM_PHIEU_PASSPHRASE", "không phải mật khẩu này")
    monkeypatch.chdir(tmp_path)
    before = left_in(demo.commune)
    told = hom_phieu(*arguments, "--data", demo.commune)
    assert_one_sentence(told)
    assert "Mật khẩu không đúng" in told.err
    assert (left_in(demo.commune), list(tmp_path.iterdir())) == (before, [])


def test_a_restored_copy_needs_its_passphrase(
    demo: Demo, hom_phieu: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOM_PHIEU_PASSPHRASE", "khác")
    *_, copy = sorted((demo.folder / "backup").iterdir())
    assert_one_sentence(hom_phieu("restore", copy, "--data", tmp_path / "anew"))
    assert not (tmp_path / "anew").exists()


@pytest.mark.parametrize("at", [40, 5000, -3000])
def test_check_finds_a_damaged_database(own_demo: Demo, hom_phieu: Command, at: int) -> None:
    turned(own_demo.commune / "office.db", at=at)
    told = hom_phieu("check", "--data", own_demo.commune)
    assert_one_sentence(told)
    assert "khôi phục từ bản sao lưu" in told.err or "Mật khẩu không đúng" in told.err
    assert hom_phieu("check", "--data", own_demo.commune, "--json").code == 1


def test_a_missing_face_prints_nothing_and_leaves_nothing(
    tmp_path: Path, hom_phieu: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "faces").mkdir()
    monkeypatch.setenv("HOM_PHIEU_FONTS", str(tmp_path / "faces"))
    told = hom_phieu("demo", "--out", tmp_path / "out")
    assert told.code == 1
    assert "fonts-liberation2" in told.err.splitlines()[-1]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "máy in mặc định"),
        (["--printer", "Canon-kho"], "Không gửi được tới máy in Canon-kho"),
        (["--printer", "May-in-xa"], "Máy in May-in-xa đang tạm dừng"),
        (["--printer", "Kho"], "không nhận việc in"),
    ],
)
def test_a_printer_that_does_not_print_is_one_sentence_and_leaves_nothing_waiting(
    arguments: list[str], said: str, cups: PrintSystem, demo: Demo, hom_phieu: Command
) -> None:
    cups.add("May-in-xa")
    cups.pause("May-in-xa")
    cups.add("Kho")
    cups.reject("Kho")
    before = left_in(demo.folder)
    told = hom_phieu("print", paper(demo), *arguments)
    assert_one_sentence(told)
    assert said in told.err
    assert (cups.waiting(), cups.printed(0)) == ("", [])
    assert left_in(demo.folder) == before


@pytest.mark.parametrize(
    ("command", "largest"),
    [("backup", 0), ("backup", 64 * 1024), ("backup", 300 * 1024), ("seal", 0), ("seal", 64 * 1024)],
)
def test_a_disk_that_fills_up_leaves_the_office_as_it_was(
    command: str, largest: int, own_demo: Demo, hom_phieu: Command, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    arguments = ["backup", here] if command == "backup" else [*SEAL, "198"]
    before = audit_head(hom_phieu, own_demo.commune)
    told = in_a_process(*arguments, "--data", own_demo.commune, largest_file=largest)
    assert_one_sentence(told)
    assert list(here.iterdir()) == []
    assert audit_head(hom_phieu, own_demo.commune) == before
    assert not (own_demo.commune / "outbox").exists() or not list((own_demo.commune / "outbox").iterdir())
    assert {path.name for path in own_demo.commune.iterdir()} <= {
        "office-copy.json",
        "office.db",
        "office.head",
        "office.json",
        "outbox",
    }


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Mount a disk of 400 KiB; tell whether this user may."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_demo_on_a_full_disk_stops_in_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as mounted:
        out = tmp_path / "disk" / "out"
        told = in_a_process("demo", "--out", out, largest_file=None if mounted else 300 * 1024)
        assert told.code == 1
        last = told.err.splitlines()[-1]
        assert "hãy" in last
        assert "đầy" in last or "chỗ trống" in last
        assert "Traceback" not in told.err
        assert list((tmp_path / "disk").iterdir()) == []


def test_a_folder_without_rights_is_refused(tmp_path: Path, demo: Demo, hom_phieu: Command) -> None:
    with small_disk(tmp_path / "disk") as mounted:
        disk = tmp_path / "disk"
        if mounted:
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        elif os.geteuid() == 0:
            # Nothing is forbidden to root but what cannot be.
            disk = below_a_file(disk)
        else:
            disk.chmod(0o500)
        for arguments in (
            ["demo", "--out", disk / "out"],
            ["backup", disk / "x.sao-luu", "--data", demo.commune],
            ["key", "new", "--unit", "1", "--role", "commune", "--data", disk / "office"],
            ["key", "card", disk / "x.the", "--data", demo.commune],
        ):
            assert_one_sentence(hom_phieu(*arguments))
            assert not disk.exists() or list(disk.iterdir()) == []


def raising(trouble: BaseException) -> Callable[..., object]:
    def broken(*_: object, **__: object) -> object:
        raise trouble

    return broken


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (OSError(28, "No space left on device", "/x/office.db"), "đầy"),
        (PermissionError(13, "denied", "/x/office.db"), "quyền"),
        (OSError(5, "Input/output error", "/x/office.db"), "office.db"),
        (KeyError("Lò Thị Ơn 022099000001"), "KeyError test_failures.py:"),
        (OSError("Lò Thị Ơn 022099000001"), "OSError test_failures.py:"),
    ],
)
def test_what_nobody_foresaw_is_one_sentence_without_values(
    demo: Demo,
    hom_phieu: Command,
    trouble: BaseException,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(storage, "check_office", raising(trouble))
    told = hom_phieu("check", "--data", demo.commune, "--json")
    assert_one_sentence(told)
    assert said in told.err
    assert "Lò Thị Ơn" not in told.err + told.out
    assert set(json.loads(told.out)["error"]) == {"code", "message", "where"}


def test_a_command_that_is_broken_off_says_so(
    demo: Demo, hom_phieu: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "check_office", raising(KeyboardInterrupt()))
    told = hom_phieu("check", "--data", demo.commune)
    assert (told.code, told.err.startswith("Đã dừng theo yêu cầu")) == (1, True)


def test_the_traceback_is_there_for_who_asks(
    demo: Demo, hom_phieu: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "check_office", raising(KeyError("x")))
    monkeypatch.setenv("HOM_PHIEU_DEBUG", "1")
    assert "Traceback" in hom_phieu("check", "--data", demo.commune).err
