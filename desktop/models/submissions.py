"""A result as it came in to the commune, and the decision that is being prepared on it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import Base, Keyed
from desktop.models.counting import Count
from desktop.models.types import Text64, UtcTimestamp


class Submission(Keyed, Base):
    """When the result of a count was received, and what is written of the decision before it is recorded.

    The days for recognition run from ``received_on``; ``again_on`` is the day on which the election is to be
    held again.

    Source: Decree 59/2023/NĐ-CP, within 5 working days of receiving the result.
    """

    __tablename__ = "submissions"

    count_id: Mapped[int] = mapped_column(ForeignKey("counts.id"), init=False, unique=True)
    count: Mapped[Count] = relationship()
    recorded_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    received_on: Mapped[date | None] = mapped_column(default=None)
    number: Mapped[Text64 | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    again_on: Mapped[date | None] = mapped_column(default=None)
