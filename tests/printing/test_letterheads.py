"""The State's letterhead and the Party's are never mixed, and a Party paper looks as its own date has it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.form import Filled, Form
from desktop.printing.form_input import read_input
from desktop.printing.merge import merged
from desktop.printing.party.regimes import regime_on
from desktop.printing.setting.date_line import DateLine
from tests.printing.left_out import left_out
from tests.printing.pages import one_line
from tests.printing.samples import ACROSS, sample
from tests.printing.word.read_word import word_text

_PARTY, _STATE = "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MARKS = {"Party": (_PARTY,), "State": (_STATE, "Độc lập - Tự do - Hạnh phúc")}
_OF_THE_PARTY = ("congress.", "registers")
# A ballot of A6 has no room for a letterhead, a sheet that parts stacks no use of one.
_BARE = {"hamlet-ballot", "separator-sheet"}
_TO_MEASURE = ("congress-ballot", "congress-tally-sheet")
# They end in a table or a note, not in a sentence.
_UNENDED = {*ACROSS, "congress-programme", "congress-poll-slip", "congress-tally-log"}
_LAST_OF_OLD, _FIRST_OF_NEW = dt.date(2026, 5, 26), dt.date(2026, 5, 27)


def _is_of_the_party(form: Form) -> bool:
    (room,) = (room for room in catalogue.ROOMS if form in room.FORMS)
    return room.__name__.removeprefix("desktop.printing.").startswith(_OF_THE_PARTY)


def _sample(name: str) -> tuple[Form, Any]:
    form = catalogue.find(name)
    return form, read_input(form, sample(name), where=name)


def _fillings(form: Form, value: Any) -> Iterator[Filled]:
    """Full, half with every other field left out, and blank."""
    yield Filled(value)
    if form.has_blank:
        for chosen in (set(range(1, 80, 2)), set(range(2, 80, 2))):
            try:
                yield Filled(left_out(value, chosen))
            except ValueError:
                continue
        yield form.blank(value)


def _read(form: Form, filled: Filled) -> Iterator[str]:
    yield _printed(form, filled)
    if form.is_text:
        yield word_text(form.word(filled, training=False))


def _printed(form: Form, filled: Filled) -> str:
    return one_line(form.pdf(filled, training=False)).replace(" ", "")


def letterheads_in(text: str) -> set[str]:
    """Tell whose letterheads are on a paper, from its text without spaces."""
    return {side for side, marks in _MARKS.items() if any(mark.replace(" ", "") in text for mark in marks)}


@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_a_form_bears_the_letterhead_of_its_room_alone_however_far_it_is_filled(name: str) -> None:
    form, value = _sample(name)
    wanted = {"Party"} if _is_of_the_party(form) else set() if name in _BARE else {"State"}
    for filled in _fillings(form, value):
        # As Word a full and a blank paper have the printed words, which is looked at for themselves.
        halved = not filled.for_pen and filled.value is not value
        for text in _read(form, filled) if halved else (_printed(form, filled),):
            assert letterheads_in(text) == wanted


def test_two_letterheads_on_one_paper_are_seen() -> None:
    papers = [
        form.draw(value, training=False) for form, value in map(_sample, ("submission", "congress-minutes"))
    ]
    assert letterheads_in(one_line(merged(papers)).replace(" ", "")) == {"Party", "State"}


def test_every_paper_of_a_congress_that_isnt_drawn_to_measure_is_given_as_word() -> None:
    congress = [form for name, form in catalogue.FORMS.items() if name.startswith("congress-")]
    assert len(congress) > 25
    for form in congress:
        assert form.is_text is not form.name.startswith(_TO_MEASURE)
        if not form.is_text:
            with pytest.raises(PaperRefused, match="no_word"):
                form.word(Filled(_sample(form.name)[1]), training=False)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, form in catalogue.FORMS.items()
        if _is_of_the_party(form) and form.is_text and name not in _UNENDED
    ],
)
def test_the_regime_is_that_of_the_papers_own_date(name: str) -> None:
    form, value = _sample(name)
    before, after = (
        [text.replace("27tháng5", "26tháng5") for text in _read(form, Filled(_dated(value, day)))]
        for day in (_LAST_OF_OLD, _FIRST_OF_NEW)
    )
    for old, new in zip(before, after, strict=True):
        assert "./." in old
        assert old.replace("./.", ".") == new


def test_the_last_day_of_the_old_regime_and_the_first_of_the_new() -> None:
    assert regime_on(_LAST_OF_OLD).number == "36-HD/VPTW"
    assert regime_on(_FIRST_OF_NEW).number == "05-HD/VPTW"
    assert regime_on(None) == regime_on(_FIRST_OF_NEW), "what is dated with a pen is dated from now on"


def _dated(value: Any, day: dt.date) -> Any:
    return dataclasses.replace(value, dated=DateLine.on("Húc Động", day))
