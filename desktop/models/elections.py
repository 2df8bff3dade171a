"""A campaign, its elections, and what each elects: contests, rounds, candidates, the people who run it."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ColumnElement, Enum, ForeignKey, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.partial_index import narrow_for_postgresql, unique_where
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.types import Text32, Text64, UtcTimestamp, count_check, sha256_check, values_of
from desktop.rules.vote_state import VoteState
from desktop.rules.voting_list import Origin

_ONE_A_DAY = "uq_elections_unit_id_held_on"


class Occasion(StrEnum):
    """Why the people vote: the term is over, or the head left before it was."""

    REGULAR = "regular"
    REPLACEMENT = "replacement"


class ContestKind(StrEnum):
    """Which body elects; the statute file of the same kind says how."""

    HAMLET_HEAD = "hamlet_head"
    BRANCH_CONGRESS = "branch_congress"


class Vote(StrEnum):
    """Which vote for the same post this is; slips are handed out after a meeting that too few attended."""

    FIRST = "first"
    AGAIN = "again"
    RUN_OFF = "run_off"
    HAND_OUT = "hand_out"


class Ballot(StrEnum):
    """How a choice is made: names struck, agree or not, hands."""

    STRIKE = "strike"
    AGREE = "agree"
    HANDS = "hands"


class OfficialRole(StrEnum):
    """What a person does at an election without standing in it."""

    TEAM_HEAD = "team_head"
    TEAM_MEMBER = "team_member"
    COUNTING_HEAD = "counting_head"
    COUNTING_MEMBER = "counting_member"
    WITNESS = "witness"
    HAND_OUT_HEAD = "hand_out_head"
    HAND_OUT_MEMBER = "hand_out_member"
    FRONT_BOARD_HEAD = "front_board_head"
    MEETING_SECRETARY = "meeting_secretary"
    PRESIDIUM_HEAD = "presidium_head"
    PRESIDIUM_MEMBER = "presidium_member"
    SECRETARIAT_MEMBER = "secretariat_member"


class ContestCode(StrEnum):
    """What a contest fills, whatever its word on paper is."""

    HEAD = "head"
    COMMITTEE = "committee"
    SECRETARY = "secretary"
    DEPUTY = "deputy"
    DELEGATES = "delegates"


class ElectionChangeKind(StrEnum):
    """What was decided about an election as a whole after it was planned."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    TAKEN_UP = "taken_up"


class Campaign(Keyed, Base):
    """Elections of one kind that belong together: one name, one common day.

    ``plan_number`` and ``plan_on`` name the commune's decision on the plan; ``results_by`` is the hour of the
    day by which the results of its hamlets are wanted above.
    """

    __tablename__ = "campaigns"

    code: Mapped[Text64] = mapped_column(unique=True)
    contest_kind: Mapped[ContestKind] = mapped_column(default=ContestKind.HAMLET_HEAD)
    name: Mapped[str]
    election_day: Mapped[date]
    plan_number: Mapped[Text64 | None] = mapped_column(default=None)
    plan_on: Mapped[date | None] = mapped_column(default=None)
    results_by: Mapped[time | None] = mapped_column(default=None)


