"""How far the chain of each hamlet is: its facts for the rules, and what is said of each node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy.orm import Session

from desktop.exchange.records import CountRecord
from desktop.models.chain import Chain, ChainPlanStep
from desktop.models.congress import Congress, PlanStepKind
from desktop.models.elections import Ballot, Contest, ContestCode, Election, OfficialRole, Round
from desktop.models.places import Unit
from desktop.models.results import Decision, DecisionResult
from desktop.rules.chain import ChainFacts, Gate, PlanState
from desktop.rules.three_posts import same_person
from desktop.rules.vote_state import VoteState
from desktop.services.chain.lookup import hamlet_words, hamlets_in
from desktop.services.chain.records import COUNTED, ChainRecords, Counted, records_of
from desktop.services.elections.base_words import base_few
from desktop.services.elections.congress_roll import counted_roll
from desktop.services.elections.lookup import held_day, held_vote, state_of, statute_for
from desktop.services.office.workplace import Workplace, local
from desktop.services.personnel.recognised import ToldHead, heads_told

_PLAN = {
    PlanStepKind.SUBMITTED: PlanState.SUBMITTED,
    PlanStepKind.RETURNED: PlanState.RETURNED,
    PlanStepKind.APPROVED: PlanState.APPROVED,
}


@dataclass(frozen=True, slots=True)
class Votes:
    """Who got how many votes of which base.

    Attributes:
        base: of whom the count is a share; 0 where another office told of the vote and no figures of it.
        of: who they are, in Vietnamese, such as ``hộ``.
        person: a key of the registers, None where unknown.
    """

    name: str
    count: int = 0
    base: int = 0
    of: str = ""
    person: int | None = None


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """The vote for the head.

    Attributes:
        election: its code; None where none is planned here.
        votes: of who was elected, or got the most where nobody was; None before the count.
        phone: where to call; ``caller`` whose number it is.
        decision: number of the recognition.
    """

    election: str | None = None
    votes: Votes | None = None
    caller: str = ""
    phone: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class CongressFacts:
    """The congress of the hamlet's branch.

    Attributes:
        code: of the congress; None where none is planned.
        branch: name, ``branch_code`` its code; empty where the hamlet has none.
        opening: the hour for which it is planned.
        present, convened: official members, once the report was read.
        voting: what is voted on now: ``committee``, ``secretary``, ``deputy``; empty before and after.
        listed: its list is closed.
        nominees: who stands for secretary.
        votes: of the secretary; None before that vote elected anybody.
        beside: codes of other hamlets that the branch gathers.
        report: number of the report that went up; ``decision`` that of the answer.
    """

    code: str | None = None
    branch: str = ""
    branch_code: str = ""
    opening: time | None = None
    present: int | None = None
    convened: int | None = None
    voting: str = ""
    listed: bool = False
    nominees: tuple[str, ...] = ()
    votes: Votes | None = None
    beside: tuple[str, ...] = ()
    report: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class HamletChain:
    """The chain of a hamlet.

    Attributes:
        code: of the hamlet; ``hamlet`` its kind word and name, ``name`` its name alone.
        facts: for the rules.
        plan_number, plan_reason: of the plan's last step.
        head: the vote for the head.
        congress: the branch's congress.
    """

    code: str
    hamlet: str
    name: str
    facts: ChainFacts
    plan_number: str
    plan_reason: str
    head: HeadFacts
    congress: CongressFacts


def hamlet_chains(
    workplace: Workplace,
    session: Session,
    chain: Chain,
    units: Sequence[Unit] | None = None,
    asked: Election | None = None,
) -> tuple[HamletChain, ...]:
    """Return how far the chain of each hamlet is, or of those named, in the order of their codes.

    Of several elections of a hamlet the latest is meant, or the one that is ``asked`` for.
    """
    today = workplace.today()
    chosen = hamlets_in(session, chain, today) if units is None else units
    records = records_of(session, chain, chosen, today, asked)
    told = {} if chain.campaign_id is not None else _told(session, today)
    return tuple(_chain(workplace, unit, records, told.get(unit.code)) for unit in chosen)


def _told(session: Session, today: date) -> dict[str, ToldHead]:
    """Return what the commune's other office told of hamlets, by their code here."""
    return {head.unit: head for head in heads_told(session, today).values() if head.unit}


