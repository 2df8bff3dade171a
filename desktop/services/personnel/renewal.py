"""How many secretaries and heads are new, re-elected or unknown: counted from who held the posts before.

Source: field-practice.md P07.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.party import Organisation, OrganisationKind
from desktop.models.personnel import ReviewedPost
from desktop.models.posts import Post, PostKind, Tenure, Way
from desktop.models.store.session import reading
from desktop.rules.renewal import (
    Difference,
    Group,
    Groups,
    Period,
    Share,
    check_counts,
    check_shares,
    counted,
    group_of,
    unfit_shares,
)
from desktop.rules.shares import partition_percents
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import fold, tidy
from desktop.wording import words

__all__ = [
    "Group",
    "Renewal",
    "RenewalLine",
    "TypedReport",
    "check_report",
    "difference_words",
    "renewal",
    "renewal_words",
]

_KINDS = {ReviewedPost.SECRETARY: PostKind.SECRETARY, ReviewedPost.HEAD: PostKind.HAMLET_HEAD}
_STATED = {Tenure.NEW: Group.NEW, Tenure.RE_ELECTED: Group.RE_ELECTED, None: None}
_NUMBER = re.compile(r"(\d{1,6})(?:[.,](\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """Somebody who was elected, and in which group; ``before`` names who held the post, empty for unknown."""

    where: str
    name: str
    since: date | None
    group: Group
    before: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """Those elected to a post from a day on, in three groups that sum to them."""

    post: ReviewedPost
    groups: Groups
    lines: tuple[RenewalLine, ...]


@dataclass(frozen=True, slots=True)
class TypedReport:
    """A report as it is typed to be checked: the parts as numbers or percentages, the whole as a number.

    Attributes:
        elected: how many were elected; empty where the report doesn't say.
        parts: the texts of the groups that the report names; an empty one is not named.
        in_percent: whether the parts are percentages.
    """

    elected: str
    parts: Mapping[Group, str]
    in_percent: bool


@for_party
def renewal(workplace: Workplace, post: ReviewedPost, since: date | None = None) -> Renewal:
    """Count those who hold a post today and were elected from a day on; all who hold it where left out.

    Secretaries are those of branches of hamlets. A provisional head was elected by nobody.
    """
    today = workplace.today()
    with reading(workplace.database) as session:
        held = _posts(session, post)
        lines = [
            _line(one, places)
            for places in held.values()
            for one in places
            if _is_held(one, today) and _began(one, since)
        ]
    lines.sort(key=lambda line: (list(Group).index(line.group), fold(line.where)))
    return Renewal(post, counted(line.group for line in lines), tuple(lines))


def renewal_words(found: Renewal) -> str:
    """Write the groups in one line, to be copied: each number with its base and its share."""
    groups = found.groups
    if not groups.elected:
        return words(f"renewed.nobody.{found.post}")
    parts = (groups.new, groups.re_elected, groups.unknown)
    shares = partition_percents(parts)
    said = {
        name: words("renewed.part", number=number, base=groups.elected, percent=share)
        for name, number, share in zip(("new", "again", "unknown"), parts, shares, strict=True)
    }
    return words(f"renewed.line.{found.post}", elected=groups.elected, **said)


def check_report(report: TypedReport) -> None:
    """Refuse a report whose parts don't sum to its whole, with the difference.

    Raises:
        RequestRefused: ``renewal.number`` naming what isn't a number; ``renewal.empty`` where no part is
            named; ``renewal.elected`` where the parts are numbers and the whole isn't said;
            ``renewal.lacks`` or ``renewal.over`` with the difference in words; ``renewal.share`` for a
            percentage that no whole number of people gives.

    Source: field-practice.md P07.
    """
    named = {group: text for group, text in report.parts.items() if tidy(text)}
    if not named:
        raise RequestRefused("renewal.empty")
    elected = _whole(report.elected) if tidy(report.elected) else None
    if report.in_percent:
        shares = {group: _share(text) for group, text in named.items()}
        _refuse(check_shares(shares, elected))
        unfit = unfit_shares(shares, elected) if elected else ()
        if unfit and elected:
            raise RequestRefused("renewal.share", where=_percent(shares[unfit[0]].value), base=elected)
        return
    if elected is None:
        raise RequestRefused("renewal.elected")
    _refuse(check_counts(elected, {group: _whole(text) for group, text in named.items()}))


def difference_words(difference: Difference) -> str:
    """Write what the parts leave over: "10 % (145 người)"."""
    people = None if difference.people is None else abs(difference.people)
    if difference.percent is None:
        return words("renewed.people", people=people)
    percent = _percent(abs(difference.percent))
    if people is None:
        return words("renewed.percent", percent=percent)
    return words("renewed.both", percent=percent, people=people)


def _refuse(difference: Difference | None) -> None:
    if difference is not None:
        code = "renewal.lacks" if difference.lacks else "renewal.over"
        raise RequestRefused(code, where=difference_words(difference))


def _whole(text: str) -> int:
    said = tidy(text).replace(".", "").replace(" ", "")
    if not said.isascii() or not said.isdigit() or len(said) > 9:
        raise RequestRefused("renewal.number", where=tidy(text))
    return int(said)


def _share(text: str) -> Share:
    match = _NUMBER.fullmatch(tidy(text).removesuffix("%").strip())
    if match is None:
        raise RequestRefused("renewal.number", where=tidy(text))
    decimals = match.group(2) or ""
    return Share(int(match.group(1) + decimals), len(decimals))


def _percent(value: Fraction) -> str:
    """Write a percentage with as many decimals as it has, two at most."""
    hundredths = round(100 * value)
    whole, rest = divmod(hundredths, 100)
    return str(whole) if not rest else f"{whole},{rest:02d}".rstrip("0")


def _posts(session: Session, post: ReviewedPost) -> Mapping[int, Sequence[Post]]:
    """Return the posts through time of each place, the earliest first."""
    held = (
        select(Post)
        .where(Post.kind == _KINDS[post], or_(Post.way.is_(None), Post.way != Way.PROVISIONAL))
        .options(joinedload(Post.person), joinedload(Post.unit), joinedload(Post.organisation))
        .order_by(Post.starts_on.asc().nulls_first(), Post.id)
    )
    if post is ReviewedPost.SECRETARY:
        held = held.join(Organisation, Post.organisation_id == Organisation.id).where(
            Organisation.kind == OrganisationKind.RESIDENTIAL
        )
    places: dict[int, list[Post]] = defaultdict(list)
    for one in session.scalars(held):
        places[one.unit_id or one.organisation_id or 0].append(one)
    return places


def _is_held(post: Post, day: date) -> bool:
    begun = post.starts_on is None or post.starts_on <= day
    return post.holder is not None and begun and (post.ends_on is None or post.ends_on >= day)


def _began(post: Post, since: date | None) -> bool:
    return since is None or (post.starts_on is not None and post.starts_on >= since)


def _line(post: Post, places: Sequence[Post]) -> RenewalLine:
    at = places.index(post)
    earlier = places[:at] if post.starts_on is not None else []
    group = group_of(
        Period(_who(post, places), post.starts_on),
        [Period(_who(one, places), one.starts_on, one.ends_on) for one in earlier],
        _STATED[post.tenure],
    )
    if post.unit is not None:
        where = f"{post.unit.kind} {post.unit.name}"
    else:
        where = post.organisation.name if post.organisation is not None else ""
    before = (earlier[-1].holder or "") if earlier else ""
    return RenewalLine(where, post.holder or "", post.starts_on, group, before)


def _who(post: Post, places: Sequence[Post]) -> str | None:
    """Name the holder by key, and so where a name alone is that of the one person known here by it."""
    if post.holder is None:
        return None
    if post.person_id is not None:
        return f"#{post.person_id}"
    name = fold(post.holder)
    keyed = {one.person_id for one in places if one.person is not None and fold(one.person.name) == name}
    return f"#{keyed.pop()}" if len(keyed) == 1 else name
