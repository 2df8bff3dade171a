"""Working groups that prepare congresses, what is approved of each unit, and works to welcome congresses."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.party import Organisation
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.types import Text64


def _of_one_unit() -> CheckConstraint:
    return CheckConstraint("(branch_id IS NULL) <> (unit_id IS NULL)", name="unit")


class GroupKind(StrEnum):
    """What a group is called: a subcommittee, a working group, a group of helpers."""

    SUBCOMMITTEE = "subcommittee"
    WORKING_GROUP = "working_group"
    HELPERS = "helpers"


class WorkingGroup(Keyed, Base):
    """A group for the congresses of a year: its task, its decision, who is in it, whom it looks after.

    Source: field-practice.md P42.
    """

    __tablename__ = "working_groups"
    __table_args__ = (
        UniqueConstraint("year", "name"),
        CheckConstraint("year BETWEEN 1930 AND 2999", name="year"),
        STRICT,
    )

    year: Mapped[int]
    kind: Mapped[GroupKind]
    name: Mapped[str]
    task: Mapped[str | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)
    members: Mapped[list["GroupMember"]] = relationship(
        back_populates="group",
        order_by="GroupMember.position",
        default_factory=list,
        init=False,
        cascade="all, delete-orphan",
    )
    units: Mapped[list["GroupUnit"]] = relationship(
        back_populates="group",
        order_by="GroupUnit.id",
        default_factory=list,
        init=False,
        cascade="all, delete-orphan",
    )


class GroupMember(Keyed, Base):
    """Somebody in a group and as what, such as ``Trưởng tiểu ban``; a person of the registers where known."""

    __tablename__ = "group_members"
    __table_args__ = (UniqueConstraint("group_id", "position"), STRICT)

    group_id: Mapped[int] = mapped_column(ForeignKey("working_groups.id"), init=False)
    group: Mapped[WorkingGroup] = relationship(back_populates="members")
    position: Mapped[int]
    name: Mapped[str]
    role: Mapped[str | None] = mapped_column(default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person | None] = relationship(default=None)


class GroupUnit(Keyed, Base):
    """A branch or a hamlet that a group looks after."""

    __tablename__ = "group_units"
    __table_args__ = (
        UniqueConstraint("group_id", "branch_id"),
        UniqueConstraint("group_id", "unit_id"),
        _of_one_unit(),
        STRICT,
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("working_groups.id"), init=False)
    group: Mapped[WorkingGroup] = relationship(back_populates="units")
    branch_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation | None] = relationship(default=None)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit | None] = relationship(default=None)


class Approved(StrEnum):
    """What is approved of each unit before its congress: its report, its personnel."""

    REPORT = "report"
    PERSONNEL = "personnel"


class ApprovalOutcome(StrEnum):
    """What was said of it: approved, or given back to be done again."""

    APPROVED = "approved"
    RETURNED = "returned"


class UnitApproval(Keyed, Base):
    """What was said of a unit's report or personnel on a day, by whom; the last word on each holds.

    Source: field-practice.md P42.
    """

    __tablename__ = "unit_approvals"
    __table_args__ = (
        _of_one_unit(),
        CheckConstraint("outcome <> 'returned' OR reason IS NOT NULL", name="reason"),
        CheckConstraint("year BETWEEN 1930 AND 2999", name="year"),
        STRICT,
    )

    year: Mapped[int]
    branch_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation | None] = relationship(default=None)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit | None] = relationship(default=None)
    what: Mapped[Approved]
    outcome: Mapped[ApprovalOutcome]
    on_day: Mapped[date]
    by: Mapped[str]
    number: Mapped[Text64 | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)


class CongressWork(Keyed, Base):
    """Something a unit takes upon itself to welcome the congresses of a year: what, who, by when, done when.

    No unit stands for the whole commune.

    Source: field-practice.md P44.
    """

    __tablename__ = "congress_works"
    __table_args__ = (
        CheckConstraint("branch_id IS NULL OR unit_id IS NULL", name="unit"),
        CheckConstraint("year BETWEEN 1930 AND 2999", name="year"),
        STRICT,
    )

    year: Mapped[int]
    what: Mapped[str]
    who: Mapped[str]
    due_on: Mapped[date]
    branch_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation | None] = relationship(default=None)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit | None] = relationship(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
