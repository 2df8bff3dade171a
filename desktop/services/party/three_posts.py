"""Each hamlet beside the model of three posts: which slots conform, what is missing, and the next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import BranchHamlet, Organisation
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind, Way
from desktop.models.store.session import reading
from desktop.rules.three_posts import Fits, Holder, Slot, hamlet_fits, slot_fits
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import lives_on
from desktop.services.places.heads import holds_on, members_among, membership
from desktop.services.places.lookup import hamlets_of
from desktop.vietnamese.collation import sort_key

__all__ = ["Fits", "Slot", "ThreePostsLine", "three_posts"]

_NEEDED = (
    *(PostKind.HAMLET_HEAD, PostKind.SECRETARY, PostKind.FRONT_BOARD_HEAD),
    *(PostKind.HAMLET_DEPUTY, PostKind.POLICE_OFFICER),
)
_COMMITTEE = (PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER)


@dataclass(frozen=True, slots=True)
class ThreePostsLine:
    """A hamlet beside the model.

    Attributes:
        branch: name of its branch; empty for none.
        joint: whether the branch gathers other hamlets too.
        holders: names by post, of all that matter here.
        slots: whether each conforms.
        fits: whether the hamlet does.
        missing: posts whose holder isn't written down.
        head_is_member: as the registers know, else as it was stated; None for unknown, or for no head.
    """

    code: str
    hamlet: str
    branch: str
    joint: bool
    holders: Mapping[PostKind, tuple[str, ...]]
    slots: Mapping[Slot, Fits]
    fits: Fits
    missing: tuple[PostKind, ...]
    head_is_member: bool | None


@for_party
def three_posts(workplace: Workplace, on: date | None = None) -> tuple[ThreePostsLine, ...]:
    """Return every hamlet of a day beside the model, by name."""
    day = on or workplace.today()
    with reading(workplace.database) as session:
        units = hamlets_of(session, day)
        branches = _branches(session, units, day)
        posts = session.scalars(
            select(Post)
            .where(*holds_on(Post, day), or_(Post.way.is_(None), Post.way != Way.PROVISIONAL))
            .options(joinedload(Post.person))
        ).all()
        members = members_among(session, (post.person_id for post in posts), day)
        gathers: dict[int, int] = {}
        for found in branches.values():
            for branch in found:
                gathers[branch.id] = gathers.get(branch.id, 0) + 1
        lines = [_line(unit, branches.get(unit.id, ()), gathers, posts, members) for unit in units]
    return tuple(sorted(lines, key=lambda line: sort_key(line.hamlet)))


def _branches(session: Session, units: Iterable[Unit], day: date) -> dict[int, tuple[Organisation, ...]]:
    links = (
        select(BranchHamlet.hamlet_id, Organisation)
        .join(Organisation, BranchHamlet.branch_id == Organisation.id)
        .where(
            BranchHamlet.hamlet_id.in_([unit.id for unit in units]),
            *lives_on(BranchHamlet, day),
            *lives_on(Organisation, day),
        )
    )
    found: dict[int, tuple[Organisation, ...]] = {}
    for hamlet, branch in session.execute(links):
        found[hamlet] = (*found.get(hamlet, ()), branch)
    return found


def _line(
    unit: Unit,
    branches: tuple[Organisation, ...],
    gathers: Mapping[int, int],
    posts: Iterable[Post],
    members: frozenset[int],
) -> ThreePostsLine:
    keys = {branch.id for branch in branches}
    here = [
        post
        for post in posts
        if post.holder is not None and (post.unit_id == unit.id or post.organisation_id in keys)
    ]
    held: dict[PostKind, list[Holder]] = {}
    for post in here:
        held.setdefault(post.kind, []).append((post.person_id, post.holder or ""))
    committee = [holder for kind in _COMMITTEE for holder in held.get(kind, [])]
    slots = {
        Slot.SECRETARY_IS_HEAD: slot_fits(
            held.get(PostKind.SECRETARY, []), held.get(PostKind.HAMLET_HEAD, [])
        ),
        Slot.COMMITTEE_IS_FRONT: slot_fits(committee, held.get(PostKind.FRONT_BOARD_HEAD, [])),
        Slot.DEPUTY_IS_POLICE: slot_fits(
            held.get(PostKind.HAMLET_DEPUTY, []), held.get(PostKind.POLICE_OFFICER, [])
        ),
    }
    missing = [kind for kind in _NEEDED if kind not in held]
    if not committee:
        missing.insert(2, PostKind.DEPUTY_SECRETARY)
    head = next((post for post in here if post.kind is PostKind.HAMLET_HEAD), None)
    return ThreePostsLine(
        unit.code,
        f"{unit.kind} {unit.name}",
        ", ".join(branch.name for branch in branches),
        any(gathers[branch.id] > 1 for branch in branches),
        {kind: tuple(name for _, name in holders) for kind, holders in held.items()},
        slots,
        hamlet_fits(slots),
        tuple(missing),
        membership(head, members),
    )
