"""What is known of a congress, as plain values that its papers are filled from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.models.posts import PostKind
from desktop.printing.congress.facts import Congress, Hands, HigherCongress
from desktop.printing.congress.vote.facts import BallotKind, Deducted, TimeHeld
from desktop.printing.counting.facts import Explanation
from desktop.printing.setting.digest_band import CountDigest
from desktop.rules.attendance import Presence
from desktop.rules.bases import Basis
from desktop.rules.standing import Standing
from desktop.rules.voting_list import COMMITTEE, Origin
from desktop.services.congress.numbers import Numbered
from desktop.services.papers.fill.bases import party_lines
from desktop.services.papers.fill.congress.days import CongressDay
from desktop.services.papers.fill.congress.words import number_alone
from desktop.vietnamese.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts:
    """A member convened, as lists and reports of a congress print one; what isn't known is empty.

    Attributes:
        key: of the person.
        female: None where the register doesn't say.
        home: commune of origin; ``lives`` hamlet of residence.
        school: general schooling; ``profession`` and ``theory`` beside it.
        badge: years.
        post: held at present.
        again: was in the committee of the term before.
        own: belongs to the branch, and isn't here for a time only.
        told: was told of the congress.
        presence: None until the roll is called; ``reason`` of an absence, accepted by ``accepted_by``.
    """

    key: int
    name: str
    birth: PartialDate | None = None
    female: bool | None = None
    ethnicity: str = ""
    religion: str = ""
    home: str = ""
    lives: str = ""
    admitted: PartialDate | None = None
    official_on: PartialDate | None = None
    school: str = ""
    profession: str = ""
    theory: str = ""
    badge: int | None = None
    post: str = ""
    again: bool = False
    official: bool
    standing: Standing
    presence: Presence | None = None
    reason: str = ""
    accepted_by: str = ""
    accepted_on: dt.date | None = None
    told: bool = False

    @property
    def own(self) -> bool:
        """Whether the member belongs to the branch, and isn't here for a time only."""
        return self.standing is not Standing.HERE

    @property
    def came(self) -> bool:
        """Whether the member is there."""
        return self.presence is Presence.PRESENT


