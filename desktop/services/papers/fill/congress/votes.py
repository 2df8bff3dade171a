"""Papers of one vote of a congress, from its facts: list, nominations, poll, ballots, tally, minutes."""

from __future__ import annotations

from dataclasses import replace

from desktop.printing.congress.facts import Hands
from desktop.printing.congress.listing.personal import PersonalPaper
from desktop.printing.congress.listing.poll import Poll
from desktop.printing.congress.listing.voting_list import FromTheFloor, Listed, VotingList
from desktop.printing.congress.vote.ballot_facts import CongressBallot
from desktop.printing.congress.vote.counting_minutes import CountingMinutes
from desktop.printing.congress.vote.tally_sheet import CongressTally
from desktop.printing.setting.digest_band import CountDigest
from desktop.rules.voting_list import Origin
from desktop.services.papers.fill.congress.before import dated
from desktop.services.papers.fill.congress.facts import CongressFacts, NomineeFacts, PostFacts
from desktop.vietnamese.collation import name_sort_key

_COPIES = 2


def personal_paper(facts: CongressFacts, post: PostFacts) -> PersonalPaper:
    """Fill the head of what a person writes to the congress."""
    held_on = facts.congress.held_on
    return PersonalPaper(
        congress=facts.congress, dated=dated(facts, held_on), post=post.word, higher=post.higher
    )


def poll(facts: CongressFacts, post: PostFacts) -> Poll:
    """Fill a poll with the names put up."""
    return Poll(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        post=post.word,
        higher=post.higher,
        names=tuple(sorted((one.name for one in post.nominees if not one.let_go), key=name_sort_key)),
    )


def voting_list(facts: CongressFacts, post: PostFacts) -> VotingList:
    """Fill the list of a post's first vote, closed when hands were raised on it."""
    put_up = sum(one.origin is Origin.COMMITTEE for one in post.nominees)
    return VotingList(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        post=post.word,
        higher=post.higher,
        seats=post.seats,
        alternates=post.alternates,
        seats_hands=post.seats_hands,
        list_hands=post.list_hands,
        listed=tuple(_listed(facts, post, key, name) for key, name in post.listed),
        put_up=put_up if post.listed else None,
        withdrawn=tuple(one.name for one in post.nominees if one.let_go),
        from_floor=_from_floor(facts, post),
        closed=post.closed,
        signer=facts.presidium[0] if facts.presidium else None,
    )


def ballot(facts: CongressFacts, post: PostFacts, *, large_print: bool = False) -> CongressBallot | None:
    """Fill the ballot of the vote that comes next; None while list or number of the congress isn't known."""
    if not post.next_listed or not facts.congress.vote_lines:
        return None
    return CongressBallot(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        post=post.word,
        higher=post.higher,
        seats=post.next_seats,
        kind=post.next_ballot,
        candidates=post.next_listed,
        large_print=large_print,
    )


def tally(facts: CongressFacts, post: PostFacts) -> CongressTally:
    """Fill the tally sheet of the vote that comes next."""
    voting = [one for one in facts.members if one.official and one.own and one.came]
    return CongressTally(
        congress=facts.congress,
        post=post.word,
        higher=post.higher,
        voting=len(voting) or None,
        candidates=post.next_listed,
        kind=post.next_ballot,
        box="Hòm chính",
    )


def counting(facts: CongressFacts, post: PostFacts) -> CountingMinutes:
    """Fill the counting minutes of a post: every time at which it was voted on, as each was counted."""
    first, last = (post.times[0], post.times[-1]) if post.times else (None, None)
    head, *members = facts.counters or (None,)
    present = first.held.present if first else None
    return CountingMinutes(
        congress=facts.congress,
        dated=dated(facts, facts.congress.held_on),
        post=post.word,
        higher=post.higher,
        elected_as=post.elected_as,
        ballot=post.ballot,
        opening=first.opened if first else None,
        rules=facts.rules,
        seats=post.seats,
        alternates=post.alternates,
        candidates=tuple(name for _, name in post.listed),
        head=head,
        members=tuple(one for one in members if one is not None),
        convened=first.convened if first else None,
        deductions=first.deductions if first else (),
        present=present,
        left=first.left if first else None,
        needed=first.needed if first else None,
        times=tuple(one.held for one in post.times),
        explanations=tuple(one for time in post.times for one in time.explanations),
        copies=_COPIES,
        closing=last.closed if last else None,
        presidium=facts.presidium[0] if facts.presidium else None,
        digest=_digest(post),
    )


def _digest(post: PostFacts) -> CountDigest | None:
    """Return what ties the minutes to every count that they tell of."""
    counted = [time.digest for time in post.times if time.digest is not None]
    if not counted:
        return None
    *earlier, last = counted
    return replace(last, earlier=tuple(one.sha256 for one in earlier))


def _listed(facts: CongressFacts, post: PostFacts, key: int, name: str) -> Listed:
    member = facts.member(key)
    nominee = next((one for one in post.nominees if one.key == key), None)
    told = [member.post or "Đảng viên"] if member else []
    told += [_how(nominee)] if nominee is not None and nominee.origin is not Origin.COMMITTEE else []
    return Listed(
        name=name,
        birth_year=member.birth.year if member and member.birth else None,
        note=", ".join(told),
    )


def _how(nominee: NomineeFacts) -> str:
    return "ứng cử" if nominee.origin is Origin.SELF else "đề cử tại Đại hội"


def _from_floor(facts: CongressFacts, post: PostFacts) -> tuple[FromTheFloor, ...]:
    on_list = {key for key, _ in post.listed}
    return tuple(
        FromTheFloor(
            name=one.name,
            hands=Hands(approving=one.consents, present=post.present),
            rule=facts.floor_rule,
            stood=one.origin is Origin.SELF,
        )
        for one in post.nominees
        if one.origin is not Origin.COMMITTEE
        and one.key in on_list
        and one.consents is not None
        and post.present is not None
        and one.consents <= post.present
    )
