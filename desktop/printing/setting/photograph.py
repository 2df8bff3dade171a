"""A photograph as it was taken: upright, without what shines through, no larger than print needs."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

from PIL import Image
from PIL.Image import Transpose

UNREADABLE = (Image.DecompressionBombError, OSError, ValueError, SyntaxError)
"""What reading a file that is no picture, or a damaged one, may raise."""

_ORIENTATION = 0x0112
_UPWARDS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}


def photograph(content: bytes, least: tuple[int, int]) -> Image.Image:
    """Read a photograph in red, green and blue.

    Args:
        content: a JPEG or PNG file.
        least: width and height in dots that suffice; a JPEG file of many more is read at a part of its size.

    Raises:
        OSError, ValueError, SyntaxError, DecompressionBombError: as ``UNREADABLE``.

    Source: EXIF 2.32, tag 0x0112 (telephones save what they took as it lay, and say how to turn it).
    """
    with Image.open(BytesIO(content)) as opened:
        opened.draft("RGB", (max(least),) * 2)
        way = how_to_turn(opened)
        if opened.has_transparency_data:
            shown = opened.convert("RGBA")
            picture = Image.new("RGBA", shown.size, "white")
            picture.alpha_composite(shown)
        else:
            picture = opened
        picture = picture.convert("RGB")
    return picture if way is None else picture.transpose(way)


def how_to_turn(picture: Image.Image) -> Transpose | None:
    """Return how a picture says that it is turned before it is looked at; None for as it lies."""
    # What a camera wrote beside the picture is damaged in many ways; the picture may be whole.
    with suppress(Exception):
        return _UPWARDS.get(picture.getexif().get(_ORIENTATION, 1))
    return None
