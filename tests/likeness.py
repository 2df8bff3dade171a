"""How like a paper that came out of a printer is to its preview, dot by dot."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import ImageChops, ImageFilter

_DOTS = 150
_REACH = 5  # dots, of which the middle one counts: two to each side, a third of a millimetre
UNLIKE = 0.002
"""Share of the ink that may lie elsewhere."""


def unlike(printed: bytes, shown: bytes, copies: int = 1) -> float:
    """Hold what came out of a printer against the preview: ink of the worst page that lies elsewhere."""
    with pypdfium2.PdfDocument(printed) as out, pypdfium2.PdfDocument(shown) as paper:
        assert len(out) == copies * len(paper)
        return max(_elsewhere(page, paper[number % len(paper)]) for number, page in enumerate(out))


def _elsewhere(page: pypdfium2.PdfPage, wanted: pypdfium2.PdfPage) -> float:
    assert page.get_size() == pytest.approx(wanted.get_size(), abs=1)
    pictures = [each.render(scale=_DOTS / 72, grayscale=True).to_pil() for each in (page, wanted)]
    size = (min(picture.width for picture in pictures), min(picture.height for picture in pictures))
    one, other = (picture.crop((0, 0, *size)) for picture in pictures)
    shares = []
    for drawn, ground in ((one, other), (other, one)):
        # A hair line is black here and grey there: ink is what is dark, and finds its like in any grey.
        ink = drawn.point(lambda dot: 255 * (dot > 100))
        near = ground.point(lambda dot: 255 * (dot > 230)).filter(ImageFilter.MinFilter(_REACH))
        lost = ImageChops.subtract(near, ink).histogram()[255]
        shares.append(lost / max(ink.histogram()[0], 1))
    return max(shares)
