"""What an office asks of whoever holds a post, as data, and who meets it: each criterion by itself.

No list of standards is shipped: a province or a Party committee sets them, and the office writes down what
its paper says. What the registers don't know of somebody is missing, and never held against them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.office import PostStandard
from desktop.models.party import Member, TheoryLevel
from desktop.models.people import Person
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading, writing
from desktop.rules.three_posts import Fits
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_office
from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.text import fold, tidy
from desktop.vietnamese.theory_levels import theory_level

__all__ = [
    "Criterion",
    "Fits",
    "PostStandard",
    "StandardMet",
    "is_at_least",
    "set_standard",
    "standards",
    "who_meets",
]

_OLDEST = 120
_LEVELS = tuple(TheoryLevel)  # from the lowest


class Criterion(StrEnum):
    """What a standard asks for."""

    YOUNGEST = "youngest"
    OLDEST = "oldest"
    SCHOOLING = "schooling"
    QUALIFICATION = "qualification"
    THEORY = "theory"


@dataclass(frozen=True, slots=True)
class StandardMet:
    """A holder beside the standard of the post: each criterion that it names, and all together."""

    criteria: Mapping[Criterion, Fits]

    @property
    def fits(self) -> Fits:
        """Yes where all are met, no where one is not, else unknown."""
        found = self.criteria.values()
        if Fits.NO in found:
            return Fits.NO
        return Fits.UNKNOWN if Fits.UNKNOWN in found else Fits.YES


@for_party
def standards(workplace: Workplace) -> dict[PostKind, PostStandard]:
    """Return the standards that the office has written down, by kind of post."""
    with reading(workplace.database) as session:
        return {PostKind(kind): each for kind, each in own_office(session).settings.standards.items()}


@for_party
def set_standard(workplace: Workplace, kind: PostKind, standard: PostStandard | None) -> None:
    """Write down what is asked of whoever holds a kind of post; None takes it back.

    Raises:
        RequestRefused: ``standard.ages`` for an oldest age below the youngest, or none that people have;
            ``standard.basis`` where no paper is named that sets it.
    """
    if standard is not None:
        low, high = standard.youngest or 0, standard.oldest or _OLDEST
        if not 0 <= low <= high <= _OLDEST:
            raise RequestRefused("standard.ages")
        if not tidy(standard.basis):
            raise RequestRefused("standard.basis")
    with writing(workplace.database) as session:
        office = own_office(session)
        kept = {key: each for key, each in office.settings.standards.items() if key != kind.value}
        if standard is not None:
            kept[kind.value] = standard
        office.settings = msgspec.structs.replace(office.settings, standards=kept)
        workplace.note(session, "office.set", office, "standards")


@for_party
def who_meets(workplace: Workplace, posts: Mapping[int, PostKind]) -> dict[int, StandardMet]:
    """Return how the holders of posts stand to the standards, by the post's key; none without a standard.

    The age is that on the post's first day, where it is known; else of today.
    """
    with reading(workplace.database) as session:
        asked = own_office(session).settings.standards
        found = {}
        for key, kind in posts.items():
            standard, post = asked.get(kind.value), session.get(Post, key)
            if standard is not None and post is not None:
                found[key] = _met(session, standard, post, workplace.today())
        return found


def _met(session: Session, standard: PostStandard, post: Post, today: date) -> StandardMet:
    person = session.get(Person, post.person_id) if post.person_id is not None else None
    birth = person.birth if person is not None else None
    day = post.starts_on or today
    criteria: dict[Criterion, Fits] = {}
    if standard.youngest is not None:
        criteria[Criterion.YOUNGEST] = is_at_least(birth, day, standard.youngest)
    if standard.oldest is not None:
        older = is_at_least(birth, day, standard.oldest + 1)
        criteria[Criterion.OLDEST] = {Fits.YES: Fits.NO, Fits.NO: Fits.YES}.get(older, Fits.UNKNOWN)
    member = session.scalars(select(Member).where(Member.person_id == post.person_id)).one_or_none()
    for criterion, said, held in (
        (Criterion.SCHOOLING, standard.schooling, member.schooling if member else None),
        (Criterion.QUALIFICATION, standard.qualification, member.qualification if member else None),
    ):
        if said:
            # Words are only known to be the same; whether others are more or less, a person has to see.
            same = held is not None and fold(held) == fold(said)
            criteria[criterion] = Fits.YES if same else Fits.UNKNOWN
    if standard.theory:
        level = theory_level(standard.theory)
        criteria[Criterion.THEORY] = _theory(member.theory if member else None, level)
    return StandardMet(criteria)


def _theory(held: TheoryLevel | None, asked: str | None) -> Fits:
    """Tell whether a level of theory is at least another; unknown where either isn't known."""
    if held is None or asked is None:
        return Fits.UNKNOWN
    return Fits.YES if _LEVELS.index(held) >= _LEVELS.index(TheoryLevel(asked)) else Fits.NO


def is_at_least(birth: PartialDate | None, day: date, years: int) -> Fits:
    """Tell whether somebody is so many years old on a day; unknown where the birth leaves it open."""
    if birth is None:
        return Fits.UNKNOWN
    if _years(birth.latest(), day) >= years:
        return Fits.YES
    return Fits.NO if _years(birth.earliest(), day) < years else Fits.UNKNOWN


def _years(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
