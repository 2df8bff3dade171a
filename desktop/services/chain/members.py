"""Whether the elected heads of hamlets are members of the branch that is to elect them its secretary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.errors import RequestRefused
from desktop.models.chain import HeadMember
from desktop.models.party import Member, Membership
from desktop.models.people import Person
from desktop.models.posts import PostKind
from desktop.models.store.session import writing
from desktop.rules.standing import Standing, standing_on
from desktop.services.chain.hamlets import HamletChain
from desktop.services.chain.lookup import chain_of, hamlet_in, hamlet_words
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.party.standards import Fits, is_at_least
from desktop.services.party.standing import days_of, periods_of
from desktop.vietnamese.text import fold

_NO_CANDIDATE = (Standing.PROBATIONARY, Standing.UNKNOWN, Standing.HERE, Standing.SUSPENDED, Standing.CHARGED)


class Belongs(StrEnum):
    """What an elected head is to the branch of the hamlet."""

    MEMBER = "member"
    PROBATIONARY = "probationary"
    OTHER_BRANCH = "other_branch"
    NOT_MEMBER = "not_member"


@dataclass(frozen=True, slots=True)
class HeadBelongs:
    """What an elected head is to the branch.

    Attributes:
        member: the head's key among the members; None where the registers know of none.
        branch: name of the other branch that the head is of; empty where there is none.
        namesakes: official members of the hamlet's branch of the very name, who may be the head though the
            registers don't say so: a person decides.
        too_old: whether a member is certainly older, on that day, than the office's standard lets a
            secretary be.
    """

    belongs: Belongs
    member: int | None = None
    branch: str = ""
    namesakes: tuple[int, ...] = ()
    too_old: bool = False


def heads_belong(
    workplace: Workplace, session: Session, chains: Sequence[HamletChain]
) -> dict[str, HeadBelongs]:
    """Return what the elected head of each hamlet is to its branch, by the hamlet's code.

    The day is that of the congress, or today where none is planned.
    """
    elected = [each for each in chains if each.facts.elected_on is not None and each.head.votes is not None]
    people = {each.head.votes.person for each in elected if each.head.votes is not None}
    names = {fold(each.head.votes.name) for each in elected if each.head.votes is not None}
    found = session.scalars(
        select(Member)
        .join(Person, Member.person_id == Person.id)
        .where(or_(Person.id.in_(people - {None}), Person.folded.in_(names)))
        .options(
            joinedload(Member.person),
            selectinload(Member.standings),
            selectinload(Member.memberships).joinedload(Membership.branch),
        )
    ).all()
    standard = own_office(session).settings.standards.get(PostKind.SECRETARY)
    oldest = standard.oldest if standard is not None else None
    return {each.code: _of(workplace, each, found, oldest) for each in elected}


@for_party
def say_same(workplace: Workplace, chain: int, hamlet: str, member: int) -> None:
    """Write down that the elected head of a hamlet is a member whom the registers hold beside the head.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``; ``chain.member`` for no member.
    """
    with writing(workplace.database) as session:
        found = chain_of(session, chain)
        unit = hamlet_in(session, found, hamlet, workplace.today())
        known = session.get(Member, member)
        if known is None:
            raise RequestRefused("chain.member", where=hamlet_words(unit))
        held = select(HeadMember).where(HeadMember.chain_id == found.id, HeadMember.unit_id == unit.id)
        said = session.scalars(held).one_or_none()
        if said is None:
            said = HeadMember(chain=found, unit=unit, member=known)
            session.add(said)
        said.member = known
        session.flush()
        workplace.note(session, "chain.same_person", said, "member")


def _of(workplace: Workplace, chain: HamletChain, found: Sequence[Member], oldest: int | None) -> HeadBelongs:
    votes = chain.head.votes
    if votes is None:
        return HeadBelongs(Belongs.NOT_MEMBER)
    day = chain.facts.congress_on or workplace.today()

    def branch_of(member: Member) -> Membership | None:
        return next((each for each in member.memberships if _lasts(each, day)), None)

    def standing_of(member: Member) -> Standing:
        return standing_on(day, days_of(member), periods_of(member))

    member = next((each for each in found if each.person_id == votes.person), None)
    held = branch_of(member) if member is not None else None
    if member is None or held is None:
        namesakes = (
            each.id
            for each in found
            if each.person.name.casefold() == votes.name.casefold()
            and (branch := branch_of(each)) is not None
            and branch.branch.code == chain.congress.branch_code
            and standing_of(each) not in _NO_CANDIDATE
        )
        return HeadBelongs(Belongs.NOT_MEMBER, namesakes=tuple(namesakes))
    if held.branch.code != chain.congress.branch_code:
        return HeadBelongs(Belongs.OTHER_BRANCH, member.id, held.branch.name)
    if standing_of(member) in _NO_CANDIDATE:
        return HeadBelongs(Belongs.PROBATIONARY, member.id)
    older = oldest is not None and is_at_least(member.person.birth, day, oldest + 1) is Fits.YES
    return HeadBelongs(Belongs.MEMBER, member.id, too_old=older)


def _lasts(membership: Membership, day: date) -> bool:
    begun = membership.starts_on is None or membership.starts_on <= day
    return begun and (membership.ends_on is None or membership.ends_on >= day)
