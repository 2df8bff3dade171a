"""The recognised head of a hamlet carried over as candidate for secretary of the hamlet's branch.

Source: field-practice.md P01.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import ContestCode
from desktop.models.party import Member
from desktop.models.store.session import reading
from desktop.rules.chain import Gate, lets_pass
from desktop.services.chain.hamlets import HamletChain, hamlet_chains
from desktop.services.chain.lookup import chain_of, hamlet_in
from desktop.services.chain.members import Belongs, HeadBelongs, heads_belong, say_same
from desktop.services.congress.lists import put_up
from desktop.services.congress.lookup import found_congress
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace


@for_party
def carry_over(workplace: Workplace, chain: int, hamlet: str, namesake: int | None = None) -> tuple[str, ...]:
    """Put the recognised head up for secretary at the branch's congress, and for its committee where one is.

    Args:
        workplace: the open office.
        chain: its key.
        hamlet: its code.
        namesake: the member whom a person said to be the head, where the registers hold both; never by the
            name alone.

    Returns:
        The posts for which the head was put up, those on whose list the head stood already left out.

    Raises:
        RequestRefused: ``unknown.chain``, ``unknown.unit``; ``chain.no_congress`` where none is planned;
            ``chain.not_recognised`` before the head is; ``chain.not_member``, ``chain.probationary`` or
            ``chain.other_branch`` for a head who can't stand: the hamlet is an exception then; as ``put_up``.
    """
    with reading(workplace.database) as session:
        stands, belongs = _known(workplace, session, chain, hamlet)
        congress = stands.congress.code
        if congress is None:
            raise RequestRefused("chain.no_congress", where=stands.hamlet)
        if not lets_pass(stands.facts, Gate.RECOGNISED) or belongs is None:
            raise RequestRefused("chain.not_recognised", where=stands.hamlet)
        member = belongs.member
        if namesake is not None and namesake in belongs.namesakes:
            member = namesake
        elif belongs.belongs is not Belongs.MEMBER or member is None:
            raise RequestRefused(f"chain.{belongs.belongs}", where=stands.hamlet)
        posts = _posts(session, congress, member)
    if namesake is not None and namesake in belongs.namesakes:
        say_same(workplace, chain, hamlet, namesake)
    for post in posts:
        put_up(workplace, congress, post, member)
    return posts


def _known(
    workplace: Workplace, session: Session, chain: int, hamlet: str
) -> tuple[HamletChain, HeadBelongs | None]:
    found = chain_of(session, chain)
    unit = hamlet_in(session, found, hamlet, workplace.today())
    (stands,) = hamlet_chains(workplace, session, found, [unit])
    return stands, heads_belong(workplace, session, [stands]).get(hamlet)


def _posts(session: Session, congress: str, member: int) -> tuple[str, ...]:
    """Name committee and secretary, as far as they are elected and the member isn't on their lists yet."""
    person = session.get_one(Member, member).person_id
    wanted = (ContestCode.COMMITTEE, ContestCode.SECRETARY)
    contests = {each.code: each for each in found_congress(session, congress).election.contests}
    return tuple(
        code.value
        for code in wanted
        if code in contests and all(one.person_id != person for one in contests[code].candidates)
    )
