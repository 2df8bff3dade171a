"""The chain of a campaign: plans of personnel, gates that were let through, exceptions."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.congress import PlanStepKind
from desktop.models.elections import Campaign
from desktop.models.party import Member
from desktop.models.places import Unit
from desktop.models.types import Text64, UtcTimestamp


class Chain(Keyed, Base):
    """The order plan, head, recognition, congress, secretary, approval, switched on for a campaign.

    An office of the Party alone has no campaign of heads, and one such chain for its hamlets. A branch's
    congress belongs to it from ``congress_from`` on, the latest where there are several.

    Source: field-practice.md P01.
    """

    __tablename__ = "chains"

    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"), init=False, unique=True)
    campaign: Mapped[Campaign | None] = relationship(default=None)
    name: Mapped[str]
    congress_from: Mapped[date]
    switched_on_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class ChainPlanStep(Keyed, Base):
    """A step of the plan of personnel of a hamlet's head: sent up, sent back for a reason, or approved.

    One paper may speak of many hamlets: each has its row.

    Source: field-practice.md P02.
    """

    __tablename__ = "chain_plan_steps"
    __table_args__ = (CheckConstraint("what <> 'returned' OR reason IS NOT NULL", name="reason"), STRICT)

    chain_id: Mapped[int] = mapped_column(ForeignKey("chains.id"), init=False, index=True)
    chain: Mapped[Chain] = relationship()
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    what: Mapped[PlanStepKind]
    happened_on: Mapped[date]
    number: Mapped[Text64 | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)


class ChainOverride(Keyed, Base):
    """A gate of a hamlet at which somebody went on: what was let through, why, who, when.

    Rows are never changed or deleted (triggers forbid it).
    """

    __tablename__ = "chain_overrides"
    __table_args__ = (
        CheckConstraint("gate IN (1, 2, 3, 5)", name="gate"),
        CheckConstraint("length(reason) > 0 AND length(name) > 0", name="reasoned"),
        STRICT,
    )

    chain_id: Mapped[int] = mapped_column(ForeignKey("chains.id"), init=False, index=True)
    chain: Mapped[Chain] = relationship()
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    gate: Mapped[int]
    what: Mapped[str]
    reason: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTimestamp())


class ExceptionReason(StrEnum):
    """Why the secretary of a hamlet's branch isn't the hamlet's head, or won't be."""

    NO_HEAD = "no_head"
    HEAD_NOT_MEMBER = "head_not_member"
    HEAD_PROBATIONARY = "head_probationary"
    OTHER_BRANCH = "other_branch"
    SHARED_BRANCH = "shared_branch"
    OTHER_ELECTED = "other_elected"
    TOO_OLD = "too_old"
    OTHER = "other"


class ChainException(Keyed, Base):
    """A hamlet where head and secretary are two people: why, who sees to it, by when; settled on a day.

    Source: field-practice.md P08, P21.
    """

    __tablename__ = "chain_exceptions"
    __table_args__ = (CheckConstraint("reason <> 'other' OR note IS NOT NULL", name="note"), STRICT)

    chain_id: Mapped[int] = mapped_column(ForeignKey("chains.id"), init=False, index=True)
    chain: Mapped[Chain] = relationship()
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    reason: Mapped[ExceptionReason]
    note: Mapped[str | None] = mapped_column(default=None)
    owner: Mapped[str | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    settled_on: Mapped[date | None] = mapped_column(default=None)


class HeadMember(Keyed, Base):
    """Somebody said that the elected head of a hamlet is this member, whom the registers hold twice."""

    __tablename__ = "head_members"
    __table_args__ = (UniqueConstraint("chain_id", "unit_id"), STRICT)

    chain_id: Mapped[int] = mapped_column(ForeignKey("chains.id"), init=False)
    chain: Mapped[Chain] = relationship()
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship()
