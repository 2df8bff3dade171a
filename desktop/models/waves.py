"""The waves of a campaign, which election is in which, and hours told by telephone before papers tell."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.elections import Campaign, Election
from desktop.models.types import UtcTimestamp


class WaveKind(StrEnum):
    """Which part of a campaign a wave is: a few units go first, that the others learn from them."""

    PILOT = "pilot"
    MAIN = "main"


class Wave(Keyed, Base):
    """A part of a campaign that votes together: its common day, by when it has to be over, its lessons.

    ``position`` is its place in the campaign, from 1.

    Source: field-practice.md P05, P41, P43.
    """

    __tablename__ = "waves"
    __table_args__ = (
        UniqueConstraint("campaign_id", "position"),
        CheckConstraint("position >= 1", name="position"),
        CheckConstraint("finish_by >= day", name="finish_by"),
        STRICT,
    )

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), init=False)
    campaign: Mapped[Campaign] = relationship()
    name: Mapped[str]
    kind: Mapped[WaveKind]
    day: Mapped[date]
    position: Mapped[int]
    finish_by: Mapped[date | None] = mapped_column(default=None)
    lessons: Mapped[str | None] = mapped_column(default=None)


class WaveElection(Keyed, Base):
    """The wave of an election; one that has none belongs to its campaign alone."""

    __tablename__ = "wave_elections"
    __table_args__ = (STRICT,)

    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"), init=False, index=True)
    wave: Mapped[Wave] = relationship()
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, unique=True)
    election: Mapped[Election] = relationship()


class ToldHour(Keyed, Base):
    """The hour for which somebody said by telephone that a unit has elected, before its papers tell."""

    __tablename__ = "told_hours"
    __table_args__ = (STRICT,)

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False, unique=True)
    election: Mapped[Election] = relationship()
    at: Mapped[datetime] = mapped_column(UtcTimestamp())
