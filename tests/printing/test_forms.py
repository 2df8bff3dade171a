"""Every form full, half filled and blank."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.form import Form, emptied
from desktop.printing.form_input import read_input
from desktop.wording import refusal_sentence
from tests.printing.left_out import left_out
from tests.printing.pages import REFERENCE, assert_looks_like, one_line, rendered, text_boxes, texts
from tests.printing.samples import ACROSS, sample

_WITH_BLANK = [name for name, form in catalogue.FORMS.items() if form.has_blank]
_BALLOTS = [name for name, form in catalogue.FORMS.items() if not form.has_blank]
_SIDES = {
    "tally-sheet": (15.0, 282.0),
    "congress-tally-sheet": (15.0, 282.0),
    "package-slip": (15.0, 198.0),
    "wall-sheet": (15.0, 282.0),
    **dict.fromkeys(ACROSS, (15.0, 282.0)),
}
_TWO_PAGES = {
    "congress-attendance-report",
    "congress-counting-minutes",
    "congress-minutes",
    "dismissal-minutes",
    "dismissal-counting-minutes",
    *(f"{kind}-minutes{blank}" for kind in ("counting", "meeting", "handed-out") for blank in ("", "-blank")),
    "posted-roll",
    "sign-in-roll",
    "member-book",
}
_INVENTED = ("Nình", "Trần Văn Thìn", "Nà Ếch", "Húc Động", "2024", "0203", "06859", "acff")
# Their pictures are compared where their own tests are.
_PICTURED_ELSEWHERE = {
    "hamlet-ballot",
    "hamlet-ballot-agree",
    "hand-out-slip",
    "counting-minutes",
    "cover-checklist",
    "ballot-handover",
    "sign-in-roll",
    "tally-sheet",
    "recognition-decision",
    "hold-again-decision",
    "invitation",
    "meeting-minutes",
    "result-notice",
}


def _sample(name: str) -> tuple[Form, Any]:
    form = catalogue.find(name)
    return form, read_input(form, sample(name), where=name)


def _within_margins(name: str, data: bytes) -> None:
    least, most = _SIDES.get(name, (30.0, 195.0))
    for page, left, _, right, _ in text_boxes(data):
        assert left >= least - 0.4, page
        assert right <= most + 0.4, page


@pytest.mark.parametrize("name", _WITH_BLANK)
def test_a_blank_form_holds_nobody_and_stays_within_the_margins(name: str) -> None:
    form, value = _sample(name)
    data = form.draw_blank(value, training=False)
    text = one_line(data)
    assert not [word for word in _INVENTED if word in text.replace("nd59-2023", "")]
    assert "None" not in text
    assert ".." not in text, "leaders are drawn, never typed"
    assert "TẬP HUẤN" not in text
    _within_margins(name, data)


@pytest.mark.parametrize("name", _WITH_BLANK)
@settings(max_examples=6, deadline=None)
@given(chosen=st.sets(st.integers(1, 24)))
def test_whatever_is_left_out_a_form_prints_within_the_margins(name: str, chosen: set[int]) -> None:
    form, value = _sample(name)
    try:
        half = left_out(value, chosen)
    except ValueError:
        assume(False)
    data = form.draw(half, training=True)
    assert "None" not in one_line(data)
    assert all("DỮ LIỆU TẬP HUẤN" in text for text in texts(data))
    _within_margins(name, data)


@pytest.mark.parametrize("name", [name for name in _WITH_BLANK if name not in _TWO_PAGES])
def test_a_blank_that_one_page_can_hold_takes_one(name: str) -> None:
    form, value = _sample(name)
    assert len(texts(form.draw_blank(value, training=False))) == 1


@pytest.mark.parametrize("name", _BALLOTS)
def test_a_ballot_is_never_printed_without_names(name: str) -> None:
    form, value = _sample(name)
    with pytest.raises(PaperRefused) as refusal:
        form.draw_blank(value, training=False)
    assert refusal.value.code == "paper.no_blank"


@pytest.mark.parametrize("name", list(catalogue.FORMS))
@pytest.mark.parametrize(
    ("spoilt", "code_point"),
    [(unicodedata.normalize("NFD", "Húc Động"), "U+0301"), ("Húc Động 漢", "U+6F22")],
    ids=["decomposed", "missing"],
)
def test_a_letter_that_would_print_wrong_stops_every_form(name: str, spoilt: str, code_point: str) -> None:
    form = catalogue.find(name)
    document = sample(name).decode()
    for was in ("Húc Động", "HÚC ĐỘNG"):
        document = document.replace(was, spoilt)
    value = read_input(form, document.encode(), where=name)
    with pytest.raises(PaperRefused) as refusal:
        form.draw(value, training=False)
    assert (refusal.value.code, refusal.value.where) == ("paper.letter", code_point)
    assert refusal_sentence(refusal.value).endswith("rồi in lại.")


def test_what_belongs_to_the_kind_of_paper_is_not_emptied() -> None:
    _, value = _sample("counting-minutes-blank")
    bare = emptied(dataclasses.replace(value, hamlet_kind="bản", vote="hands"))
    assert (bare.hamlet_kind, bare.vote, bare.form_label) == ("bản", "hands", value.form_label)
    assert (bare.hamlet_name, bare.candidates, bare.electorate) == (None, (), None)


def test_a_blank_of_handed_out_ballots_does_not_speak_of_a_meeting() -> None:
    form, value = _sample("handed-out-minutes")
    text = one_line(form.draw_blank(value, training=False))
    assert "Tổ phát phiếu lấy ý kiến tiến hành kiểm phiếu." in text
    assert "Số hộ gia đình đã nhận phiếu:" in text
    assert "Ý kiến khác:" in text
    assert "tổ chức cuộc họp" not in text
    assert "BAN KIỂM PHIẾU" not in text


def test_handed_out_ballots_count_who_received_one() -> None:
    form, value = _sample("handed-out-minutes")
    text = one_line(form.draw(value, training=False))
    assert "đã nhận phiếu: 85 hộ, bằng 97,70% của 87 hộ gia đình; 02 hộ không phát được." in text
    assert "Số phiếu thu về: 83 phiếu, bằng 97,65% của 85 phiếu phát ra." in text
    assert "được 50 phiếu đồng ý, bằng 57,47% của 87 hộ gia đình, là người trúng cử" in text
    assert "đại diện hộ gia đình của thôn" not in text


def test_minutes_of_slips_open_with_the_meeting_that_too_few_attended() -> None:
    form, value = _sample("handed-out-minutes")
    text = one_line(form.draw(value, training=False))
    assert (
        "Cuộc họp ngày 08 tháng 12 năm 2024 có 41 đại diện trên 87 hộ tham dự, bằng 47,13%, "
        "không đủ để quyết định." in text
    )
    assert "Ý kiến khác: 03 phiếu, đề nghị sửa mương Nà Làng trước vụ xuân." in text
    for signing in ("TM. TỔ PHÁT PHIẾU", "CÁC THÀNH VIÊN TỔ PHÁT PHIẾU"):
        assert signing in text
    silent = one_line(form.draw(dataclasses.replace(value, other_opinions=None), training=False))
    assert "Ý kiến khác: không có." in silent


def _assert_looks_approved(data: bytes, name: str) -> None:
    pages = rendered(data, 50)
    for number, page in enumerate(pages, 1):
        assert_looks_like(page, f"{name}-{number}")
    assert not (REFERENCE / f"{name}-{len(pages) + 1}.png").exists(), "a page is gone"


@pytest.mark.parametrize("name", [name for name in catalogue.FORMS if name not in _PICTURED_ELSEWHERE])
def test_a_full_form_looks_as_it_was_approved(name: str) -> None:
    form, value = _sample(name)
    _assert_looks_approved(form.draw(value, training=True), f"{name}-full")


@pytest.mark.parametrize("name", _WITH_BLANK)
def test_a_blank_form_looks_as_it_was_approved(name: str) -> None:
    form, value = _sample(name)
    _assert_looks_approved(form.draw_blank(value, training=False), f"{name}-empty")


@pytest.mark.parametrize("name", sorted(_PICTURED_ELSEWHERE))
def test_every_other_form_has_its_picture(name: str) -> None:
    assert any((REFERENCE / f"{name}{page}.png").exists() for page in ("", "-1"))
