"""The State's letterhead and the Party's are never mixed, whatever form is printed."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop.printing import catalogue
from desktop.printing.form_input import read_input
from desktop.printing.party.regimes import regime_on
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import one_line
from tests.printing.samples import sample

_PARTY, _STATE, _MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập"
_OF_THE_PARTY = [name for name in catalogue.FORMS if name.startswith(("congress-", "member-"))]


@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_a_form_bears_one_letterhead_alone(name: str) -> None:
    form = catalogue.find(name)
    text = one_line(form.draw(read_input(form, sample(name), where=name), training=False))
    if name in _OF_THE_PARTY:
        assert _PARTY in text
        assert _STATE not in text
        assert _MOTTO not in text
    else:
        assert _PARTY not in text


@pytest.mark.parametrize(("day", "end"), [(26, "./."), (27, ".")])
def test_the_regime_is_that_of_the_papers_own_date(day: int, end: str) -> None:
    assert regime_on(dt.date(2026, 5, day)).closing == end
    form = catalogue.find("congress-resolution")
    value = read_input(form, sample("congress-resolution"), where="")
    dated = DateLine.on("Húc Động", dt.date(2026, 5, day))
    text = one_line(form.draw(dataclasses.replace(value, dated=dated), training=False))
    assert f"bằng 100,00%{end} Nơi nhận" in text.replace("T/M ĐOÀN CHỦ TỊCH ", "")