class Election(Keyed, Base):
    """One unit's election: what its votes have in common. How far it is, each vote says for itself.

    ``statute`` names the regulation in force on the day; its bytes are frozen here with the roll, so that
    an old minute can be explained by the rule that it was decided under. ``code`` names the election in
    packages, and a hamlet elects its head once on a day; a congress is its branch's. ``voters_from_age``
    says that all voters of that age elect, by the commune's choice, where the regulation lets it choose; None
    is one representative for each household. The roll hangs from ``roll_posted_on`` until
    ``roll_posted_until`` at ``roll_posted_at``; ``roll_posted_lines`` is what it said then (JSON: number, key
    of household or voter, and name of each line). ``cancelled_at`` says that it will not be held;
    ``recorded_later`` that it was written down after its day. ``term_reason`` says why the term is shorter or
    longer than the law's.
    A large hamlet may meet in ``clusters``, by the commune's decision (``clusters_number``, ``clusters_on``);
    a smaller one only where its people live ``scattered``. ``team_number`` and ``team_on`` are the decision
    that set up its election team.
    """

    __tablename__ = "elections"
    __table_args__ = (
        unique_where(_ONE_A_DAY, "unit_id", "held_on", where="contest_kind = 'hamlet_head'"),
        CheckConstraint("(statute_bytes IS NULL) = (statute_sha256 IS NULL)", name="statute_frozen"),
        CheckConstraint("term_to > term_from", name="term"),
        sha256_check("statute_sha256"),
        STRICT,
    )

    code: Mapped[Text64] = mapped_column(unique=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), init=False)
    campaign: Mapped[Campaign] = relationship()
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    contest_kind: Mapped[ContestKind]
    occasion: Mapped[Occasion]
    held_on: Mapped[date] = mapped_column(index=True)
    statute: Mapped[Text64]
    statute_bytes: Mapped[bytes | None] = mapped_column(default=None)
    statute_sha256: Mapped[Text64 | None] = mapped_column(default=None)
    term_from: Mapped[date | None] = mapped_column(default=None)
    term_to: Mapped[date | None] = mapped_column(default=None)
    venue: Mapped[str | None] = mapped_column(default=None)
    voters_from_age: Mapped[int | None] = mapped_column(default=None)
    roll_posted_on: Mapped[date | None] = mapped_column(default=None)
    roll_posted_until: Mapped[date | None] = mapped_column(default=None)
    roll_posted_at: Mapped[str | None] = mapped_column(default=None)
    roll_posted_lines: Mapped[bytes | None] = mapped_column(default=None, deferred=True)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    recorded_later: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    term_reason: Mapped[Text32 | None] = mapped_column(default=None)
    clusters_number: Mapped[Text64 | None] = mapped_column(default=None)
    clusters_on: Mapped[date | None] = mapped_column(default=None)
    scattered: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    team_number: Mapped[Text64 | None] = mapped_column(default=None)
    team_on: Mapped[date | None] = mapped_column(default=None)
    contests: Mapped[list["Contest"]] = relationship(
        back_populates="election", order_by="Contest.position", default_factory=list, init=False
    )
    rounds: Mapped[list["Round"]] = relationship(
        back_populates="election", order_by="Round.number", default_factory=list, init=False
    )
    officials: Mapped[list["Official"]] = relationship(
        back_populates="election", order_by="Official.position", default_factory=list, init=False
    )
    changes: Mapped[list["ElectionChange"]] = relationship(
        back_populates="election", order_by="ElectionChange.id", default_factory=list, init=False
    )
    clusters: Mapped[list["Cluster"]] = relationship(
        back_populates="election", order_by="Cluster.number", default_factory=list, init=False
    )


narrow_for_postgresql(Election.__table__, _ONE_A_DAY)


class Cluster(Keyed, Base):
    """A part of a large hamlet that meets by itself: how many households, who chairs, where and at what hour.

    Its votes are added up with those of the others; nobody is elected by one cluster.
    """

    __tablename__ = "clusters"
    __table_args__ = (
        UniqueConstraint("election_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        count_check("households"),
        STRICT,
    )

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False)
    election: Mapped[Election] = relationship(back_populates="clusters")
    number: Mapped[int]
    name: Mapped[str]
    households: Mapped[int | None] = mapped_column(default=None)
    chair: Mapped[str | None] = mapped_column(default=None)
    venue: Mapped[str | None] = mapped_column(default=None)
    opening: Mapped[time | None] = mapped_column(default=None)


class ClusterHousehold(Keyed, Base):
    """A household that meets with a cluster; it meets with one, and stays on the one roll of the hamlet."""

    __tablename__ = "cluster_households"
    __table_args__ = (UniqueConstraint("election_id", "household_id"), STRICT)

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), index=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"), index=True)


class ElectionChange(Keyed, Base):
    """A day that was moved, an election that was cancelled or taken up again: why, and by which decision.

    A decision (``number``, ``decided_on``) is needed once ballots are printed; ``day_before`` is the day that
    was moved.
    """

    __tablename__ = "election_changes"

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, index=True)
    election: Mapped[Election] = relationship(back_populates="changes")
    what: Mapped[ElectionChangeKind]
    at: Mapped[datetime] = mapped_column(UtcTimestamp())
    reason: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[Text64 | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    day_before: Mapped[date | None] = mapped_column(default=None)


class Contest(Keyed, Base):
    """One post or list that an election fills; ``post`` is its word on paper (``Trưởng thôn``).

    ``position`` is its place among those of the election, from 1: each is voted on after the one before.
    """

    __tablename__ = "contests"
    __table_args__ = (
        UniqueConstraint("election_id", "code"),
        CheckConstraint("position >= 1", name="position"),
        STRICT,
    )

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, index=True)
    election: Mapped[Election] = relationship(back_populates="contests")
    kind: Mapped[ContestKind]
    post: Mapped[str]
    code: Mapped[ContestCode] = mapped_column(default=ContestCode.HEAD, server_default=text("'head'"))
    position: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    rounds: Mapped[list["Round"]] = relationship(
        back_populates="contest", order_by="Round.number", default_factory=list, init=False
    )
    candidates: Mapped[list["Candidate"]] = relationship(
        back_populates="contest", order_by="Candidate.id", default_factory=list, init=False
    )