def _chain(workplace: Workplace, unit: Unit, records: ChainRecords, told: ToldHead | None) -> HamletChain:
    plans = records.plans.get(unit.code, ())
    last = plans[-1] if plans else None
    election = records.elections.get(unit.code)
    facts = ChainFacts(
        plan=_PLAN[last.what] if last is not None else PlanState.DRAFT,
        plan_on=last.happened_on if last is not None else None,
        let_through=frozenset(Gate(each.gate) for each in records.overrides.get(unit.code, ())),
    )
    if told is None:
        facts, about_head = _head(facts, election, records)
    else:
        facts, about_head = _head_told(facts, told, records.people)
    same = records.same.get(unit.code)
    if same and about_head.votes is not None:
        known = replace(about_head.votes, person=same[-1].member.person_id)
        about_head = replace(about_head, votes=known)
    facts, about_congress = _congress(workplace, facts, unit, records)
    facts = replace(facts, is_head=_is_head(facts.elected_on, about_head, about_congress))
    return HamletChain(
        code=unit.code,
        hamlet=hamlet_words(unit),
        name=unit.name,
        facts=facts,
        plan_number=_number(last),
        plan_reason=(last.reason or "") if last is not None else "",
        head=about_head,
        congress=about_congress,
    )


def _number(step: ChainPlanStep | None) -> str:
    return (step.number or "") if step is not None else ""


def _is_head(elected_on: date | None, head: HeadFacts, congress: CongressFacts) -> bool | None:
    """Tell whether the secretary is the head; None where a person has to look: two records of one name."""
    if elected_on is None or head.votes is None or congress.votes is None:
        return None
    one, other = (head.votes.person, head.votes.name), (congress.votes.person, congress.votes.name)
    if same_person(one, other):
        return True if None not in (one[0], other[0]) else None
    return None if same_person((None, one[1]), (None, other[1])) else False


def _head(
    facts: ChainFacts, election: Election | None, records: ChainRecords
) -> tuple[ChainFacts, HeadFacts]:
    if election is None:
        return facts, HeadFacts()
    vote = held_vote(election)
    counted, state = records.counts.get(vote.id), state_of(vote)
    elected = _elected(counted) if state in (VoteState.FINALISED, VoteState.RECOGNISED) else None
    answer = records.decisions.get(counted.key) if counted is not None else None
    recognised = answer if answer is not None and answer.result is DecisionResult.RECOGNISED else None
    caller = next((each for each in election.officials if each.role is OfficialRole.TEAM_HEAD), None)
    counts = [records.counts[each.id] for each in reversed(election.rounds) if each.id in records.counts]
    found = replace(
        facts,
        printed_on=_printed_on(election, records),
        election_on=vote.held_on or (election.held_on if vote.number == 1 else None),
        elected_on=held_day(vote) if elected is not None else None,
        signed=counted is not None and counted.key in records.signed,
        held_again=elected is None and (vote.number > 1 or state in COUNTED),
        recognised_on=recognised.decided_on if recognised is not None else None,
    )
    return found, HeadFacts(
        election=election.code,
        votes=_votes(counts[0], election.rounds, elected) if counts else None,
        caller=caller.name if caller is not None else "",
        phone=(caller.phone or "") if caller is not None else "",
        decision=(recognised.number or "") if recognised is not None else "",
    )


def _head_told(facts: ChainFacts, told: ToldHead, people: Mapping[int, int]) -> tuple[ChainFacts, HeadFacts]:
    """Return the vote for the head as the other office told it, which keeps votes and minutes."""
    elected, recognised = told.state in ("elected", "recognised"), told.state == "recognised"
    found = replace(
        facts,
        # Its ballots were printed by then; when, that office alone knows.
        printed_on=told.day if told.state != "planned" else None,
        election_on=told.day,
        elected_on=told.day if elected else None,
        signed=recognised,
        held_again=told.state in ("not_elected", "held_again"),
        recognised_on=told.decided_on if recognised else None,
    )
    votes = None
    if elected and told.name is not None:
        votes = Votes(told.name, person=_person_told(told, people))
    return found, HeadFacts(votes=votes, decision=(told.number or "") if recognised else "")


def _person_told(told: ToldHead, people: Mapping[int, int]) -> int | None:
    """Return the person whom somebody linked the head to, or whom name and year of birth name for certain."""
    if told.linked:
        return people.get(told.member) if told.member is not None else None
    return people.get(told.choices[0].key) if told.certain else None


def _printed_on(election: Election, records: ChainRecords) -> date | None:
    """Return when the first real ballot was printed, or the meeting opened that votes by hands."""
    by_hands = [
        vote.opened_at
        for vote in election.rounds
        if vote.ballot is Ballot.HANDS and vote.opened_at is not None
    ]
    printed = [records.printed[vote.id] for vote in election.rounds if vote.id in records.printed]
    first = min([*by_hands, *printed], default=None)
    return local(first).date() if first is not None else None


def _elected(counted: Counted | None) -> str | None:
    outcome = counted.record.outcome if counted is not None else None
    return outcome.elected[0] if outcome is not None and outcome.elected else None


