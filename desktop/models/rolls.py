"""The roll of an election: who may vote, frozen when the first real ballot is printed."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.elections import Election
from desktop.models.people import Authority, Household, Person
from desktop.models.types import Text64, UtcTimestamp


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

    ``representative`` is the name as it stood at the freeze, whatever the person is called later, and
    ``authority`` by what that person, ``representing``, votes for a household. Older lines say neither: the
    head voted.
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
    person: Mapped[Person | None] = relationship(default=None, foreign_keys=[person_id])
    representative: Mapped[str]
    representing_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    representing: Mapped[Person | None] = relationship(default=None, foreign_keys=[representing_id])
    authority: Mapped[Authority | None] = mapped_column(default=None)
    supplement: Mapped[int] = mapped_column(default=0)
    added_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    reason: Mapped[str | None] = mapped_column(default=None)


class RollExplanation(Keyed, Base):
    """Why a difference between register and roll may stand: the reason, who says so, and when.

    ``difference`` names it with its figures, so that an explanation holds for nothing but what it was for.
    """

    __tablename__ = "roll_explanations"
    __table_args__ = (UniqueConstraint("election_id", "difference"), STRICT)

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False)
    election: Mapped[Election] = relationship()
    difference: Mapped[Text64]
    reason: Mapped[str]
    explained_by: Mapped[str]
    explained_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class RollObjection(Keyed, Base):
    """An objection to a posted roll: who raised it on which day, about whom, what, and how it was settled.

    ``accepted`` is None until then; ``settlement`` says what changed, or why nothing did.
    """

    __tablename__ = "roll_objections"
    __table_args__ = (
        CheckConstraint("settled_on >= raised_on", name="days"),
        CheckConstraint("(settled_on IS NULL) = (accepted IS NULL)", name="settled"),
        CheckConstraint("(settled_on IS NULL) = (settlement IS NULL)", name="settlement"),
        STRICT,
    )

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, index=True)
    election: Mapped[Election] = relationship()
    raised_by: Mapped[str]
    raised_on: Mapped[date]
    about: Mapped[str | None] = mapped_column(default=None)
    what: Mapped[str]
    settled_on: Mapped[date | None] = mapped_column(default=None)
    accepted: Mapped[bool | None] = mapped_column(default=None)
    settlement: Mapped[str | None] = mapped_column(default=None)
