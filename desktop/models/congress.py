"""The congress of a branch: its roll with who came to each vote, its plan of personnel, its raised hands."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.elections import Contest, Election, Round
from desktop.models.party import Member, Organisation
from desktop.models.types import Text32, Text64, UtcTimestamp, count_check
from desktop.rules.attendance import Presence


class Congress(Keyed, Base):
    """What an election is beside its votes where a branch holds it: whose, which of its congresses, its days.

    ``number`` is "lần thứ …". ``announced_on`` is the day on which its day was decided and told. The roll
    stays as it is from ``reported_at`` on, when the report on who attends was read. The ballots are sealed at
    ``sealed_at`` and destroyed by decision, after the days in which they are kept. Delegates go to the
    congress ``delegates_to`` of the term ``delegates_term``, ``alternates`` more in place of who can't go,
    both as its convener says. ``speakers`` is how many spoke on the reports.
    """

    __tablename__ = "congresses"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("closed_at >= opened_at", name="hours"),
        STRICT,
    )

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, unique=True)
    election: Mapped[Election] = relationship()
    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    number: Mapped[int | None] = mapped_column(default=None)
    announced_on: Mapped[date | None] = mapped_column(default=None)
    opened_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    reported_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    report_number: Mapped[Text64 | None] = mapped_column(default=None)
    report_sent_on: Mapped[date | None] = mapped_column(default=None)
    handed_over_on: Mapped[date | None] = mapped_column(default=None)
    destroyed_on: Mapped[date | None] = mapped_column(default=None)
    destroyed_number: Mapped[Text64 | None] = mapped_column(default=None)
    handed_over_hour: Mapped[time | None] = mapped_column(default=None)
    sealed_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    delegates_to: Mapped[str | None] = mapped_column(default=None)
    delegates_term: Mapped[Text64 | None] = mapped_column(default=None)
    speakers: Mapped[int | None] = mapped_column(
        CheckConstraint("speakers >= 0", name="speakers"), default=None
    )
    alternates: Mapped[int | None] = mapped_column(
        CheckConstraint("alternates >= 0", name="alternates"), default=None
    )


class Attendee(Keyed, Base):
    """A member on the roll of a congress: what the member is on its day, by which paper, and whether there.

    ``official`` tells that probation was over on the day, whatever ``standing`` says besides. ``presence`` is
    where the member is now, None until the roll is called; what it was at a vote, that vote keeps. An absence
    is excused once ``accepted_by`` accepted its ``reason``.
    """

    __tablename__ = "attendees"
    __table_args__ = (
        UniqueConstraint("congress_id", "member_id"),
        UniqueConstraint("congress_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint(
            "presence IS NULL OR presence <> 'excused' OR (reason IS NOT NULL AND accepted_by IS NOT NULL)",
            name="excused",
        ),
        STRICT,
    )

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False)
    congress: Mapped[Congress] = relationship()
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship()
    number: Mapped[int]
    name: Mapped[str]
    official: Mapped[bool]
    standing: Mapped[Text32]
    paper: Mapped[str | None] = mapped_column(default=None)
    told_on: Mapped[date | None] = mapped_column(default=None)
    presence: Mapped[Presence | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    accepted_by: Mapped[str | None] = mapped_column(default=None)
    accepted_on: Mapped[date | None] = mapped_column(default=None)


class VotePresence(Keyed, Base):
    """Where a member was when the ballots of one vote were given out."""

    __tablename__ = "vote_presences"
    __table_args__ = (UniqueConstraint("round_id", "attendee_id"), STRICT)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id"), init=False, index=True)
    attendee: Mapped[Attendee] = relationship()
    presence: Mapped[Presence]


class Subject(StrEnum):
    """What a congress decides by raised hands."""

    PRESIDIUM = "presidium"
    SECRETARY = "secretary"
    COUNTING = "counting"
    PROGRAMME = "programme"
    RULES = "rules"
    SEATS = "seats"
    LIST = "list"
    GOING_ON = "going_on"
    RESOLUTION = "resolution"


class HandVote(Keyed, Base):
    """Hands raised with the Party card for one thing; of a contest where it is about one.

    ``present`` is how many were there who may raise one, ``raised_at`` when it was; ``agreed`` is what
    followed. ``text`` says of what, where ``subject`` doesn't.
    """

    __tablename__ = "hand_votes"
    __table_args__ = (
        count_check("in_favour", "against", "abstained"),
        CheckConstraint("in_favour + against + abstained <= present", name="present"),
        STRICT,
    )

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False, index=True)
    congress: Mapped[Congress] = relationship()
    subject: Mapped[Subject]
    in_favour: Mapped[int]
    against: Mapped[int]
    abstained: Mapped[int]
    agreed: Mapped[bool]
    contest_id: Mapped[int | None] = mapped_column(ForeignKey("contests.id"), init=False, index=True)
    contest: Mapped[Contest | None] = relationship(default=None)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), init=False, index=True)
    round: Mapped[Round | None] = relationship(default=None)
    text: Mapped[str | None] = mapped_column(default=None)
    present: Mapped[int | None] = mapped_column(default=None)
    raised_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)


class PlanStepKind(StrEnum):
    """What became of the plan of personnel."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class PlanStep(Keyed, Base):
    """A step of the plan of personnel: sent up, sent back for a reason, or approved, by which paper.

    What is sent up was agreed to by ``agreeing`` of ``present`` official members in a conference.
    """

    __tablename__ = "plan_steps"
    __table_args__ = (
        CheckConstraint("what <> 'returned' OR reason IS NOT NULL", name="reason"),
        CheckConstraint("agreeing BETWEEN 0 AND present", name="agreeing"),
        STRICT,
    )

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False, index=True)
    congress: Mapped[Congress] = relationship()
    what: Mapped[PlanStepKind]
    happened_on: Mapped[date]
    number: Mapped[Text64 | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    met_on: Mapped[date | None] = mapped_column(default=None)
    agreeing: Mapped[int | None] = mapped_column(default=None)
    present: Mapped[int | None] = mapped_column(default=None)


class TextKind(StrEnum):
    """Which text of a congress the branch writes itself."""

    BASES = "bases"
    PREPARATION = "preparation"
    PROGRAMME = "programme"
    RULES = "rules"
    STANDARDS = "standards"
    POLITICAL_REPORT = "political_report"
    REVIEW_REPORT = "review_report"
    SPEECH = "speech"
    DISCUSSION = "discussion"
    TASKS = "tasks"
    GUESTS = "guests"
    HANDED_OVER = "handed_over"
    UNFINISHED = "unfinished"


class CongressText(Keyed, Base):
    """One of the texts of a congress, as it is written so far."""

    __tablename__ = "congress_texts"
    __table_args__ = (UniqueConstraint("congress_id", "kind"), STRICT)

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False)
    congress: Mapped[Congress] = relationship()
    kind: Mapped[TextKind]
    text: Mapped[str]


