"""Which documents a paper names: by letterhead, subject and day, in the office's order, none twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.bases import (
    Basis,
    BasisScope,
    IssuerLevel,
    Letterhead,
    PaperSubject,
    drawn,
    is_named,
    is_partys_own,
    place_among,
    rank,
)
from tests.offices import bases

_DAY = date(2022, 6, 5)
_days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@st.composite
def _bases(draw: st.DrawFn) -> Basis:
    dated = draw(_days)
    return replace(
        bases.PLAN,
        dated=dated,
        level=draw(st.sampled_from(IssuerLevel)),
        scope=draw(st.sampled_from(BasisScope)),
        subjects=draw(st.frozensets(st.sampled_from(PaperSubject), min_size=1)),
        holds_from=draw(st.none() | _days),
        ends_on=draw(st.none() | st.dates(dated, date(2027, 12, 31))),
        position=draw(st.integers(0, 40)),
    )


@given(
    st.lists(_bases(), max_size=12),
    st.sampled_from(Letterhead),
    st.sampled_from(PaperSubject),
    _days,
)
def test_a_paper_names_only_what_is_of_its_letterhead_its_subject_and_its_day(
    register: list[Basis], letterhead: Letterhead, subject: PaperSubject, day: date
) -> None:
    other = BasisScope.PARTY if letterhead is Letterhead.STATE else BasisScope.STATE
    named = drawn(register, letterhead, subject, day)
    assert [one.position for one in named] == sorted(one.position for one in named)
    for one in named:
        assert one.scope is not other
        assert subject in one.subjects
        assert one.dated <= day
        assert one.ends_on is None or day <= one.ends_on
    # Nothing that is in force, of both letterheads and about it, is left out.
    for one in register:
        if one.scope is BasisScope.BOTH and subject in one.subjects and one.holds_on(day):
            assert one in named


@given(st.lists(_bases(), max_size=12))
def test_documents_that_come_one_after_another_stand_by_issuer_and_day(register: list[Basis]) -> None:
    order: list[Basis] = []
    for one in register:
        order.insert(place_among(order, one), one)
    assert [rank(one) for one in order] == sorted(rank(one) for one in register)


def test_a_document_is_named_from_its_first_day_to_its_last() -> None:
    ended = replace(bases.PLAN, holds_from=date(2022, 4, 1), ends_on=_DAY)
    subject = PaperSubject.HEADS
    assert not drawn([ended], Letterhead.STATE, subject, date(2022, 3, 31))
    assert drawn([ended], Letterhead.STATE, subject, date(2022, 4, 1))
    assert drawn([ended], Letterhead.STATE, subject, _DAY)
    assert not drawn([ended], Letterhead.STATE, subject, _DAY + timedelta(days=1))
    # What is in force "from" a day before it bears is no older than its own day.
    early = replace(bases.PLAN, holds_from=date(2022, 1, 1))
    assert not drawn([early], Letterhead.STATE, subject, date(2022, 3, 17))


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Căn cứ Kế hoạch số 87/KH-UBND ngày 18 tháng 3 năm 2022", True),
        ("Căn cứ kế hoạch số 87 / KH - UBND của tỉnh", True),
        ("Căn cứ Kế hoạch số 187/KH-UBND", False),
        ("Căn cứ Kế hoạch số 87/KH-UBND-NV", False),
        ("Căn cứ Chỉ thị số 24\N{EN DASH}CT/TU", False),
    ],
)
def test_a_document_that_a_line_names_already_is_known_by_its_number(line: str, named: bool) -> None:
    assert is_named(bases.PLAN, [line]) is named


def test_a_number_with_another_dash_is_the_same() -> None:
    assert is_named(bases.DIRECTIVE, ["Căn cứ Chỉ thị số 24\N{EN DASH}CT/TU, ngày 18/02/2022"])


def test_a_law_is_named_by_its_name_too() -> None:
    line = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015"
    assert is_named(bases.LAW, [line])
    assert not is_named(replace(bases.LAW, about="Tổ chức chính quyền địa phương"), [line])


@pytest.mark.parametrize(
    ("number", "partys"),
    [
        *((number, True) for number in ("24-CT/TU", "12-KH/ĐU", "24-QĐ/TW", "05 - NQ/HU")),
        *((number, False) for number in ("87/KH-UBND", "59/2023/NĐ-CP", "09/2008/NQLT-CP-UBTWMTTQVN")),
        ("131/QĐ-UBND", False),
    ],
)
def test_the_symbol_tells_whose_a_document_is(number: str, partys: bool) -> None:
    assert is_partys_own(number) is partys
