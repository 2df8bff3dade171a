"""Photographs of candidates as telephones, scanners and drawing programs leave them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.Image import Transpose

from desktop.printing.setting.photograph import photograph

_ENOUGH = (480, 720)


def file_of(picture: Image.Image, kind: str, **options: Any) -> bytes:
    held = BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


def portrait() -> Image.Image:
    """A picture that is red at its head and blue at its left foot."""
    picture = Image.new("RGB", (60, 90), "white")
    picture.paste("red", (0, 0, 60, 30))
    picture.paste("blue", (0, 60, 30, 90))
    return picture


@pytest.mark.parametrize(
    ("orientation", "laid"),
    [
        (2, Transpose.FLIP_LEFT_RIGHT),
        (3, Transpose.ROTATE_180),
        (4, Transpose.FLIP_TOP_BOTTOM),
        (5, Transpose.TRANSPOSE),
        (6, Transpose.ROTATE_90),
        (7, Transpose.TRANSVERSE),
        (8, Transpose.ROTATE_270),
    ],
)
def test_a_telephones_photograph_stands_as_it_was_taken(orientation: int, laid: Transpose) -> None:
    beside = Image.Exif()
    beside[0x0112] = orientation
    content = file_of(portrait().transpose(laid), "PNG", exif=beside)
    assert photograph(content, _ENOUGH).tobytes() == portrait().tobytes()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_is_white_and_not_black(mode: str) -> None:
    nothing = Image.new(mode, (40, 60), 0)
    content = file_of(nothing, "PNG", **({"transparency": 0} if mode == "P" else {}))
    assert photograph(content, _ENOUGH).getpixel((20, 30)) == (255, 255, 255)


def test_a_printers_colours_become_those_of_a_screen() -> None:
    picture = photograph(file_of(portrait().convert("CMYK"), "JPEG"), _ENOUGH)
    red, green, blue = picture.getpixel((30, 10))  # type: ignore[misc]  # three colours
    assert red > 200
    assert max(green, blue) < 60


def test_a_large_photograph_is_read_no_larger_than_print_needs() -> None:
    picture = photograph(file_of(Image.new("RGB", (4800, 6400), "gray"), "JPEG"), _ENOUGH)
    assert 720 <= picture.width < 1440


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_damage_in_what_a_camera_wrote_beside_the_picture_does_not_hinder_it() -> None:
    beside = Image.Exif()
    beside[0x0112], beside[0x0110] = 6, "May anh"
    good = file_of(portrait(), "JPEG", exif=beside)
    at = good.index(b"Exif") + 6
    for place in range(at, at + 40):
        content = good[:place] + b"\xff" + good[place + 1 :]
        assert set(photograph(content, _ENOUGH).size) == {60, 90}
