"""Who sits: the head of each hamlet and the secretary of its branch, since when and for how many terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import BranchHamlet, Organisation
from desktop.models.personnel import ReviewedPost
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.services.party.branches import lives_on
from desktop.services.places.heads import heads_of, holds_on, members_among, membership
from desktop.services.places.lookup import hamlets_of
from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Somebody who sits.

    Attributes:
        post: head of the hamlet, or secretary of the branch.
        unit: the hamlet of a head; None for a secretary.
        organisation: the branch of a secretary; None for a head.
        hamlets: names of the hamlets that it is about, with their words.
        terms: how many times the post was this person's, as far as the registers know.
        is_member: as the registers know, else as it was stated; None for unknown.
    """

    post: ReviewedPost
    unit: Unit | None
    organisation: Organisation | None
    hamlets: tuple[str, ...]
    name: str
    birth: PartialDate | None
    since: date | None
    until: date | None
    terms: int
    is_member: bool | None

    @property
    def code(self) -> str:
        """Code of the hamlet or of the branch."""
        place = self.unit or self.organisation
        return place.code if place is not None else ""


def incumbents_on(session: Session, day: date) -> tuple[Incumbent, ...]:
    """Return who sits on a day: by hamlet in the order of codes, the head before the secretary.

    A secretary whose branch gathers several hamlets stands once, at the first of them.
    """
    units = hamlets_of(session, day)
    heads = heads_of(session, units, day)
    branches = _branches(session, units, day)
    secretaries = _secretaries(session, day)
    held = [*heads.values(), *secretaries.values()]
    members = members_among(session, (post.person_id for post in held), day)
    terms = _terms(session, day)
    return tuple(_listed(units, heads, branches, secretaries, members, terms))


def _listed(
    units: Sequence[Unit],
    heads: dict[int, Post],
    branches: dict[int, tuple[Organisation, list[str]]],
    secretaries: dict[int, Post],
    members: frozenset[int],
    terms: dict[tuple[PostKind, int, str], int],
) -> Iterator[Incumbent]:
    told = set[int]()
    for unit in units:
        head = heads.get(unit.id)
        if head is not None and head.holder:
            name = (f"{unit.kind} {unit.name}",)
            yield _incumbent(ReviewedPost.HEAD, head, name, members, terms)
        branch, gathered = branches.get(unit.id, (None, []))
        led = secretaries.get(branch.id) if branch is not None else None
        if branch is not None and led is not None and led.holder and branch.id not in told:
            told.add(branch.id)
            yield _incumbent(ReviewedPost.SECRETARY, led, tuple(gathered), members, terms)


def _incumbent(
    kind: ReviewedPost,
    post: Post,
    hamlets: tuple[str, ...],
    members: frozenset[int],
    terms: dict[tuple[PostKind, int, str], int],
) -> Incumbent:
    return Incumbent(
        post=kind,
        unit=post.unit,
        organisation=post.organisation,
        hamlets=hamlets,
        name=post.holder or "",
        birth=post.person.birth if post.person is not None else None,
        since=post.starts_on,
        until=post.until,
        terms=terms.get(_term_key(post), 1),
        is_member=True if kind is ReviewedPost.SECRETARY else membership(post, members),
    )


def _branches(
    session: Session, units: Sequence[Unit], day: date
) -> dict[int, tuple[Organisation, list[str]]]:
    """Return the branch of each hamlet with the names of all hamlets that it gathers, by the hamlet's key."""
    links = (
        select(BranchHamlet)
        .join(Organisation, BranchHamlet.branch_id == Organisation.id)
        .where(
            BranchHamlet.hamlet_id.in_([unit.id for unit in units]),
            *lives_on(BranchHamlet, day),
            *lives_on(Organisation, day),
        )
        .options(joinedload(BranchHamlet.branch), joinedload(BranchHamlet.hamlet))
        .order_by(BranchHamlet.id)
    )
    found = session.scalars(links).all()
    names: dict[int, list[str]] = {}
    for link in found:
        names.setdefault(link.branch_id, []).append(f"{link.hamlet.kind} {link.hamlet.name}")
    return {link.hamlet_id: (link.branch, names[link.branch_id]) for link in found}


def _secretaries(session: Session, day: date) -> dict[int, Post]:
    led = (
        select(Post)
        .where(Post.kind == PostKind.SECRETARY, Post.organisation_id.is_not(None), *holds_on(Post, day))
        .options(joinedload(Post.person), joinedload(Post.organisation))
        .order_by(Post.starts_on.asc().nulls_first(), Post.id)
    )
    return {post.organisation_id or 0: post for post in session.scalars(led)}


def _terms(session: Session, day: date) -> dict[tuple[PostKind, int, str], int]:
    """Return how often somebody held a post in a place until a day, by kind, place and who."""
    held = (
        select(Post)
        .where(Post.kind.in_((PostKind.HAMLET_HEAD, PostKind.SECRETARY)))
        .options(joinedload(Post.person))
    )
    counted: dict[tuple[PostKind, int, str], int] = {}
    for post in session.scalars(held):
        if post.holder and (post.starts_on is None or post.starts_on <= day):
            key = _term_key(post)
            counted[key] = counted.get(key, 0) + 1
    return counted


def _term_key(post: Post) -> tuple[PostKind, int, str]:
    who = str(post.person_id) if post.person_id is not None else fold(post.holder or "")
    return (post.kind, post.unit_id or post.organisation_id or 0, who)
