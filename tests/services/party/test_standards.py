"""Standards of posts are what the office wrote down; what isn't known of somebody is missing, not unmet."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.party import Member, TheoryLevel
from desktop.models.people import Person
from desktop.models.posts import PostKind
from desktop.models.store.session import writing
from desktop.services.office.workplace import Workplace
from desktop.services.party import posts
from desktop.services.party.posts import NewPost
from desktop.services.party.standards import Criterion, Fits, PostStandard, set_standard, standards, who_meets
from desktop.vietnamese.partial_date import PartialDate
from tests.offices.commune import HAMLET

ASKED = PostStandard(youngest=21, oldest=60, basis="Quyết định 15/2026/QĐ-UBND")


def head_born(office: Workplace, *birth: int) -> int:
    with writing(office.database) as session:
        person = session.scalars(select(Person).where(Person.name == "Lò Thị Ơn")).one()
        person.birth = PartialDate(*birth) if birth else None
    return posts.begin_post(
        office, NewPost(PostKind.HAMLET_HEAD, HAMLET, "Lò Thị Ơn", starts_on=date(2024, 11, 1))
    )


@pytest.mark.parametrize(
    ("birth", "fits"),
    [
        ((1979,), Fits.YES),
        ((1963, 11, 2), Fits.YES),
        ((1963, 11, 1), Fits.NO),
        ((1963,), Fits.UNKNOWN),
        ((2003, 11, 2), Fits.NO),
        ((), Fits.UNKNOWN),
    ],
)
def test_an_age_is_that_on_the_first_day_and_a_year_alone_may_leave_it_open(
    office: Workplace, birth: tuple[int, ...], fits: Fits
) -> None:
    key = head_born(office, *birth)
    assert who_meets(office, {key: PostKind.HAMLET_HEAD}) == {}, "nothing is asked yet"
    set_standard(office, PostKind.HAMLET_HEAD, ASKED)
    assert who_meets(office, {key: PostKind.HAMLET_HEAD})[key].fits is fits


def test_what_the_registers_do_not_know_is_missing(office: Workplace) -> None:
    key = head_born(office, 1979)
    asked = PostStandard(youngest=21, theory="sơ cấp", basis="HD 01")
    set_standard(office, PostKind.HAMLET_HEAD, asked)
    met = who_meets(office, {key: PostKind.HAMLET_HEAD})[key]
    assert met.criteria == {Criterion.YOUNGEST: Fits.YES, Criterion.THEORY: Fits.UNKNOWN}
    assert met.fits is Fits.UNKNOWN


@pytest.mark.parametrize(
    ("held", "fits"),
    [(None, Fits.UNKNOWN), ("none", Fits.NO), ("elementary", Fits.YES), ("middle", Fits.YES)],
)
def test_a_level_of_theory_is_at_least_the_one_asked_for(
    office: Workplace, held: str | None, fits: Fits
) -> None:
    key = head_born(office, 1979)
    set_standard(office, PostKind.HAMLET_HEAD, PostStandard(theory="sơ cấp", basis="HD 01"))
    with writing(office.database) as session:
        person = session.scalars(select(Person).where(Person.name == "Lò Thị Ơn")).one()
        session.add(Member(person=person, theory=TheoryLevel(held) if held else None))
    assert who_meets(office, {key: PostKind.HAMLET_HEAD})[key].criteria == {Criterion.THEORY: fits}


def test_a_standard_names_its_paper_and_is_taken_back(office: Workplace) -> None:
    for asked, code in (
        (PostStandard(youngest=60, oldest=21, basis="x"), "standard.ages"),
        (PostStandard(youngest=21), "standard.basis"),
    ):
        with pytest.raises(RequestRefused) as refused:
            set_standard(office, PostKind.SECRETARY, asked)
        assert refused.value.code == code
    set_standard(office, PostKind.SECRETARY, ASKED)
    assert standards(office) == {PostKind.SECRETARY: ASKED}
    set_standard(office, PostKind.SECRETARY, None)
    assert standards(office) == {}
