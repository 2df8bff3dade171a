"""Where things stand on paper, in millimetres, as the measures of the papers say."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import Any

import pytest

from desktop.printing import catalogue
from desktop.printing.form import Form
from desktop.printing.form_input import read_input
from desktop.printing.setting.sheets import page_count
from tests.printing.pages import texts, words_at
from tests.printing.samples import ACROSS, sample

_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_TALLIES = ("tally-sheet", "congress-tally-sheet")
_OTHER_SHEETS = {"wall-sheet", *_TALLIES, "package-slip", "separator-sheet", *ACROSS}
_UPRIGHT = [name for name, form in catalogue.FORMS.items() if form.has_blank and name not in _OTHER_SHEETS]
_OF_THE_STATE = [name for name in _UPRIGHT if not name.startswith("congress-")]
_OF_THE_PARTY = [name for name in _UPRIGHT if name.startswith("congress-")]
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_TITLE_MIDDLE = 30 + 66 + 2 + 97 / 2


def _sample(name: str) -> tuple[Form, Any]:
    form = catalogue.find(name)
    return form, read_input(form, sample(name), where=name)


def _middle(box: tuple[float, float, float, float]) -> float:
    return (box[0] + box[2]) / 2


@pytest.mark.parametrize("name", _OF_THE_STATE)
def test_the_national_title_stands_where_it_should_full_and_blank(name: str) -> None:
    form, value = _sample(name)
    for data in (form.draw(value, training=True), form.draw_blank(value, training=False)):
        (title,), (motto,) = words_at(data, _TITLE), words_at(data, _MOTTO)
        assert title[2] - title[0] == pytest.approx(88.3, abs=0.6)
        assert motto[2] - motto[0] == pytest.approx(56.1, abs=0.6)
        assert _middle(title) == pytest.approx(_TITLE_MIDDLE, abs=0.3)
        assert _middle(motto) == pytest.approx(_TITLE_MIDDLE, abs=0.3)
        # Letters without a mark below stand on the baseline.
        assert words_at(data, "NGHĨA")[0][3] == pytest.approx(20 + 4.3, abs=0.2)
        assert words_at(data, "do - H")[0][3] == pytest.approx(20 + 4.3 + 5.6, abs=0.2)


@pytest.mark.parametrize("name", _OF_THE_PARTY)
def test_the_partys_name_stands_where_it_should_full_and_blank(name: str) -> None:
    form, value = _sample(name)
    for data in (form.draw(value, training=True), form.draw_blank(value, training=False)):
        (title,) = words_at(data, _PARTY)
        assert title[2] - title[0] == pytest.approx(72.9, abs=0.6)
        assert _middle(title) == pytest.approx(30 + 125.8, abs=0.3)


@pytest.mark.parametrize("name", _UPRIGHT)
def test_a_label_stands_in_the_top_margin_of_page_one_and_ends_at_the_right_margin(name: str) -> None:
    form, value = _sample(name)
    label = getattr(value, "form_label", "") or getattr(getattr(value, "frame", None), "form_label", "")
    if not label:
        return
    data = form.draw(value, training=False)
    (box,) = words_at(data, label)
    assert box[2] == pytest.approx(195, abs=0.4)
    assert 9 < box[1] < box[3] < 14
    assert not any(label in page for page in texts(data)[1:]) or name.endswith("invitation")


@pytest.mark.parametrize("name", _UPRIGHT)
def test_a_later_page_bears_its_number_in_the_middle_of_the_text(name: str) -> None:
    form, value = _sample(name)
    pages = texts(form.draw_blank(value, training=False))
    for number, page in enumerate(pages[1:], 2):
        assert page.split()[0] == str(number)


def test_an_addressee_is_indented_by_22_mm() -> None:
    form, value = _sample("invitation")
    data = form.draw(value, training=False)
    assert words_at(data, "Kính mời ông (bà):")[0][0] == pytest.approx(30 + 22, abs=0.4)
    assert words_at(data, "a) Thời gian")[0][0] == pytest.approx(30 + 10, abs=0.4)


def test_the_wall_sheet_keeps_its_margins_and_widths() -> None:
    form, value = _sample("wall-sheet")
    data = form.draw(value, training=False)
    edges = (15, 37, 84, 166, 210, 252, 282)
    heads = ("Mốc", "Chậm nhất", "Việc phải xong", "Người chịu trách nhiệm", "Căn cứ", "Ngày xong, ký")
    for head, (left, right) in zip(heads, pairwise(edges), strict=True):
        found = words_at(data, head)
        assert any(_middle(box) == pytest.approx((left + right) / 2, abs=0.4) for box in found), head
    assert page_count(data) == 1, "every deadline stands on one sheet"
    few = dataclasses.replace(value, milestones=value.milestones[:5])
    rows = [words_at(form.draw(few, training=False), f"−{days} ngày")[-1] for days in (20, 15, 10, 7)]
    pitches = [below[3] - above[3] for above, below in pairwise(rows)]
    assert pitches == pytest.approx([17.3] * 3, abs=0.2)


@pytest.mark.parametrize("name", [*_UPRIGHT, "wall-sheet", *_TALLIES])
def test_the_stamp_of_training_stands_at_the_left_margin(name: str) -> None:
    form, value = _sample(name)
    ((left, _, _, bottom),) = words_at(form.draw(value, training=True), "DỮ LIỆU TẬP HUẤN")
    across = name in _OTHER_SHEETS
    assert left == pytest.approx(15 if across else 30, abs=0.4)
    assert bottom == pytest.approx(9 if across else 13, abs=1.2)
