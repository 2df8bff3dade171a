"""Pages on a printer of Qt's: true to scale, in the copies, pages and sides that were asked for."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.errors import PaperRefused
from desktop.ui.page import print_dialog
from desktop.ui.page.page_printer import (
    Abilities,
    PrintChoices,
    chosen_pages,
    draw_measuring_sheet,
    print_onto,
    print_pages,
)
from desktop.ui.page.print_dialog import CUT_MARKS_WITHIN, Kind, PrintDialog
from desktop.ui.page.print_memory import form_of, remember_choices, remembered_choices
from desktop.ui.page.printer_measure import Measured, measured_of, read_length, remember_measured

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_A4 = (210 * mm, 297 * mm)
_DOTS = 300


def ruled(*sizes: tuple[float, float]) -> bytes:
    """Draw pages, each with a rule of 100 mm across and one down, 20 mm from the upper left corner."""
    made = BytesIO()
    canvas = Canvas(made)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.setLineWidth(0.5 * mm)
        canvas.line(20 * mm, height - 20 * mm, 120 * mm, height - 20 * mm)
        canvas.line(20 * mm, height - 20 * mm, 20 * mm, height - 120 * mm)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def printed(folder: Path, content: bytes, choices: PrintChoices, copies: int = 1) -> pypdfium2.PdfDocument:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / "out.pdf"))
    print_onto(printer, content, "Hom Phieu", choices, copies)
    return pypdfium2.PdfDocument((folder / "out.pdf").read_bytes())


def ink(page: pypdfium2.PdfPage) -> tuple[float, ...] | None:
    """Return where the ink of a page lies, in mm from its upper left corner: left, top, right, bottom."""
    picture = page.render(scale=_DOTS / 72, grayscale=True).to_pil().point(lambda dot: 255 * (dot < 128))
    box = picture.getbbox()
    return tuple(side * 25.4 / _DOTS for side in box) if box is not None else None


def test_a_rule_of_100_millimetres_is_100_millimetres_long_and_where_it_was(
    tmp_path: Path, qapp: object
) -> None:
    del qapp
    with printed(tmp_path, ruled(_A4), PrintChoices()) as out:
        assert ink(out[0]) == pytest.approx((20, 20, 120, 120), abs=0.6)


def test_a_sheet_that_lies_stays_so_beside_one_that_stands(tmp_path: Path, qapp: object) -> None:
    del qapp
    lying = (_A4[1], _A4[0])
    with printed(tmp_path, ruled(_A4, lying), PrintChoices()) as out:
        assert [page.get_size()[0] > page.get_size()[1] for page in out] == [False, True]
        assert ink(out[1]) == pytest.approx((20, 20, 120, 120), abs=0.6)


def test_on_a_larger_sheet_the_page_keeps_its_size(tmp_path: Path, qapp: object) -> None:
    del qapp
    with printed(tmp_path, ruled(_A4), PrintChoices(paper="A3")) as out:
        assert out[0].get_size() == pytest.approx((297 * mm, 420 * mm), abs=1)
        assert ink(out[0]) == pytest.approx((20, 20, 120, 120), abs=0.6)


def test_copies_follow_each_other_and_none_begins_on_anothers_back(tmp_path: Path, qapp: object) -> None:
    del qapp
    three = ruled(_A4, _A4, _A4)
    with printed(tmp_path, three, PrintChoices(copies=2)) as out:
        assert len(out) == 6
    with printed(tmp_path, three, PrintChoices(copies=2, sides="long")) as out:
        assert [ink(page) is None for page in out] == [False] * 3 + [True] + [False] * 3
    with printed(tmp_path, three, PrintChoices(pages="2-3"), copies=3) as out:
        assert len(out) == 6


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (0, 1, 2, 3, 4)),
        (" 2 ", (1,)),
        ("1-3, 5", (0, 1, 2, 4)),
        ("4;1–2", (3, 0, 1)),
        ("3-1", None),
        ("6", None),
        ("0", None),
        ("hai", None),
        ("1,,2", None),
    ],
)
def test_pages_are_read_as_somebody_types_them(typed: str, pages: tuple[int, ...] | None) -> None:
    assert chosen_pages(typed, 5) == pages


def test_pages_that_are_not_there_and_printers_that_are_gone_are_refused(
    tmp_path: Path, qapp: object
) -> None:
    del qapp
    with pytest.raises(PaperRefused) as caught:
        printed(tmp_path, ruled(_A4), PrintChoices(pages="2"))
    assert caught.value.code == "printer.pages"
    with pytest.raises(PaperRefused) as caught:
        print_pages(ruled(_A4), "Hom Phieu", PrintChoices(printer="Không có"))
    assert caught.value.code == "printer.absent"


def test_how_a_form_was_printed_is_remembered_for_that_form_alone(tmp_path: Path) -> None:
    minutes, list_ = form_of("counting-minutes-06859-T01-20241208.pdf"), form_of("ds-ho-06859.pdf")
    assert (minutes, list_) == ("counting-minutes", "ds-ho")
    assert remembered_choices(tmp_path, minutes).copies == 3
    assert remembered_choices(tmp_path, list_).copies == 1
    chosen = PrintChoices(printer="Canon-kho", copies=2, sides="long", tray=4, pages="1")
    remember_choices(tmp_path, list_, chosen)
    assert remembered_choices(tmp_path, list_) == PrintChoices("Canon-kho", 2, "long", 4)
    assert remembered_choices(tmp_path, minutes).copies == 3
    (tmp_path / "printing.json").write_text("{", encoding="utf-8")
    assert remembered_choices(tmp_path, list_).copies == 1


@pytest.fixture
def parent(qtbot: QtBot, qapp: object) -> QWidget:
    del qapp
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asked(parent: QWidget, kind: Kind, can: Abilities, monkeypatch: pytest.MonkeyPatch) -> PrintDialog:
    monkeypatch.setattr(print_dialog, "_abilities", {"Canon-kho": can})
    remembered = PrintChoices("Canon-kho", 2, "long")
    dialog = PrintDialog(parent, ["Canon-kho"], "In?", "Một câu.", "In", remembered=remembered, kind=kind)
    dialog.show()
    return dialog


def test_the_dialog_offers_what_the_printer_can_and_what_was_chosen_last(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = asked(parent, "copies", Abilities(("one", "long", "short"), (0, 4, 5)), monkeypatch)
    assert dialog.sides.isVisible()
    assert dialog.tray.isVisible()
    assert not dialog.paper.isVisible()
    assert dialog.choices() == PrintChoices("Canon-kho", 2, "long")
    assert dialog.height() <= 440
    dialog.copies.line.setText("0")
    dialog.yes.click()
    assert dialog.isVisible()
    dialog.copies.line.setText("3")
    dialog.pages.line.setText("hai")
    dialog.yes.click()
    assert dialog.isVisible()
    dialog.pages.line.setText("1-2")
    dialog.yes.click()
    assert not dialog.isVisible()
    assert dialog.choices() == PrintChoices("Canon-kho", 3, "long", pages="1-2")


def test_ballots_have_no_copies_and_need_their_cutting_marks(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = asked(parent, "cut", Abilities(margin=CUT_MARKS_WITHIN + 2), monkeypatch)
    assert not dialog.copies.isVisible()
    assert dialog.choices().copies == 1
    dialog.yes.click()
    assert dialog.isVisible()
    assert "mất dấu cắt phiếu" in dialog.target._below.text()
    dialog.reject()
    dialog = asked(parent, "cut", Abilities(margin=4.2), monkeypatch)
    dialog.yes.click()
    assert not dialog.isVisible()


def test_the_measuring_sheet_has_its_rules_where_a_ruler_looks_for_them(tmp_path: Path, qapp: object) -> None:
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    draw_measuring_sheet(printer)
    with pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes()) as out:
        assert ink(out[0]) == pytest.approx((20, 20, 120, 120), abs=0.6)


@pytest.mark.parametrize(
    "measured", [Measured(980, 990, 205, 195), Measured(1020, 1000, 200, 230), Measured(1000, 1000, 150, 260)]
)
def test_a_printer_that_shrinks_or_shifts_is_put_right(
    measured: Measured, tmp_path: Path, qapp: object
) -> None:
    """The printer of the test does to the page what the ruler said, and the rule is where it belongs."""
    del qapp
    assert measured.can_be_put_right()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_onto(printer, ruled(_A4), "Hom Phieu", PrintChoices(), measured=measured)
    with pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes()) as out:
        drawn = ink(out[0])
    assert drawn is not None
    (across, down), (right, below) = measured.stretch(), measured.shift()
    left, top, far, low = drawn
    arrives = (
        left * across + right / 10,
        top * down + below / 10,
        far * across + right / 10,
        low * down + below / 10,
    )
    assert [float(side) for side in arrives] == pytest.approx([20, 20, 120, 120], abs=0.6)


@pytest.mark.parametrize(
    "measured", [Measured(960), Measured(down=1040), Measured(left=270), Measured(top=130)]
)
def test_what_is_off_by_more_than_three_in_a_hundred_is_not_covered_up(measured: Measured) -> None:
    assert not measured.can_be_put_right()


def test_lengths_are_read_as_somebody_types_them_and_kept_for_each_printer(tmp_path: Path) -> None:
    assert [read_length(typed) for typed in ("99,5", " 100 ", "100.2 mm", "", "một", "9,55")] == [
        995,
        1000,
        1002,
        None,
        None,
        None,
    ]
    remember_measured(tmp_path, "Canon-kho", Measured(995))
    assert measured_of(tmp_path, "Canon-kho") == Measured(995)
    assert measured_of(tmp_path, "May-in-xa") == Measured()
