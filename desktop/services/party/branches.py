"""The branches of the commune: which hamlets each gathers, and who is in it on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import RequestRefused
from desktop.models.party import BranchHamlet, HomeContact, Member, Membership, Organisation, OrganisationKind
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading, writing
from desktop.rules.standing import Standing
from desktop.rules.three_posts import same_person
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.party.standing import probation_months, seen_on
from desktop.services.places.heads import heads_of, holds_on
from desktop.services.places.lookup import hamlets_of, unit_on
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.text import fold, tidy
from desktop.wording import words

BRANCHES = tuple(kind for kind in OrganisationKind if kind is not OrganisationKind.COMMITTEE)


@dataclass(frozen=True, slots=True)
class BranchLine:
    """A branch in the list, as of a day.

    Attributes:
        hamlets: names of those that it gathers; none for a branch of people who work together.
        official: how many members vote.
        others: how many are counted beside them: on probation, exempt, elsewhere.
        troubles: how many members want a person.
        secretary: who leads it; empty where nobody is written down.
        secretary_is_head: whether the secretary heads one of its hamlets; None where that isn't known, or
            the branch gathers none.
        committee: how many people are in its committee, secretary and deputy counted; 0 for none.
    """

    code: str
    name: str
    kind: OrganisationKind
    hamlets: tuple[str, ...]
    official: int
    others: int
    troubles: int
    secretary: str = ""
    secretary_is_head: bool | None = None
    committee: int = 0


@for_party
def branch_lines(workplace: Workplace, on: date | None = None) -> tuple[BranchLine, ...]:
    """Return the branches of a day, today's where left out, those of hamlets first, in Vietnamese order."""
    day = on or workplace.today()
    months = probation_months(workplace, day)
    with reading(workplace.database) as session:
        branches = session.scalars(
            select(Organisation)
            .where(Organisation.kind.in_(BRANCHES), *lives_on(Organisation, day))
            .options(selectinload(Organisation.hamlets).joinedload(BranchHamlet.hamlet))
        ).all()
        seen: dict[int, list[tuple[Standing, bool]]] = {}
        found = (
            select(Membership)
            .where(*lives_on(Membership, day))
            .options(
                selectinload(Membership.member).options(
                    selectinload(Member.standings), selectinload(Member.memberships)
                )
            )
        )
        for each in session.scalars(found):
            standing, troubles = seen_on(each.member, day, months)
            seen.setdefault(each.branch_id, []).append((standing, bool(troubles)))
        lead, committees = _leads(session, branches, day), _committees(session, day)
        lines = [
            replace(
                _line(branch, day, seen.get(branch.id, ())),
                secretary=name,
                secretary_is_head=is_head,
                committee=committees.get(branch.id, 0),
            )
            for branch in branches
            for name, is_head in (lead[branch.id],)
        ]
    return tuple(
        sorted(lines, key=lambda line: (line.kind is not OrganisationKind.RESIDENTIAL, sort_key(line.name)))
    )


@for_party
def add_branch(workplace: Workplace, kind: OrganisationKind, name: str, hamlets: Sequence[str] = ()) -> str:
    """Add a branch, of hamlets by their codes or of people who work together, and return its code.

    Raises:
        RequestRefused: ``branch.name`` for an empty or a taken one; ``branch.hamlet`` where a hamlet has a
            branch already, or a branch of hamlets has none; ``unknown.unit``.
    """
    with writing(workplace.database) as session:
        units = [unit_on(session, code, workplace.today()) for code in hamlets]
        made = make_branch(workplace, session, kind, name, units)
        return made.code


@for_party
def add_hamlet_branches(workplace: Workplace) -> int:
    """Give each hamlet that has none a branch of its own, under the hamlet's name; return how many."""
    with writing(workplace.database) as session:
        units = [
            unit
            for unit in hamlets_of(session, workplace.today())
            if branch_of_hamlet(session, unit, workplace.today()) is None
        ]
        for unit in units:
            make_hamlet_branch(workplace, session, unit)
        return len(units)


def make_hamlet_branch(workplace: Workplace, session: Session, unit: Unit) -> Organisation:
    """Make the branch of one hamlet, under its name, inside the caller's transaction."""
    name = words("party.branch_of", hamlet=f"{unit.kind.lower()} {unit.name}")
    return make_branch(workplace, session, OrganisationKind.RESIDENTIAL, name, [unit])


def make_branch(
    workplace: Workplace,
    session: Session,
    kind: OrganisationKind,
    name: str,
    units: Sequence[Unit],
    starts_on: date | None = None,
) -> Organisation:
    """Make a branch inside the caller's transaction.

    Raises:
        RequestRefused: as ``add_branch``.
    """
    named, today = tidy(name), workplace.today()
    if not named or branch_named(session, named, today) is not None:
        raise RequestRefused("branch.name", where=named)
    if (kind is OrganisationKind.RESIDENTIAL) != bool(units):
        raise RequestRefused("branch.hamlet", where=named, reason="none" if not units else "kind")
    for unit in units:
        if branch_of_hamlet(session, unit, today) is not None:
            raise RequestRefused("branch.hamlet", where=f"{unit.kind} {unit.name}")
    branch = Organisation(code=next_code(session), kind=kind, name=named, starts_on=starts_on)
    session.add(branch)
    for unit in units:
        session.add(BranchHamlet(branch=branch, hamlet=unit, starts_on=starts_on))
    session.flush()
    workplace.note(session, "branch.add", branch, "name", "kind", "hamlets")
    return branch