def _votes(counted: Counted, rounds: Sequence[Round], elected: str | None) -> Votes | None:
    """Return the votes of who was elected; of who got the most where nobody was."""
    record = counted.record
    shares = [each for each in record.outcome.shares if each.numerator is not None]
    share = next((each for each in shares if each.name == elected), None)
    share = share or max(shares, key=lambda each: each.numerator or 0, default=None)
    if share is None:
        return None
    return Votes(
        share.name,
        share.numerator or 0,
        share.denominator,
        base_few(record.outcome.base.name),
        _person(record, rounds, share.name),
    )


def _person(record: CountRecord, rounds: Sequence[Round], name: str) -> int | None:
    names = [each.name for each in record.facts.candidates]
    for vote in reversed(rounds):
        if len(vote.candidacies) == len(names) and name in names:
            return vote.candidacies[names.index(name)].candidate.person_id
    return None


def _congress(
    workplace: Workplace, facts: ChainFacts, unit: Unit, records: ChainRecords
) -> tuple[ChainFacts, CongressFacts]:
    branch, congress = records.branches.get(unit.code), records.congresses.get(unit.code)
    if congress is None:
        known = CongressFacts(branch=branch.name, branch_code=branch.code) if branch else CongressFacts()
        return facts, known
    election = congress.election
    answer = _answer(congress, records)
    decided = answer if answer is not None and answer.result is DecisionResult.APPROVED else None
    posts = {contest.code: contest for contest in election.contests}
    chosen, secretary_on = _secretary(congress, records)
    present = convened = quorum = None
    if congress.reported_at is not None:
        lines = [(each, each.presence) for each in records.attendees.get(congress.id, ())]
        roll = counted_roll(statute_for(workplace, election), lines)
        present, convened, quorum = roll.quorum.present, roll.quorum.convened, roll.quorum.met
    committee = posts.get(ContestCode.COMMITTEE)
    found = replace(
        facts,
        congress_on=election.held_on,
        opened_on=local(congress.opened_at).date() if congress.opened_at is not None else None,
        closed_on=local(congress.closed_at).date() if congress.closed_at is not None else None,
        quorum=quorum,
        committee=_committee(committee, records),
        secretary_on=secretary_on,
        sent_on=congress.report_sent_on,
        received_on=answer.received_on if answer is not None else None,
        approved_on=decided.decided_on if decided is not None else None,
        refused=decided is not None and any(not said.accepted for said in decided.people),
    )
    listed, voting = posts.get(ContestCode.SECRETARY), _voting(congress, records)
    return found, CongressFacts(
        code=election.code,
        branch=congress.branch.name,
        branch_code=congress.branch.code,
        opening=next((vote.opening for vote in election.rounds if vote.opening is not None), None),
        present=present,
        convened=convened,
        voting=voting.code.value if voting is not None else "",
        listed=voting is not None and state_of(voting.rounds[-1]) is not VoteState.DRAFT,
        nominees=tuple(each.printed_name for each in listed.candidates) if listed is not None else (),
        votes=chosen,
        beside=tuple(sorted(records.gathered.get(congress.branch_id, frozenset()) - {unit.code})),
        report=congress.report_number or "",
        decision=(decided.number or "") if decided is not None else "",
    )


def _committee(contest: Contest | None, records: ChainRecords) -> bool | None:
    """Tell whether the committee is elected, as far as it was; None where the branch elects none."""
    if contest is None:
        return None
    return any(_elected(records.counts.get(vote.id)) for vote in contest.rounds)


def _secretary(congress: Congress, records: ChainRecords) -> tuple[Votes | None, date | None]:
    for contest in congress.election.contests:
        if contest.code is not ContestCode.SECRETARY:
            continue
        for vote in reversed(contest.rounds):
            counted = records.counts.get(vote.id)
            elected = _elected(counted)
            if counted is not None and elected is not None:
                return _votes(counted, [vote], elected), held_day(vote)
    return None, None


def _voting(congress: Congress, records: ChainRecords) -> Contest | None:
    """Return the first post, in their order, that elected nobody yet; None before and after the votes."""
    if congress.reported_at is None or congress.closed_at is not None:
        return None
    for contest in sorted(congress.election.contests, key=lambda each: each.position):
        if not any(_elected(records.counts.get(vote.id)) for vote in contest.rounds):
            return contest
    return None


def _answer(congress: Congress, records: ChainRecords) -> Decision | None:
    for vote in congress.election.rounds:
        counted = records.counts.get(vote.id)
        if counted is not None and counted.key in records.decisions:
            return records.decisions[counted.key]
    return None
