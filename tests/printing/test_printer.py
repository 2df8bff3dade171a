"""Papers handed to a real print system arrive as they are kept, or one sentence says why not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import PaperRefused
from desktop.printing import printer
from desktop.printing.ballots.facts import HamletBallot
from desktop.printing.hamlet_head.day.ballot import draw
from desktop.printing.printer import send_to_printer
from desktop.wording import refusal_sentence
from tests.cups import Job, PrintSystem

Trouble = Callable[[PrintSystem, str], None]


@pytest.fixture
def paper(ballot: HamletBallot) -> bytes:
    return draw(ballot, copies=200, training=True)


def test_what_arrives_is_byte_for_byte_what_is_kept(cups: PrintSystem, paper: bytes) -> None:
    cups.add("May-in-xa")
    send_to_printer(paper, "May-in-xa")
    assert cups.printed(1) == [Job("May-in-xa", paper)]


def test_without_a_name_it_goes_to_the_usual_printer(cups: PrintSystem, paper: bytes) -> None:
    cups.add("Kho")
    cups.add("May-in-xa", usual=True)
    send_to_printer(paper, None)
    assert cups.printed(1) == [Job("May-in-xa", paper)]


def test_papers_come_out_in_the_order_in_which_they_were_sent(cups: PrintSystem) -> None:
    cups.add("May-in-xa")
    papers = [b"%%PDF-1.7\n%d\n%%%%EOF\n" % number for number in range(12)]
    for paper in papers:
        send_to_printer(paper, "May-in-xa")
    assert [job.content for job in cups.printed(12)] == papers


@pytest.mark.parametrize("name", ["Máy-in-Một-cửa", "HP_LaserJet(tầng2)", "-o", "a,b", "Ca$h;&"])
def test_a_printer_is_found_by_whatever_name_it_may_have(cups: PrintSystem, name: str, paper: bytes) -> None:
    cups.add("Kho", usual=True)
    cups.add(name)
    send_to_printer(paper, name)
    assert cups.printed(1) == [Job(name, paper)]


def refused(paper: bytes, name: str | None) -> tuple[str, str]:
    """Print in vain; return the code of the refusal and what the clerk reads."""
    with pytest.raises(PaperRefused) as caught:
        send_to_printer(paper, name)
    return caught.value.code, refusal_sentence(caught.value)


@pytest.mark.parametrize("name", ["Canon-kho", "Máy in xã", "May-in"])
def test_a_printer_that_is_not_there_is_named(cups: PrintSystem, name: str, paper: bytes) -> None:
    cups.add("May-in-xa", usual=True)
    code, said = refused(paper, name)
    assert code == "printer.absent"
    assert f"máy in {name}," in said
    assert (cups.printed(0), cups.waiting()) == ([], "")


@pytest.mark.parametrize("trouble", [PrintSystem.pause, PrintSystem.reject])
@pytest.mark.parametrize("asked", ["Máy-in-xã", "máy-in-xã", None])
@pytest.mark.parametrize("language", ["C", "de_DE.UTF-8"])
def test_nothing_is_left_waiting_at_a_printer_that_stands_still(
    cups: PrintSystem,
    trouble: Trouble,
    asked: str | None,
    language: str,
    paper: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cups.add("Máy-in-xã", usual=True)
    cups.add("Kho")
    trouble(cups, "Máy-in-xã")
    monkeypatch.setenv("LC_ALL", language)
    code, said = refused(paper, asked)
    assert code == "printer.stopped"
    assert (asked or "Máy-in-xã") in said
    assert cups.waiting() == "", "what waits comes out days later, beside what was printed elsewhere"

    send_to_printer(paper, "Kho")
    assert cups.printed(1) == [Job("Kho", paper)]


def test_a_printer_that_goes_on_prints_once(cups: PrintSystem, paper: bytes) -> None:
    cups.add("May-in-xa")
    cups.pause("May-in-xa")
    assert refused(paper, "May-in-xa")[0] == "printer.stopped"
    cups.resume("May-in-xa")
    send_to_printer(paper, "May-in-xa")
    assert cups.printed(1) == [Job("May-in-xa", paper)]


def test_no_usual_printer_is_said(cups: PrintSystem, paper: bytes) -> None:
    cups.add("May-in-xa")
    assert refused(paper, None)[0] == "printer.none"
    assert cups.printed(0) == []


@pytest.mark.parametrize("asked", ["May-in-xa", None])
def test_a_print_system_that_does_not_run_is_said(asked: str | None, paper: bytes) -> None:
    assert refused(paper, asked)[0] == "printer.system"


def test_a_computer_without_a_print_system_says_so(
    paper: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(paper, "May-in-xa")[0] == "printer.system"


def test_a_bundle_prints_with_the_libraries_of_the_computer(
    cups: PrintSystem, paper: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups.add("May-in-xa")
    (tmp_path / "libcups.so.2").write_bytes(b"a library of another system")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    send_to_printer(paper, "May-in-xa")
    monkeypatch.delenv("LD_LIBRARY_PATH")
    assert cups.printed(1) == [Job("May-in-xa", paper)]


def test_a_print_system_that_hangs_leaves_nothing_certain(
    cups: PrintSystem, paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups.add("May-in-xa")
    monkeypatch.setattr(printer, "_PATIENCE", 0.5)
    with cups.silent():
        code, said = refused(paper, "May-in-xa")
    assert code == "printer.silent"
    assert "hàng đợi" in said
