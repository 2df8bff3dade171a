"""The roll of an election: who may vote, frozen when the first real ballot is printed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.elections import Election
from desktop.models.people import Household, Person
from desktop.models.types import UtcTimestamp


class ElectorateKind(StrEnum):
    """Who votes: one representative for each household, or every voter (Joint Resolution 09/2008 only)."""

    HOUSEHOLDS = "households"
    VOTERS = "voters"


class Roll(Keyed, Base):
    """The roll of one election; once ``frozen_at`` is set only supplements may come.

    ``frozen_lines`` keeps what was frozen beside the entries (JSON: number and household of each line), so
    that a later change shows, whatever made it.
    """

    __tablename__ = "rolls"

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, unique=True)
    election: Mapped[Election] = relationship()
    electorate_kind: Mapped[ElectorateKind]
    frozen_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    frozen_lines: Mapped[bytes | None] = mapped_column(default=None)
    entries: Mapped[list["RollEntry"]] = relationship(
        back_populates="roll", order_by="RollEntry.number", default_factory=list, init=False
    )


class RollEntry(Keyed, Base):
    """A line of a roll: its number goes on over all supplements; 0 is the roll that was frozen.

    ``representative`` is the name as it stood at the freeze, whatever the person is called later.
    """

    __tablename__ = "roll_entries"
    __table_args__ = (
        UniqueConstraint("roll_id", "number"),
        UniqueConstraint("roll_id", "household_id"),
        UniqueConstraint("roll_id", "person_id"),
        CheckConstraint("number >= 1 AND supplement >= 0", name="numbers"),
        CheckConstraint("household_id IS NOT NULL OR person_id IS NOT NULL", name="elector"),
        CheckConstraint("supplement = 0 OR reason IS NOT NULL", name="supplement_reason"),
        STRICT,
    )

    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"), init=False)
    roll: Mapped[Roll] = relationship(back_populates="entries")
    number: Mapped[int]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"), init=False, index=True)
    household: Mapped[Household | None] = relationship(default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person | None] = relationship(default=None)
    representative: Mapped[str]
    supplement: Mapped[int] = mapped_column(default=0)
    added_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    reason: Mapped[str | None] = mapped_column(default=None)
