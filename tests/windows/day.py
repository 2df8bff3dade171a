"""A whole election day on both systems: the same figures and papers, packages and backups both ways."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop.services.training.scene import BINH_LIEU
from tests.checkout import ROOT
from tests.likeness import UNLIKE, unlike
from tests.windows.house import House

_DAY = "Ngày bầu cử mẫu"
_STREAM = "government"


def check_day(house: House) -> str:
    """Hold the example's day on both systems, carry packages and backups between them; returns what was seen.

    Raises:
        AssertionError: something differs.
    """
    told = house.program("--version").stdout
    assert told.startswith("Hòm Phiếu "), told
    read = house.program("read", "resources/samples/ho-gia-dinh.xlsx", "--kind", "households").stdout
    assert "ho-gia-dinh.xlsx" in read or "hộ" in read, read
    there, here = house.drive / _DAY, house.place / "linux"
    for old in (there, here, house.drive / "USB", house.drive / "Dựng lại"):
        shutil.rmtree(old, ignore_errors=True)
    # The two days are held side by side.
    with ThreadPoolExecutor() as both:
        held = both.submit(house.program, "demo", "--out", f"C:\\{_DAY}")
        _own("demo", "--out", here)
        held.result()
    summaries = [json.loads((day / "summary.json").read_text(encoding="utf-8")) for day in (there, here)]
    assert summaries[0] == summaries[1], "the two days differ"
    papers = _compare_papers(there, here)
    _carry_packages(house, there, here)
    _carry_backups(house, there, here)
    _print_one(house, here)
    return f"a day with {papers} papers of the same words, packages and backups both ways, one printed"


def _compare_papers(there: Path, here: Path) -> int:
    papers = sorted(path.relative_to(here) for path in here.rglob("*.pdf"))
    assert papers == sorted(path.relative_to(there) for path in there.rglob("*.pdf"))
    for paper in papers:
        assert _words(there / paper) == _words(here / paper), paper
    return len(papers)


def _words(paper: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True)
    return told.stdout.decode()


def _print_one(house: House, here: Path) -> None:
    """Print minutes through Qt as Windows has it, and hold what comes out against the preview."""
    paper = next((here / "minutes").glob("*.pdf"))
    (house.drive / "in.pdf").write_bytes(paper.read_bytes())
    printed = house.drive / "out.pdf"
    printed.unlink(missing_ok=True)
    command = (house.python, "-m", "tests.windows.paper", "C:\\in.pdf", "C:\\out.pdf")
    house.run(*command, more={"QT_QPA_PLATFORM": "offscreen"})
    assert unlike(printed.read_bytes(), paper.read_bytes()) < UNLIKE


def _carry_packages(house: House, there: Path, here: Path) -> None:
    """A third package of each commune goes to the other system's office, and its receipt comes home."""
    unit = BINH_LIEU.receiver
    # Windows' package: sealed there, taken in here, its receipt read there.
    sealed = house.program("seal", "--stream", _STREAM, "--to", unit, "--data", _there("commune"), "--json")
    name = Path(json.loads(_document(sealed.stdout))["path"].replace("\\", "/")).name
    stick = house.drive / "USB"
    stick.mkdir(exist_ok=True)
    [package] = (there / "data/commune").rglob(name)
    (stick / name).write_bytes(package.read_bytes())
    taken = json.loads(
        _own("take-in", stick / name, "--receipts", stick, "--data", here / "data/office", "--json")
    )
    assert [each["outcome"] for each in taken] == ["accepted"], taken
    receipt = Path(taken[0]["receipt"]).name
    house.program("receipt", f"C:\\USB\\{receipt}", "--data", _there("commune"))
    # And this system's package, the other way.
    made = json.loads(
        _own("seal", "--stream", _STREAM, "--to", unit, "--data", here / "data/commune", "--json")
    )
    own = stick / f"linux-{Path(made['path']).name}"
    own.write_bytes(Path(made["path"]).read_bytes())
    told = house.program(
        "take-in",
        f"C:\\USB\\{own.name}",
        "--receipts",
        "C:\\USB\\biên nhận",
        "--data",
        _there("office"),
        "--json",
    )
    taken = json.loads(_document(told.stdout))
    assert [each["outcome"] for each in taken] == ["accepted"], taken
    [back] = (stick / "biên nhận").glob("*.bn")
    _own("receipt", back, "--data", here / "data/commune")


def _carry_backups(house: House, there: Path, here: Path) -> None:
    house.program("backup", "C:\\USB\\bản sao Windows.sao-luu", "--data", _there("commune"))
    _own("restore", house.drive / "USB/bản sao Windows.sao-luu", "--data", here / "from-windows")
    _own("check", "--data", here / "from-windows")
    _own("backup", house.drive / "USB/bản sao.sao-luu", "--data", here / "data/commune")
    house.program("restore", "C:\\USB\\bản sao.sao-luu", "--data", "C:\\Dựng lại")
    house.program("check", "--data", "C:\\Dựng lại")
    del there


def _there(office: str) -> str:
    return f"C:\\{_DAY}\\data\\{office}"


def _document(told: str) -> str:
    """Return the JSON document of two streams that came back as one."""
    starts = min(found for found in (told.find("{"), told.find("[")) if found >= 0)
    return told[starts : max(told.rfind("}"), told.rfind("]")) + 1]


def _own(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