class PaperNumber(Keyed, Base):
    """Number and day that a paper of a congress bears, by the name of its form."""

    __tablename__ = "paper_numbers"
    __table_args__ = (UniqueConstraint("congress_id", "form"), STRICT)

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False)
    congress: Mapped[Congress] = relationship()
    form: Mapped[Text64]
    number: Mapped[Text64 | None] = mapped_column(default=None)
    dated_on: Mapped[date | None] = mapped_column(default=None)


class Complaint(Keyed, Base):
    """A complaint about a vote of a congress: who raised it on which day, what, and how it was settled."""

    __tablename__ = "complaints"
    __table_args__ = (
        CheckConstraint("settled_on >= raised_on", name="days"),
        CheckConstraint("(settled_on IS NULL) = (settlement IS NULL)", name="settled"),
        STRICT,
    )

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False, index=True)
    congress: Mapped[Congress] = relationship()
    raised_on: Mapped[date]
    raised_by: Mapped[str]
    what: Mapped[str]
    settled_on: Mapped[date | None] = mapped_column(default=None)
    settlement: Mapped[str | None] = mapped_column(default=None)


class Proposal(Keyed, Base):
    """A branch's proposal that the superior appoints somebody to a vacant post, and what was decided.

    ``members`` and ``present`` are official members on the day of the conference that was polled; ``votes``
    of the ``valid`` ballots are for the person. ``congress`` is the one that left the post open.
    """

    __tablename__ = "proposals"
    __table_args__ = (
        CheckConstraint("post IN ('secretary', 'deputy_secretary', 'committee_member')", name="post"),
        CheckConstraint(
            "present BETWEEN 0 AND members AND issued BETWEEN 0 AND present AND returned BETWEEN 0 AND issued"
            " AND valid BETWEEN 0 AND returned AND votes BETWEEN 0 AND valid",
            name="counts",
        ),
        CheckConstraint("(decided_on IS NULL) = (decision_number IS NULL)", name="decided"),
        STRICT,
    )

    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship()
    post: Mapped[Text32]
    reason: Mapped[str]
    met_on: Mapped[date]
    members: Mapped[int]
    present: Mapped[int]
    issued: Mapped[int | None] = mapped_column(default=None)
    returned: Mapped[int | None] = mapped_column(default=None)
    valid: Mapped[int | None] = mapped_column(default=None)
    votes: Mapped[int | None] = mapped_column(default=None)
    number: Mapped[Text64 | None] = mapped_column(default=None)
    dated_on: Mapped[date | None] = mapped_column(default=None)
    congress_id: Mapped[int | None] = mapped_column(ForeignKey("congresses.id"), init=False, index=True)
    congress: Mapped[Congress | None] = relationship(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    decision_number: Mapped[Text64 | None] = mapped_column(default=None)