@dataclass(frozen=True, slots=True, kw_only=True)
class NomineeFacts:
    """Somebody put up for a post, by whom; whether let go, and how many hands put one of the floor up."""

    key: int
    name: str
    origin: Origin
    consents: int | None = None
    let_go: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFacts:
    """One time at which a post was voted on.

    Attributes:
        held: what was counted.
        opened, closed: hours.
        convened: official members; ``deductions`` are taken off, ``needed`` votes elect.
        left: of those who aren't there and weigh on the base, how many came and left.
        received, replaced, unused: ballots, beside those that the count tells.
        digest: of the finalised count; ``explanations`` of figures in it that contradict each other.
    """

    held: TimeHeld
    opened: dt.time | None = None
    closed: dt.time | None = None
    convened: int | None = None
    left: int | None = None
    deductions: tuple[Deducted, ...] = ()
    base: int | None = None
    needed: int | None = None
    received: int | None = None
    replaced: int | None = None
    unused: int | None = None
    digest: CountDigest | None = None
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    """Something that a congress votes on.

    Attributes:
        code: as ``desktop.rules.voting_list`` names it.
        post: its word on paper.
        higher: that delegates are sent to.
        seats: of its first vote.
        nominees: everybody put up.
        listed: the people of the first list, in the order of the ballot, each with the key.
        ballot: of the first vote.
        present: official members when the list was closed.
        seats_hands, list_hands: raised.
        closed: when hands were raised on the list, which closed it.
        alternates: how many delegates stand in for others, as the superior says.
        next_listed, next_seats, next_ballot: of the vote whose ballots are printed next.
        times: counted so far, in order.
    """

    code: str
    post: str
    higher: HigherCongress | None = None
    seats: int
    nominees: tuple[NomineeFacts, ...] = ()
    listed: tuple[tuple[int, str], ...] = ()
    ballot: BallotKind = "strike"
    present: int | None = None
    seats_hands: Hands | None = None
    list_hands: Hands | None = None
    closed: dt.time | None = None
    alternates: int | None = None
    next_listed: tuple[str, ...] = ()
    next_seats: int = 1
    next_ballot: BallotKind = "strike"
    times: tuple[TimeFacts, ...] = ()

    @property
    def word(self) -> str:
        """The post inside a title: of delegates without where they are sent, which follows."""
        return "Đại biểu" if self.higher else self.post

    @property
    def elected_as(self) -> str:
        """What somebody elected becomes."""
        return "Chi ủy viên" if self.code == COMMITTEE else "đại biểu" if self.higher else self.post

    @property
    def elected(self) -> tuple[str, ...]:
        """Who is elected so far, over all times, most votes first within each."""
        return tuple(name for one in self.times for name in one.held.elected)

    def votes_of(self, name: str) -> tuple[int, int | None]:
        """Return the votes with which somebody was elected, and their base."""
        won = next(one for one in self.times if name in one.held.elected)
        return won.held.got(name).votes or 0, won.base


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """The superior's decision: its number and day, who signs, whom it approves and whom not, for a reason.

    ``accepted`` holds a post's code and a name, ``refused`` the reason besides.
    """

    number: str | None = None
    decided_on: dt.date | None = None
    signer: str | None = None
    accepted: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFacts:
    """Whom the branch proposes to appoint: to which post, why, and what its conference voted.

    ``members`` and ``present`` are official members; ``key`` is the person's.
    """

    key: int
    post: PostKind
    reason: str
    met_on: dt.date
    members: int
    present: int
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    votes: int | None = None
    number: str | None = None
    dated_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressFacts:
    """A congress, from its plan to what follows it.

    Attributes:
        congress: as its papers name it.
        place: before a date.
        before: the term before it.
        commune_lines: issuer of what the superior decides.
        opening, venue: planned; ``opened``, ``closed`` and ``sealed`` hours of the day.
        speakers: how many spoke on the reports.
        digest: of all its finalised counts together.
        proposal: to appoint somebody to a post that the congress left open, or that fell vacant after it.
        quorum, quorum_clause: what part must come, and which clause says so; ``quorum_reached`` is None until
            the report on who attends was read.
        presidium, secretaries, counters: names, the head first.
        hands: raised, by what they are on.
        texts: that the branch wrote, by their kind.
        secretary: before the congress, with the word for the post that signs.
        rules: how the regulation is named.
        floor_rule: what is asked of hands for somebody of the floor.
        numbers: number and day that papers bear, by the names of their forms.
        let_through: gates of the hamlets' chains at which somebody went on with a reason, each a sentence.
        plan_met_on, plan_agreeing, plan_present: the conference that agreed to the plan of personnel.
        keeping: months for which ballots are kept, and ``keep_until``.
        days: last days around it, the earliest first.
        register: the documents of the office's register of bases; ``today`` dates what bears no day yet.
    """

    congress: Congress
    place: str | None = None
    before: str | None = None
    commune_lines: tuple[str, ...] = ()
    announced_on: dt.date | None = None
    opening: dt.time | None = None
    venue: str | None = None
    opened: dt.time | None = None
    closed: dt.time | None = None
    sealed: dt.time | None = None
    speakers: int | None = None
    digest: CountDigest | None = None
    members: tuple[MemberFacts, ...] = ()
    quorum: str | None = None
    quorum_clause: str | None = None
    quorum_reached: bool | None = None
    presidium: tuple[str, ...] = ()
    secretaries: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    hands: Mapping[str, Hands]
    texts: Mapping[str, str]
    posts: tuple[PostFacts, ...] = ()
    secretary: str | None = None
    rules: str | None = None
    floor_rule: str = ""
    keeping: int | None = None
    keep_until: dt.date | None = None
    register: tuple[Basis, ...] = ()
    today: dt.date
    plan_number: str | None = None
    plan_on: dt.date | None = None
    plan_met_on: dt.date | None = None
    plan_agreeing: int | None = None
    plan_present: int | None = None
    report_number: str | None = None
    report_on: dt.date | None = None
    handed_over_on: dt.date | None = None
    handed_over_hour: dt.time | None = None
    numbers: Mapping[str, Numbered]
    let_through: tuple[str, ...] = ()
    answer: AnswerFacts | None = None
    proposal: ProposalFacts | None = None
    days: tuple[CongressDay, ...] = ()

    def named_on(self, day: dt.date | None, said: Sequence[str] = ()) -> tuple[str, ...]:
        """Return what the register adds to the bases of a paper of a day, beside the lines it has."""
        return party_lines(self.register, day or self.today, said)

    def number_of(self, form: str) -> str | None:
        """Return the number that a paper bears, without its symbol; None where nobody wrote one down."""
        numbered = self.numbers.get(form)
        return number_alone(numbered.number) if numbered else None

    def day_of(self, form: str) -> dt.date | None:
        """Return the day that a paper bears; None where nobody wrote one down."""
        numbered = self.numbers.get(form)
        return numbered.dated_on if numbered else None

    def member(self, key: int) -> MemberFacts | None:
        """Return a member by the key of the person."""
        return next((one for one in self.members if one.key == key), None)

    def post(self, code: str) -> PostFacts | None:
        """Return what is voted on by its code."""
        return next((one for one in self.posts if one.code == code), None)

    def elected_to(self, code: str) -> str | None:
        """Return who is elected to a post of one; None where nobody is, or it isn't voted on."""
        post = self.post(code)
        return post.elected[0] if post is not None and post.elected else None
