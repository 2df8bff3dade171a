"""What the commune People's Committee decided about a result."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.counting import Count
from desktop.models.elections import Candidate, Contest
from desktop.models.types import Text64, UtcTimestamp


class Recognition(Keyed, Base):
    """A decision on a finalised count that recognises the elected candidate, or orders it held again.

    Source: Decree 59/2023/NĐ-CP, within 5 working days of receiving the result.
    """

    __tablename__ = "recognitions"
    __table_args__ = (
        UniqueConstraint("contest_id", "number"),
        CheckConstraint(
            "CASE WHEN recognised THEN candidate_id IS NOT NULL ELSE reason IS NOT NULL END", name="complete"
        ),
        STRICT,
    )

    contest_id: Mapped[int] = mapped_column(ForeignKey("contests.id"), init=False)
    contest: Mapped[Contest] = relationship()
    count_id: Mapped[int] = mapped_column(ForeignKey("counts.id"), init=False, index=True)
    count: Mapped[Count] = relationship()
    decided_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    number: Mapped[Text64]
    recognised: Mapped[bool]
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidates.id"), init=False)
    candidate: Mapped[Candidate | None] = relationship(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
