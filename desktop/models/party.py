"""Party organisations, branches of hamlets among them, and their members: the list, never a member's file."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.types import PartialDateText, Text32, Text64, partial_date_check
from desktop.vietnamese.partial_date import PartialDate


class OrganisationKind(StrEnum):
    """What an organisation is: the commune's committee, a branch of hamlets, or one of a place of work."""

    COMMITTEE = "committee"
    RESIDENTIAL = "residential"
    OFFICE = "office"
    PUBLIC_UNIT = "public_unit"
    SCHOOL = "school"
    ARMED_FORCE = "armed_force"
    ENTERPRISE = "enterprise"


class Organisation(Keyed, Base):
    """A Party organisation under one name, from its first day to its last (both may be unknown)."""

    __tablename__ = "organisations"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="period"),
        CheckConstraint("parent_id <> id", name="parent"),
        STRICT,
    )

    code: Mapped[Text32] = mapped_column(unique=True)
    kind: Mapped[OrganisationKind]
    name: Mapped[str]
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    parent: Mapped["Organisation | None"] = relationship(remote_side="Organisation.id", default=None)
    hamlets: Mapped[list["BranchHamlet"]] = relationship(
        back_populates="branch", order_by="BranchHamlet.id", default_factory=list, init=False
    )


class BranchHamlet(Keyed, Base):
    """A hamlet whose members a branch gathers: a hamlet has one branch at most, a branch one or more."""

    __tablename__ = "branch_hamlets"
    __table_args__ = (
        UniqueConstraint("branch_id", "hamlet_id"),
        CheckConstraint("ends_on >= starts_on", name="period"),
        STRICT,
    )

    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False)
    branch: Mapped[Organisation] = relationship(back_populates="hamlets")
    hamlet_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    hamlet: Mapped[Unit] = relationship()
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)


class Member(Keyed, Base):
    """A person as a member of the Party; ``card`` is since 2025 the citizen number and masked like it.

    ``admitted`` is the day of admission, ``official`` that on which probation was over; ``post`` is what the
    list says of it, until posts are kept by themselves.
    """

    __tablename__ = "members"
    __table_args__ = (partial_date_check("admitted"), partial_date_check("official"), STRICT)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, unique=True)
    person: Mapped[Person] = relationship()
    admitted: Mapped[PartialDate | None] = mapped_column(PartialDateText(), default=None)
    official: Mapped[PartialDate | None] = mapped_column(PartialDateText(), default=None)
    card: Mapped[Text32 | None] = mapped_column(default=None, index=True)
    home: Mapped[str | None] = mapped_column(default=None)
    post: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="member", order_by="Membership.id", default_factory=list, init=False
    )
    standings: Mapped[list["Standing"]] = relationship(
        back_populates="member", order_by="Standing.starts_on", default_factory=list, init=False
    )


class Membership(Keyed, Base):
    """A member in a branch, from a day to a day; ``paper`` is that of the move, with its number and day."""

    __tablename__ = "memberships"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="period"), STRICT)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship(back_populates="memberships")
    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    destination: Mapped[str | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)


class StandingKind(StrEnum):
    """What differs from being official or on probation, which follow from the days."""

    EXEMPT = "exempt"
    ELSEWHERE = "elsewhere"
    HERE = "here"
    SUSPENDED = "suspended"
    CHARGED = "charged"


class Standing(Keyed, Base):
    """Such a difference for a time: why, where, and by which paper."""

    __tablename__ = "standings"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="period"), STRICT)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship(back_populates="standings")
    kind: Mapped[StandingKind]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)
