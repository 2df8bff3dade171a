"""The paper trays of a printer of CUPS: offered by their names, and told to the printer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.page.page_printer import PrintChoices, abilities_of, print_pages
from desktop.ui.page.print_memory import remember_choices, remembered_choices
from desktop.ui.page.tray_words import tray_words
from tests.ui.page.test_page_printer import ruled

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cups import PrintSystem

_A4 = (595.0, 842.0)


# CUPS finds the trays of a printer by its address, and one without a port, as in tests, has none.
_TOLD = """\
#!/bin/sh
[ "$*" = "-p May-in-xa -l" ] || exit 1
echo "PageSize/Media Size: *A4 A5 Letter"
echo "InputSlot/Media Source: *Auto Tray2 MPTray"
echo "Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble"
"""


def test_a_printers_trays_are_those_that_it_has(
    cups: PrintSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    del qapp
    cups.add("May-in-xa")
    cups.add("Canon-kho")
    asked = tmp_path / "lpoptions"
    asked.write_text(_TOLD, encoding="ascii")
    asked.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert abilities_of("May-in-xa").trays == ("Auto", "Tray2", "MPTray")
    assert abilities_of("Canon-kho").trays == ()


def test_a_paper_comes_out_of_the_tray_that_was_chosen(cups: PrintSystem, qapp: object) -> None:
    del qapp
    cups.add_with_trays("May-in-xa", "Auto", "Tray2")
    print_pages(ruled(_A4), "Hom Phieu", PrintChoices(printer="May-in-xa", tray="Tray2"))
    cups.printed(1)
    assert "InputSlot=Tray2" in cups.options()
    # Where nobody chose, the printer's own usual tray counts.
    print_pages(ruled(_A4), "Hom Phieu", PrintChoices(printer="May-in-xa"))
    cups.printed(2)
    assert not any(option.startswith("InputSlot=Tray") for option in cups.options())


def test_a_tray_is_remembered_by_its_name(tmp_path: Path) -> None:
    chosen = PrintChoices(printer="May-in-xa", tray="Tray2")
    remember_choices(tmp_path, "the-bau", chosen)
    assert remembered_choices(tmp_path, "the-bau") == chosen


@pytest.mark.parametrize(
    ("tray", "words"),
    [
        ("Auto", "Tự chọn"),
        ("Tray2", "Khay 2"),
        ("tray-3", "Khay 3"),
        ("MPTray", "Nạp tay"),
        ("by-pass-tray", "Nạp tay"),
        ("Lower", "Khay dưới"),
        ("LargeCapacity", "Khay lớn"),
        ("Kho-giay-A", "Kho-giay-A"),
        (QPrinter.PaperSource.Manual.value, "Nạp tay"),
        (261, "Khay 261"),
    ],
)
def test_trays_are_named_in_vietnamese(tray: int | str, words: str) -> None:
    assert tray_words(tray) == words
