"""The list of a vote: who is put up by whom, who is taken off, and closing it by hands."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress, Subject
from desktop.models.elections import Ballot, Candidacy, Candidate, Contest, ContestCode, Round
from desktop.models.store.session import reading, writing
from desktop.rules.ballot_order import ballot_order
from desktop.rules.standing import Standing
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.rules.voting_list import (
    ListFault,
    ListFinding,
    Nominee,
    Origin,
    ballot_of,
    list_findings,
    stands,
)
from desktop.services.congress.bodies import counters_who_stand
from desktop.services.congress.hands import Hands, write_hands
from desktop.services.congress.lookup import (
    committee_of,
    contest_named,
    found_congress,
    latest_vote,
)
from desktop.services.congress.roll import official_convened, settle_roll
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.elections.congress_roll import attendees_of, counted_roll, roll_now
from desktop.services.elections.lookup import state_of, statute_for
from desktop.services.elections.naming import nominee_of
from desktop.services.elections.phases import BEFORE_PRINTING, LIST_STAYS
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace

__all__ = [
    "ADVISED",
    "NO_VOTE",
    "NomineeView",
    "Origin",
    "close_list",
    "elected_in",
    "half_or_less",
    "list_of",
    "nominees_of",
    "put_up",
    "take_off",
    "withdraw",
    "write_list",
]

ADVISED = (ListFault.NO_SURPLUS,)
"""Faults that the congress may leave as they are: a ballot without surplus is marked in another way."""

NO_VOTE = ("void", "no_quorum")
"""Outcomes that are no vote: held once more with its list, no attempt, and nobody lost in it."""

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class NomineeView:
    """Somebody put up, and whether they stand on the list as it is now."""

    member: int
    name: str
    origin: Origin
    consents: int | None
    withdraws: bool
    let_go: bool | None
    stands: bool
    in_committee: bool | None


@for_party
def put_up(
    workplace: Workplace,
    code: str,
    post: str,
    member: int,
    origin: Origin = Origin.COMMITTEE,
    consents: int | None = None,
) -> None:
    """Put somebody up for a post, or write down anew who did and how many hands were for it.

    Args:
        workplace: the open office.
        code: the congress's.
        post: ``committee``, ``secretary``, ``deputy`` or ``delegates``.
        member: the key.
        origin: who put the person up.
        consents: hands for taking on the list somebody whom the convening committee didn't put up.

    Raises:
        StepRefused: ballots of this vote are printed.
        RequestRefused: ``unknown.congress``, ``congress.contest``; ``congress.member``; ``congress.nominee``
            for who isn't an official member of the branch, or suspended, charged or detained;
            ``candidates.run_off``; ``congress.nominee.counts`` for a counter, ``congress.nominee.hands`` for
            more hands than members who vote.
    """
    with writing(workplace.database) as session:
        congress, contest = _open_list(session, code, post)
        line = next((each for each in settle_roll(session, congress) if each.member_id == member), None)
        if line is None:
            raise RequestRefused("congress.member")
        if not line.official or line.standing in (Standing.HERE, Standing.SUSPENDED, Standing.CHARGED):
            raise RequestRefused("congress.nominee", where=line.name)
        person = line.member.person
        if counters_who_stand(congress, {person.id}):
            raise RequestRefused("congress.nominee.counts", where=line.name)
        most = _present(workplace, session, congress)
        if consents is not None and consents > most:
            raise RequestRefused("congress.nominee.hands", where=str(most))
        found = next((each for each in contest.candidates if each.person_id == person.id), None)
        if found is None:
            found = Candidate(contest=contest, person=person, printed_name=person.name)
            session.add(found)
        found.origin, found.consents = origin, consents
        _reopen(latest_vote(contest))
        session.flush()
        workplace.note(session, "congress.nominees", contest, "candidates")


@for_party
def withdraw(workplace: Workplace, code: str, post: str, member: int, *, let_go: bool | None) -> None:
    """Write down that somebody asks to be taken off, and what the congress said; None while it didn't yet.

    Raises:
        StepRefused: ballots of this vote are printed.
        RequestRefused: ``unknown.congress``, ``congress.contest``, ``congress.nominee`` for who isn't put up.
    """
    with writing(workplace.database) as session:
        congress, contest = _open_list(session, code, post)
        found = _candidate(contest, _person(session, congress, member))
        found.withdraws, found.let_go = True, let_go
        _reopen(latest_vote(contest))
        session.flush()
        workplace.note(session, "congress.nominees", contest, "candidates")


@for_party
def take_off(workplace: Workplace, code: str, post: str, member: int) -> None:
    """Take somebody off who was put up by mistake, before the list is closed in earnest.

    Raises:
        StepRefused: ballots of this vote are printed.
        RequestRefused: ``unknown.congress``, ``congress.contest``; ``congress.nominee`` for who isn't put up,
            ``congress.stood`` for who stood in an earlier vote.
    """
    with writing(workplace.database) as session:
        congress, contest = _open_list(session, code, post)
        found = _candidate(contest, _person(session, congress, member))
        vote = latest_vote(contest)
        _reopen(vote)
        session.flush()
        if any(each.candidate_id == found.id for held in contest.rounds for each in held.candidacies):
            raise RequestRefused("congress.stood", where=found.printed_name)
        contest.candidates.remove(found)
        session.delete(found)
        session.flush()
        workplace.note(session, "congress.nominees", contest, "candidates")


@for_party
def close_list(
    workplace: Workplace, code: str, post: str, hands: Hands | None = None, *, polled: bool = False
) -> None:
    """Close the list of a post's next vote: who stands comes on the ballot in its order.

    Before the report on who attends a list is closed so that its ballots can be printed; hands are raised on
    it at the congress.

    Args:
        workplace: the open office.
        code: the congress's.
        post: as in ``put_up``.
        hands: raised on the list at the congress.
        polled: opinions were polled on a list over the surplus.

    Raises:
        StepRefused: ballots of this vote are printed.
        RequestRefused: ``unknown.congress``, ``congress.contest``; ``congress.list.<fault>`` for the first
            fault that can't stay; ``candidates.run_off``; ``congress.list.declined`` when hands were against.

    Source: 190-QĐ/TW arts. 13 to 15; congress.md §5.
    """
    with writing(workplace.database) as session:
        congress, contest = _open_list(session, code, post)
        vote = latest_vote(contest)
        statute = statute_for(workplace, congress.election)
        found = _findings(workplace, session, congress, contest, polled=polled)
        wrong = [each for each in found if each.fault not in ADVISED]
        if wrong:
            raise RequestRefused(
                f"congress.list.{wrong[0].fault}",
                where=wrong[0].name or congress.branch.name,
                figure=str(wrong[0].figure),
                wanted=str(wrong[0].wanted),
            )
        if hands is not None:
            said = write_hands(workplace, session, congress, Subject.LIST, hands, contest=contest, vote=vote)
            if not said.agreed:
                raise RequestRefused("congress.list.declined", where=congress.branch.name)
        present = _present(workplace, session, congress)
        listed = [
            one
            for one in _open_to(session, contest)
            if stands(statute, _nominee(session, contest, one), present)
        ]
        vote.state = state_of(vote).list_candidates()
        write_list(session, vote, listed)
        vote.ballot = Ballot(ballot_of(statute, vote.seats, len(listed)))
        session.flush()
        workplace.note(session, "congress.list", vote, "candidates", "ballot", "state")


@for_party
def list_of(
    workplace: Workplace, code: str, post: str, *, polled: bool = False
) -> tuple[tuple[NomineeView, ...], tuple[ListFinding, ...]]:
    """Return who is put up for a post's next vote, and what isn't right in the list yet.

    Raises:
        RequestRefused: ``unknown.congress``, ``congress.contest``.
    """
    with reading(workplace.database) as session:
        congress = found_congress(session, code)
        contest = contest_named(congress, post)
        return nominees_of(workplace, session, congress, contest, polled=polled)


def nominees_of(
    workplace: Workplace, session: Session, congress: Congress, contest: Contest, *, polled: bool = False
) -> tuple[tuple[NomineeView, ...], tuple[ListFinding, ...]]:
    """Return who is put up for the next vote of a contest, in the order of the ballot, and the faults."""
    statute = statute_for(workplace, congress.election)
    present = _present(workplace, session, congress)
    members = {line.member.person_id: line.member_id for line in attendees_of(session, congress)}
    people = _open_to(session, contest)
    order = ballot_order([nominee_of(one.person) for one in people])
    shown = []
    for one in (people[index] for index in order):
        nominee = _nominee(session, contest, one)
        shown.append(
            NomineeView(
                member=members.get(one.person_id, 0),
                name=one.printed_name,
                origin=Origin(one.origin),
                consents=one.consents,
                withdraws=one.withdraws,
                let_go=one.let_go,
                stands=stands(statute, nominee, present),
                in_committee=nominee.in_committee,
            )
        )
    return tuple(shown), _findings(workplace, session, congress, contest, polled=polled)


def write_list(session: Session, vote: Round, candidates: list[Candidate]) -> None:
    """Put people on the ballot of a vote, in its order, in place of those who were on it."""
    for candidacy in list(vote.candidacies):
        session.delete(candidacy)
    vote.candidacies.clear()
    session.flush()
    for position, index in enumerate(ballot_order([nominee_of(one.person) for one in candidates]), 1):
        session.add(Candidacy(round=vote, candidate=candidates[index], position=position))
    session.flush()


def elected_in(session: Session, contest: Contest) -> list[Candidate]:
    """Return who was elected in a contest so far, over all its votes, in the order of being elected."""
    found: list[Candidate] = []
    for vote in sorted(contest.rounds, key=lambda each: each.number):
        if state_of(vote) not in _COUNTED:
            continue
        record = record_of(latest_count(session, vote))
        named = dict(zip(names_as_counted(record), vote.candidacies, strict=True))
        found += [named[name].candidate for name in record.outcome.elected]
    return found


def half_or_less(session: Session, contest: Contest, statute: Statute) -> set[int]:
    """Return the keys of people who got half of the base or less in every vote that they stood in.

    What was no vote, being void or without a quorum, doesn't speak against anybody.
    """
    elected = statute.clause("elected")
    got: dict[int, bool] = {}
    for vote in contest.rounds:
        if state_of(vote) not in _COUNTED:
            continue
        record = record_of(latest_count(session, vote))
        if record.outcome.outcome in NO_VOTE:
            continue
        for name, each in zip(names_as_counted(record), vote.candidacies, strict=True):
            share = record.outcome.share_of(name)
            over = share is not None and elected.passed_by(share.numerator or 0, record.outcome.base.value)
            person = each.candidate.person_id
            got[person] = got.get(person, False) or over
    return {person for person, over in got.items() if not over}


def _open_list(session: Session, code: str, post: str) -> tuple[Congress, Contest]:
    congress = found_congress(session, code)
    contest = contest_named(congress, post)
    vote = latest_vote(contest)
    state_of(vote).demand("list_candidates", *BEFORE_PRINTING)
    if vote.vote in LIST_STAYS:
        raise RequestRefused(f"candidates.{vote.vote}", where=congress.branch.name)
    return congress, contest


def _reopen(vote: Round) -> None:
    """Take back that a list is closed, since who stands on it changed."""
    if state_of(vote) is VoteState.LISTED:
        vote.state = VoteState.LISTED.withdraw_candidates()
        for candidacy in list(vote.candidacies):
            vote.candidacies.remove(candidacy)


def _open_to(session: Session, contest: Contest) -> list[Candidate]:
    """Return who is put up for a contest's next vote: everybody whom no earlier vote elected."""
    elected = {one.id for one in elected_in(session, contest)}
    return [one for one in contest.candidates if one.id not in elected]


