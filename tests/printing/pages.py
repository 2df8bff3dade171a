"""What a reader of a printed file sees: pages as images, text, boxes of text, faces."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops, ImageFilter, ImageStat

REFERENCE = Path(__file__).parent / "reference"
_PT = 25.4 / 72


def rendered(data: bytes, dpi: float) -> list[Image.Image]:
    with pdfium.PdfDocument(data) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]


def texts(data: bytes) -> list[str]:
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def text_boxes(data: bytes) -> Iterator[tuple[int, float, float, float, float]]:
    """Yield page, left, top, right, bottom of each piece of text, mm from the upper left."""
    with pdfium.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            textpage = page.get_textpage()
            height = page.get_height()
            for index in range(textpage.count_rects()):
                left, bottom, right, top = textpage.get_rect(index)
                yield number, left * _PT, (height - top) * _PT, right * _PT, (height - bottom) * _PT


def words_at(data: bytes, words: str) -> list[tuple[float, float, float, float]]:
    """Find where words are printed on the first page: left, top, right, bottom, mm from the upper left."""
    with pdfium.PdfDocument(data) as document:
        page = document[0]
        textpage, height = page.get_textpage(), page.get_height()
        search = textpage.search(words, match_case=True)
        found = []
        while (hit := search.get_next()) is not None:
            boxes = [textpage.get_charbox(index) for index in range(hit[0], hit[0] + hit[1])]
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
            found.append((left * _PT, (height - top) * _PT, right * _PT, (height - bottom) * _PT))
        return found


def is_scaled_by_viewers(data: bytes) -> bool:
    """Tell whether a viewer may fit the pages to its printer's margins."""
    with pdfium.PdfDocument(data) as document:
        return bool(pdfium_c.FPDF_VIEWERREF_GetPrintScaling(document))


def one_line(data: bytes) -> str:
    return " ".join(" ".join(texts(data)).split())


def faces_in(data: bytes, folder: Path) -> list[tuple[str, bool]]:
    """List the faces in a file as pdffonts sees them, each with whether it is embedded."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    output = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in output.splitlines()[2:]]
    return [(words[0], words[-5] == "yes") for words in lines]


def assert_looks_like(image: Image.Image, name: str) -> None:
    """Compare with the picture kept under that name; HOM_PHIEU_RENEW=1 keeps the new one instead."""
    path = REFERENCE / f"{name}.png"
    if os.environ.get("HOM_PHIEU_RENEW"):
        image.quantize(16).save(path, optimize=True)
    kept = Image.open(path).convert("L")
    assert kept.size == image.size
    # Renderers differ by half a pixel at the edges of letters; a moved or missing word differs by far more.
    soft = [one.filter(ImageFilter.GaussianBlur(1.5)) for one in (kept, image)]
    difference = ImageChops.difference(*soft)
    largest = difference.getextrema()[1]
    assert largest < 48, f"{name} differs, at worst by {largest}"
    assert ImageStat.Stat(difference).mean[0] < 1.0
