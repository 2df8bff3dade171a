"""What the authority makes of results: as they came in, and the decision on them."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.counting import Count
from desktop.models.elections import Candidate, Election
from desktop.models.partial_index import narrow_for_postgresql, unique_where
from desktop.models.types import Text64, UtcTimestamp

_ONE_NUMBER = "uq_decisions_election_id_number"


class DecidingBody(StrEnum):
    """Who decides on a result."""

    PEOPLES_COMMITTEE = "peoples_committee"
    PARTY_COMMITTEE = "party_committee"


class DecisionResult(StrEnum):
    """What was decided: the elected are recognised (state) or approved (Party), or it is held again."""

    RECOGNISED = "recognised"
    APPROVED = "approved"
    HELD_AGAIN = "held_again"


class Recorded(NamedTuple):
    """A decision as it was recorded: its number and day, what it says, and when it was put down here."""

    number: str
    decided_on: date
    result: DecisionResult
    at: datetime


class Decision(Keyed, Base):
    """The authority's one answer to results of an election: to one count or several.

    It begins when the results come in: the days for it run from ``received_on``, and what is written of it
    stays here until it is recorded with its ``result``. ``again_on`` is the day of the vote held again.

    Source: Decree 59/2023/NĐ-CP, within 5 working days of receiving the result; rules.md §2 and §3.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        unique_where(_ONE_NUMBER, "election_id", "number", where="result IS NOT NULL"),
        CheckConstraint(
            "(result IS NULL) = (recorded_at IS NULL)"
            " AND (result IS NULL OR (number IS NOT NULL AND decided_on IS NOT NULL))"
            " AND (result IS NULL OR result <> 'held_again' OR reason IS NOT NULL)",
            name="complete",
        ),
        STRICT,
    )

    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), init=False)
    election: Mapped[Election] = relationship()
    body: Mapped[DecidingBody]
    received_on: Mapped[date | None] = mapped_column(default=None)
    number: Mapped[Text64 | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    result: Mapped[DecisionResult | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    again_on: Mapped[date | None] = mapped_column(default=None)
    by_deputy: Mapped[bool | None] = mapped_column(default=None)
    signer: Mapped[str | None] = mapped_column(default=None)
    recorded_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    counts: Mapped[list["DecidedCount"]] = relationship(
        back_populates="decision", order_by="DecidedCount.id", default_factory=list, init=False
    )
    people: Mapped[list["DecidedPerson"]] = relationship(
        back_populates="decision", order_by="DecidedPerson.id", default_factory=list, init=False
    )

    def recorded(self) -> Recorded | None:
        """Return the decision as it was recorded; None while it is being prepared."""
        if self.number is None or self.decided_on is None or self.result is None or self.recorded_at is None:
            return None
        return Recorded(self.number, self.decided_on, self.result, self.recorded_at)


narrow_for_postgresql(Decision.__table__, _ONE_NUMBER)


class DecidedCount(Keyed, Base):
    """A finalised count that a decision answers; no count has two answers."""

    __tablename__ = "decided_counts"
    __table_args__ = (STRICT,)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), init=False, index=True)
    decision: Mapped[Decision] = relationship(back_populates="counts")
    count_id: Mapped[int] = mapped_column(ForeignKey("counts.id"), init=False, unique=True)
    count: Mapped[Count] = relationship()


class DecidedPerson(Keyed, Base):
    """Somebody elected and what the decision says of them in that post: accepted, or refused for a reason."""

    __tablename__ = "decided_people"
    __table_args__ = (
        UniqueConstraint("decision_id", "candidate_id"),
        CheckConstraint("accepted OR reason IS NOT NULL", name="refused"),
        STRICT,
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), init=False)
    decision: Mapped[Decision] = relationship(back_populates="people")
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"), init=False, index=True)
    candidate: Mapped[Candidate] = relationship()
    accepted: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(default=None)
