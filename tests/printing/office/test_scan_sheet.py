from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image

from desktop.errors import PaperRefused
from desktop.printing.office.scan_sheet import scan_pages


def photograph(width: int, height: int, kind: str, orientation: int = 1) -> bytes:
    held, beside = BytesIO(), Image.Exif()
    beside[0x0112] = orientation
    Image.new("RGB", (width, height), "white").save(held, kind, exif=beside)
    return held.getvalue()


def size_in_mm(content: bytes) -> tuple[int, int]:
    document = pdfium.PdfDocument(content)
    width, height = document.get_page_size(0)
    document.close()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_fills_a_sheet_that_lies_as_it_does(kind: str) -> None:
    assert size_in_mm(scan_pages(photograph(60, 90, kind), where="a")) == (210, 297)
    assert size_in_mm(scan_pages(photograph(90, 60, kind), where="a")) == (297, 210)


def test_minutes_taken_with_a_telephone_held_upright_are_seen_upright() -> None:
    assert size_in_mm(scan_pages(photograph(90, 60, "JPEG", orientation=6), where="a")) == (210, 297)


def test_a_scan_that_is_a_pdf_stays_as_it_is() -> None:
    content = scan_pages(photograph(60, 90, "PNG"), where="a")
    assert scan_pages(content, where="a") is content


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\nbroken", b"\xff\xd8\xffbroken"])
def test_a_damaged_photograph_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(PaperRefused) as refused:
        scan_pages(content, where="anh.jpg")
    assert (refused.value.code, refused.value.where) == ("paper.scan", "anh.jpg")
