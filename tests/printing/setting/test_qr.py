from __future__ import annotations

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import PaperRefused
from desktop.printing.setting import qr
from desktop.printing.setting.qr_mask import masked
from desktop.printing.setting.sheets import Imprint, drawn_pages
from tests.printing.pages import rendered

_IMPRINT = Imprint(title="Mã", author="", training=False)
_PACKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def _read_from_paper(text: str, side: float) -> list[str]:
    code = qr.fitting(side, text)
    data = drawn_pages([lambda pen: qr.draw(pen, code, 10, 10, side)], _IMPRINT, width=60, height=60)
    return [found.text for found in zxingcpp.read_barcodes(rendered(data, 300)[0])]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(_PACKED, min_size=1, max_size=300), st.text(min_size=1, max_size=120)))
def test_the_mask_is_the_one_that_the_standard_chooses(text: str) -> None:
    # The library judges the eight masks module by module, as the standard is written.
    judged = segno.make(text, error="m", micro=False, boost_error=False)
    assert masked(text) == ["".join(map(str, row)) for row in judged.matrix]


@pytest.mark.parametrize("length", [1, 20, 60, 160, 400, 800, 1600, 2300])
def test_every_size_of_code_has_the_modules_that_the_library_sets(length: int) -> None:
    text = (_PACKED * 60)[:length]
    set_one_by_one = segno.make(text, error="m", micro=False, boost_error=False)
    assert masked(text) == ["".join(map(str, row)) for row in set_one_by_one.matrix]


@settings(max_examples=15, deadline=None)
@given(st.text(_PACKED.replace(" ", ""), min_size=1, max_size=126))
def test_a_code_of_the_smallest_modules_is_read_from_a_print(text: str) -> None:
    assert _read_from_paper(text, 14.8) == [text]


@pytest.mark.parametrize("length", [1, 40, 112, 126, 400])
def test_a_large_code_is_read_from_a_print(length: int) -> None:
    text = ("HP1:06859-NA-ECH:2024:1:R1:" * 16)[:length]
    assert _read_from_paper(text, 40) == [text]


def test_a_text_that_needs_too_small_modules_gives_way_to_a_shorter_one() -> None:
    assert qr.fitting(14.8, "A" * 200, "A" * 100) == qr.fitting(14.8, "A" * 100)
    with pytest.raises(PaperRefused) as refusal:
        qr.fitting(14.8, "A" * 200)
    assert (refusal.value.code, refusal.value.context["characters"]) == ("paper.qr", 200)
