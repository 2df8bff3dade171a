"""Every text form with the longest names, for each kind of hamlet: all stays on the page, and apart."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any

import pypdfium2 as pdfium
import pytest

from desktop.printing.catalogue import FORMS
from desktop.printing.form import Filled
from desktop.printing.form_input import read_input
from desktop.vietnamese.hamlet_kinds import head_of
from tests.printing.pages import text_boxes
from tests.printing.samples import sample

KINDS = ("Thôn", "Bản", "Khu phố", "Tiểu khu", "Tổ dân phố")
HAMLET = "Nà Khoang Nặm Ún Thượng"
COMMUNE = "Nậm Ét Chiềng Khoong"
TEXT_FORMS = [name for name, form in FORMS.items() if form.is_text and name != "scan-sheet"]
_PT = 25.4 / 72
_PEOPLE = ("name", "signer", "head", "front_head", "team_head", "elected", "by")


def _people(value: Any, key: str = "") -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_people(each, name) for name, each in value.items()))
    if isinstance(value, list):
        return set().union(set(), *(_people(each, key) for each in value))
    plain = re.sub(r"^(ông|bà) ", "", value) if isinstance(value, str) else ""
    return {plain} if key in _PEOPLE and re.fullmatch(r"[^\W\d]+( [^\W\d]+){1,3}", plain) else set()


def lengthened(name: str, kind: str) -> bytes:
    """The sample of a form, its hamlet of a kind, and everybody and every place with the longest name."""
    text = sample(name).decode()
    for person in sorted(_people(json.loads(text)), key=len, reverse=True):
        given = person.rpartition(" ")[2]
        text = text.replace(person, f"Nguyễn Phúc Hoàng Thị Phương {given}")
    for short, long in (("Nà Ếch", HAMLET), ("Húc Động", COMMUNE)):
        text = text.replace(short, long).replace(short.upper(), long.upper())
    head = head_of(kind)
    for said, word in (("Trưởng thôn", head), ("Thôn", kind)):
        lower = word[:1].lower() + word[1:]
        text = text.replace(said, word).replace(said.upper(), word.upper())
        text = re.sub(rf"\b{said[:1].lower()}{said[1:]}\b", lower, text)
    return text.encode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TEXT_FORMS)
def test_the_longest_names_stay_on_the_page_and_apart(name: str, kind: str) -> None:
    form = FORMS[name]
    value = read_input(form, lengthened(form.sample.removesuffix(".json"), kind), where=name)
    data = form.pdf(Filled(value), training=True)
    with pdfium.PdfDocument(data) as document:
        sizes = [(page.get_width() * _PT, page.get_height() * _PT) for page in document]
    boxes = list(text_boxes(data))
    assert boxes
    assert kind != "Thôn" or form.word(Filled(value), training=True).startswith(b"PK")
    for page, left, top, right, bottom in boxes:
        width, height = sizes[page - 1]
        assert left >= 9, f"{name}: {left:.1f} mm"
        assert right <= width - 9, f"{name}: {right:.1f} of {width:.0f} mm"
        assert top >= 5
        assert bottom <= height - 5
    for one, other in combinations(boxes, 2):
        if one[0] == other[0]:
            across = min(one[3], other[3]) - max(one[1], other[1])
            down = min(one[4], other[4]) - max(one[2], other[2])
            assert across < 1 or down < 1.6, f"{name}: {one} lies on {other}"
