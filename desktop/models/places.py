"""Units: provinces, districts, communes and hamlets, each for as long as it exists."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.types import Text32, Text64, count_check


class UnitLevel(StrEnum):
    """Where a unit stands; districts ended on 2025-06-30 but older elections name them."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    HAMLET = "hamlet"


unit_predecessors = Table(
    "unit_predecessors",
    Base.metadata,
    Column("successor_id", ForeignKey("units.id"), primary_key=True),
    Column("predecessor_id", ForeignKey("units.id"), primary_key=True),
    CheckConstraint("successor_id <> predecessor_id", name="another"),
    **STRICT,
)


class Unit(Keyed, Base):
    """A unit under one name and one code, from its first day to its last (both days may be unknown).

    ``code`` is the unit's number (``06859``), for a hamlet the commune's with a suffix (``06859-T01``);
    ``kind`` is the word before the name as people say it (``Thôn``, ``Bản``, ``Khu phố``).
    """

    __tablename__ = "units"
    __table_args__ = (
        UniqueConstraint("code", "starts_on"),
        # Two rows without a first day would both pass the constraint above. The history of the schema says
        # the same for PostgreSQL; saying it here would load that dialect at every start.
        Index("uq_units_code_undated", "code", unique=True, sqlite_where=text("starts_on IS NULL")),
        CheckConstraint("ends_on >= starts_on", name="period"),
        CheckConstraint("parent_id <> id", name="parent"),
        STRICT,
    )

    code: Mapped[Text32] = mapped_column(index=True)
    level: Mapped[UnitLevel]
    kind: Mapped[Text32]
    name: Mapped[str]
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    parent: Mapped["Unit | None"] = relationship(remote_side="Unit.id", default=None)
    predecessors: Mapped[list["Unit"]] = relationship(
        secondary=unit_predecessors,
        primaryjoin="Unit.id == unit_predecessors.c.successor_id",
        secondaryjoin="Unit.id == unit_predecessors.c.predecessor_id",
        default_factory=list,
    )


class UnitEvent(StrEnum):
    """What a decision did to a unit: it came to be under its name, or it ended with nothing in its place."""

    MADE = "made"
    ENDED = "ended"


class UnitDecision(Keyed, Base):
    """By whose decision a unit came to be or ended: its number, its day, and who issued it.

    ``exception`` says why a hamlet came to be with fewer households than the law asks for.
    """

    __tablename__ = "unit_decisions"
    __table_args__ = (UniqueConstraint("unit_id", "what"), STRICT)

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False)
    unit: Mapped[Unit] = relationship()
    what: Mapped[UnitEvent]
    number: Mapped[Text64 | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    issuer: Mapped[str | None] = mapped_column(default=None)
    exception: Mapped[str | None] = mapped_column(default=None)


class HamletFacts(Keyed, Base):
    """What the commune's list says of a hamlet; None for what it leaves out.

    ``households`` is the number that the list states, to be set beside the households that are counted;
    ``especially_difficult`` holds from a day to a day, each None where it isn't known or not yet. Who heads
    the hamlet stands in ``posts``.
    """

    __tablename__ = "hamlet_facts"
    __table_args__ = (count_check("households"), STRICT)

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, unique=True)
    unit: Mapped[Unit] = relationship()
    households: Mapped[int | None] = mapped_column(default=None)
    especially_difficult: Mapped[bool | None] = mapped_column(default=None)
    especially_difficult_from: Mapped[date | None] = mapped_column(default=None)
    especially_difficult_until: Mapped[date | None] = mapped_column(default=None)