def branch_on(session: Session, code: str, day: date) -> Organisation:
    """Return the branch of a code.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    found = session.scalars(
        select(Organisation).where(Organisation.code == code, *lives_on(Organisation, day))
    ).one_or_none()
    if found is None or found.kind is OrganisationKind.COMMITTEE:
        raise RequestRefused("unknown.branch", where=code)
    return found


def found_organisation(session: Session, code: str) -> Organisation:
    """Return the organisation of a code, whether it still is or not.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    found = session.scalars(select(Organisation).where(Organisation.code == code)).one_or_none()
    if found is None:
        raise RequestRefused("unknown.branch", where=code)
    return found


def branch_named(session: Session, name: str, day: date) -> Organisation | None:
    """Return the branch of a name or a code on a day; marks and the word for branch make no difference."""
    wanted = _key(name)
    living = select(Organisation).where(Organisation.kind.in_(BRANCHES), *lives_on(Organisation, day))
    return next(
        (each for each in session.scalars(living) if wanted in (_key(each.name), fold(each.code))), None
    )


def branch_of_hamlet(session: Session, unit: Unit, day: date) -> Organisation | None:
    """Return the branch of a hamlet on a day; None where it has none."""
    found = (
        select(Organisation)
        .join(BranchHamlet, BranchHamlet.branch_id == Organisation.id)
        .where(BranchHamlet.hamlet_id == unit.id, *lives_on(BranchHamlet, day), *lives_on(Organisation, day))
    )
    return session.scalars(found).first()


def lives_on(
    kind: type[Organisation | BranchHamlet | Membership | HomeContact], day: date
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that something holds on a day; a day that is not known excludes nothing."""
    return (
        or_(kind.starts_on.is_(None), kind.starts_on <= day),
        or_(kind.ends_on.is_(None), kind.ends_on >= day),
    )


def _leads(
    session: Session, branches: Sequence[Organisation], day: date
) -> dict[int, tuple[str, bool | None]]:
    """Return each branch's secretary, and whether that is the head of one of its hamlets."""
    led = select(Post).where(Post.kind == PostKind.SECRETARY, *holds_on(Post, day))
    secretaries = {
        post.organisation_id: (post.person_id, post.holder or "")
        for post in session.scalars(led.options(joinedload(Post.person)))
    }
    units = {
        branch.id: [link.hamlet for link in branch.hamlets if _gathers(link, day)] for branch in branches
    }
    heads = heads_of(session, [unit for some in units.values() for unit in some], day)
    found: dict[int, tuple[str, bool | None]] = {}
    for branch in branches:
        leads = secretaries.get(branch.id)
        here = [heads[unit.id] for unit in units[branch.id] if unit.id in heads]
        named = [(post.person_id, post.holder or "") for post in here if post.holder]
        if leads is None:
            found[branch.id] = ("", None)
        else:
            is_head = any(same_person(leads, head) for head in named)
            found[branch.id] = (leads[1], is_head if named else None)
    return found


def _committees(session: Session, day: date) -> dict[int, int]:
    """Return the size of each branch's committee, by the branch's key; one of fewer than 9 has none."""
    posts = select(Post).where(
        Post.kind.in_((PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER)),
        *holds_on(Post, day),
    )
    people: dict[int, set[int | str]] = {}
    elected: set[int] = set()
    for post in session.scalars(posts.options(joinedload(Post.person))):
        if post.organisation_id is None:
            continue
        # A member of the committee who is its secretary too is one person.
        people.setdefault(post.organisation_id, set()).add(post.person_id or fold(post.holder or ""))
        if post.kind is PostKind.COMMITTEE_MEMBER:
            elected.add(post.organisation_id)
    return {branch: len(people[branch]) for branch in elected}


def _gathers(link: BranchHamlet, day: date) -> bool:
    return (link.starts_on is None or link.starts_on <= day) and (link.ends_on is None or link.ends_on >= day)


def _line(branch: Organisation, day: date, seen: Sequence[tuple[Standing, bool]]) -> BranchLine:
    official = sum(standing is Standing.OFFICIAL for standing, _ in seen)
    return BranchLine(
        branch.code,
        branch.name,
        branch.kind,
        tuple(f"{each.hamlet.kind} {each.hamlet.name}" for each in branch.hamlets if _gathers(each, day)),
        official,
        len(seen) - official,
        sum(troubled for _, troubled in seen),
    )


def _key(name: str) -> str:
    return fold(name).removeprefix("chi bo ").strip()


def next_code(session: Session) -> str:
    """Return the code that a new organisation of the commune gets."""
    commune = own_unit(session).code
    taken = set(session.scalars(select(Organisation.code)))
    return next(code for number in count(1) if (code := f"{commune}-B{number:02d}") not in taken)