def _findings(
    workplace: Workplace, session: Session, congress: Congress, contest: Contest, *, polled: bool
) -> tuple[ListFinding, ...]:
    vote = latest_vote(contest)
    return list_findings(
        statute_for(workplace, congress.election),
        contest.code.value,
        vote.seats,
        [_nominee(session, contest, one) for one in _open_to(session, contest)],
        official_members=official_convened(session, congress),
        present=_present(workplace, session, congress),
        polled=polled,
    )


def _present(workplace: Workplace, session: Session, congress: Congress) -> int:
    """Return how many members vote now; before the report how many may be expected at most."""
    statute: Statute = statute_for(workplace, congress.election)
    roll = roll_now(session, congress)
    counted = counted_roll(statute, roll.lines)
    return counted.voting if roll.reported_at is not None else counted.base


def _nominee(session: Session, contest: Contest, one: Candidate) -> Nominee:
    return Nominee(
        name=one.printed_name,
        origin=Origin(one.origin),
        consents=one.consents,
        withdraws=one.withdraws,
        let_go=one.let_go,
        in_committee=_in_committee(session, contest, one),
    )


def _in_committee(session: Session, contest: Contest, one: Candidate) -> bool | None:
    """Tell whether somebody was elected to the committee; None where there is none yet."""
    if contest.code not in (ContestCode.SECRETARY, ContestCode.DEPUTY):
        return None
    committee = committee_of(contest.election)
    if committee is None or state_of(latest_vote(committee)) not in _COUNTED:
        return None
    return one.person_id in {each.person_id for each in elected_in(session, committee)}


def _candidate(contest: Contest, person: int) -> Candidate:
    for candidate in contest.candidates:
        if candidate.person_id == person:
            return candidate
    raise RequestRefused("congress.nominee", where=contest.post)


def _person(session: Session, congress: Congress, member: int) -> int:
    for line in settle_roll(session, congress):
        if line.member_id == member:
            return line.member.person_id
    raise RequestRefused("congress.member")
