"""``hom-phieu print`` on a real print system."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli.app import run
from tests.cups import Job, PrintSystem

PAPER = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "biên bản.pdf"
    path.write_bytes(PAPER)
    return path


def test_a_file_goes_to_the_printer_that_is_named(
    cups: PrintSystem, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cups.add("Kho", usual=True)
    cups.add("Máy-in-xã")
    assert run(["print", str(file), "--printer", "Máy-in-xã"]) == 0
    assert cups.printed(1) == [Job("Máy-in-xã", PAPER)]
    assert capsys.readouterr().err == "Đã gửi biên bản.pdf tới máy in.\n"


def test_a_file_goes_to_the_usual_printer(cups: PrintSystem, file: Path) -> None:
    cups.add("Kho", usual=True)
    cups.add("Máy-in-xã")
    assert run(["print", str(file)]) == 0
    assert cups.printed(1) == [Job("Kho", PAPER)]


def test_a_file_that_is_no_paper_never_reaches_the_printer(cups: PrintSystem, tmp_path: Path) -> None:
    cups.add("Kho", usual=True)
    letter = tmp_path / "thư.pdf"
    letter.write_bytes(b"PK")
    assert run(["print", str(letter)]) == 1
    assert cups.printed(0) == []
