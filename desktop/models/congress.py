"""The congress of a branch: its roll with who came to each vote, its plan of personnel, its raised hands."""

from datetime import date, datetime
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
    stays as it is from ``reported_at`` on, when the report on who attends was read. The sealed ballots are
    destroyed by decision, after the days in which they are kept.
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

    ``agreed`` is what followed; ``text`` says of what, where ``subject`` doesn't.
    """

    __tablename__ = "hand_votes"
    __table_args__ = (count_check("in_favour", "against", "abstained"), STRICT)

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


class PlanStepKind(StrEnum):
    """What became of the plan of personnel."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class PlanStep(Keyed, Base):
    """A step of the plan of personnel: sent up, sent back for a reason, or approved, by which paper."""

    __tablename__ = "plan_steps"
    __table_args__ = (CheckConstraint("what <> 'returned' OR reason IS NOT NULL", name="reason"), STRICT)

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False, index=True)
    congress: Mapped[Congress] = relationship()
    what: Mapped[PlanStepKind]
    happened_on: Mapped[date]
    number: Mapped[Text64 | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)


class TextKind(StrEnum):
    """Which text of a congress the branch writes itself."""

    PROGRAMME = "programme"
    RULES = "rules"
    STANDARDS = "standards"
    POLITICAL_REPORT = "political_report"
    REVIEW_REPORT = "review_report"
    SPEECH = "speech"
    DISCUSSION = "discussion"
    TASKS = "tasks"
    GUESTS = "guests"


class CongressText(Keyed, Base):
    """One of the texts of a congress, as it is written so far."""

    __tablename__ = "congress_texts"
    __table_args__ = (UniqueConstraint("congress_id", "kind"), STRICT)

    congress_id: Mapped[int] = mapped_column(ForeignKey("congresses.id"), init=False)
    congress: Mapped[Congress] = relationship()
    kind: Mapped[TextKind]
    text: Mapped[str]


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
