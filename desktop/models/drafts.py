"""What was typed of a count and is not part of it yet; gone as soon as the entry or the count is made."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.counting import Operator
from desktop.models.elections import Round
from desktop.models.types import UtcTimestamp


class EntryDraft(Keyed, Base):
    """The figures that one operator has typed of an entry or of its correction; nobody else is shown them."""

    __tablename__ = "entry_drafts"
    __table_args__ = (
        UniqueConstraint("round_id", "operator_id", "revision"),
        CheckConstraint("revision >= 1", name="revision"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    operator_id: Mapped[int] = mapped_column(ForeignKey("operators.id"), init=False)
    operator: Mapped[Operator] = relationship()
    revision: Mapped[int]
    typed: Mapped[dict[str, Any]] = mapped_column(JSON())
    saved_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class CountDraft(Keyed, Base):
    """What is written about a count before it is finalised: invalid ballots by reason, why it is redone."""

    __tablename__ = "count_drafts"
    __table_args__ = (
        UniqueConstraint("round_id", "revision"),
        CheckConstraint("revision >= 1", name="revision"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    revision: Mapped[int]
    invalid_reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON(), default_factory=list)
    reopened_because: Mapped[str | None] = mapped_column(default=None)