class Round(Keyed, Base):
    """One vote of a contest, in one of the states of a vote; a later one is the child of the one before.

    Votes are numbered through the whole election, so that no two of it share a name, whatever they fill.
    ``held_on`` is a later round's own day; the first is held on the election's. ``opening`` is the hour, in
    Viet Nam, for which the meeting is planned; ``list_posted_on`` the day on which the candidate list was put
    up. Of slips, ``slips_planned_on`` is the day of their plan, ``slips_plan_sent_on`` that on which it was
    sent to the commune, ``slips_from`` the first on which they are handed out.
    """

    __tablename__ = "rounds"
    __table_args__ = (
        UniqueConstraint("election_id", "number"),
        CheckConstraint("number >= 1 AND attempt >= 1 AND seats >= 1", name="numbers"),
        CheckConstraint("(vote = 'first') = (parent_id IS NULL)", name="parent"),
        STRICT,
    )

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False)
    election: Mapped[Election] = relationship(back_populates="rounds")
    contest_id: Mapped[int] = mapped_column(ForeignKey("contests.id"), init=False, index=True)
    contest: Mapped[Contest] = relationship(back_populates="rounds")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), init=False)
    parent: Mapped["Round | None"] = relationship(remote_side="Round.id", default=None)
    number: Mapped[int]
    vote: Mapped[Vote]
    attempt: Mapped[int]
    ballot: Mapped[Ballot]
    seats: Mapped[int]
    state: Mapped[VoteState] = mapped_column(index=True, default=VoteState.DRAFT)
    held_on: Mapped[date | None] = mapped_column(default=None)
    opening: Mapped[time | None] = mapped_column(default=None)
    list_posted_on: Mapped[date | None] = mapped_column(default=None)
    opened_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    slips_planned_on: Mapped[date | None] = mapped_column(default=None)
    slips_plan_sent_on: Mapped[date | None] = mapped_column(default=None)
    slips_from: Mapped[date | None] = mapped_column(default=None)
    candidacies: Mapped[list["Candidacy"]] = relationship(
        back_populates="round", order_by="Candidacy.position", default_factory=list, init=False
    )


def is_held() -> ColumnElement[bool]:
    """Return the condition that a vote is the one of its election that is being held: none comes after it."""
    later = aliased(Round)
    return (
        ~select(later.id).where(later.election_id == Round.election_id, later.number > Round.number).exists()
    )


def is_on() -> ColumnElement[bool]:
    """Return the condition that an election is not cancelled."""
    return Election.cancelled_at.is_(None)


class Candidate(Keyed, Base):
    """A person who stands in a contest, under the name that ballots print.

    At a congress, ``origin`` is who put the person up, ``consents`` the hands for taking on the list somebody
    of the floor; ``withdraws`` that the person asked to be taken off, ``let_go`` whether it was agreed to.
    """

    __tablename__ = "candidates"
    __table_args__ = (UniqueConstraint("contest_id", "person_id"), count_check("consents"), STRICT)

    contest_id: Mapped[int] = mapped_column(ForeignKey("contests.id"), init=False)
    contest: Mapped[Contest] = relationship(back_populates="candidates")
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person] = relationship()
    printed_name: Mapped[str]
    origin: Mapped[Origin] = mapped_column(default=Origin.COMMITTEE, server_default=text("'committee'"))
    consents: Mapped[int | None] = mapped_column(default=None)
    withdraws: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    let_go: Mapped[bool | None] = mapped_column(default=None)


class Candidacy(Keyed, Base):
    """A candidate's place, from 1, on the ballot of one round."""

    __tablename__ = "candidacies"
    __table_args__ = (
        UniqueConstraint("round_id", "candidate_id"),
        UniqueConstraint("round_id", "position"),
        CheckConstraint("position >= 1", name="position"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship(back_populates="candidacies")
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"), init=False, index=True)
    candidate: Mapped[Candidate] = relationship()
    position: Mapped[int]


class Official(Keyed, Base):
    """Somebody of the election team or of those who count, a witness, or who signs a meeting's minutes.

    ``post`` is what they are beside it, as papers say it (``Chi hội trưởng Chi hội Phụ nữ``). ``phone`` is
    kept for the telephone calls of the day; it stands on no paper and in no package.
    """

    __tablename__ = "officials"
    __table_args__ = (UniqueConstraint("election_id", "role", "position"), STRICT)

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False)
    election: Mapped[Election] = relationship(back_populates="officials")
    role: Mapped[OfficialRole] = mapped_column(
        Enum(OfficialRole, native_enum=False, create_constraint=False, values_callable=values_of, length=32)
    )
    position: Mapped[int]
    name: Mapped[str]
    title: Mapped[str | None] = mapped_column(default=None)
    phone: Mapped[Text32 | None] = mapped_column(default=None)
    post: Mapped[str | None] = mapped_column(default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False)
    person: Mapped[Person | None] = relationship(default=None)
